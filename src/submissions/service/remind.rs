//! Reminds once, before the time to confirm ends.

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::confirmation_mail::{Again, address, ask_again};
use crate::context::Context;
use crate::db::{DatabaseError, DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::submissions::store;

/// How often it is looked whom to remind.
const PAUSE: Duration = Duration::from_mins(1);

/// Submitters reminded in one write.
const BATCH: i64 = 20;

/// Sends reminders until `stop`. May run on several nodes: whom to remind is decided in the write that notes it.
pub async fn remind_submitters(context: Context, stop: CancellationToken) {
    while stop
        .run_until_cancelled(tokio::time::sleep(PAUSE))
        .await
        .is_some()
    {
        if let Err(error) = remind_due(&context).await {
            tracing::warn!(%error, "Submitters could not be reminded");
        }
    }
}

/// Reminds everybody who is due. Returns how many.
///
/// # Errors
/// When the database is away.
pub async fn remind_due(context: &Context) -> Result<usize, DatabaseError> {
    let now = context.now();
    let mut reminded = 0;
    loop {
        let is_done = context
            .db
            .read(move |connection| {
                Ok::<_, DatabaseError>(store::list_to_remind(connection, now, 1)?.is_empty())
            })
            .await?;
        if is_done {
            return Ok(reminded);
        }
        reminded += context
            .db
            .write::<_, DatabaseError, _>(move |connection| remind_some(connection, now))
            .await?;
    }
}

fn remind_some(connection: &mut DbConnection, now: Instant) -> StoreResult<usize> {
    let due = store::list_to_remind(connection, now, BATCH)?;
    for submission in &due {
        store::mark_reminded(connection, submission.id, now)?;
        if let Some(recipient) = address(submission) {
            ask_again(connection, submission, &recipient, Again::Reminder, now)?;
        }
    }
    Ok(due.len())
}
