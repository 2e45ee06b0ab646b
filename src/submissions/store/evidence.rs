//! Submissions as they stand in the tables, to be compared with the audit chain.

use diesel::prelude::*;
use serde_json::{Value, json};

use crate::audit::text_hash;
use crate::comments::Standing;
use crate::db::schema::{comments, submission_items, submissions};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{
    ConsultationId, ItemId, ParagraphId, RevisionId, SectionId, SubmissionId,
};
use crate::kernel::token::hex;
use crate::submissions::evidence::{Evidence, SentPoint, content_digest};

/// A submission with its items and the comments made from them.
#[derive(Clone, Debug)]
pub struct Kept {
    submission: SubmissionRow,
    items: Vec<ItemRow>,
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

/// What an item and the comment made from it have in common.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = submission_items)]
struct ItemRow {
    id: ItemId,
    submission_id: SubmissionId,
    position: i32,
    section_id: Option<SectionId>,
    paragraph_id: Option<ParagraphId>,
    revision_id: RevisionId,
    kind: String,
    body: String,
    proposed_text: String,
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = comments)]
struct CommentRow {
    #[diesel(embed)]
    said: SaidRow,
    is_late: bool,
    standing: String,
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = comments)]
struct SaidRow {
    item_id: ItemId,
    submission_id: SubmissionId,
    position: i32,
    section_id: Option<SectionId>,
    paragraph_id: Option<ParagraphId>,
    revision_id: RevisionId,
    kind: String,
    body: String,
    proposed_text: String,
}

impl SaidRow {
    /// Whether the comment says what was sent, where it was sent to.
    fn is(&self, item: &ItemRow) -> bool {
        let said = ItemRow {
            id: self.item_id,
            submission_id: self.submission_id,
            position: self.position,
            section_id: self.section_id,
            paragraph_id: self.paragraph_id,
            revision_id: self.revision_id,
            kind: self.kind.clone(),
            body: self.body.clone(),
            proposed_text: self.proposed_text.clone(),
        };
        said == *item
    }
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

    pub(in crate::submissions) fn consultation_id(&self) -> ConsultationId {
        self.submission.consultation_id
    }

    /// Whether the items are what was sent, each has its comment, which says the same, and all stand as the submission does.
    pub(in crate::submissions) fn is_consistent(&self) -> bool {
        let standing = match self.confirmed_at() {
            Some(_) => Standing::Counted,
            None => Standing::Awaiting,
        };
        let stands = |comment: &CommentRow| {
            comment.standing == standing.into_str() && comment.is_late == self.submission.is_late
        };
        let sent = content_digest(self.items.iter().map(ItemRow::sent));
        self.submission.standing == standing.into_str()
            && self.submission.content_digest == sent
            && (1..)
                .zip(&self.items)
                .all(|(position, item)| item.position == position)
            && self.items.len() == self.comments.len()
            && self
                .items
                .iter()
                .zip(&self.comments)
                .all(|(item, comment)| stands(comment) && comment.said.is(item))
    }

    /// The same as when it was received, if nobody changed a row. `confirmed_at` is what it was then.
    pub(in crate::submissions) fn evidence(&self, confirmed_at: Option<Instant>) -> Evidence<'_> {
        let submission = &self.submission;
        Evidence {
            id: submission.id,
            number: submission.number,
            channel: &submission.channel,
            language: &submission.language,
            received_at: submission.received_at,
            confirmed_at,
            is_late: submission.is_late,
            content: hex(&submission.content_digest),
            items: self.items.iter().map(|item| item.id).collect(),
        }
    }

    /// The same as versions until d45a745 recorded it, which said more than was needed.
    pub(in crate::submissions) fn first_evidence(&self, confirmed_at: Option<Instant>) -> Value {
        let submission = &self.submission;
        let items = self.items.iter().map(|item| {
            json!({
                "id": item.id,
                "position": item.position,
                "section_id": item.section_id,
                "paragraph_id": item.paragraph_id,
                "revision_id": item.revision_id,
                "kind": item.kind,
                "body": text_hash(&item.body),
                "proposed_text": text_hash(&item.proposed_text),
            })
        });
        json!({
            "id": submission.id,
            "consultation_id": submission.consultation_id,
            "number": submission.number,
            "reference": submission.reference,
            "channel": submission.channel,
            "language": submission.language,
            "received_at": submission.received_at,
            "confirmed_at": confirmed_at,
            "is_late": submission.is_late,
            "content": hex(&submission.content_digest),
            "items": items.collect::<Vec<_>>(),
        })
    }
}

impl ItemRow {
    fn sent(&self) -> SentPoint<'_> {
        SentPoint {
            revision_id: self.revision_id,
            section_id: self.section_id,
            paragraph_id: self.paragraph_id,
            kind: &self.kind,
            body: &self.body,
            proposed_text: &self.proposed_text,
        }
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
    let items: Vec<ItemRow> = submission_items::table
        .filter(submission_items::submission_id.eq_any(&ids))
        .order((submission_items::submission_id, submission_items::position))
        .select(ItemRow::as_select())
        .load(connection)?;
    let comments: Vec<CommentRow> = comments::table
        .filter(comments::submission_id.eq_any(&ids))
        .order((comments::submission_id, comments::position, comments::id))
        .select(CommentRow::as_select())
        .load(connection)?;
    let (mut items, mut comments) = (
        items.into_iter().peekable(),
        comments.into_iter().peekable(),
    );
    Ok(submissions
        .into_iter()
        .map(|submission| Kept {
            items: std::iter::from_fn(|| items.next_if(|one| one.submission_id == submission.id))
                .collect(),
            comments: std::iter::from_fn(|| {
                comments.next_if(|one| one.said.submission_id == submission.id)
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
