//! The link in the mail: looking shows a button, only the button acts (mail scanners follow links).

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::tracking::{SubmissionPath, tracking_url};
use crate::accounts::By;
use crate::consultations::{consultation_site, find_by_id};
use crate::db::{DatabaseError, Failure};
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::token::Flow;
use crate::submissions::page::ConfirmSubmission;
use crate::submissions::service::{self, ConfirmError};
use crate::submissions::store;

pub(super) async fn confirm_submission_form(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<SubmissionPath>,
) -> Result<HttpResponse, Error> {
    path.check(&state, Flow::Confirmation)?;
    show(&state, lang, &path, StatusCode::OK).await
}

pub(super) async fn confirm_submission(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<SubmissionPath>,
) -> Result<HttpResponse, Error> {
    path.check(&state, Flow::Confirmation)?;
    match service::confirm_submission(&state.context, &By::Guest, path.id).await {
        Ok(()) => {
            let url = tracking_url(&state, lang, path.id);
            Ok(answer::see_other(&url))
        }
        Err(Failure::Refused(ConfirmError::NoSuchSubmission)) => Err(Error::not_found()),
        Err(Failure::Refused(ConfirmError::Expired)) => {
            show(&state, lang, &path, StatusCode::GONE).await
        }
        Err(Failure::Database(error)) => Err(error.into()),
    }
}

async fn show(
    state: &AppState,
    lang: Language,
    path: &SubmissionPath,
    status: StatusCode,
) -> Result<HttpResponse, Error> {
    let link = path.id;
    let found = state
        .context
        .db
        .read(move |connection| {
            let Some(submission) = store::find_by_link(connection, link)? else {
                return Ok::<_, DatabaseError>(None);
            };
            let consultation = find_by_id(connection, submission.consultation_id)?;
            Ok(consultation.map(|consultation| (submission, consultation)))
        })
        .await?;
    let (submission, consultation) = found.ok_or_else(Error::not_found)?;
    let confirmation = submission.confirmation(state.now());
    let here = format!("/submissions/{}/{}/confirm", path.id, path.token);
    let page = ConfirmSubmission {
        reference: submission.reference,
        received_at: submission.received_at,
        confirm_by: submission.confirm_by,
        state: confirmation.into_str().to_owned(),
        tracking_url: tracking_url(state, lang, path.id),
    };
    state.show(
        status,
        lang,
        &consultation_site(state, lang, &consultation, &here),
        &page,
    )
}
