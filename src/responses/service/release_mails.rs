//! Tells each submitter what became of their comments, after a release: in parts, so that nobody waits, and each mail once.

use serde_json::{Value, json};

use crate::consultations::{Consultation, find_by_id};
use crate::context::Context;
use crate::db::{DatabaseError, DbConnection, StoreResult};
use crate::drafts::{Places, list_places};
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::mail::Message;
use crate::mail::outbox::{self, NewMail};
use crate::responses::domain::TextChange;
use crate::responses::store::{self, Released, Unmailed};

/// Submissions whose mails are written at once.
const PART: i64 = 250;

/// Writes the mails of every public release that are not in the outbox yet.
///
/// # Errors
/// When the database is away; what was written stays, and the next call goes on from there.
pub(super) async fn write_all(context: &Context) -> Result<(), DatabaseError> {
    while write_some(context).await? {}
    Ok(())
}

/// Writes a part of the mails of every release. `false` when there is nothing left to write.
///
/// # Errors
/// When the database is away.
pub(super) async fn write_some(context: &Context) -> Result<bool, DatabaseError> {
    let unmailed = context.db.read(store::list_unmailed).await?;
    for release in &unmailed {
        write_part(context, *release).await?;
    }
    Ok(!unmailed.is_empty())
}

/// What is written together: the mails until a submission, or the note that there are no more.
struct Part {
    consultation: Consultation,
    places: Places,
    answered: Vec<Released>,
    end: Option<i64>,
}

/// Reads a part outside the writer and puts it into the outbox, if no other node did meanwhile.
async fn write_part(context: &Context, release: Unmailed) -> Result<(), DatabaseError> {
    let (now, base_url) = (context.now(), context.base_url.clone());
    let part = context
        .db
        .read(move |connection| read_part(connection, &release))
        .await?;
    let Some(part) = part else { return Ok(()) };
    context
        .db
        .write::<_, DatabaseError, _>(move |connection| {
            if store::advance_mails(connection, &release, part.end, now)? {
                enqueue(connection, &part, &base_url, now)?;
            }
            Ok(())
        })
        .await
}

fn read_part(connection: &mut DbConnection, release: &Unmailed) -> StoreResult<Option<Part>> {
    let Some(consultation) = find_by_id(connection, release.consultation_id)? else {
        return Ok(None);
    };
    let end = store::find_end_of_part(connection, release, PART)?;
    let answered = match end {
        Some(end) => store::list_released(connection, release, end)?,
        None => Vec::new(),
    };
    Ok(Some(Part {
        places: list_places(connection, consultation.draft_id)?,
        consultation,
        answered,
        end,
    }))
}

/// One mail for each submission whose submitter left an address.
fn enqueue(
    connection: &mut DbConnection,
    part: &Part,
    base_url: &str,
    now: Instant,
) -> StoreResult<()> {
    let by_submission = part
        .answered
        .chunk_by(|one, next| one.submission_id == next.submission_id);
    let mails: Vec<NewMail> = by_submission
        .filter_map(|answered| mail(part, base_url, answered))
        .collect();
    outbox::enqueue_each(connection, &mails, now)
}

fn mail(part: &Part, base_url: &str, answered: &[Released]) -> Option<NewMail> {
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
