//! Hands a finished response to a second member.

use super::save::put_text;
use super::step::{self, Act, Outcome};
use crate::db::Failure;
use crate::http::AppState;
use crate::triage::domain::{
    ResponseDraft, ResponseState, check_complete, check_editable, without_present_text,
};
use crate::triage::store;

/// Saves a finished response and puts it up for approval.
///
/// # Errors
/// A rule of [`AnswerError`](crate::triage::domain::AnswerError), or the database.
pub async fn submit_response(state: &AppState, act: Act, draft: ResponseDraft) -> Outcome<()> {
    let (now, ids, tokens) = (state.now(), state.ids.clone(), state.tokens.clone());
    state
        .db
        .write(move |connection| {
            let stored = step::seen(connection, &act)?;
            check_editable(stored.as_ref()).map_err(Failure::Refused)?;
            let present = store::find_present_text(connection, act.comment)?;
            check_complete(&draft, &present).map_err(Failure::Refused)?;
            let draft = without_present_text(draft.clone(), &present);
            let before = stored.as_ref();
            let state = ResponseState::InApproval;
            let after = put_text(connection, &act, before, state, &draft, &ids, now)?;
            step::record_act(
                connection,
                &tokens,
                "response.submitted",
                &act,
                before,
                &after,
            )?;
            Ok(())
        })
        .await
}
