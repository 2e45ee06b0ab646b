//! The mail that asks to confirm. Whoever gets it may not be its author: until the address is confirmed it carries
//! nothing its author wrote, only what the submission is called, where it belongs and until when to confirm.

use serde_json::{Value, json};

use crate::consultations::{Consultation, find_by_id};
use crate::db::{DbConnection, StoreResult};
use crate::drafts::Place;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::mail::Message;
use crate::mail::outbox::{self, NewMail};
use crate::submissions::service::place;
use crate::submissions::store::StoredSubmission;

/// What the templates are given, but for the reference.
pub(super) fn params(
    consultation: &Consultation,
    places: &[Place],
    received_at: Instant,
    confirm_by: Instant,
) -> Value {
    json!({
        "consultation": consultation.mail_params(),
        "received_at": received_at,
        "confirm_by": confirm_by,
        "places": places,
        "is_reminder": false,
    })
}

/// Why the mail is sent once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Again {
    /// Somebody asked for it.
    Asked,
    /// The time to confirm ends soon.
    Reminder,
}

/// Asks the submitter once more, at the address that stands there now.
pub(super) fn ask_again(
    connection: &mut DbConnection,
    submission: &StoredSubmission,
    recipient: &EmailAddress,
    again: Again,
    now: Instant,
) -> StoreResult<()> {
    let Some(consultation) = find_by_id(connection, submission.consultation_id)? else {
        return Ok(());
    };
    let comments = place::of_submission(connection, &consultation, submission.id)?;
    let places: Vec<Place> = comments.into_iter().map(|(_row, place)| place).collect();
    let (received_at, confirm_by) = (submission.received_at, submission.confirm_by);
    let mut params = params(&consultation, &places, received_at, confirm_by);
    if let Some(fields) = params.as_object_mut() {
        fields.insert("reference".to_owned(), submission.reference.clone().into());
        fields.insert("is_reminder".to_owned(), (again == Again::Reminder).into());
    }
    let mail = NewMail {
        message: Message::ConfirmSubmission,
        content_id: None,
        authority_id: consultation.authority.id,
        recipient: recipient.clone(),
        language: submission.language,
        link_id: submission.link().uuid(),
        params,
    };
    outbox::enqueue(connection, &mail, now)
}

/// The address a submission stands with, if there is one that can be written to.
pub(super) fn address(submission: &StoredSubmission) -> Option<EmailAddress> {
    let email = submission.submitter.email.as_deref()?;
    EmailAddress::parse(email).ok()
}
