//! Puts a response aside as a draft, finished or not.

use super::step::{self, Act, Outcome, Turn};
use crate::accounts::By;
use crate::context::Context;
use crate::db::{DbConnection, Failure};
use crate::kernel::clock::Instant;
use crate::kernel::ids::Ids;
use crate::responses::domain::{
    ResponseDraft, ResponseState, WORKING_GROUP, check_draft, check_editable, without_present_text,
    writer_of,
};
use crate::responses::store::{self, ResponseRecord};

/// Saves a draft. Nothing is overwritten that the person has not seen.
///
/// # Errors
/// A rule of [`AnswerError`](crate::responses::domain::AnswerError), or the database.
pub async fn save_response(
    context: &Context,
    by: &By,
    act: Act,
    draft: ResponseDraft,
) -> Outcome<()> {
    let (now, ids, by) = (context.now(), context.ids.clone(), by.clone());
    context
        .db
        .write(move |connection| {
            let turn = step::begin(connection, &by, WORKING_GROUP, act)?;
            check_editable(turn.stored.as_ref()).map_err(Failure::Refused)?;
            check_draft(&draft).map_err(Failure::Refused)?;
            let present = store::find_present_text(connection, act.comment)?;
            let draft = without_present_text(draft.clone(), &present);
            put_text(connection, &turn, ResponseState::Drafted, &draft, &ids, now)?;
            Ok(())
        })
        .await
}

/// Stores `draft` as the next version, or as the first.
pub(super) fn put_text(
    connection: &mut DbConnection,
    turn: &Turn,
    state: ResponseState,
    draft: &ResponseDraft,
    ids: &Ids,
    now: Instant,
) -> Outcome<ResponseRecord> {
    let author_id = writer_of(turn.stored.as_ref(), draft, turn.staff);
    if let Some(stored) = &turn.stored {
        let record = ResponseRecord {
            draft: draft.clone(),
            author_id,
            ..turn.following(stored, state, now)
        };
        turn.put_next(connection, &record, "")?;
        return Ok(record);
    }
    let record = ResponseRecord {
        id: ids.next(now),
        consultation_id: turn.act.consultation,
        state,
        version: 1,
        draft: draft.clone(),
        author_id,
        approver_id: None,
        approved_at: None,
        released_at: None,
        updated_at: now,
    };
    turn.put_first(connection, &record)?;
    Ok(record)
}
