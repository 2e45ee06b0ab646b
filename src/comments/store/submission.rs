//! Receiving, confirming and following a submission.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use crate::comments::domain::{Channel, CommentKind, CommentState, Submitter, SubmitterKind};
use crate::db::schema::{comments, paragraphs, responses, submissions, submitters};
use crate::db::{DbConnection, StoreResult, insert_rows};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{
    CommentId, ConsultationId, ParagraphId, RevisionId, SectionId, SubmissionId,
};
use crate::kernel::search_text::stems;

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
    /// Stems of the words, for the search.
    pub stems: String,
}

/// An earlier submission under an idempotency key.
#[derive(Clone, Debug)]
pub struct EarlierSubmission {
    pub id: SubmissionId,
    pub reference: String,
    pub received_at: Instant,
    pub content_digest: Vec<u8>,
}

/// Earlier submissions by consultation and key.
pub type Earlier = HashMap<(ConsultationId, String), EarlierSubmission>;

type EarlierRow = (
    ConsultationId,
    Option<String>,
    SubmissionId,
    String,
    Instant,
    Vec<u8>,
);

/// The submissions received earlier under one of these keys.
///
/// # Errors
/// When the database refuses.
pub fn find_by_keys(
    connection: &mut DbConnection,
    keys: &[(ConsultationId, &str)],
) -> StoreResult<Earlier> {
    let consultations: HashSet<ConsultationId> = keys.iter().map(|(id, _key)| *id).collect();
    let mut earlier = Earlier::new();
    for consultation in consultations {
        let here = keys.iter().filter(|(id, _key)| *id == consultation);
        let keys: Vec<&str> = here.map(|(_id, key)| *key).collect();
        let rows: Vec<EarlierRow> = submissions::table
            .filter(submissions::consultation_id.eq(consultation))
            .filter(submissions::idempotency_key.eq_any(keys))
            .select((
                submissions::consultation_id,
                submissions::idempotency_key,
                submissions::id,
                submissions::reference,
                submissions::received_at,
                submissions::content_digest,
            ))
            .load(connection)?;
        earlier.extend(rows.into_iter().filter_map(keyed));
    }
    Ok(earlier)
}

fn keyed(row: EarlierRow) -> Option<((ConsultationId, String), EarlierSubmission)> {
    let (consultation, key, id, reference, received_at, content_digest) = row;
    let earlier = EarlierSubmission {
        id,
        reference,
        received_at,
        content_digest,
    };
    Some(((consultation, key?), earlier))
}

/// Stores submissions and their submitters.
///
/// # Errors
/// When the database refuses.
pub fn insert_submissions(
    connection: &mut DbConnection,
    new: &[ReceivedSubmission],
) -> StoreResult<()> {
    insert_rows!(connection, submissions::table, new, |new| (
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
    ))?;
    insert_rows!(connection, submitters::table, new, |new| (
        submitters::submission_id.eq(new.id),
        submitters::kind.eq(new.submitter.kind.code()),
        submitters::name.eq(&new.submitter.name),
        submitters::organisation.eq(&new.submitter.organisation),
        submitters::email.eq(new.submitter.email.as_ref().map(EmailAddress::expose)),
        submitters::publish_name.eq(new.submitter.publish_name),
    ))?;
    Ok(())
}

/// Stores comments, each with its submission, whose reference number they are found by too.
///
/// # Errors
/// When the database refuses.
pub fn insert_comments(
    connection: &mut DbConnection,
    new: &[(&ReceivedSubmission, &ReceivedComment)],
) -> StoreResult<()> {
    insert_rows!(connection, comments::table, new, |(submission, new)| (
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
        comments::search_text.eq(format!("{} {}", new.stems, stems(&submission.reference))),
    ))?;
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
