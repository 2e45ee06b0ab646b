//! The rows of a list, once it is known which.

use diesel::prelude::*;

use crate::comments::{Disposition, SubmitterKind, Work};
use crate::db::schema::{comments, responses, staff, submissions, submitters};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{CommentId, ParagraphId, SectionId};

/// A comment in a list.
#[derive(Clone, Debug)]
pub struct ListedComment {
    pub id: CommentId,
    pub reference: String,
    pub position: i32,
    pub section_id: Option<SectionId>,
    pub paragraph_id: Option<ParagraphId>,
    pub body: String,
    pub submitter_kind: SubmitterKind,
    pub organisation: String,
    pub state: Work,
    pub disposition: Option<Disposition>,
    /// Who works on it: the one it is assigned to, else the author of its response.
    pub assignee: Option<String>,
    pub received_at: Instant,
}

type ListedRow = (
    (CommentId, String, i32, String, Work, Instant),
    (Option<SectionId>, Option<ParagraphId>),
    (SubmitterKind, String),
    (Option<Disposition>, Option<String>, Option<String>),
);

/// The comments with these row keys in their order.
pub fn list_details(
    connection: &mut DbConnection,
    row_keys: &[i64],
) -> StoreResult<Vec<ListedComment>> {
    let author = diesel::alias!(staff as author);
    let rows: Vec<ListedRow> = comments::table
        .inner_join(submissions::table.on(submissions::id.eq(comments::submission_id)))
        .inner_join(submitters::table.on(submitters::submission_id.eq(comments::submission_id)))
        .left_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .left_join(staff::table.on(comments::assignee_id.eq(staff::id.nullable())))
        .left_join(author.on(responses::author_id.eq(author.field(staff::id))))
        .filter(comments::row_key.eq_any(row_keys.to_vec()))
        .order(comments::row_key)
        .select((
            (
                comments::id,
                submissions::reference,
                comments::position,
                comments::body,
                comments::work,
                comments::received_at,
            ),
            (comments::section_id, comments::paragraph_id),
            (submitters::kind, submitters::organisation),
            (
                responses::disposition.nullable(),
                staff::display_name.nullable(),
                author.field(staff::display_name).nullable(),
            ),
        ))
        .load(connection)?;
    Ok(rows.into_iter().map(listed).collect())
}

fn listed(row: ListedRow) -> ListedComment {
    let (comment, place, submitter, work) = row;
    let (id, reference, position, body, state, received_at) = comment;
    let (section_id, paragraph_id) = place;
    let (submitter_kind, organisation) = submitter;
    let (disposition, assignee, author) = work;
    ListedComment {
        id,
        reference,
        position,
        section_id,
        paragraph_id,
        body,
        submitter_kind,
        organisation,
        state,
        disposition,
        assignee: assignee.or(author),
        received_at,
    }
}
