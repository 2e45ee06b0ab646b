//! Tells each submitter what became of their comments, after a release: in parts, so that nobody waits, and each mail once.

use futures_util::future::BoxFuture;
use serde_json::{Value, json};

use crate::consultations::{Consultation, find_by_id};
use crate::context::Context;
use crate::db::{DatabaseError, DbConnection, StoreResult};
use crate::drafts::{Places, list_places};
use crate::jobs::{Job, Part, Progress, Undone, Work};
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::mail::Message;
use crate::mail::outbox::{self, NewMail};
use crate::responses::domain::TextChange;
use crate::responses::store::{self, Released, Unmailed};

/// Submissions whose mails are written at once.
const AT_ONCE: i64 = 250;

/// The word for the job; its key is the row of the release.
pub(super) const KIND: &str = "release_mails";

/// Writes the mails of a release that is public, part after part.
pub struct WriteReleaseMails;

impl Work for WriteReleaseMails {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn part<'a>(
        &'a self,
        context: &'a Context,
        job: &'a Job,
    ) -> BoxFuture<'a, Result<Part, Undone>> {
        Box::pin(async move {
            let row_key: i64 = job.key.parse().map_err(anyhow::Error::from)?;
            let release = context
                .db
                .read(move |connection| store::find_unmailed(connection, row_key))
                .await?;
            let Some(release) = release else {
                return Ok(Part::Done);
            };
            let written = write_part(context, release).await?;
            Ok(Part::More(Progress {
                done: job.done.saturating_add(written),
                total: job.total,
            }))
        })
    }
}

/// What is written together: the mails until a submission, or the note that there are no more.
struct NextMails {
    consultation: Consultation,
    places: Places,
    answered: Vec<Released>,
    end: Option<i64>,
}

/// Reads a part outside the writer and puts it into the outbox, if no other node did meanwhile. Returns how many mails it was.
async fn write_part(context: &Context, release: Unmailed) -> Result<i64, DatabaseError> {
    let (now, base_url) = (context.now(), context.base_url.clone());
    let part = context
        .db
        .read(move |connection| read_part(connection, &release))
        .await?;
    let Some(part) = part else { return Ok(0) };
    context
        .db
        .write(move |connection| {
            if store::advance_mails(connection, &release, part.end, now)? {
                return enqueue(connection, &part, &base_url, now);
            }
            Ok(0)
        })
        .await
}

fn read_part(connection: &mut DbConnection, release: &Unmailed) -> StoreResult<Option<NextMails>> {
    let Some(consultation) = find_by_id(connection, release.consultation_id)? else {
        return Ok(None);
    };
    let end = store::find_end_of_part(connection, release, AT_ONCE)?;
    let answered = match end {
        Some(end) => store::list_released(connection, release, end)?,
        None => Vec::new(),
    };
    Ok(Some(NextMails {
        places: list_places(connection, consultation.draft_id)?,
        consultation,
        answered,
        end,
    }))
}

/// One mail for each submission whose submitter left an address. Returns how many.
fn enqueue(
    connection: &mut DbConnection,
    part: &NextMails,
    base_url: &str,
    now: Instant,
) -> StoreResult<i64> {
    let by_submission = part
        .answered
        .chunk_by(|one, next| one.submission_id == next.submission_id);
    let mails: Vec<NewMail> = by_submission
        .filter_map(|answered| mail(part, base_url, answered))
        .collect();
    outbox::enqueue_each(connection, &mails, now)?;
    Ok(i64::try_from(mails.len()).unwrap_or(i64::MAX))
}

fn mail(part: &NextMails, base_url: &str, answered: &[Released]) -> Option<NewMail> {
    let first = answered.first()?;
    Some(NewMail {
        message: Message::ResponsesReleased,
        content_id: None,
        authority_id: part.consultation.authority.id,
        recipient: EmailAddress::parse(&first.email).ok()?,
        language: first.language,
        link_id: first.link.uuid(),
        params: params(&part.consultation, base_url, &part.places, first, answered),
    })
}

fn params(
    consultation: &Consultation,
    base_url: &str,
    places: &Places,
    first: &Released,
    submission: &[Released],
) -> Value {
    let authority = &consultation.authority.slug;
    let (language, slug) = (first.language.into_str(), &consultation.slug);
    json!({
        "consultation": consultation.mail_params(),
        "authority_slug": authority,
        "reference": first.reference,
        "register_url": format!("{base_url}/{language}/{authority}/{slug}/register"),
        "comments": submission
            .iter()
            .map(|comment| answer(comment, places))
            .collect::<Vec<_>>(),
    })
}

fn answer(comment: &Released, places: &Places) -> Value {
    // Compared when the mail is written: ten thousand comparisons here would hold up everybody else's writes.
    let change = (comment.text_change == TextChange::Changed)
        .then(|| json!({ "from": comment.draft_text, "to": comment.changed_text }));
    json!({
        "number": comment.position,
        "place": places.of(comment.section_id, comment.paragraph_id),
        "body": comment.body,
        "outcome": {
            "disposition": comment.disposition.into_str(),
            "reason": comment.reason,
            "change": change,
            "is_unchanged": comment.text_change == TextChange::Unchanged,
        },
    })
}
