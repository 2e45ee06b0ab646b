//! Leaving: one click, no questions, as often as one likes.

use super::Context;
use crate::db::DatabaseError;
use crate::kernel::ids::SubscriberId;
use crate::notices::store;

/// Takes a subscriber off their list.
///
/// # Errors
/// When the database fails.
pub async fn unsubscribe(context: Context<'_>, id: SubscriberId) -> Result<(), DatabaseError> {
    let now = context.now;
    context
        .db
        .write(move |conn| store::unsubscribe(conn, id, now))
        .await
}
