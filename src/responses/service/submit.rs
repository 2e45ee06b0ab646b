//! Hands a finished response to a second member.

use super::save::put_text;
use super::step::{self, Act, Outcome};
use crate::accounts::By;
use crate::context::Context;
use crate::db::Failure;
use crate::responses::domain::{
    ResponseDraft, ResponseState, WORKING_GROUP, check_complete, check_editable,
    without_present_text,
};
use crate::responses::store;

/// Saves a finished response and puts it up for approval.
///
/// # Errors
/// A rule of [`AnswerError`](crate::responses::domain::AnswerError), or the database.
pub async fn submit_response(
    context: &Context,
    by: &By,
    act: Act,
    draft: ResponseDraft,
) -> Outcome<()> {
    let (now, by) = (context.now(), by.clone());
    let (ids, tokens) = (context.ids.clone(), context.tokens.clone());
    context
        .db
        .write(move |connection| {
            let turn = step::begin(connection, &by, WORKING_GROUP, act)?;
            check_editable(turn.stored.as_ref()).map_err(Failure::Refused)?;
            let present = store::find_present_text(connection, act.comment)?;
            check_complete(&draft, &present).map_err(Failure::Refused)?;
            let draft = without_present_text(draft.clone(), &present);
            let state = ResponseState::InApproval;
            let after = put_text(connection, &turn, state, &draft, &ids, now)?;
            turn.record(connection, &tokens, "response.submitted", &after)?;
            Ok(())
        })
        .await
}
