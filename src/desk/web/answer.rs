//! One comment: reading it, saving its response, handing it on.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::answer_page::{self, Shown};
use super::form::{self, ResponseForm, Taken};
use super::visit::Visit;
use crate::db::Failure;
use crate::desk::page::Answer;
use crate::http::Error;
use crate::http::extract::Form;
use crate::responses;
use crate::responses::{AnswerError, TextChange};

pub(super) async fn response_form(visit: Visit) -> Result<HttpResponse, Error> {
    let page = visit.page().await?;
    visit.show(StatusCode::OK, &page.answer).await
}

pub(super) async fn save_response(
    visit: Visit,
    Form(sent): Form<ResponseForm>,
) -> Result<HttpResponse, Error> {
    let act = visit.act(sent.version.as_deref())?;
    if let Some(taken) = sent.taken() {
        return take(&visit, &sent, taken).await;
    }
    let (context, by) = (&visit.state.context, visit.by());
    let (outcome, done) = if sent.action == "submit" {
        let outcome = responses::submit_response(context, &by, act, sent.draft()).await;
        (outcome, "submitted")
    } else {
        let outcome = responses::save_response(context, &by, act, sent.draft()).await;
        (outcome, "saved")
    };
    match outcome {
        Ok(()) => visit.go_on(done).await,
        Err(Failure::Database(error)) => Err(error.into()),
        Err(Failure::Refused(AnswerError::NoSuchComment | AnswerError::NotAllowed(_))) => {
            Err(Error::not_found())
        }
        Err(Failure::Refused(refused)) => {
            let (status, page) = refused_page(&refused, &sent, visit.page().await?);
            visit.show(status, &page).await
        }
    }
}

/// The form as it was sent, with another text in the place of the new one. Nothing is saved yet.
async fn take(visit: &Visit, sent: &ResponseForm, taken: Taken) -> Result<HttpResponse, Error> {
    let page = visit.page().await?;
    if !page.answer.can_edit {
        let (status, page) = refused_page(&AnswerError::Conflict, sent, page);
        return visit.show(status, &page).await;
    }
    let text = match taken {
        Taken::Present => Some(page.draft_text.clone()),
        Taken::Proposed => page.answer.proposed_text.clone(),
    };
    let mut draft = sent.draft();
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        draft.changed_text = text;
        draft.text_change = TextChange::Changed;
    }
    let version = form::version(sent.version.as_deref())?;
    let answer = Answer {
        version: version.into(),
        values: form::values(&draft),
        change_html: answer_page::change_html(&draft, &page.draft_text),
        ..page.answer
    };
    visit.show(StatusCode::OK, &answer).await
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
