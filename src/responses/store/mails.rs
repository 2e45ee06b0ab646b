//! What each submitter is told by a release.

use diesel::prelude::*;

use crate::comments::Disposition;
use crate::db::schema::{comments, paragraph_texts, releases, responses, submissions, submitters};
use crate::db::{DbConnection, StoreResult};
use crate::drafts::ParagraphKind;
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, ParagraphId, SectionId, SubmissionId, SubmissionLinkId};
use crate::responses::domain::{ResponseState, TextChange};
use crate::submissions::submission_link;

/// A released comment, with the address of its submitter.
#[derive(Clone, Debug)]
pub struct Released {
    pub submission_id: SubmissionId,
    /// What the links of the submission are derived from.
    pub link: SubmissionLinkId,
    /// Of the submission.
    pub reference: String,
    /// The recipient's language.
    pub language: Language,
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
    link_id: Option<SubmissionLinkId>,
    reference: String,
    language: Language,
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
#[diesel(table_name = paragraph_texts)]
struct ParagraphColumns {
    kind: ParagraphKind,
    title: String,
    body: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = responses)]
struct ResponseColumns {
    disposition: Option<Disposition>,
    reason: String,
    text_change: TextChange,
    changed_text: String,
}

type ReleasedRow = (
    SubmissionColumns,
    Option<String>,
    CommentColumns,
    Option<ParagraphColumns>,
    ResponseColumns,
);

/// A release that is public and whose mails are not all in the outbox.
#[derive(Clone, Copy, Debug, Queryable, Selectable)]
#[diesel(table_name = releases)]
pub struct Unmailed {
    pub row_key: i64,
    pub consultation_id: ConsultationId,
    /// Its responses carry this moment.
    pub begun_at: Instant,
    /// Number of the last submission whose mail was written.
    #[diesel(column_name = mailed_up_to)]
    pub up_to: i64,
}

/// A release, if it is public and not through with its mails.
pub fn find_unmailed(connection: &mut DbConnection, row_key: i64) -> StoreResult<Option<Unmailed>> {
    Ok(releases::table
        .find(row_key)
        .filter(releases::mailed_at.is_null())
        .filter(releases::published_at.is_not_null())
        .select(Unmailed::as_select())
        .first(connection)
        .optional()?)
}

/// Whether mails of a consultation's release are not in the outbox yet.
pub fn is_mailing(connection: &mut DbConnection, id: ConsultationId) -> StoreResult<bool> {
    let unmailed = releases::table
        .filter(releases::consultation_id.eq(id))
        .filter(releases::mailed_at.is_null())
        .filter(releases::published_at.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(unmailed)).get_result(connection)?)
}

/// Number of the last of the next `most` submissions; `None` when there are no more.
pub fn find_end_of_part(
    connection: &mut DbConnection,
    release: &Unmailed,
    most: i64,
) -> StoreResult<Option<i64>> {
    let numbers: Vec<i64> = submissions::table
        .filter(submissions::consultation_id.eq(release.consultation_id))
        .filter(submissions::number.gt(release.up_to))
        .order(submissions::number)
        .limit(most)
        .select(submissions::number)
        .load(connection)?;
    Ok(numbers.last().copied())
}

/// Notes how far the mails of a release are in the outbox; without an `end`, that they all are. `false` when another node
/// was faster: then nothing was written.
pub fn advance_mails(
    connection: &mut DbConnection,
    release: &Unmailed,
    end: Option<i64>,
    now: Instant,
) -> StoreResult<bool> {
    let seen = releases::table
        .find(release.row_key)
        .filter(releases::mailed_at.is_null())
        .filter(releases::mailed_up_to.eq(release.up_to));
    let advanced = match end {
        Some(end) => diesel::update(seen)
            .set(releases::mailed_up_to.eq(end))
            .execute(connection)?,
        None => diesel::update(seen)
            .set(releases::mailed_at.eq(now))
            .execute(connection)?,
    };
    Ok(advanced == 1)
}

/// Notes that nobody gets a mail of a release.
pub(super) fn leave_unmailed(
    connection: &mut DbConnection,
    row_key: i64,
    now: Instant,
) -> StoreResult<()> {
    diesel::update(releases::table.find(row_key))
        .set(releases::mailed_at.eq(now))
        .execute(connection)?;
    Ok(())
}

/// The comments of a release until the submission with the number `end`, whose submitter left an address; those of one
/// submission follow each other.
pub fn list_released(
    connection: &mut DbConnection,
    release: &Unmailed,
    end: i64,
) -> StoreResult<Vec<Released>> {
    let rows: Vec<ReleasedRow> = comments::table
        .inner_join(submissions::table.on(submissions::id.eq(comments::submission_id)))
        .inner_join(submitters::table.on(submitters::submission_id.eq(comments::submission_id)))
        .inner_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .left_join(
            paragraph_texts::table.on(comments::paragraph_id
                .eq(paragraph_texts::paragraph_id.nullable())
                .and(paragraph_texts::revision_id.eq(comments::revision_id))),
        )
        .filter(submissions::consultation_id.eq(release.consultation_id))
        .filter(submissions::number.gt(release.up_to))
        .filter(submissions::number.le(end))
        .filter(responses::state.eq(ResponseState::Released))
        .filter(responses::released_at.eq(release.begun_at))
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
    let draft_text =
        paragraph.map(|paragraph| paragraph.kind.text_of(paragraph.title, paragraph.body));
    Some(Released {
        submission_id: submission.id,
        link: submission_link(submission.id, submission.link_id),
        reference: submission.reference,
        language: submission.language,
        email: email?,
        position: comment.position,
        body: comment.body,
        section_id: comment.section_id,
        paragraph_id: comment.paragraph_id,
        draft_text: draft_text.unwrap_or_default(),
        disposition: response.disposition?,
        reason: response.reason,
        text_change: response.text_change,
        changed_text: response.changed_text,
    })
}
