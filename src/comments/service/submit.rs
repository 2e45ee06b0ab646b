//! Receives a submission: the rule is asked once, then everything is stored in one transaction.

use serde_json::json;

use crate::audit::{self, Entry};
use crate::comments::domain::{
    Channel, CommentState, NewComment, NewSubmission, SubmitCommentError, check_window, reference,
};
use crate::comments::store::{self, EarlierSubmission, ReceivedComment, ReceivedSubmission};
use crate::consultations::domain::{Consultation, Passage};
use crate::consultations::{find_passage, place};
use crate::db::{DbConnection, Failure, StoreResult};
use crate::http::AppState;
use crate::kernel::clock::Instant;
use crate::kernel::ids::SubmissionId;
use crate::kernel::search_text::stems;
use crate::kernel::token::{Tokens, digest};
use crate::mail::outbox::{self, NewMail};

/// What the submitter is told: these three stay true for ever.
#[derive(Clone, Debug)]
pub struct Receipt {
    pub id: SubmissionId,
    pub reference: String,
    /// When the complete request had arrived: the legal time of the submission.
    pub received_at: Instant,
}

impl From<EarlierSubmission> for Receipt {
    fn from(earlier: EarlierSubmission) -> Self {
        Self {
            id: earlier.id,
            reference: earlier.reference,
            received_at: earlier.received_at,
        }
    }
}

/// Receives a submission of one comment that arrived complete at `received_at`.
///
/// Returns only after it is on disk. The same idempotency key with the same text returns the first receipt again, so a
/// repeated send is one submission. The window is not asked again for a repeat: it was received in time.
///
/// # Errors
/// A rule of [`SubmitCommentError`], or the database.
pub async fn submit_comment(
    state: &AppState,
    consultation: &Consultation,
    new: NewSubmission,
    received_at: Instant,
) -> Result<Receipt, Failure<SubmitCommentError>> {
    let in_time = check_window(consultation, received_at);
    let passage = passage(state, consultation, &new.comment).await?;
    let content = digest_of(&new);
    let prepared = Prepared::new(state, consultation, new, passage, content, received_at);
    let tokens = state.tokens.clone();
    state
        .db
        .write(move |connection| {
            if let Some(receipt) = repeated(connection, &prepared.submission)? {
                return Ok(receipt);
            }
            in_time.clone().map_err(Failure::Refused)?;
            Ok(prepared.receive(connection, &tokens)?)
        })
        .await
}

async fn passage(
    state: &AppState,
    consultation: &Consultation,
    comment: &NewComment,
) -> Result<Passage, Failure<SubmitCommentError>> {
    let (id, section, paragraph) = (consultation.id, comment.section, comment.paragraph.clone());
    state
        .db
        .read(move |connection| find_passage(connection, id, section, paragraph.as_deref()))
        .await?
        .ok_or(Failure::Refused(SubmitCommentError::NoSuchPassage))
}

/// The receipt of the same submission, if it was received before.
fn repeated(
    connection: &mut DbConnection,
    new: &ReceivedSubmission,
) -> Result<Option<Receipt>, Failure<SubmitCommentError>> {
    let Some(key) = &new.idempotency_key else {
        return Ok(None);
    };
    match store::find_by_key(connection, new.consultation_id, key)? {
        Some(earlier) if earlier.content_digest == new.content_digest => Ok(Some(earlier.into())),
        Some(_other_text) => Err(Failure::Refused(SubmitCommentError::KeyUsedForAnotherText)),
        None => Ok(None),
    }
}

/// Everything that can be made ready before the writer's turn.
struct Prepared {
    submission: ReceivedSubmission,
    comment: ReceivedComment,
    mail_params: serde_json::Value,
    authority_id: crate::kernel::ids::AuthorityId,
    reference_prefix: String,
}

