//! The two forms of a receipt that waits: the mail once more, and another address.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::tracking::{SubmissionPath, Typed, show, tracking_url};
use crate::accounts::By;
use crate::db::Failure;
use crate::http::extract::Form;
use crate::http::render::FieldError;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::SubmissionLinkId;
use crate::kernel::token::Flow;
use crate::submissions::service::{self, AddressError};

/// The form with the right address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AddressFields {
    email: String,
}

pub(super) async fn send_again(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<SubmissionPath>,
) -> Result<HttpResponse, Error> {
    path.check(&state, Flow::Submission)?;
    let done = match service::send_again(&state.context, path.id).await {
        Ok(()) => "sent-again",
        Err(Failure::Refused(AddressError::JustSent)) => "just-sent",
        // What it stands at instead is what the page says.
        Err(Failure::Refused(AddressError::NotWaiting)) => "",
        Err(failure) => return Err(unexpected(failure)),
    };
    Ok(see_other(&state, lang, path.id, done))
}

pub(super) async fn correct_address(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<SubmissionPath>,
    Form(fields): Form<AddressFields>,
) -> Result<HttpResponse, Error> {
    path.check(&state, Flow::Submission)?;
    let email = match EmailAddress::parse(&fields.email) {
        Ok(email) => email,
        Err(refusal) => {
            let error = FieldError::of_address("email", refusal);
            return again(&state, lang, &path, fields, error).await;
        }
    };
    match service::correct_address(&state.context, &By::Guest, path.id, email).await {
        Ok(link) => Ok(see_other(&state, lang, link, "address-corrected")),
        Err(Failure::Refused(AddressError::SameAddress)) => {
            let error = FieldError::new("email", "submissions-error-email-same");
            again(&state, lang, &path, fields, error).await
        }
        Err(Failure::Refused(AddressError::NotWaiting | AddressError::AlreadyCorrected)) => {
            Ok(see_other(&state, lang, path.id, ""))
        }
        Err(failure) => Err(unexpected(failure)),
    }
}

/// The page with what was typed and what to do about it.
async fn again(
    state: &AppState,
    lang: Language,
    path: &SubmissionPath,
    fields: AddressFields,
    error: FieldError,
) -> Result<HttpResponse, Error> {
    let typed = Typed {
        email: fields.email,
        errors: vec![error],
    };
    show(
        state,
        lang,
        path,
        typed,
        None,
        StatusCode::UNPROCESSABLE_ENTITY,
    )
    .await
}

fn see_other(state: &AppState, lang: Language, link: SubmissionLinkId, done: &str) -> HttpResponse {
    let query = match done {
        "" => String::new(),
        code => format!("?done={code}"),
    };
    answer::see_other(&format!("{}{query}", tracking_url(state, lang, link)))
}

fn unexpected(failure: Failure<AddressError>) -> Error {
    match failure {
        Failure::Database(error) => error.into(),
        Failure::Refused(_) => Error::not_found(),
    }
}
