//! Puts a response aside as a draft, finished or not.

use super::step::{self, Act, Outcome};
use crate::db::{DbConnection, Failure};
use crate::http::AppState;
use crate::kernel::clock::Instant;
use crate::kernel::ids::Ids;
use crate::triage::domain::{
    Response, ResponseDraft, ResponseState, check_draft, check_editable, without_present_text,
    writer_of,
};
use crate::triage::store::{self, ResponseRecord};

/// Saves a draft. Nothing is overwritten that the person has not seen.
///
/// # Errors
/// A rule of [`AnswerError`](crate::triage::domain::AnswerError), or the database.
pub async fn save_response(state: &AppState, act: Act, draft: ResponseDraft) -> Outcome<()> {
    let (now, ids) = (state.now(), state.ids.clone());
    state
        .db
        .write(move |connection| {
            let stored = step::seen(connection, &act)?;
            check_editable(stored.as_ref()).map_err(Failure::Refused)?;
            check_draft(&draft).map_err(Failure::Refused)?;
            let present = store::find_present_text(connection, act.comment)?;
            let draft = without_present_text(draft.clone(), &present);
            let state = ResponseState::Drafted;
            put_text(connection, &act, stored.as_ref(), state, &draft, &ids, now)?;
            Ok(())
        })
        .await
}

/// Stores `draft` as the next version, or as the first.
pub(super) fn put_text(
    connection: &mut DbConnection,
    act: &Act,
    stored: Option<&Response>,
    state: ResponseState,
    draft: &ResponseDraft,
    ids: &Ids,
    now: Instant,
) -> Outcome<ResponseRecord> {
    let author_id = writer_of(stored, draft, act.staff);
    if let Some(stored) = stored {
        let record = ResponseRecord {
            draft: draft.clone(),
            author_id,
            ..step::following(act, stored, state, now)
        };
        step::put_next(connection, act, &record, "")?;
        return Ok(record);
    }
    let record = ResponseRecord {
        id: ids.next(now),
        consultation_id: act.consultation,
        state,
        version: 1,
        draft: draft.clone(),
        author_id,
        approver_id: None,
        approved_at: None,
        released_at: None,
        updated_at: now,
    };
    step::put_first(connection, act, &record)?;
    Ok(record)
}