impl Prepared {
    fn new(
        state: &AppState,
        consultation: &Consultation,
        new: NewSubmission,
        passage: Passage,
        content_digest: Vec<u8>,
        received_at: Instant,
    ) -> Self {
        let mail_params = mail_params(consultation, &new.comment, &passage, received_at);
        let comment = ReceivedComment {
            id: state.ids.next(received_at),
            position: 1,
            section_id: passage.section.as_ref().map(|section| section.id),
            paragraph_id: passage.paragraph.as_ref().map(|paragraph| paragraph.id),
            revision_id: passage.revision.id,
            kind: new.comment.kind,
            search_text: stems(&format!(
                "{} {}",
                new.comment.body, new.comment.proposed_text
            )),
            body: new.comment.body,
            proposed_text: new.comment.proposed_text,
            state: CommentState::Unconfirmed,
        };
        let submission = ReceivedSubmission {
            id: state.ids.next(received_at),
            consultation_id: consultation.id,
            number: 0,
            reference: String::new(),
            channel: Channel::Web,
            language: new.language,
            received_at,
            confirmed_at: None,
            idempotency_key: new.idempotency_key,
            content_digest,
            submitter: new.submitter,
        };
        Self {
            submission,
            comment,
            mail_params,
            authority_id: consultation.authority.id,
            reference_prefix: consultation.reference_prefix.clone(),
        }
    }

    /// Stores submission, submitter, comment, confirmation mail and audit entry.
    fn receive(&self, connection: &mut DbConnection, tokens: &Tokens) -> StoreResult<Receipt> {
        let mut submission = self.submission.clone();
        submission.number = store::next_number(connection, submission.consultation_id)?;
        submission.reference = reference(&self.reference_prefix, submission.number);
        store::insert_submission(connection, &submission)?;
        let mut comment = self.comment.clone();
        comment.search_text = format!("{} {}", comment.search_text, stems(&submission.reference));
        store::insert_comment(connection, &submission, &comment)?;
        self.ask_for_confirmation(connection, &submission)?;
        let after = json!({
            "reference": submission.reference,
            "content": crate::kernel::token::hex(&submission.content_digest),
        });
        audit::append(
            connection,
            tokens,
            submission.received_at,
            &Entry {
                actor: "guest".to_owned(),
                action: "submission.received",
                subject: format!("submission:{}", submission.id),
                before: None,
                after: &after,
            },
        )?;
        Ok(Receipt {
            id: submission.id,
            reference: submission.reference,
            received_at: submission.received_at,
        })
    }

    fn ask_for_confirmation(
        &self,
        connection: &mut DbConnection,
        submission: &ReceivedSubmission,
    ) -> StoreResult<()> {
        let Some(recipient) = submission.submitter.email.clone() else {
            return Ok(());
        };
        let mut params = self.mail_params.clone();
        if let Some(params) = params.as_object_mut() {
            params.insert("reference".to_owned(), submission.reference.clone().into());
        }
        outbox::enqueue(
            connection,
            &NewMail {
                message: "confirm_submission",
                content_id: None,
                authority_id: self.authority_id,
                recipient,
                language: submission.language.code(),
                link_id: submission.id.uuid(),
                params,
            },
            submission.received_at,
        )?;
        Ok(())
    }
}

fn mail_params(
    consultation: &Consultation,
    comment: &NewComment,
    passage: &Passage,
    received_at: Instant,
) -> serde_json::Value {
    json!({
        "consultation": super::super::web::mail_consultation(consultation),
        "received_at": received_at,
        "comments": [{
            "number": 1,
            "place": place::of(passage),
            "body": comment.body,
            "proposed_text": comment.proposed_text,
        }],
    })
}

/// What was sent, in one hash: a repeat has the same, another text does not.
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
        new.comment.kind.code().as_bytes(),
        new.comment.body.as_bytes(),
        new.comment.proposed_text.as_bytes(),
        section.as_bytes(),
        new.comment
            .paragraph
            .as_deref()
            .unwrap_or_default()
            .as_bytes(),
        new.submitter.kind.code().as_bytes(),
        new.submitter.name.as_bytes(),
        new.submitter.organisation.as_bytes(),
        email.as_bytes(),
    ])
    .to_vec()
}
