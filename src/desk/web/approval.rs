//! What is done with a finished response: approve it, send it back with a note, take it back, open it again.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::form::{self, ApprovalForm};
use super::visit::Visit;
use crate::db::Failure;
use crate::desk::page::Answer;
use crate::http::Error;
use crate::http::extract::Form;
use crate::responses;
use crate::responses::AnswerError;

pub(super) async fn approve_response(
    visit: Visit,
    Form(sent): Form<ApprovalForm>,
) -> Result<HttpResponse, Error> {
    let act = visit.act(sent.version.as_deref())?;
    match responses::approve_response(&visit.state.context, &visit.by(), act).await {
        Ok(()) => visit.go_on("approved").await,
        Err(failure) => refuse(&visit, failure).await,
    }
}

pub(super) async fn return_response(
    visit: Visit,
    Form(sent): Form<ApprovalForm>,
) -> Result<HttpResponse, Error> {
    let act = visit.act(sent.version.as_deref())?;
    match responses::return_response(&visit.state.context, &visit.by(), act, sent.note).await {
        Ok(()) => visit.go_on("returned").await,
        Err(failure) => refuse(&visit, failure).await,
    }
}

pub(super) async fn take_back_response(
    visit: Visit,
    Form(sent): Form<ApprovalForm>,
) -> Result<HttpResponse, Error> {
    let act = visit.act(sent.version.as_deref())?;
    match responses::take_back_response(&visit.state.context, &visit.by(), act).await {
        Ok(()) => Ok(visit.stay("taken-back")),
        Err(failure) => refuse(&visit, failure).await,
    }
}

pub(super) async fn reopen_response(
    visit: Visit,
    Form(sent): Form<ApprovalForm>,
) -> Result<HttpResponse, Error> {
    let act = visit.act(sent.version.as_deref())?;
    match responses::reopen_response(&visit.state.context, &visit.by(), act, sent.note).await {
        Ok(()) => Ok(visit.stay("reopened")),
        Err(failure) => refuse(&visit, failure).await,
    }
}

/// Says why. What can be put right on the page is said on the page; the rest on an error page, which gives back the
/// note that was typed.
async fn refuse(visit: &Visit, failure: Failure<AnswerError>) -> Result<HttpResponse, Error> {
    let refused = match failure {
        Failure::Database(error) => return Err(error.into()),
        Failure::Refused(refused) => refused,
    };
    match refused {
        AnswerError::NoSuchComment | AnswerError::NotAllowed(_) => return Err(Error::not_found()),
        AnswerError::Conflict
        | AnswerError::NotInApproval
        | AnswerError::NotApproved
        | AnswerError::Locked { .. } => {
            let outdated = Error::new(StatusCode::CONFLICT, "desk-error-outdated");
            return Err(outdated.back_to(visit.address()));
        }
        AnswerError::NoteTooLong => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let too_long = Error::new(status, "desk-error-note-long");
            return Err(too_long.back_to(visit.address()));
        }
        AnswerError::OwnResponse
        | AnswerError::NotAuthor
        | AnswerError::MissingNote
        | AnswerError::Incomplete(_) => {}
    }
    let page = Answer {
        errors: vec![form::refusal(&refused)],
        ..visit.page().await?.answer
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    visit.show(status, &page).await
}
