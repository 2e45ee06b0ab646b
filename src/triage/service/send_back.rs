//! A second member wants something put right first.

use super::step::{self, Act, Outcome};
use crate::http::AppState;
use crate::triage::domain::{AnswerError, ResponseState, send_back};

/// Sends a response back to be written again, with a note that says why.
///
/// # Errors
/// A rule of [`AnswerError`], or the database.
pub async fn return_response(state: &AppState, act: Act, note: String) -> Outcome<()> {
    step::go_on(
        state,
        act,
        "response.returned",
        note,
        move |stored, note, now| {
            let stored = stored.ok_or(AnswerError::NotInApproval)?;
            send_back(stored, note)?;
            Ok(step::following(&act, stored, ResponseState::Returned, now))
        },
    )
    .await
}
