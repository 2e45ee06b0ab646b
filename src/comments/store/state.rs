//! Moves comments from state to state on the word of `submissions` and `responses`.

use diesel::prelude::*;

use crate::comments::domain::{Standing, Work};
use crate::db::schema::{comments, responses};
use crate::db::types::Guid;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::{CommentId, ConsultationId, ResponseId, StaffId, SubmissionId};

/// What a response says about comments.
#[derive(Clone, Debug)]
pub struct Answered {
    pub response: ResponseId,
    /// Who wrote the response last.
    pub writer: StaffId,
    pub state: Work,
    /// Words of the response, for the search.
    pub words: String,
}

/// Lets a response answer these comments, as far as it has got.
///
/// # Errors
/// When the database refuses.
pub fn set_answered(
    connection: &mut DbConnection,
    ids: &[CommentId],
    answered: &Answered,
) -> StoreResult<()> {
    for id in ids {
        diesel::update(comments::table.filter(comments::id.eq(id)))
            .set((
                comments::response_id.eq(answered.response),
                comments::writer_id.eq(answered.writer),
                comments::work.eq(answered.state),
                comments::response_search_text.eq(&answered.words),
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
    answered: &Answered,
) -> StoreResult<bool> {
    let unanswered = comments::table
        .filter(comments::id.eq(id))
        .filter(comments::response_id.is_null());
    let attached = diesel::update(unanswered)
        .set((
            comments::response_id.eq(answered.response),
            comments::writer_id.eq(answered.writer),
            comments::work.eq(answered.state),
            comments::response_search_text.eq(&answered.words),
        ))
        .execute(connection)?;
    Ok(attached == 1)
}

/// Moves the comments of a consultation that its approved responses up to `last` answer to `released`, in one statement.
/// They are public as soon as the consultation is.
///
/// # Errors
/// When the database refuses.
pub fn release_answered(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    last: ResponseId,
) -> StoreResult<usize> {
    let approved = responses::table
        .filter(responses::consultation_id.eq(consultation))
        .filter(responses::state.eq(Work::Approved))
        .filter(responses::id.le(last))
        .select(responses::id.nullable());
    let answered = comments::table
        .filter(comments::response_id.eq_any(approved))
        .filter(comments::work.eq(Work::Approved));
    Ok(diesel::update(answered)
        .set(comments::work.eq(Work::Released))
        .execute(connection)?)
}

/// Lets every new comment of a consultation be answered by a response with its own id, for load tests.
///
/// # Errors
/// When the database refuses.
pub fn approve_new(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    writer: StaffId,
) -> StoreResult<usize> {
    Ok(diesel::sql_query(
        "update comments set work = 'approved', response_id = id, writer_id = $1
         where consultation_id = $2 and standing = 'counted' and work = 'new'
             and response_id is null",
    )
    .bind::<Guid, _>(writer)
    .bind::<Guid, _>(consultation)
    .execute(connection)?)
}

/// Lets the comments of a submission stand as it does.
///
/// # Errors
/// When the database refuses.
pub fn set_standing(
    connection: &mut DbConnection,
    submission: SubmissionId,
    standing: Standing,
) -> StoreResult<()> {
    diesel::update(comments::table.filter(comments::submission_id.eq(submission)))
        .set(comments::standing.eq(standing))
        .execute(connection)?;
    Ok(())
}
