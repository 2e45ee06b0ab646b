//! What the receipt offers while it waits to be confirmed: the mail once more, and another address in place of a
//! mistyped one.

use serde_json::json;

use super::confirmation_mail::{Again, address, ask_again};
use crate::accounts::By;
use crate::audit::{self, Entry};
use crate::consultations::audit_scope;
use crate::context::Context;
use crate::db::{DbConnection, Failure};
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::SubmissionLinkId;
use crate::mail::outbox;
use crate::submissions::domain::{Confirmation, may_send_again};
use crate::submissions::evidence::subject;
use crate::submissions::store::{self, StoredSubmission};

/// Why the mail is not sent again or the address not corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    #[error("there is no such submission")]
    NoSuchSubmission,
    #[error("the submission does not wait to be confirmed")]
    NotWaiting,
    #[error("the mail was sent a moment ago")]
    JustSent,
    #[error("the address was corrected before")]
    AlreadyCorrected,
    #[error("the address is the one the mail was sent to")]
    SameAddress,
}

/// Sends the mail that asks to confirm once more.
///
/// # Errors
/// A rule of [`AddressError`], or the database.
pub async fn send_again(
    context: &Context,
    link: SubmissionLinkId,
) -> Result<(), Failure<AddressError>> {
    let now = context.now();
    context
        .db
        .write(move |connection| {
            let submission = waiting(connection, link, now)?;
            let recipient = address(&submission).ok_or(refused(AddressError::NotWaiting))?;
            let last = submission.sent_again_at.unwrap_or(submission.received_at);
            if !may_send_again(last, now) {
                return Err(refused(AddressError::JustSent));
            }
            store::mark_sent_again(connection, submission.id, now)?;
            ask_again(connection, &submission, &recipient, Again::Asked, now)?;
            Ok(())
        })
        .await
}

/// Puts another address in the place of the one that was typed, once, and asks there. Every link given out before is
/// dead from now on: whoever got the mail by mistake holds nothing any more. Returns what the new ones are derived from.
///
/// # Errors
/// A rule of [`AddressError`], or the database.
pub async fn correct_address(
    context: &Context,
    by: &By,
    link: SubmissionLinkId,
    email: EmailAddress,
) -> Result<SubmissionLinkId, Failure<AddressError>> {
    let (now, tokens, by) = (context.now(), context.tokens.clone(), by.clone());
    let new_link: SubmissionLinkId = context.ids.next(now);
    context
        .db
        .write(move |connection| {
            let submission = waiting(connection, link, now)?;
            if submission.link_id.is_some() {
                return Err(refused(AddressError::AlreadyCorrected));
            }
            if address(&submission).is_some_and(|old| old.mailbox() == email.mailbox()) {
                return Err(refused(AddressError::SameAddress));
            }
            outbox::suppress(connection, link.uuid(), now)?;
            store::correct_address(connection, submission.id, &email, new_link, now)?;
            let corrected = StoredSubmission {
                link_id: Some(new_link),
                ..submission
            };
            ask_again(connection, &corrected, &email, Again::Asked, now)?;
            let after = json!({ "reference": corrected.reference });
            let scope = audit_scope(connection, corrected.consultation_id)?;
            let entry = Entry {
                actor: by.audit_name(),
                action: "submission.address_corrected",
                subject: subject(&corrected.reference),
                scope,
                before: None,
                after: &after,
            };
            audit::append(connection, &tokens, now, &entry)?;
            Ok(new_link)
        })
        .await
}

fn waiting(
    connection: &mut DbConnection,
    link: SubmissionLinkId,
    now: Instant,
) -> Result<StoredSubmission, Failure<AddressError>> {
    let submission =
        store::find_by_link(connection, link)?.ok_or(refused(AddressError::NoSuchSubmission))?;
    match submission.confirmation(now) {
        Confirmation::Waiting => Ok(submission),
        Confirmation::Confirmed | Confirmation::Expired => Err(refused(AddressError::NotWaiting)),
    }
}

fn refused(rule: AddressError) -> Failure<AddressError> {
    Failure::Refused(rule)
}
