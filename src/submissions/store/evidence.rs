//! Submissions as they stand in the tables, to be compared with the audit chain.

use diesel::prelude::*;

use crate::audit::text_hash;
use crate::db::schema::{comments, submissions};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{
    CommentId, ConsultationId, ParagraphId, RevisionId, SectionId, SubmissionId,
};
use crate::kernel::token::hex;
use crate::submissions::evidence::{CommentEvidence, Evidence};

/// A submission with its comments.
#[derive(Clone, Debug)]
pub struct Kept {
    submission: SubmissionRow,
    comments: Vec<CommentRow>,
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = submissions)]
struct SubmissionRow {
    id: SubmissionId,
    consultation_id: ConsultationId,
    number: i64,
    reference: String,
    channel: String,
    language: String,
    standing: String,
    received_at: Instant,
    confirmed_at: Option<Instant>,
    is_late: bool,
    content_digest: Vec<u8>,
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = comments)]
struct CommentRow {
    id: CommentId,
    submission_id: SubmissionId,
    position: i32,
    section_id: Option<SectionId>,
    paragraph_id: Option<ParagraphId>,
    revision_id: RevisionId,
    kind: String,
    body: String,
    proposed_text: String,
    is_late: bool,
    standing: String,
}

impl Kept {
    pub(in crate::submissions) fn id(&self) -> SubmissionId {
        self.submission.id
    }

    pub(in crate::submissions) fn reference(&self) -> &str {
        &self.submission.reference
    }

    pub(in crate::submissions) fn confirmed_at(&self) -> Option<Instant> {
        self.submission.confirmed_at
    }

    /// Where it and its comments stand, which is the same.
    pub(in crate::submissions) fn standings(&self) -> impl Iterator<Item = &str> {
        let comments = self
            .comments
            .iter()
            .map(|comment| comment.standing.as_str());
        std::iter::once(self.submission.standing.as_str()).chain(comments)
    }

    /// The same as when it was received, if nobody changed a row. `confirmed_at` is what it was then.
    pub(in crate::submissions) fn evidence(&self, confirmed_at: Option<Instant>) -> Evidence<'_> {
        let submission = &self.submission;
        Evidence {
            id: submission.id,
            consultation_id: submission.consultation_id,
            number: submission.number,
            reference: &submission.reference,
            channel: &submission.channel,
            language: &submission.language,
            received_at: submission.received_at,
            confirmed_at,
            is_late: submission.is_late,
            content: hex(&submission.content_digest),
            comments: self.comments.iter().map(evidence).collect(),
        }
    }
}

fn evidence(comment: &CommentRow) -> CommentEvidence<'_> {
    CommentEvidence {
        id: comment.id,
        position: comment.position,
        section_id: comment.section_id,
        paragraph_id: comment.paragraph_id,
        revision_id: comment.revision_id,
        kind: &comment.kind,
        body: text_hash(&comment.body),
        proposed_text: text_hash(&comment.proposed_text),
        is_late: comment.is_late,
    }
}

/// Up to `limit` submissions after `id`, in the order of their ids.
///
/// # Errors
/// When the database refuses.
pub fn list_kept(
    connection: &mut DbConnection,
    id: SubmissionId,
    limit: i64,
) -> StoreResult<Vec<Kept>> {
    let submissions: Vec<SubmissionRow> = submissions::table
        .filter(submissions::id.gt(id))
        .order(submissions::id)
        .limit(limit)
        .select(SubmissionRow::as_select())
        .load(connection)?;
    let ids: Vec<SubmissionId> = submissions.iter().map(|one| one.id).collect();
    let comments: Vec<CommentRow> = comments::table
        .filter(comments::submission_id.eq_any(ids))
        .order((comments::submission_id, comments::position, comments::id))
        .select(CommentRow::as_select())
        .load(connection)?;
    let mut comments = comments.into_iter().peekable();
    Ok(submissions
        .into_iter()
        .map(|submission| Kept {
            comments: std::iter::from_fn(|| {
                comments.next_if(|comment| comment.submission_id == submission.id)
            })
            .collect(),
            submission,
        })
        .collect())
}

/// Those of these reference numbers that a submission has.
///
/// # Errors
/// When the database refuses.
pub fn list_references(
    connection: &mut DbConnection,
    references: &[&str],
) -> StoreResult<Vec<String>> {
    Ok(submissions::table
        .filter(submissions::reference.eq_any(references))
        .select(submissions::reference)
        .load(connection)?)
}
