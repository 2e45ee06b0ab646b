//! Leaving: one click, no questions, as often as one likes.

use crate::context::Context;
use crate::db::{DatabaseError, StoreResult};
use crate::kernel::ids::SubscriptionId;
use crate::mail::outbox;
use crate::subscribers::store;

/// Takes a subscription off their list, and stops the mails of this subscription that have not left.
///
/// # Errors
/// When the database fails.
pub async fn unsubscribe(context: &Context, id: SubscriptionId) -> Result<(), DatabaseError> {
    let now = context.now();
    context
        .db
        .write(move |conn| -> StoreResult<()> {
            store::unsubscribe(conn, id, now)?;
            outbox::suppress(conn, id.uuid(), now)?;
            Ok(())
        })
        .await
}
