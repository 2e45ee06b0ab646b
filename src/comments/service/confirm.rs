//! Confirms a submission by the link in its mail: only then it counts. The time it arrived stays its time.

use serde_json::json;

use crate::audit::{self, Entry};
use crate::comments::domain::{confirmation_ends, public_state};
use crate::comments::store::{self, StoredSubmission};
use crate::consultations::find_by_id;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::http::AppState;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::SubmissionId;
use crate::mail::outbox::{self, NewMail};

/// Why a submission is not confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfirmError {
    #[error("there is no such submission")]
    NoSuchSubmission,
    #[error("the link could be used until {0}")]
    Expired(Instant),
}

/// Confirms the submission; doing it again changes nothing.
///
/// # Errors
/// A rule of [`ConfirmError`], or the database.
pub async fn confirm_submission(
    state: &AppState,
    id: SubmissionId,
) -> Result<(), Failure<ConfirmError>> {
    let (now, tokens) = (state.now(), state.tokens.clone());
    state
        .db
        .write(move |connection| {
            let submission = store::find_submission(connection, id)?
                .ok_or(Failure::Refused(ConfirmError::NoSuchSubmission))?;
            if submission.confirmed_at.is_some() {
                return Ok(());
            }
            let ends = confirmation_ends(submission.received_at);
            if ends <= now {
                return Err(Failure::Refused(ConfirmError::Expired(ends)));
            }
            if store::confirm(connection, id, now)? {
                send_receipt(connection, &submission, now)?;
                let after = json!({ "reference": submission.reference, "confirmed_at": now });
                let entry = Entry {
                    actor: "guest".to_owned(),
                    action: "submission.confirmed",
                    subject: format!("submission:{id}"),
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
    let Some(recipient) = submission
        .email
        .as_deref()
        .and_then(|email| EmailAddress::parse(email).ok())
    else {
        return Ok(());
    };
    let Some(consultation) = find_by_id(connection, submission.consultation_id)? else {
        return Ok(());
    };
    let places = crate::comments::place::of_submission(connection, &consultation, submission.id)?;
    let comments: Vec<_> = places
        .into_iter()
        .map(|(row, place)| {
            json!({
                "number": row.position,
                "place": place,
                "body": row.body,
                "proposed_text": row.proposed_text,
                "state": public_state(&row.state),
            })
        })
        .collect();
    outbox::enqueue(
        connection,
        &NewMail {
            message: "submission_received",
            content_id: None,
            authority_id: consultation.authority.id,
            recipient,
            language: &submission.language,
            link_id: submission.id.uuid(),
            params: json!({
                "consultation": crate::comments::web::mail_consultation(&consultation),
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
