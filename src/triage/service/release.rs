//! Makes all responses of a consultation public, in one act and one transaction.

use serde_json::{Value, json};

use crate::audit::{self, Entry};
use crate::comments::{self, web::mail_consultation};
use crate::consultations::place::Places;
use crate::consultations::store::list_places;
use crate::consultations::{Consultation, bump, find_by_id, mark_released};
use crate::db::{DbConnection, Failure, StoreResult};
use crate::http::AppState;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{ConsultationId, StaffId};
use crate::mail::outbox::{self, NewMail};
use crate::triage::domain::{ReleaseError, TextChange, check_release};
use crate::triage::store::{self, Released};

/// What a release did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// Responses made public.
    pub responses: usize,
    /// Submitters who get a mail.
    pub mails: usize,
}

/// Releases every approved response, if every comment has one.
///
/// # Errors
/// A rule of [`ReleaseError`], or the database.
pub async fn release_responses(
    state: &AppState,
    id: ConsultationId,
    staff: StaffId,
) -> Result<Release, Failure<ReleaseError>> {
    let (now, tokens) = (state.now(), state.tokens.clone());
    let base_url = state.site.base_url.clone();
    let outcome: Result<Release, Failure<ReleaseError>> = state
        .db
        .write(move |connection| {
            let consultation = find_by_id(connection, id)?
                .ok_or(Failure::Refused(ReleaseError::NoSuchConsultation))?;
            let totals = store::count_totals(connection, id)?;
            check_release(&consultation, &totals, now).map_err(Failure::Refused)?;
            let mails = enqueue_mails(connection, &consultation, &base_url, now)?;
            let responses = store::release_approved(connection, id, staff, now)?;
            comments::release_all(connection, id)?;
            mark_released(connection, id, now)?;
            bump(connection, id)?;
            let after = json!({ "released_at": now, "responses": responses, "mails": mails });
            let entry = Entry {
                actor: format!("staff:{staff}"),
                action: "responses.released",
                subject: format!("consultation:{id}"),
                before: None,
                after: &after,
            };
            audit::append(connection, &tokens, now, &entry)?;
            Ok(Release { responses, mails })
        })
        .await;
    if outcome.is_ok() {
        state.pages.clear();
    }
    outcome
}

/// One mail for each submission whose submitter left an address. Returns how many.
fn enqueue_mails(
    connection: &mut DbConnection,
    consultation: &Consultation,
    base_url: &str,
    now: Instant,
) -> StoreResult<usize> {
    let places = list_places(connection, consultation.id)?;
    let answered = store::list_released(connection, consultation.id)?;
    let mut mails = Vec::new();
    for submission in answered.chunk_by(|one, next| one.submission_id == next.submission_id) {
        let Some(first) = submission.first() else {
            continue;
        };
        let Ok(recipient) = EmailAddress::parse(&first.email) else {
            continue;
        };
        mails.push(NewMail {
            message: "responses_released",
            content_id: None,
            authority_id: consultation.authority.id,
            recipient,
            language: &first.language,
            link_id: first.submission_id.uuid(),
            params: params(consultation, base_url, &places, first, submission),
        });
    }
    for group in mails.chunks(500) {
        outbox::enqueue_each(connection, group, now)?;
    }
    Ok(mails.len())
}

fn params(
    consultation: &Consultation,
    base_url: &str,
    places: &Places,
    first: &Released,
    submission: &[Released],
) -> Value {
    let authority = &consultation.authority.slug;
    let (language, slug) = (&first.language, &consultation.slug);
    json!({
        "consultation": mail_consultation(consultation),
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
            "disposition": comment.disposition.code(),
            "reason": comment.reason,
            "change": change,
            "is_unchanged": comment.text_change == TextChange::Unchanged,
        },
    })
}
