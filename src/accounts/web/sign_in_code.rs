//! The code after the password.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::next::local_path;
use super::sign_in::{SignInQuery, let_in};
use super::{Refusal, with_next};
use crate::accounts::domain::SignInError;
use crate::accounts::page::SignInCode;
use crate::accounts::service;
use crate::db::{DatabaseError, Failure};
use crate::http::extract::{Form, Query};
use crate::http::render::FieldError;
use crate::http::{AppState, Error};
use crate::i18n::Language;

#[derive(Deserialize)]
pub(super) struct CodeForm {
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

pub(super) async fn code_form(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    Query(query): Query<SignInQuery>,
) -> Result<HttpResponse, Error> {
    let session = super::browser(&request, state.site.https).session;
    let is_waiting = match session {
        Some(token) => {
            let now = state.now();
            let found: Result<_, DatabaseError> = state
                .context
                .db
                .read(move |connection| service::is_waiting_for_code(connection, &token, now))
                .await;
            found?
        }
        None => false,
    };
    let page = SignInCode {
        next: local_path(&query.next),
        is_over: !is_waiting,
        errors: Vec::new(),
    };
    show(&state, lang, StatusCode::OK, page)
}

pub(super) async fn enter_code(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    Form(form): Form<CodeForm>,
) -> Result<HttpResponse, Error> {
    let (now, next) = (state.now(), local_path(&form.next));
    let browser = super::browser(&request, state.site.https);
    let refused = if form.code.trim().is_empty() {
        Err(FieldError::new("code", "accounts-error-code-missing"))
    } else {
        match service::enter_code(&state.context, &form.code, browser).await {
            Ok(given) => return let_in(&state, lang, next.as_deref(), given),
            Err(Failure::Refused(refused)) => Ok(refused),
            Err(Failure::Database(error)) => return Err(error.into()),
        }
    };
    let mut page = SignInCode {
        next,
        ..SignInCode::default()
    };
    let refusal = match refused {
        Ok(SignInError::Over) => {
            page.is_over = true;
            return show(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, page);
        }
        Ok(refused) => Refusal::of(refused, "code", "accounts-error-code", now)?,
        Err(missing) => Refusal::told(missing),
    };
    page.errors.push(refusal.error.clone());
    let response = show(&state, lang, refusal.status, page)?;
    Ok(refusal.answered(response))
}

fn show(
    state: &AppState,
    lang: Language,
    status: StatusCode,
    page: SignInCode,
) -> Result<HttpResponse, Error> {
    let mut site = state.site();
    let path = format!("/{}/sign-in/code", lang.other().into_str());
    site.switch_url = Some(with_next(&path, page.next.as_deref()));
    state.show(status, lang, &site, &page)
}
