//! Receives a submission: the rule is asked once, then [`Intake`] stores everything in one transaction.

use super::arrival::{Arrival, Point, Sent};
use super::{Intake, confirmation_mail};
use crate::accounts::By;
use crate::consultations::Consultation;
use crate::context::Context;
use crate::db::Failure;
use crate::drafts::{Passage, Place};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, ConsultationId, SubmissionLinkId};
use crate::kernel::token::{Tokens, digest};
use crate::submissions::domain::{
    Channel, NewComment, NewSubmission, SubmitCommentError, check_window, confirmation_ends,
};
use crate::submissions::store::{
    EarlierSubmission, ReceivedSubmission, SentUnder, submission_link,
};

/// What the submitter is told. Number and time stay true for ever.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// What the private link is derived from.
    pub link: SubmissionLinkId,
    pub reference: String,
    /// When the complete request had arrived: the legal time of the submission.
    pub received_at: Instant,
}

impl Receipt {
    pub(super) fn of(new: &ReceivedSubmission) -> Self {
        Self {
            link: submission_link(new.id, None),
            reference: new.reference.clone(),
            received_at: new.received_at,
        }
    }

    pub(super) fn again(earlier: &EarlierSubmission) -> Self {
        Self {
            link: earlier.link,
            reference: earlier.reference.clone(),
            received_at: earlier.received_at,
        }
    }
}

/// Receives a submission of one comment that arrived complete at `received_at`.
///
/// Returns only after it is on disk. The same idempotency key with the same text returns the first receipt again, so a
/// repeated send is one submission. The window is not asked again for a repeat: it was received in time. `target` is
/// what `new` names by numbers.
///
/// # Errors
/// A rule of [`SubmitCommentError`], or the database.
pub async fn submit_comment(
    context: &Context,
    by: &By,
    intake: &Intake,
    target: (&Consultation, &Passage),
    new: &NewSubmission,
    received_at: Instant,
) -> Result<Receipt, Failure<SubmitCommentError>> {
    intake
        .receive(Prepared::new(context, by, target, new, received_at))
        .await
}

/// Everything that can be made ready before the submission's turn to be stored.
#[derive(Clone, Debug)]
pub(super) struct Prepared {
    pub(super) arrival: Arrival,
    /// Whether the window was open; a repeat is not asked.
    pub(super) in_time: Result<(), SubmitCommentError>,
    pub(super) mail_params: serde_json::Value,
    pub(super) authority_id: AuthorityId,
}

impl Prepared {
    fn new(
        context: &Context,
        by: &By,
        (consultation, passage): (&Consultation, &Passage),
        new: &NewSubmission,
        received_at: Instant,
    ) -> Self {
        let NewComment {
            kind,
            body,
            proposed_text,
            ..
        } = &new.comment;
        let sent = Sent {
            channel: Channel::Web,
            language: new.language,
            received_at,
            confirmed_at: None,
            under: new.idempotency_key.clone().map(|key| SentUnder {
                key,
                digest: sent_digest(&context.tokens, new),
            }),
            submitter: new.submitter.clone(),
            points: vec![Point::on(passage, *kind, body, proposed_text)],
        };
        Self {
            arrival: Arrival::new(&context.ids, by.clone(), consultation, sent),
            in_time: check_window(consultation, received_at),
            mail_params: confirmation_mail::params(
                consultation,
                &[Place::of(passage)],
                received_at,
                confirmation_ends(received_at),
            ),
            authority_id: consultation.authority.id,
        }
    }

    /// What a repeated send has in common with the first.
    pub(super) fn key(&self) -> Option<(ConsultationId, &str)> {
        let submission = &self.arrival.submission;
        let sent = submission.sent_under.as_ref()?;
        Some((submission.consultation_id, &sent.key))
    }
}

/// Everything that was sent, in one hash: a repeat has the same; whatever else is changed makes it another submission,
/// the consent to publish the name too.
fn sent_digest(tokens: &Tokens, new: &NewSubmission) -> Vec<u8> {
    let publishes_name = [u8::from(new.submitter.publish_name)];
    tokens
        .mac(&[b"sent:", &digest_of(new), &publishes_name])
        .to_vec()
}

/// What was sent with the form, the person's data too.
fn digest_of(new: &NewSubmission) -> Vec<u8> {
    let section = new
        .comment
        .section
        .map(|number| number.to_string())
        .unwrap_or_default();
    let email = new
        .submitter
        .email
        .as_ref()
        .map(|email| email.folded())
        .unwrap_or_default();
    digest(&[
        new.comment.kind.into_str().as_bytes(),
        new.comment.body.as_bytes(),
        new.comment.proposed_text.as_bytes(),
        section.as_bytes(),
        new.comment
            .paragraph
            .as_deref()
            .unwrap_or_default()
            .as_bytes(),
        new.submitter.kind.into_str().as_bytes(),
        new.submitter.name.as_bytes(),
        new.submitter.organisation.as_bytes(),
        email.as_bytes(),
    ])
    .to_vec()
}
