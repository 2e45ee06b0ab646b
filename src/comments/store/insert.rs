//! Comments as they come in.

use diesel::prelude::*;

use super::words::with_number;
use crate::comments::domain::{CommentKind, Standing, Work};
use crate::db::schema::comments;
use crate::db::{DbConnection, StoreResult, insert_rows};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{
    CommentId, ConsultationId, ItemId, ParagraphId, RevisionId, SectionId, SubmissionId,
};

/// What a comment has of the submission it came with.
#[derive(Clone, Copy, Debug)]
pub struct ReceivedWith<'a> {
    pub submission_id: SubmissionId,
    pub consultation_id: ConsultationId,
    pub reference: &'a str,
    pub standing: Standing,
    pub received_at: Instant,
    pub is_late: bool,
}

/// A comment as it is stored when it comes in.
#[derive(Clone, Debug)]
pub struct ReceivedComment {
    pub id: CommentId,
    /// What it is made from.
    pub item_id: ItemId,
    pub position: i32,
    pub section_id: Option<SectionId>,
    pub paragraph_id: Option<ParagraphId>,
    pub revision_id: RevisionId,
    pub kind: CommentKind,
    pub body: String,
    pub proposed_text: String,
    /// What [`words_of`](super::words_of) gives, for the search.
    pub words: String,
}

/// Stores comments, each with its submission, whose reference number they are found by too.
///
/// # Errors
/// When the database refuses.
pub fn insert_comments(
    connection: &mut DbConnection,
    new: &[(ReceivedWith<'_>, &ReceivedComment)],
) -> StoreResult<()> {
    insert_rows!(connection, comments::table, new, |(submission, new)| (
        comments::id.eq(new.id),
        comments::submission_id.eq(submission.submission_id),
        comments::item_id.eq(new.item_id),
        comments::consultation_id.eq(submission.consultation_id),
        comments::position.eq(new.position),
        comments::section_id.eq(new.section_id),
        comments::paragraph_id.eq(new.paragraph_id),
        comments::revision_id.eq(new.revision_id),
        comments::kind.eq(new.kind),
        comments::body.eq(&new.body),
        comments::proposed_text.eq(&new.proposed_text),
        comments::standing.eq(submission.standing),
        comments::work.eq(Work::New),
        comments::received_at.eq(submission.received_at),
        comments::is_late.eq(submission.is_late),
        comments::search_text.eq(with_number(&new.words, submission.reference, new.position)),
    ))?;
    Ok(())
}
