//! Receiving submissions.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::follow::submission_link;
use crate::comments::{ReceivedComment, ReceivedWith, Standing};
use crate::db::schema::{submission_items, submissions, submitters};
use crate::db::{DbConnection, StoreResult, insert_rows};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{ConsultationId, SubmissionId, SubmissionLinkId};
use crate::submissions::domain::{Channel, Submitter, confirmation_ends};

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
    /// Whether it came after the window.
    pub is_late: bool,
    pub sent_under: Option<SentUnder>,
    /// SHA-256 of what was sent.
    pub content_digest: Vec<u8>,
    pub submitter: Submitter,
}

impl ReceivedSubmission {
    /// Whether it counts already: what was confirmed when it came, or has no address to ask.
    pub const fn standing(&self) -> Standing {
        match self.confirmed_at {
            Some(_) => Standing::Counted,
            None => Standing::Awaiting,
        }
    }

    /// What its comments are stored with.
    pub fn comments_with(&self) -> ReceivedWith<'_> {
        ReceivedWith {
            submission_id: self.id,
            consultation_id: self.consultation_id,
            reference: &self.reference,
            standing: self.standing(),
            received_at: self.received_at,
            is_late: self.is_late,
        }
    }
}

/// The idempotency key of a submission, and what tells a repeated send from anything else under it.
#[derive(Clone, Debug)]
pub struct SentUnder {
    pub key: String,
    /// A hash of everything that was sent, under the installation's key: it covers personal data.
    pub digest: Vec<u8>,
}

/// An earlier submission under an idempotency key.
#[derive(Clone, Debug)]
pub struct EarlierSubmission {
    pub link: SubmissionLinkId,
    pub reference: String,
    pub received_at: Instant,
    pub sent_digest: Option<Vec<u8>>,
}

/// Earlier submissions by consultation and key.
pub type Earlier = HashMap<(ConsultationId, String), EarlierSubmission>;

type EarlierRow = (
    ConsultationId,
    Option<String>,
    SubmissionId,
    Option<SubmissionLinkId>,
    String,
    Instant,
    Option<Vec<u8>>,
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
                submissions::link_id,
                submissions::reference,
                submissions::received_at,
                submissions::sent_digest,
            ))
            .load(connection)?;
        earlier.extend(rows.into_iter().filter_map(keyed));
    }
    Ok(earlier)
}

fn keyed(row: EarlierRow) -> Option<((ConsultationId, String), EarlierSubmission)> {
    let (consultation, key, id, link_id, reference, received_at, sent_digest) = row;
    let earlier = EarlierSubmission {
        link: submission_link(id, link_id),
        reference,
        received_at,
        sent_digest,
    };
    Some(((consultation, key?), earlier))
}

/// Stores submissions and their submitters.
///
/// # Errors
/// When the database refuses.
pub fn insert_submissions(
    connection: &mut DbConnection,
    new: &[&ReceivedSubmission],
) -> StoreResult<()> {
    insert_rows!(connection, submissions::table, new, |new| (
        submissions::id.eq(new.id),
        submissions::consultation_id.eq(new.consultation_id),
        submissions::number.eq(new.number),
        submissions::reference.eq(&new.reference),
        submissions::channel.eq(new.channel),
        submissions::language.eq(new.language),
        submissions::standing.eq(new.standing()),
        submissions::received_at.eq(new.received_at),
        submissions::confirmed_at.eq(new.confirmed_at),
        submissions::is_late.eq(new.is_late),
        submissions::confirm_by.eq(confirmation_ends(new.received_at)),
        submissions::idempotency_key.eq(new.sent_under.as_ref().map(|sent| &sent.key)),
        submissions::sent_digest.eq(new.sent_under.as_ref().map(|sent| &sent.digest)),
        submissions::content_digest.eq(&new.content_digest),
    ))?;
    insert_rows!(connection, submitters::table, new, |new| (
        submitters::submission_id.eq(new.id),
        submitters::kind.eq(new.submitter.kind),
        submitters::name.eq(&new.submitter.name),
        submitters::organisation.eq(&new.submitter.organisation),
        submitters::email.eq(new.submitter.email.as_ref().map(EmailAddress::expose)),
        submitters::publish_name.eq(new.submitter.publish_name),
    ))?;
    Ok(())
}

/// Stores what was sent, point by point. A comment says the same until somebody splits or redacts it.
///
/// # Errors
/// When the database refuses.
pub fn insert_items(
    connection: &mut DbConnection,
    new: &[(SubmissionId, &ReceivedComment)],
) -> StoreResult<()> {
    insert_rows!(connection, submission_items::table, new, |(
        submission,
        new,
    )| (
        submission_items::id.eq(new.item_id),
        submission_items::submission_id.eq(*submission),
        submission_items::position.eq(new.position),
        submission_items::section_id.eq(new.section_id),
        submission_items::paragraph_id.eq(new.paragraph_id),
        submission_items::revision_id.eq(new.revision_id),
        submission_items::kind.eq(new.kind),
        submission_items::body.eq(&new.body),
        submission_items::proposed_text.eq(&new.proposed_text),
    ))?;
    Ok(())
}
