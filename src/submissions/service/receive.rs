//! Stores a group of submissions in one write: what is decided for each, then a handful of statements for all.

use super::record::Door;
use super::submit::{Prepared, Receipt};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::token::Tokens;
use crate::mail::Message;
use crate::mail::outbox::{self, NewMail};
use crate::submissions::domain::SubmitCommentError;
use crate::submissions::store::{self, Earlier, EarlierSubmission, ReceivedSubmission};

/// What became of one submission of a group.
pub(super) type Outcome = Result<Receipt, SubmitCommentError>;

/// Stores what can be received of `news`, in their order, with comments, confirmation mails and audit entries.
pub(super) fn receive_all(
    connection: &mut DbConnection,
    tokens: &Tokens,
    news: &[Prepared],
) -> StoreResult<Vec<Outcome>> {
    let keys: Vec<_> = news.iter().filter_map(Prepared::key).collect();
    let mut earlier = store::find_by_keys(connection, &keys)?;
    let mut door = Door::default();
    let mut mails = Vec::new();
    let mut outcomes = Vec::with_capacity(news.len());
    for new in news {
        if let Some(outcome) = repeated(&earlier, new) {
            outcomes.push(outcome);
            continue;
        }
        if let Err(rule) = &new.in_time {
            outcomes.push(Err(rule.clone()));
            continue;
        }
        let submission = door.admit(connection, new.arrival.clone())?;
        outcomes.push(Ok(Receipt::of(&submission)));
        remember(&mut earlier, &submission);
        mails.extend(confirmation(&submission, new));
    }
    door.close(connection, tokens)?;
    if let Some(last) = news.last() {
        outbox::enqueue_each(connection, &mails, last.arrival.submission.received_at)?;
    }
    Ok(outcomes)
}

/// The receipt of the same submission, if it was received before.
fn repeated(earlier: &Earlier, new: &Prepared) -> Option<Outcome> {
    let (consultation, key) = new.key()?;
    let earlier = earlier.get(&(consultation, key.to_owned()))?;
    let sent = new.arrival.submission.sent_under.as_ref()?;
    if earlier.sent_digest.as_ref() == Some(&sent.digest) {
        Some(Ok(Receipt::again(earlier)))
    } else {
        Some(Err(SubmitCommentError::KeyUsedForAnother))
    }
}

/// The same key may come twice in one group.
fn remember(earlier: &mut Earlier, submission: &ReceivedSubmission) {
    let Some(sent) = &submission.sent_under else {
        return;
    };
    earlier.insert(
        (submission.consultation_id, sent.key.clone()),
        EarlierSubmission {
            link: store::submission_link(submission.id, None),
            reference: submission.reference.clone(),
            received_at: submission.received_at,
            sent_digest: Some(sent.digest.clone()),
        },
    );
}

/// The mail that asks the submitter to confirm; staff may enter a submission without an address.
fn confirmation(submission: &ReceivedSubmission, new: &Prepared) -> Option<NewMail> {
    let mut params = new.mail_params.clone();
    let fields = params.as_object_mut()?;
    fields.insert("reference".to_owned(), submission.reference.clone().into());
    Some(NewMail {
        message: Message::ConfirmSubmission,
        content_id: None,
        authority_id: new.authority_id,
        recipient: submission.submitter.email.clone()?,
        language: submission.language,
        link_id: submission.id.uuid(),
        params,
    })
}
