//! What a second member does: approve, or send back with a note.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::form::{self, ApprovalForm};
use super::{CommentPath, answer, desk_site, see_other, show};
use crate::accounts::Actor;
use crate::consultations::Consultation;
use crate::db::Failure;
use crate::http::extract::Form;
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::triage::domain::AnswerError;
use crate::triage::page::Answer;
use crate::triage::service::{self, Act};

pub(super) async fn approve_response(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<CommentPath>,
    actor: web::ReqData<Actor>,
    Form(sent): Form<ApprovalForm>,
) -> Result<HttpResponse, Error> {
    let consultation = path.desk().find(&state, &actor).await?;
    let act = act(&consultation, &path, &actor, &sent)?;
    match service::approve_response(&state, act).await {
        Ok(()) => Ok(see_other(lang, &path.path(), "approved")),
        Err(failure) => refuse(&state, lang, &consultation, &path, &actor, failure).await,
    }
}

pub(super) async fn return_response(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<CommentPath>,
    actor: web::ReqData<Actor>,
    Form(sent): Form<ApprovalForm>,
) -> Result<HttpResponse, Error> {
    let consultation = path.desk().find(&state, &actor).await?;
    let act = act(&consultation, &path, &actor, &sent)?;
    match service::return_response(&state, act, form::text(&sent.note)).await {
        Ok(()) => Ok(see_other(lang, &path.path(), "returned")),
        Err(failure) => refuse(&state, lang, &consultation, &path, &actor, failure).await,
    }
}

fn act(
    consultation: &Consultation,
    path: &CommentPath,
    actor: &Actor,
    sent: &ApprovalForm,
) -> Result<Act, Error> {
    Ok(Act {
        consultation: consultation.id,
        comment: path.comment_id,
        version: form::version(sent.version.as_deref())?,
        staff: actor.staff_id,
    })
}

/// Says why. What can be put right on the page is said on the page; the rest on an error page, which gives back the
/// note that was typed.
async fn refuse(
    state: &AppState,
    lang: Language,
    consultation: &Consultation,
    path: &CommentPath,
    actor: &Actor,
    failure: Failure<AnswerError>,
) -> Result<HttpResponse, Error> {
    let refused = match failure {
        Failure::Database(error) => return Err(error.into()),
        Failure::Refused(refused) => refused,
    };
    let back = format!("/{}{}", lang.code(), path.path());
    match refused {
        AnswerError::NoSuchComment => return Err(Error::not_found()),
        AnswerError::Conflict | AnswerError::NotInApproval | AnswerError::Locked { .. } => {
            return Err(Error::new(StatusCode::CONFLICT, "triage-error-outdated").back_to(back));
        }
        AnswerError::NoteTooLong => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Err(Error::new(status, "triage-error-note-long").back_to(back));
        }
        AnswerError::OwnResponse | AnswerError::MissingNote | AnswerError::Incomplete(_) => {}
    }
    let shown = answer::page(state, consultation, path, actor).await?;
    let page = Answer {
        errors: vec![form::refusal(&refused)],
        ..shown.answer
    };
    let site = desk_site(state, lang, consultation, actor, &path.path());
    show(state, lang, StatusCode::UNPROCESSABLE_ENTITY, &site, &page)
}
