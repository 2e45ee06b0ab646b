//! The author sees something to put right before anybody has approved it.

use super::step::{self, Act, Outcome, Step};
use crate::accounts::By;
use crate::context::Context;
use crate::responses::domain::{AnswerError, ResponseState, WORKING_GROUP, take_back};

const STEP: Step = Step {
    action: "response.taken_back",
    roles: WORKING_GROUP,
};

/// Takes a response back to be written on; what it says is kept.
///
/// # Errors
/// A rule of [`AnswerError`], or the database.
pub async fn take_back_response(context: &Context, by: &By, act: Act) -> Outcome<()> {
    step::go_on(context, by, act, STEP, String::new(), |turn, _note, now| {
        let stored = turn.stored.as_ref().ok_or(AnswerError::NotInApproval)?;
        take_back(stored, turn.staff)?;
        Ok(turn.following(stored, ResponseState::Drafted, now))
    })
    .await
}
