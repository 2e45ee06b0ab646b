//! One comment as the person who answers it needs it.

use diesel::prelude::*;

use crate::comments::{CommentState, SubmitterKind};
use crate::db::schema::{comments, paragraphs, revisions, submissions, submitters};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{CommentId, ConsultationId, ParagraphId, RevisionId, SectionId};

/// A comment with its submission and its submitter.
#[derive(Clone, Debug)]
pub struct StoredComment {
    pub id: CommentId,
    pub row_key: i64,
    /// Of the submission: `KRANJ-2022-0042`.
    pub reference: String,
    /// Its number within the submission.
    pub position: i32,
    pub state: CommentState,
    pub kind: String,
    pub body: String,
    /// Empty when none was proposed.
    pub proposed_text: String,
    pub section_id: Option<SectionId>,
    pub paragraph_id: Option<ParagraphId>,
    pub revision_id: RevisionId,
    pub revision: i32,
    pub received_at: Instant,
    pub confirmed_at: Option<Instant>,
    pub channel: String,
    pub submitter_kind: SubmitterKind,
    pub name: String,
    pub organisation: String,
    pub publish_name: bool,
}

type CommentRow = (
    (i64, String, i32, String, String, String, String),
    (Option<SectionId>, Option<ParagraphId>),
    (RevisionId, i32, Instant, Option<Instant>, String),
    (String, String, String, bool),
);

/// The comment with this id if it belongs to `consultation` and its submitter has confirmed it: nobody works on what
/// nobody has confirmed.
pub fn find_comment(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    id: CommentId,
) -> StoreResult<Option<StoredComment>> {
    let row: Option<CommentRow> = comments::table
        .inner_join(submissions::table.on(submissions::id.eq(comments::submission_id)))
        .inner_join(submitters::table.on(submitters::submission_id.eq(submissions::id)))
        .inner_join(revisions::table.on(revisions::id.eq(comments::revision_id)))
        .filter(
            comments::id
                .eq(id)
                .and(comments::consultation_id.eq(consultation)),
        )
        .filter(comments::state.ne(CommentState::Unconfirmed.code()))
        .select((
            (
                comments::row_key,
                submissions::reference,
                comments::position,
                comments::state,
                comments::kind,
                comments::body,
                comments::proposed_text,
            ),
            (comments::section_id, comments::paragraph_id),
            (
                comments::revision_id,
                revisions::number,
                comments::received_at,
                submissions::confirmed_at,
                submissions::channel,
            ),
            (
                submitters::kind,
                submitters::name,
                submitters::organisation,
                submitters::publish_name,
            ),
        ))
        .first(connection)
        .optional()?;
    Ok(row.map(|row| stored(id, row)))
}

fn stored(id: CommentId, row: CommentRow) -> StoredComment {
    let (comment, place, origin, submitter) = row;
    let (row_key, reference, position, state, kind, body, proposed_text) = comment;
    let (section_id, paragraph_id) = place;
    let (revision_id, revision, received_at, confirmed_at, channel) = origin;
    let (submitter_kind, name, organisation, publish_name) = submitter;
    StoredComment {
        id,
        row_key,
        reference,
        position,
        state: CommentState::parse(&state).unwrap_or(CommentState::New),
        kind,
        body,
        proposed_text,
        section_id,
        paragraph_id,
        revision_id,
        revision,
        received_at,
        confirmed_at,
        channel,
        submitter_kind: SubmitterKind::parse(&submitter_kind).unwrap_or(SubmitterKind::Individual),
        name,
        organisation,
        publish_name,
    }
}

/// A piece of the draft.
#[derive(Clone, Debug, Queryable)]
pub struct Passage {
    pub id: ParagraphId,
    /// `heading`, `text`, `goal`.
    pub kind: String,
    pub number: String,
    pub title: String,
    /// Markdown.
    pub body: String,
}

impl Passage {
    /// The words a response may change: of a heading its title, else the text.
    pub fn text(&self) -> &str {
        if self.kind == "heading" {
            &self.title
        } else {
            &self.body
        }
    }
}

/// The pieces of a section in the revision that was commented on, in order.
pub fn list_passages(
    connection: &mut DbConnection,
    section: SectionId,
    revision: RevisionId,
) -> StoreResult<Vec<Passage>> {
    Ok(paragraphs::table
        .filter(paragraphs::section_id.eq(section))
        .filter(paragraphs::revision_id.eq(revision))
        .order(paragraphs::position)
        .select((
            paragraphs::id,
            paragraphs::kind,
            paragraphs::number,
            paragraphs::title,
            paragraphs::body,
        ))
        .load(connection)?)
}

/// The words that stand in the draft where a comment is made; empty when it is on more than a paragraph.
pub fn find_present_text(connection: &mut DbConnection, comment: CommentId) -> StoreResult<String> {
    let passage: Option<Passage> = comments::table
        .inner_join(
            paragraphs::table.on(comments::paragraph_id
                .eq(paragraphs::id.nullable())
                .and(paragraphs::revision_id.eq(comments::revision_id))),
        )
        .filter(comments::id.eq(comment))
        .select((
            paragraphs::id,
            paragraphs::kind,
            paragraphs::number,
            paragraphs::title,
            paragraphs::body,
        ))
        .first(connection)
        .optional()?;
    Ok(passage.map_or_else(String::new, |passage| passage.text().to_owned()))
}
