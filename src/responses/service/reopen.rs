//! What is approved turns out to be wrong before it is public.

use super::step::{self, Act, Outcome, Step};
use crate::accounts::By;
use crate::context::Context;
use crate::responses::domain::{AnswerError, COORDINATORS, ResponseState, reopen};

const STEP: Step = Step {
    action: "response.reopened",
    roles: COORDINATORS,
};

/// Opens an approved response again, with a note that says why; it needs a second approval afterwards.
///
/// # Errors
/// A rule of [`AnswerError`], or the database.
pub async fn reopen_response(context: &Context, by: &By, act: Act, note: String) -> Outcome<()> {
    step::go_on(context, by, act, STEP, note, |turn, note, now| {
        let stored = turn.stored.as_ref().ok_or(AnswerError::NotApproved)?;
        reopen(stored, note)?;
        Ok(turn.following(stored, ResponseState::Returned, now))
    })
    .await
}
