//! One comment: reading it, saving its response, handing it on.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::answer_page::{self, Asked, Shown};
use super::form::{self, ResponseForm};
use super::{CommentPath, Done, desk_site, see_other, show};
use crate::accounts::Actor;
use crate::consultations::Consultation;
use crate::db::Failure;
use crate::http::extract::Form;
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::triage::domain::AnswerError;
use crate::triage::page::Answer;
use crate::triage::service::{self, Act};

pub(super) async fn response_form(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<CommentPath>,
    done: web::Query<Done>,
    actor: web::ReqData<Actor>,
) -> Result<HttpResponse, Error> {
    let consultation = path.desk().find(&state, &actor).await?;
    let page = page(&state, &consultation, &path, &actor).await?;
    let mut site = desk_site(&state, lang, &consultation, &actor, &path.path());
    site.flash = done.flash();
    show(&state, lang, StatusCode::OK, &site, &page.answer)
}

pub(super) async fn save_response(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<CommentPath>,
    actor: web::ReqData<Actor>,
    Form(sent): Form<ResponseForm>,
) -> Result<HttpResponse, Error> {
    let consultation = path.desk().find(&state, &actor).await?;
    let act = Act {
        consultation: consultation.id,
        comment: path.comment_id,
        version: form::version(sent.version.as_deref())?,
        staff: actor.staff_id,
    };
    let (outcome, done) = if sent.action == "submit" {
        let outcome = service::submit_response(&state, act, sent.draft()).await;
        (outcome, "submitted")
    } else {
        let outcome = service::save_response(&state, act, sent.draft()).await;
        (outcome, "saved")
    };
    match outcome {
        Ok(()) => Ok(see_other(lang, &path.path(), done)),
        Err(Failure::Database(error)) => Err(error.into()),
        Err(Failure::Refused(AnswerError::NoSuchComment)) => Err(Error::not_found()),
        Err(Failure::Refused(refused)) => {
            let page = page(&state, &consultation, &path, &actor).await?;
            let (status, page) = refused_page(&refused, &sent, page);
            let site = desk_site(&state, lang, &consultation, &actor, &path.path());
            show(&state, lang, status, &site, &page)
        }
    }
}

/// The page with everything that was typed, what is wrong with it and, where a colleague was faster, what they saved.
fn refused_page(refused: &AnswerError, sent: &ResponseForm, page: Shown) -> (StatusCode, Answer) {
    let change_html = answer_page::change_html(&sent.draft(), &page.draft_text);
    let (status, errors, conflict) = match refused {
        AnswerError::Incomplete(errors) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            form::draft_errors(errors),
            None,
        ),
        AnswerError::Conflict => (StatusCode::CONFLICT, Vec::new(), page.stored),
        other => (
            StatusCode::CONFLICT,
            vec![form::refusal(other)],
            page.stored,
        ),
    };
    let page = Answer {
        values: sent.values(),
        change_html,
        errors,
        conflict,
        ..page.answer
    };
    (status, page)
}

/// The page of the comment as it stands.
///
/// # Errors
/// 404 when the comment is not one of this consultation.
pub(super) async fn page(
    state: &AppState,
    consultation: &Consultation,
    path: &CommentPath,
    actor: &Actor,
) -> Result<Shown, Error> {
    let asked = Asked {
        consultation: consultation.id,
        comment: path.comment_id,
        staff: actor.staff_id,
    };
    state
        .db
        .read(move |connection| answer_page::find(connection, &asked))
        .await?
        .ok_or_else(Error::not_found)
}
