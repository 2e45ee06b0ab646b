//! Moves comments from state to state on the word of `triage`.

use diesel::prelude::*;

use crate::comments::domain::CommentState;
use crate::db::schema::comments;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::{CommentId, ConsultationId, ResponseId};

/// Puts these comments into `state`.
///
/// # Errors
/// When the database refuses.
pub fn set_state(
    connection: &mut DbConnection,
    ids: &[CommentId],
    state: CommentState,
) -> StoreResult<()> {
    for id in ids {
        diesel::update(comments::table.filter(comments::id.eq(id)))
            .set(comments::state.eq(state.code()))
            .execute(connection)?;
    }
    Ok(())
}

/// Lets `response` answer these comments and puts them into `state`.
///
/// # Errors
/// When the database refuses.
pub fn attach_response(
    connection: &mut DbConnection,
    ids: &[CommentId],
    response: ResponseId,
    state: CommentState,
) -> StoreResult<()> {
    for id in ids {
        diesel::update(comments::table.filter(comments::id.eq(id)))
            .set((
                comments::response_id.eq(response),
                comments::state.eq(state.code()),
            ))
            .execute(connection)?;
    }
    Ok(())
}

/// Lets `response` be the first to answer this comment. `false` when another one was faster: then nothing was written.
///
/// # Errors
/// When the database refuses.
pub fn attach_first_response(
    connection: &mut DbConnection,
    id: CommentId,
    response: ResponseId,
    state: CommentState,
) -> StoreResult<bool> {
    let unanswered = comments::table
        .filter(comments::id.eq(id))
        .filter(comments::response_id.is_null());
    let attached = diesel::update(unanswered)
        .set((
            comments::response_id.eq(response),
            comments::state.eq(state.code()),
        ))
        .execute(connection)?;
    Ok(attached == 1)
}

/// Makes every approved comment of a consultation public, in one statement. Returns how many.
///
/// # Errors
/// When the database refuses.
pub fn release_all(
    connection: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<usize> {
    let approved = comments::table
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::state.eq(CommentState::Approved.code()));
    Ok(diesel::update(approved)
        .set(comments::state.eq(CommentState::Released.code()))
        .execute(connection)?)
}
