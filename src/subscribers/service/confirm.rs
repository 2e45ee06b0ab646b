//! The second half of the double opt-in.

use crate::context::Context;
use crate::db::{DatabaseError, StoreResult};
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::SubscriptionId;
use crate::mail::outbox;
use crate::subscribers::store;

/// Confirms a subscription. Once is as good as twice; a link that is too old, or of somebody who has left since, does
/// nothing. The page that follows tells which it was.
///
/// # Errors
/// When the database fails.
pub async fn confirm_subscription(
    context: &Context,
    id: SubscriptionId,
) -> Result<(), DatabaseError> {
    let now = context.now();
    context
        .db
        .write(move |conn| -> StoreResult<()> {
            match store::find_subscription(conn, id)? {
                Some(subscription) if subscription.can_confirm(now) => {
                    store::confirm(conn, id, now)?;
                    match EmailAddress::parse(&subscription.email) {
                        Ok(address) => outbox::note_confirmed(conn, &address, now),
                        Err(_unusable) => Ok(()),
                    }
                }
                _ => Ok(()),
            }
        })
        .await
}
