//! A second member wants something put right first.

use super::step::{self, Act, Outcome, Step};
use crate::accounts::By;
use crate::context::Context;
use crate::responses::domain::{AnswerError, ResponseState, WORKING_GROUP, send_back};

const STEP: Step = Step {
    action: "response.returned",
    roles: WORKING_GROUP,
};

/// Sends a response back to be written again, with a note that says why.
///
/// # Errors
/// A rule of [`AnswerError`], or the database.
pub async fn return_response(context: &Context, by: &By, act: Act, note: String) -> Outcome<()> {
    step::go_on(context, by, act, STEP, note, |turn, note, now| {
        let stored = turn.stored.as_ref().ok_or(AnswerError::NotInApproval)?;
        send_back(stored, note)?;
        Ok(turn.following(stored, ResponseState::Returned, now))
    })
    .await
}
