//! Confirms a submission by the link in its mail: only then it counts. The time it arrived stays its time.

use serde_json::json;

use super::confirmation_mail::address;
use crate::accounts::By;
use crate::audit::{self, Entry};
use crate::consultations::{audit_scope, find_by_id};
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::SubmissionLinkId;
use crate::mail::Message;
use crate::mail::outbox::{self, NewMail};
use crate::submissions::domain::{Confirmation, public_state};
use crate::submissions::evidence::{CONFIRMED, confirmation, subject};
use crate::submissions::store::{self, StoredSubmission};

/// Why a submission is not confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfirmError {
    #[error("there is no such submission")]
    NoSuchSubmission,
    #[error("the time to confirm has passed")]
    Expired,
}

/// Confirms the submission; doing it again changes nothing.
///
/// # Errors
/// A rule of [`ConfirmError`], or the database.
pub async fn confirm_submission(
    context: &Context,
    by: &By,
    link: SubmissionLinkId,
) -> Result<(), Failure<ConfirmError>> {
    let (now, tokens, by) = (context.now(), context.tokens.clone(), by.clone());
    context
        .db
        .write(move |connection| {
            let submission = store::find_by_link(connection, link)?
                .ok_or(Failure::Refused(ConfirmError::NoSuchSubmission))?;
            let id = submission.id;
            match submission.confirmation(now) {
                Confirmation::Waiting => {}
                Confirmation::Confirmed => return Ok(()),
                Confirmation::Expired => return Err(Failure::Refused(ConfirmError::Expired)),
            }
            if store::confirm(connection, id, now)? {
                send_receipt(connection, &submission, now)?;
                let after = confirmation(&submission.reference, Some(now));
                let scope = audit_scope(connection, submission.consultation_id)?;
                let entry = Entry {
                    actor: by.audit_name(),
                    action: CONFIRMED,
                    subject: subject(&submission.reference),
                    scope,
                    before: None,
                    after: &after,
                };
                audit::append(connection, &tokens, now, &entry)?;
            }
            Ok(())
        })
        .await
}

fn send_receipt(
    connection: &mut DbConnection,
    submission: &StoredSubmission,
    now: Instant,
) -> StoreResult<()> {
    let Some(recipient) = address(submission) else {
        return Ok(());
    };
    outbox::note_confirmed(connection, &recipient, now)?;
    let Some(consultation) = find_by_id(connection, submission.consultation_id)? else {
        return Ok(());
    };
    let places = crate::submissions::service::place::of_submission(
        connection,
        &consultation,
        submission.id,
    )?;
    let comments: Vec<_> = places
        .into_iter()
        .map(|(row, place)| {
            json!({
                "number": row.position,
                "place": place,
                "body": row.body,
                "proposed_text": row.proposed_text,
                "state": public_state(row.standing, row.work, consultation.released_at.is_some()),
            })
        })
        .collect();
    outbox::enqueue(
        connection,
        &NewMail {
            message: Message::SubmissionReceived,
            content_id: None,
            authority_id: consultation.authority.id,
            recipient,
            language: submission.language,
            link_id: submission.link().uuid(),
            params: json!({
                "consultation": consultation.mail_params(),
                "reference": submission.reference,
                "received_at": submission.received_at,
                "answers_expected_on": consultation.answers_expected_on(),
                "comments": comments,
            }),
        },
        now,
    )?;
    Ok(())
}
