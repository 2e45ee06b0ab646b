//! Receiving, confirming and following a submission.

use diesel::prelude::*;

use crate::comments::domain::{Channel, CommentKind, CommentState, Submitter, SubmitterKind};
use crate::db::schema::{
    comments, paragraphs, reference_counters, responses, submissions, submitters,
};
use crate::db::{DbConnection, StoreResult};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{
    CommentId, ConsultationId, ParagraphId, RevisionId, SectionId, SubmissionId,
};

/// A submission with everything decided, as it is stored.
#[derive(Clone, Debug)]
pub struct ReceivedSubmission {
    pub id: SubmissionId,
    pub consultation_id: ConsultationId,
    pub number: i64,
    pub reference: String,
    pub channel: Channel,
    pub language: Language,
    pub received_at: Instant,
    pub confirmed_at: Option<Instant>,
    pub idempotency_key: Option<String>,
    /// SHA-256 of what was sent: tells a repeated send from another text under the same key.
    pub content_digest: Vec<u8>,
    pub submitter: Submitter,
}

/// One comment of a [`ReceivedSubmission`].
#[derive(Clone, Debug)]
pub struct ReceivedComment {
    pub id: CommentId,
    pub position: i32,
    pub section_id: Option<SectionId>,
    pub paragraph_id: Option<ParagraphId>,
    pub revision_id: RevisionId,
    pub kind: CommentKind,
    pub body: String,
    pub proposed_text: String,
    pub state: CommentState,
    pub search_text: String,
}

/// An earlier submission under the same idempotency key.
#[derive(Clone, Debug, Queryable)]
pub struct EarlierSubmission {
    pub id: SubmissionId,
    pub reference: String,
    pub received_at: Instant,
    pub content_digest: Vec<u8>,
}

/// The submission received earlier under this key.
///
/// # Errors
/// When the database refuses.
pub fn find_by_key(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    key: &str,
) -> StoreResult<Option<EarlierSubmission>> {
    Ok(submissions::table
        .filter(submissions::consultation_id.eq(consultation))
        .filter(submissions::idempotency_key.eq(key))
        .select((
            submissions::id,
            submissions::reference,
            submissions::received_at,
            submissions::content_digest,
        ))
        .first(connection)
        .optional()?)
}

