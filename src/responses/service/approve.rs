//! A second member agrees with a response.

use super::step::{self, Act, Outcome, Step};
use crate::accounts::By;
use crate::context::Context;
use crate::responses::domain::{AnswerError, ResponseState, WORKING_GROUP, approve};
use crate::responses::store::ResponseRecord;

/// The act as the audit chain calls it.
pub(super) const APPROVED: &str = "response.approved";

const STEP: Step = Step {
    action: APPROVED,
    roles: WORKING_GROUP,
};

/// Approves a response. Nothing is public yet.
///
/// # Errors
/// A rule of [`AnswerError`], or the database.
pub async fn approve_response(context: &Context, by: &By, act: Act) -> Outcome<()> {
    step::go_on(context, by, act, STEP, String::new(), |turn, _note, now| {
        let stored = turn.stored.as_ref().ok_or(AnswerError::NotInApproval)?;
        approve(stored, turn.staff)?;
        Ok(ResponseRecord {
            approver_id: Some(turn.staff),
            approved_at: Some(now),
            ..turn.following(stored, ResponseState::Approved, now)
        })
    })
    .await
}
