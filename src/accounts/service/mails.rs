//! Mails to people about their accounts.

use serde_json::Value;
use uuid::Uuid;

use crate::accounts::domain::Staff;
use crate::accounts::store;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::AuthorityId;
use crate::mail::Message;
use crate::mail::outbox::{NewMail, enqueue};

/// Tells somebody something about their account, where they sign in with.
pub(super) fn tell(
    connection: &mut DbConnection,
    staff: &Staff,
    message: Message,
    params: Value,
    now: Instant,
) -> StoreResult<()> {
    let to = staff.email.clone();
    send(
        connection,
        staff,
        &to,
        (message, staff.id.uuid()),
        params,
        now,
    )
}

/// Sends a mail about an account to an address; `link_id` is what its link is about. It comes from an authority they work for,
/// or from any when they work for none.
pub(super) fn send(
    connection: &mut DbConnection,
    staff: &Staff,
    to: &str,
    (message, link_id): (Message, Uuid),
    params: Value,
    now: Instant,
) -> StoreResult<()> {
    let (Some(authority_id), Ok(recipient)) =
        (authority_of(connection, staff)?, EmailAddress::parse(to))
    else {
        return Ok(());
    };
    let mail = NewMail {
        message,
        content_id: None,
        authority_id,
        recipient,
        language: staff.language,
        link_id,
        params,
    };
    enqueue(connection, &mail, now)
}

fn authority_of(connection: &mut DbConnection, staff: &Staff) -> StoreResult<Option<AuthorityId>> {
    if let Some((authority, _role)) = store::list_memberships(connection, staff.id)?.first() {
        return Ok(Some(*authority));
    }
    let in_one = store::list_consultation_roles(connection, staff.id)?;
    if let Some((authority, _consultation, _role)) = in_one.first() {
        return Ok(Some(*authority));
    }
    let any = store::list_authorities(connection)?;
    Ok(any.first().map(|authority| authority.id))
}
