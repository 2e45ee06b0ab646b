//! Receives the form.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};

use super::form::{self, Shown};
use super::parse::CommentFields;
use super::tracking::{RECEIVED_AT, REFERENCE, tracking_url};
use crate::accounts::By;
use crate::consultations::{Consultation, ConsultationPath, find_public};
use crate::db::{DatabaseError, Failure};
use crate::drafts::{Passage, find_passage};
use crate::http::extract::{Form, ReceivedAt};
use crate::http::render::FieldError;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::submissions::domain::{LONGEST_KEY, SubmitCommentError};
use crate::submissions::service::{self, Intake, Receipt};

pub(super) async fn submit_comment(
    state: web::Data<AppState>,
    intake: web::Data<Intake>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<ConsultationPath>,
    ReceivedAt(received_at): ReceivedAt,
    Form(fields): Form<CommentFields>,
) -> Result<HttpResponse, Error> {
    let (consultation, passage) = find(&state, path.into_inner(), &fields).await?;
    let again = |errors, status| {
        let values = fields.values();
        let shown = Shown {
            values,
            errors,
            idempotency_key: fields.idempotency_key.clone(),
        };
        form::show(
            &state,
            lang,
            &consultation,
            &passage,
            shown,
            received_at,
            status,
        )
    };
    let submission = match fields.parse(lang, header_key(&request)?) {
        Ok(submission) => submission,
        Err(errors) if consultation.accepts_comments(received_at) => {
            return again(errors, StatusCode::UNPROCESSABLE_ENTITY);
        }
        Err(_errors) => return again(Vec::new(), StatusCode::CONFLICT),
    };
    let target = (&consultation, &passage);
    match service::submit_comment(
        &state.context,
        &By::Guest,
        &intake,
        target,
        &submission,
        received_at,
    )
    .await
    {
        Ok(receipt) => Ok(received(&state, lang, &receipt)),
        Err(Failure::Refused(rule)) => refused(
            rule,
            &state,
            lang,
            &consultation,
            &passage,
            &fields,
            received_at,
        ),
        Err(Failure::Database(error)) => away(error, again),
    }
}

/// What is commented on, in one turn of reading.
async fn find(
    state: &AppState,
    path: ConsultationPath,
    fields: &CommentFields,
) -> Result<(Consultation, Passage), Error> {
    let (section, paragraph) = form::numbers(&fields.section, &fields.paragraph)?;
    let now = state.now();
    let found = state
        .context
        .db
        .read(move |connection| {
            let (authority, slug) = (&path.authority, &path.consultation);
            let Some(consultation) = find_public(connection, authority, slug, now)? else {
                return Ok::<_, DatabaseError>(None);
            };
            let draft = consultation.draft_id;
            let passage = find_passage(connection, draft, section, paragraph.as_deref())?;
            Ok(passage.map(|passage| (consultation, passage)))
        })
        .await?;
    found.ok_or_else(Error::not_found)
}

/// The key of the `Idempotency-Key` header (draft-ietf-httpapi-idempotency-key-header); it goes before the form's.
fn header_key(request: &HttpRequest) -> Result<Option<String>, Error> {
    let Some(value) = request.headers().get("idempotency-key") else {
        return Ok(None);
    };
    let key = value.to_str().unwrap_or_default().trim().trim_matches('"');
    if (1..=LONGEST_KEY).contains(&key.len()) {
        Ok(Some(key.to_owned()))
    } else {
        Err(Error::bad_request())
    }
}

/// 303 to the private page, which is the receipt and can be loaded again and kept. Nothing is asked of the database or a
/// template any more: nothing can go wrong between what was stored and what is said.
fn received(state: &AppState, lang: Language, receipt: &Receipt) -> HttpResponse {
    answer::private(StatusCode::SEE_OTHER)
        .insert_header((header::LOCATION, tracking_url(state, lang, receipt.link)))
        .insert_header((REFERENCE, receipt.reference.as_str()))
        .insert_header((RECEIVED_AT, receipt.received_at.to_string()))
        .finish()
}

fn refused(
    rule: SubmitCommentError,
    state: &AppState,
    lang: Language,
    consultation: &Consultation,
    passage: &Passage,
    fields: &CommentFields,
    received_at: crate::kernel::clock::Instant,
) -> Result<HttpResponse, Error> {
    let (errors, idempotency_key) = match rule {
        SubmitCommentError::WindowNotOpen => (Vec::new(), fields.idempotency_key.clone()),
        // A page that was open twice: the second text gets a key of its own and can be sent.
        SubmitCommentError::KeyUsedForAnother => (
            vec![FieldError::new("body", "submissions-error-key-used")],
            form::new_key(state),
        ),
    };
    let shown = Shown {
        values: fields.values(),
        errors,
        idempotency_key,
    };
    form::show(
        state,
        lang,
        consultation,
        passage,
        shown,
        received_at,
        StatusCode::CONFLICT,
    )
}

/// 503 with the form as it was: the same button sends it again under the same key.
fn away(
    error: DatabaseError,
    again: impl FnOnce(Vec<FieldError>, StatusCode) -> Result<HttpResponse, Error>,
) -> Result<HttpResponse, Error> {
    match error {
        DatabaseError::Unavailable(source) => {
            tracing::warn!(error = ?source, "A submission could not be stored for now");
            again(Vec::new(), StatusCode::SERVICE_UNAVAILABLE)
        }
        fault @ (DatabaseError::Query(_) | DatabaseError::Panicked) => Err(fault.into()),
    }
}
