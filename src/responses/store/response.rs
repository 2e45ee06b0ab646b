//! Reading and writing one response.

use diesel::prelude::*;

use crate::comments::{Answered, Disposition, Standing};
use crate::db::schema::{comments, responses};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{CommentId, ConsultationId, ResponseId, StaffId};
use crate::kernel::search_text::words;
use crate::responses::domain::{Response, ResponseDraft, ResponseState, TextChange};

/// A response with everything decided, as it is stored.
#[derive(Clone, Debug)]
pub struct ResponseRecord {
    pub id: ResponseId,
    pub consultation_id: ConsultationId,
    pub state: ResponseState,
    /// 1 for the first.
    pub version: i32,
    pub draft: ResponseDraft,
    pub author_id: StaffId,
    /// Who approved it, never the author.
    pub approver_id: Option<StaffId>,
    pub approved_at: Option<Instant>,
    pub released_at: Option<Instant>,
    pub updated_at: Instant,
}

impl ResponseRecord {
    /// What its comments are told.
    pub fn answered(&self) -> Answered {
        Answered {
            response: self.id,
            writer: self.author_id,
            state: self.state.work(),
            words: words(&format!(
                "{} {}",
                self.draft.reason, self.draft.changed_text
            )),
        }
    }
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = responses)]
pub(super) struct ResponseRow {
    pub(super) id: ResponseId,
    state: ResponseState,
    version: i32,
    disposition: Option<Disposition>,
    reason: String,
    text_change: TextChange,
    changed_text: String,
    author_id: StaffId,
    updated_at: Instant,
}

/// A comment as far as an act on its response needs it.
#[derive(Clone, Debug)]
pub struct AnsweredComment {
    pub response: Option<Response>,
}

/// The comment with this id if it belongs to `consultation` and its submitter has confirmed it, with its response.
pub fn find_response(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    comment: CommentId,
) -> StoreResult<Option<AnsweredComment>> {
    let row: Option<(CommentId, Option<ResponseRow>)> = comments::table
        .left_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .filter(comments::id.eq(comment))
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::standing.eq(Standing::Counted))
        .select((comments::id, Option::<ResponseRow>::as_select()))
        .first(connection)
        .optional()?;
    Ok(row.map(|(_id, row)| AnsweredComment {
        response: row.map(response),
    }))
}

pub(super) fn response(row: ResponseRow) -> Response {
    Response {
        id: row.id,
        state: row.state,
        version: row.version,
        draft: ResponseDraft {
            disposition: row.disposition,
            reason: row.reason,
            text_change: row.text_change,
            changed_text: row.changed_text,
        },
        author_id: row.author_id,
        updated_at: row.updated_at,
    }
}

/// Stores a new response. Its comments are attached by `comments`, its history by [`super::insert_version`].
pub fn insert_response(connection: &mut DbConnection, new: &ResponseRecord) -> StoreResult<()> {
    diesel::insert_into(responses::table)
        .values((
            responses::id.eq(new.id),
            responses::consultation_id.eq(new.consultation_id),
            responses::state.eq(new.state),
            responses::version.eq(new.version),
            responses::disposition.eq(new.draft.disposition),
            responses::reason.eq(&new.draft.reason),
            responses::text_change.eq(new.draft.text_change),
            responses::changed_text.eq(&new.draft.changed_text),
            responses::author_id.eq(new.author_id),
            responses::approver_id.eq(new.approver_id),
            responses::approved_at.eq(new.approved_at),
            responses::released_at.eq(new.released_at),
            responses::updated_at.eq(new.updated_at),
        ))
        .execute(connection)?;
    Ok(())
}

/// Replaces version `new.version - 1` of a response by `new`. `false` when that is no longer the stored version: then
/// nothing was written.
pub fn update_response(connection: &mut DbConnection, new: &ResponseRecord) -> StoreResult<bool> {
    let seen = responses::table
        .find(new.id)
        .filter(responses::version.eq(new.version - 1));
    let updated = diesel::update(seen)
        .set((
            responses::state.eq(new.state),
            responses::version.eq(new.version),
            responses::disposition.eq(new.draft.disposition),
            responses::reason.eq(&new.draft.reason),
            responses::text_change.eq(new.draft.text_change),
            responses::changed_text.eq(&new.draft.changed_text),
            responses::author_id.eq(new.author_id),
            responses::approver_id.eq(new.approver_id),
            responses::approved_at.eq(new.approved_at),
            responses::updated_at.eq(new.updated_at),
        ))
        .execute(connection)?;
    Ok(updated == 1)
}

/// The comments a response answers.
pub fn list_answered(
    connection: &mut DbConnection,
    response: ResponseId,
) -> StoreResult<Vec<CommentId>> {
    Ok(comments::table
        .filter(comments::response_id.eq(response))
        .select(comments::id)
        .load(connection)?)
}
