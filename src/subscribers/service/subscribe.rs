//! Asking for notices: the first half of the double opt-in.

use serde_json::json;

use crate::context::Context;
use crate::db::{DatabaseError, DbConnection, StoreResult};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::SubscriberId;
use crate::mail::Message;
use crate::mail::outbox::{self, NewMail};
use crate::subscribers::domain::{Subscriber, SubscriberState, SubscriptionRequest};
use crate::subscribers::store::{self, NewSubscriber};

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
    let id: SubscriberId = context.ids.next(now);
    context
        .db
        .write(move |conn| subscribe_in(conn, id, &request, now))
        .await
}

fn subscribe_in(
    conn: &mut DbConnection,
    id: SubscriberId,
    request: &SubscriptionRequest,
    now: Instant,
) -> StoreResult<()> {
    let known = store::find_on_list(conn, &request.list, &request.email)?;
    let (email, language) = (&request.email, request.language);
    match known {
        None => {
            let new = NewSubscriber {
                id,
                list: &request.list,
                email,
                language,
                state: SubscriberState::Pending,
                created_at: now,
            };
            store::insert_subscriber(conn, &new)?;
            ask(conn, id, request, now)
        }
        Some(subscriber) if subscriber.state == SubscriberState::Confirmed => {
            remind(conn, &subscriber, request, now)
        }
        Some(subscriber) => {
            store::renew(conn, subscriber.id, email, language, now)?;
            ask(conn, subscriber.id, request, now)
        }
    }
}

/// The mail with the link that confirms.
fn ask(
    conn: &mut DbConnection,
    id: SubscriberId,
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
    subscriber: &Subscriber,
    request: &SubscriptionRequest,
    now: Instant,
) -> StoreResult<()> {
    let recipient =
        EmailAddress::parse(&subscriber.email).unwrap_or_else(|_| request.email.clone());
    let mail = (subscriber.id, recipient, subscriber.language);
    enqueue(conn, Message::AlreadySubscribed, mail, request, now)
}

fn enqueue(
    conn: &mut DbConnection,
    message: Message,
    (id, recipient, language): (SubscriberId, EmailAddress, Language),
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
