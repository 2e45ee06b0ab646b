//! Moves comments from state to state on the word of `triage`.

use diesel::prelude::*;

use crate::comments::domain::CommentState;
use crate::db::schema::comments;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::{CommentId, ConsultationId, ResponseId, StaffId};

/// What triage says about comments.
#[derive(Clone, Copy, Debug)]
pub struct Answered {
    pub response: ResponseId,
    /// Who wrote the response last.
    pub writer: StaffId,
    pub state: CommentState,
}

/// Lets a response answer these comments, as far as it has got.
///
/// # Errors
/// When the database refuses.
pub fn set_answered(
    connection: &mut DbConnection,
    ids: &[CommentId],
    answered: Answered,
) -> StoreResult<()> {
    for id in ids {
        diesel::update(comments::table.filter(comments::id.eq(id)))
            .set((
                comments::response_id.eq(answered.response),
                comments::writer_id.eq(answered.writer),
                comments::state.eq(answered.state.code()),
            ))
            .execute(connection)?;
    }
    Ok(())
}

/// Lets a response be the first to answer this comment. `false` when another one was faster: then nothing was written.
///
/// # Errors
/// When the database refuses.
pub fn set_first_answered(
    connection: &mut DbConnection,
    id: CommentId,
    answered: Answered,
) -> StoreResult<bool> {
    let unanswered = comments::table
        .filter(comments::id.eq(id))
        .filter(comments::response_id.is_null());
    let attached = diesel::update(unanswered)
        .set((
            comments::response_id.eq(answered.response),
            comments::writer_id.eq(answered.writer),
            comments::state.eq(answered.state.code()),
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
