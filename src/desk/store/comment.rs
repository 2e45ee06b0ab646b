//! One comment as the person who answers it needs it.

use diesel::prelude::*;

use crate::comments::{CommentKind, Standing, SubmitterKind, Work};
use crate::db::schema::{comments, revisions, submissions, submitters};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{CommentId, ConsultationId, ParagraphId, RevisionId, SectionId};
use crate::submissions::Channel;

/// A comment with its submission and its submitter.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = comments)]
pub struct StoredComment {
    pub id: CommentId,
    pub row_key: i64,
    /// Of the submission: `KRANJ-2022-0042`.
    #[diesel(select_expression = submissions::reference)]
    pub reference: String,
    /// Its number within the submission.
    pub position: i32,
    pub work: Work,
    pub kind: CommentKind,
    pub body: String,
    /// Empty when none was proposed.
    pub proposed_text: String,
    pub section_id: Option<SectionId>,
    pub paragraph_id: Option<ParagraphId>,
    pub revision_id: RevisionId,
    #[diesel(select_expression = revisions::number)]
    pub revision: i32,
    pub received_at: Instant,
    #[diesel(select_expression = submissions::confirmed_at)]
    pub confirmed_at: Option<Instant>,
    #[diesel(select_expression = submissions::channel)]
    pub channel: Channel,
    #[diesel(select_expression = submitters::kind)]
    pub submitter_kind: SubmitterKind,
    #[diesel(select_expression = submitters::name)]
    pub name: String,
    #[diesel(select_expression = submitters::organisation)]
    pub organisation: String,
    #[diesel(select_expression = submitters::publish_name)]
    pub publish_name: bool,
}

/// The comment with this id if it belongs to `consultation` and its submitter has confirmed it: nobody works on what
/// nobody has confirmed.
pub fn find_comment(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    id: CommentId,
) -> StoreResult<Option<StoredComment>> {
    Ok(comments::table
        .inner_join(submissions::table.on(submissions::id.eq(comments::submission_id)))
        .inner_join(submitters::table.on(submitters::submission_id.eq(submissions::id)))
        .inner_join(revisions::table.on(revisions::id.eq(comments::revision_id)))
        .filter(
            comments::id
                .eq(id)
                .and(comments::consultation_id.eq(consultation)),
        )
        .filter(comments::standing.eq(Standing::Counted))
        .select(StoredComment::as_select())
        .first(connection)
        .optional()?)
}
