//! What each submitter is told by a release.

use diesel::prelude::*;

use crate::comments::{CommentState, Disposition};
use crate::db::schema::{comments, paragraphs, responses, submissions, submitters};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::{ConsultationId, ParagraphId, SectionId, SubmissionId};
use crate::triage::domain::TextChange;

/// A comment about to be released, with the address of its submitter.
#[derive(Clone, Debug)]
pub struct Released {
    pub submission_id: SubmissionId,
    /// Of the submission.
    pub reference: String,
    /// The recipient's language.
    pub language: String,
    pub email: String,
    pub position: i32,
    pub body: String,
    pub section_id: Option<SectionId>,
    pub paragraph_id: Option<ParagraphId>,
    /// The words that stand in the draft; empty when the comment is on more than a paragraph.
    pub draft_text: String,
    pub disposition: Disposition,
    pub reason: String,
    pub text_change: TextChange,
    pub changed_text: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = submissions)]
struct SubmissionColumns {
    id: SubmissionId,
    reference: String,
    language: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = comments)]
struct CommentColumns {
    position: i32,
    body: String,
    section_id: Option<SectionId>,
    paragraph_id: Option<ParagraphId>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = paragraphs)]
struct ParagraphColumns {
    kind: String,
    title: String,
    body: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = responses)]
struct ResponseColumns {
    disposition: Option<String>,
    reason: String,
    text_change: String,
    changed_text: String,
}

type ReleasedRow = (
    SubmissionColumns,
    Option<String>,
    CommentColumns,
    Option<ParagraphColumns>,
    ResponseColumns,
);

/// The comments with an approved response whose submitter left an address; those of one submission follow each other.
pub fn list_released(
    connection: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<Vec<Released>> {
    let rows: Vec<ReleasedRow> = comments::table
        .inner_join(submissions::table.on(submissions::id.eq(comments::submission_id)))
        .inner_join(submitters::table.on(submitters::submission_id.eq(comments::submission_id)))
        .inner_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .left_join(
            paragraphs::table.on(comments::paragraph_id
                .eq(paragraphs::id.nullable())
                .and(paragraphs::revision_id.eq(comments::revision_id))),
        )
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::state.eq(CommentState::Approved.code()))
        .filter(submitters::email.is_not_null())
        .order((submissions::number, comments::position))
        .select((
            SubmissionColumns::as_select(),
            submitters::email,
            CommentColumns::as_select(),
            Option::<ParagraphColumns>::as_select(),
            ResponseColumns::as_select(),
        ))
        .load(connection)?;
    Ok(rows.into_iter().filter_map(released).collect())
}

fn released((submission, email, comment, paragraph, response): ReleasedRow) -> Option<Released> {
    let draft_text = paragraph.map(|paragraph| match paragraph.kind.as_str() {
        "heading" => paragraph.title,
        _ => paragraph.body,
    });
    Some(Released {
        submission_id: submission.id,
        reference: submission.reference,
        language: submission.language,
        email: email?,
        position: comment.position,
        body: comment.body,
        section_id: comment.section_id,
        paragraph_id: comment.paragraph_id,
        draft_text: draft_text.unwrap_or_default(),
        disposition: Disposition::parse(&response.disposition?)?,
        reason: response.reason,
        text_change: TextChange::parse(&response.text_change),
        changed_text: response.changed_text,
    })
}
