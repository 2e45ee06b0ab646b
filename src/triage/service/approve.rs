//! A second member agrees with a response.

use super::step::{self, Act, Outcome};
use crate::db::Failure;
use crate::http::AppState;
use crate::triage::domain::{ResponseState, approve};
use crate::triage::store::ResponseRecord;

/// Approves a response. Nothing is public yet.
///
/// # Errors
/// A rule of [`AnswerError`](crate::triage::domain::AnswerError), or the database.
pub async fn approve_response(state: &AppState, act: Act) -> Outcome<()> {
    let (now, tokens) = (state.now(), state.tokens.clone());
    state
        .db
        .write(move |connection| {
            let stored = step::waiting(connection, &act)?;
            approve(&stored, act.staff).map_err(Failure::Refused)?;
            let after = ResponseRecord {
                approver_id: Some(act.staff),
                approved_at: Some(now),
                ..step::following(&act, &stored, ResponseState::Approved, now)
            };
            step::put_next(connection, &act, &after, "")?;
            let before = Some(&stored);
            step::record_act(
                connection,
                &tokens,
                "response.approved",
                &act,
                before,
                &after,
            )?;
            Ok(())
        })
        .await
}
