//! A second member wants something put right first.

use super::step::{self, Act, Outcome};
use crate::db::Failure;
use crate::http::AppState;
use crate::triage::domain::{ResponseState, send_back};

/// Sends a response back to be written again, with a note that says why.
///
/// # Errors
/// A rule of [`AnswerError`](crate::triage::domain::AnswerError), or the database.
pub async fn return_response(state: &AppState, act: Act, note: String) -> Outcome<()> {
    let (now, tokens) = (state.now(), state.tokens.clone());
    state
        .db
        .write(move |connection| {
            let stored = step::waiting(connection, &act)?;
            send_back(&stored, &note).map_err(Failure::Refused)?;
            let after = step::following(&act, &stored, ResponseState::Returned, now);
            step::put_next(connection, &act, &after, note.trim())?;
            let before = Some(&stored);
            step::record_act(
                connection,
                &tokens,
                "response.returned",
                &act,
                before,
                &after,
            )?;
            Ok(())
        })
        .await
}
