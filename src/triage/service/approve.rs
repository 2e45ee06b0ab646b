//! A second member agrees with a response.

use super::step::{self, Act, Outcome};
use crate::http::AppState;
use crate::triage::domain::{AnswerError, ResponseState, approve};
use crate::triage::store::ResponseRecord;

/// The act as the audit chain calls it.
pub(super) const APPROVED: &str = "response.approved";

/// Approves a response. Nothing is public yet.
///
/// # Errors
/// A rule of [`AnswerError`], or the database.
pub async fn approve_response(state: &AppState, act: Act) -> Outcome<()> {
    step::go_on(
        state,
        act,
        APPROVED,
        String::new(),
        move |stored, _note, now| {
            let stored = stored.ok_or(AnswerError::NotInApproval)?;
            approve(stored, act.staff)?;
            Ok(ResponseRecord {
                approver_id: Some(act.staff),
                approved_at: Some(now),
                ..step::following(&act, stored, ResponseState::Approved, now)
            })
        },
    )
    .await
}
