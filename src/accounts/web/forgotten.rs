//! A forgotten password: asking for a link, and setting another one behind it.

use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use secrecy::SecretString;
use serde::Deserialize;

use super::{Refusal, nothing};
use crate::accounts::domain::LinkKind;
use crate::accounts::page::{ForgottenPassword, NewPassword};
use crate::accounts::password::Passwords;
use crate::accounts::service;
use crate::db::DatabaseError;
use crate::http::extract::{Form, id};
use crate::http::render::{FieldError, Site};
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::email_address::EmailAddress;

/// How long the answer takes, whatever was to be done: a stopwatch must not tell which addresses have an account.
const ANSWERED_AFTER: Duration = Duration::from_millis(400);

#[derive(Deserialize)]
pub(super) struct ForgottenForm {
    #[serde(default)]
    email: String,
}

#[derive(Deserialize)]
pub(super) struct NewPasswordForm {
    #[serde(default = "nothing")]
    new_password: SecretString,
}

pub(super) async fn forgotten_form(
    state: web::Data<AppState>,
    lang: Language,
) -> Result<HttpResponse, Error> {
    let page = ForgottenPassword::default();
    show_forgotten(&state, lang, StatusCode::OK, &page)
}

pub(super) async fn ask_for_password(
    state: web::Data<AppState>,
    lang: Language,
    Form(form): Form<ForgottenForm>,
) -> Result<HttpResponse, Error> {
    let email = match EmailAddress::parse(&form.email) {
        Ok(email) => email,
        Err(refusal) => {
            let page = ForgottenPassword {
                email: form.email,
                errors: vec![FieldError::of_address("email", refusal)],
                ..ForgottenPassword::default()
            };
            return show_forgotten(&state, lang, StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
    };
    let (asked, _pause) = tokio::join!(
        service::ask_for_password(&state.context, &email),
        tokio::time::sleep(ANSWERED_AFTER),
    );
    asked?;
    let page = ForgottenPassword {
        is_asked: true,
        ..ForgottenPassword::default()
    };
    show_forgotten(&state, lang, StatusCode::OK, &page)
}

fn show_forgotten(
    state: &AppState,
    lang: Language,
    status: StatusCode,
    page: &ForgottenPassword,
) -> Result<HttpResponse, Error> {
    let mut site = state.site();
    site.switch_url = Some(format!("/{}/forgotten-password", lang.other().into_str()));
    state.show(status, lang, &site, page)
}

pub(super) async fn new_password_form(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, link, token) = path.into_inner();
    let page = NewPassword {
        email: email_behind(&state, &link, &token).await?,
        link,
        token,
        errors: Vec::new(),
    };
    show_new(&state, lang, StatusCode::OK, &page)
}

pub(super) async fn set_password(
    state: web::Data<AppState>,
    passwords: web::Data<Passwords>,
    lang: Language,
    path: web::Path<(String, String, String)>,
    Form(form): Form<NewPasswordForm>,
) -> Result<HttpResponse, Error> {
    let (_lang, link, token) = path.into_inner();
    let held = (id(&link)?, token.as_str());
    let set = service::set_forgotten_password(&state.context, &passwords, held, &form.new_password);
    let fields = ("new_password", "new_password");
    let refusal = match set.await {
        Ok(()) => {
            let url = format!("/{}/sign-in?done=password-set", lang.into_str());
            return Ok(answer::see_other(&url));
        }
        Err(error) => Refusal::of_own(error, fields, state.now())?,
    };
    let page = NewPassword {
        email: email_behind(&state, &link, &token).await?,
        link,
        token,
        errors: vec![refusal.error.clone()],
    };
    show_new(&state, lang, refusal.status, &page)
}

/// Whose password the link sets; 404 when it holds no more.
async fn email_behind(state: &AppState, link: &str, token: &str) -> Result<String, Error> {
    let (link, token) = (id(link)?, token.to_owned());
    let (tokens, now) = (state.context.tokens.clone(), state.now());
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| {
            let held = (link, token.as_str());
            service::find_link_owner(connection, &tokens, LinkKind::Password, held, now)
        })
        .await;
    let (_link, staff) = found?.ok_or_else(Error::link_is_over)?;
    Ok(staff.email)
}

fn show_new(
    state: &AppState,
    lang: Language,
    status: StatusCode,
    page: &NewPassword,
) -> Result<HttpResponse, Error> {
    let (lang_of_other, link, token) = (lang.other().into_str(), &page.link, &page.token);
    let site = Site {
        switch_url: Some(format!("/{lang_of_other}/new-password/{link}/{token}")),
        ..state.site()
    };
    state.show(status, lang, &site, page)
}
