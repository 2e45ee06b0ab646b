//! What is approved turns out to be wrong before it is public.

use super::step::{self, Act, Outcome};
use crate::http::AppState;
use crate::triage::domain::{AnswerError, ResponseState, reopen};

/// Opens an approved response again, with a note that says why; it needs a second approval afterwards.
///
/// # Errors
/// A rule of [`AnswerError`], or the database.
pub async fn reopen_response(state: &AppState, act: Act, note: String) -> Outcome<()> {
    step::go_on(
        state,
        act,
        "response.reopened",
        note,
        move |stored, note, now| {
            let stored = stored.ok_or(AnswerError::NotApproved)?;
            reopen(stored, note)?;
            Ok(step::following(&act, stored, ResponseState::Returned, now))
        },
    )
    .await
}
