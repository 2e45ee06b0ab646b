//! Asking for notices: the first half of the double opt-in.

use serde_json::json;

use crate::context::Context;
use crate::db::{DatabaseError, DbConnection, StoreResult};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{SubscriberId, SubscriptionId};
use crate::mail::Message;
use crate::mail::outbox::{self, NewMail};
use crate::subscribers::domain::{Subscription, SubscriptionRequest, SubscriptionState};
use crate::subscribers::store::{self, NewSubscription};

/// Sends the address a mail that proves it is the owner who asks, or tells the owner that they are subscribed already.
///
/// The caller learns nothing about the address. How many such mails a mailbox gets is decided where they leave: what goes
/// beyond waits there.
///
/// # Errors
/// When the database fails.
pub async fn subscribe(
    context: &Context,
    request: SubscriptionRequest,
) -> Result<(), DatabaseError> {
    let now = context.now();
    let ids = (context.ids.next(now), context.ids.next(now));
    context
        .db
        .write(move |conn| subscribe_in(conn, ids, &request, now))
        .await
}

fn subscribe_in(
    conn: &mut DbConnection,
    (id, subscriber_id): (SubscriptionId, SubscriberId),
    request: &SubscriptionRequest,
    now: Instant,
) -> StoreResult<()> {
    let known = store::find_on_list(conn, &request.list, &request.email)?;
    let (email, language) = (&request.email, request.language);
    match known {
        None => {
            let new = NewSubscription {
                id,
                subscriber_id,
                list: &request.list,
                email,
                language,
                state: SubscriptionState::Pending,
                created_at: now,
            };
            store::insert_subscription(conn, &new)?;
            ask(conn, id, request, now)
        }
        Some(subscription) if subscription.state == SubscriptionState::Confirmed => {
            remind(conn, &subscription, request, now)
        }
        Some(subscription) => {
            store::renew(conn, &subscription, email, language, now)?;
            ask(conn, subscription.id, request, now)
        }
    }
}

/// The mail with the link that confirms.
fn ask(
    conn: &mut DbConnection,
    id: SubscriptionId,
    request: &SubscriptionRequest,
    now: Instant,
) -> StoreResult<()> {
    let recipient = request.email.clone();
    let mail = (id, recipient, request.language);
    enqueue(conn, Message::ConfirmSubscription, mail, request, now)
}

/// The mail that says nothing more is needed; it goes to the address as its owner wrote it, in the owner's language.
fn remind(
    conn: &mut DbConnection,
    subscription: &Subscription,
    request: &SubscriptionRequest,
    now: Instant,
) -> StoreResult<()> {
    let recipient =
        EmailAddress::parse(&subscription.email).unwrap_or_else(|_| request.email.clone());
    let mail = (subscription.id, recipient, subscription.language);
    enqueue(conn, Message::AlreadySubscribed, mail, request, now)
}

fn enqueue(
    conn: &mut DbConnection,
    message: Message,
    (id, recipient, language): (SubscriptionId, EmailAddress, Language),
    request: &SubscriptionRequest,
    now: Instant,
) -> StoreResult<()> {
    let mail = NewMail {
        message,
        content_id: None,
        authority_id: request.list.authority_id,
        recipient,
        language,
        link_id: id.uuid(),
        params: json!({ "subject": request.list.name }),
    };
    outbox::enqueue(conn, &mail, now)
}