/// Takes the next reference number of the consultation. Gap-free: it is given back when the write is undone.
///
/// # Errors
/// When the database refuses.
pub fn next_number(
    connection: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<i64> {
    Ok(diesel::update(reference_counters::table.find(consultation))
        .set(reference_counters::last_number.eq(reference_counters::last_number + 1))
        .returning(reference_counters::last_number)
        .get_result(connection)?)
}

/// Stores a submission and its submitter.
///
/// # Errors
/// When the database refuses.
pub fn insert_submission(
    connection: &mut DbConnection,
    new: &ReceivedSubmission,
) -> StoreResult<()> {
    diesel::insert_into(submissions::table)
        .values((
            submissions::id.eq(new.id),
            submissions::consultation_id.eq(new.consultation_id),
            submissions::number.eq(new.number),
            submissions::reference.eq(&new.reference),
            submissions::channel.eq(new.channel.code()),
            submissions::language.eq(new.language.code()),
            submissions::received_at.eq(new.received_at),
            submissions::confirmed_at.eq(new.confirmed_at),
            submissions::idempotency_key.eq(&new.idempotency_key),
            submissions::content_digest.eq(&new.content_digest),
        ))
        .execute(connection)?;
    let submitter = &new.submitter;
    diesel::insert_into(submitters::table)
        .values((
            submitters::submission_id.eq(new.id),
            submitters::kind.eq(submitter.kind.code()),
            submitters::name.eq(&submitter.name),
            submitters::organisation.eq(&submitter.organisation),
            submitters::email.eq(submitter
                .email
                .as_ref()
                .map(|email| email.expose().to_owned())),
            submitters::publish_name.eq(submitter.publish_name),
        ))
        .execute(connection)?;
    Ok(())
}

/// Stores one comment of a submission.
///
/// # Errors
/// When the database refuses.
pub fn insert_comment(
    connection: &mut DbConnection,
    submission: &ReceivedSubmission,
    new: &ReceivedComment,
) -> StoreResult<()> {
    diesel::insert_into(comments::table)
        .values((
            comments::id.eq(new.id),
            comments::submission_id.eq(submission.id),
            comments::consultation_id.eq(submission.consultation_id),
            comments::position.eq(new.position),
            comments::section_id.eq(new.section_id),
            comments::paragraph_id.eq(new.paragraph_id),
            comments::revision_id.eq(new.revision_id),
            comments::kind.eq(new.kind.code()),
            comments::body.eq(&new.body),
            comments::proposed_text.eq(&new.proposed_text),
            comments::state.eq(new.state.code()),
            comments::received_at.eq(submission.received_at),
            comments::search_text.eq(&new.search_text),
        ))
        .execute(connection)?;
    Ok(())
}

/// A submission as its tracking page needs it.
#[derive(Clone, Debug)]
pub struct StoredSubmission {
    pub id: SubmissionId,
    pub consultation_id: ConsultationId,
    pub reference: String,
    pub channel: String,
    pub language: String,
    pub received_at: Instant,
    pub confirmed_at: Option<Instant>,
    pub submitter_kind: SubmitterKind,
    pub name: String,
    pub organisation: String,
    pub email: Option<String>,
    pub publish_name: bool,
}

type SubmissionRow = (
    SubmissionId,
    ConsultationId,
    String,
    String,
    String,
    Instant,
    Option<Instant>,
    String,
    String,
    String,
    Option<String>,
    bool,
);

/// The submission with this id.
///
/// # Errors
/// When the database refuses.
pub fn find_submission(
    connection: &mut DbConnection,
    id: SubmissionId,
) -> StoreResult<Option<StoredSubmission>> {
    let row: Option<SubmissionRow> = submissions::table
        .inner_join(submitters::table.on(submitters::submission_id.eq(submissions::id)))
        .filter(submissions::id.eq(id))
        .select((
            submissions::id,
            submissions::consultation_id,
            submissions::reference,
            submissions::channel,
            submissions::language,
            submissions::received_at,
            submissions::confirmed_at,
            submitters::kind,
            submitters::name,
            submitters::organisation,
            submitters::email,
            submitters::publish_name,
        ))
        .first(connection)
        .optional()?;
    Ok(row.map(stored))
}

fn stored(row: SubmissionRow) -> StoredSubmission {
    let (
        id,
        consultation_id,
        reference,
        channel,
        language,
        received_at,
        confirmed_at,
        kind,
        name,
        organisation,
        email,
        publish_name,
    ) = row;
    StoredSubmission {
        id,
        consultation_id,
        reference,
        channel,
        language,
        received_at,
        confirmed_at,
        submitter_kind: SubmitterKind::parse(&kind).unwrap_or(SubmitterKind::Individual),
        name,
        organisation,
        email,
        publish_name,
    }
}

/// A comment of a submission with its response, if it has one.
#[derive(Clone, Debug, Queryable)]
pub struct TrackedRow {
    pub position: i32,
    pub section_id: Option<SectionId>,
    pub paragraph_id: Option<ParagraphId>,
    pub revision_id: RevisionId,
    pub kind: String,
    pub body: String,
    pub proposed_text: String,
    pub state: String,
    pub disposition: Option<String>,
    pub reason: Option<String>,
    pub text_change: Option<String>,
    pub changed_text: Option<String>,
    /// Markdown of the passage commented on.
    pub passage: Option<String>,
}

/// The comments of a submission in order.
///
/// # Errors
/// When the database refuses.
pub fn list_comments(
    connection: &mut DbConnection,
    id: SubmissionId,
) -> StoreResult<Vec<TrackedRow>> {
    let passage = paragraphs::table.on(comments::paragraph_id
        .eq(paragraphs::id.nullable())
        .and(paragraphs::revision_id.eq(comments::revision_id)));
    Ok(comments::table
        .left_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .left_join(passage)
        .filter(comments::submission_id.eq(id))
        .order(comments::position)
        .select((
            comments::position,
            comments::section_id,
            comments::paragraph_id,
            comments::revision_id,
            comments::kind,
            comments::body,
            comments::proposed_text,
            comments::state,
            responses::disposition.nullable(),
            responses::reason.nullable(),
            responses::text_change.nullable(),
            responses::changed_text.nullable(),
            paragraphs::body.nullable(),
        ))
        .load(connection)?)
}

/// Confirms a submission: its comments become new. Returns whether it had been waiting.
///
/// # Errors
/// When the database refuses.
pub fn confirm(connection: &mut DbConnection, id: SubmissionId, now: Instant) -> StoreResult<bool> {
    let waiting = submissions::table
        .find(id)
        .filter(submissions::confirmed_at.is_null());
    let confirmed = diesel::update(waiting)
        .set(submissions::confirmed_at.eq(now))
        .execute(connection)?;
    if confirmed == 0 {
        return Ok(false);
    }
    let unconfirmed = comments::table
        .filter(comments::submission_id.eq(id))
        .filter(comments::state.eq(CommentState::Unconfirmed.code()));
    diesel::update(unconfirmed)
        .set(comments::state.eq(CommentState::New.code()))
        .execute(connection)?;
    Ok(true)
}
