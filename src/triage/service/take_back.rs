//! The author sees something to put right before anybody has approved it.

use super::step::{self, Act, Outcome};
use crate::http::AppState;
use crate::triage::domain::{AnswerError, ResponseState, take_back};

/// Takes a response back to be written on; what it says is kept.
///
/// # Errors
/// A rule of [`AnswerError`], or the database.
pub async fn take_back_response(state: &AppState, act: Act) -> Outcome<()> {
    step::go_on(
        state,
        act,
        "response.taken_back",
        String::new(),
        move |stored, _note, now| {
            let stored = stored.ok_or(AnswerError::NotInApproval)?;
            take_back(stored, act.staff)?;
            Ok(step::following(&act, stored, ResponseState::Drafted, now))
        },
    )
    .await
}
