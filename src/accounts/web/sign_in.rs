//! Signing in and out.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;

use super::next::local_path;
use super::{Refusal, cookie, nothing, password_error, sign_in_url, with_next};
use crate::accounts::domain::{PasswordRefused, SignInError};
use crate::accounts::page::SignIn;
use crate::accounts::password::Passwords;
use crate::accounts::service::{self, Credentials, SignedIn};
use crate::db::Failure;
use crate::http::extract::{Form, Query};
use crate::http::flash::Done;
use crate::http::render::FieldError;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;

/// What has been done, as the address after the redirect says it.
const DONE: [&str; 5] = [
    SIGNED_OUT,
    "set-up",
    "invitation-accepted",
    "password-set",
    "address-changed",
];
const SIGNED_OUT: &str = "signed-out";

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct SignInQuery {
    pub(super) next: String,
}

#[derive(Deserialize)]
pub(super) struct SignInForm {
    #[serde(default)]
    email: String,
    #[serde(default = "nothing")]
    password: SecretString,
    #[serde(default)]
    next: String,
}

pub(super) async fn sign_in_form(
    state: web::Data<AppState>,
    lang: Language,
    Query(query): Query<SignInQuery>,
    done: Done,
) -> Result<HttpResponse, Error> {
    let page = SignIn {
        next: local_path(&query.next),
        ..SignIn::default()
    };
    let flash = done.one_of(&DONE);
    show(&state, lang, StatusCode::OK, page, flash)
}

pub(super) async fn sign_in(
    state: web::Data<AppState>,
    passwords: web::Data<Passwords>,
    request: HttpRequest,
    lang: Language,
    form: Form<SignInForm>,
) -> Result<HttpResponse, Error> {
    let Form(form) = form;
    let now = state.now();
    let credentials = match parse(&form) {
        Ok(credentials) => credentials,
        Err(errors) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return show(&state, lang, status, page_of(&form, errors), None);
        }
    };
    let browser = super::browser(&request, state.site.https);
    let next = local_path(&form.next);
    match service::sign_in(&state.context, &passwords, &credentials, browser).await {
        Ok(given) => let_in(&state, lang, next.as_deref(), given),
        Err(Failure::Refused(refused)) => refuse(&state, lang, &form, refused, now),
        Err(Failure::Database(error)) => Err(error.into()),
    }
}

/// Gives the browser its session and leads to where the person wanted to go, or to where the code is typed.
pub(super) fn let_in(
    state: &AppState,
    lang: Language,
    next: Option<&str>,
    given: SignedIn,
) -> Result<HttpResponse, Error> {
    let (lang, https) = (lang.into_str(), state.site.https);
    let mut response = match (&given.device_cookie, next) {
        (None, next) => answer::see_other(&with_next(&format!("/{lang}/sign-in/code"), next)),
        (Some(_known), Some(next)) => answer::see_other(next),
        (Some(_known), None) => answer::see_other(&format!("/{lang}/desk")),
    };
    let device = given
        .device_cookie
        .map(|value| cookie::knowing(value, https));
    let session = cookie::holding(&given.token, https);
    for cookie in [Some(session), device].into_iter().flatten() {
        response.add_cookie(&cookie).map_err(Error::internal)?;
    }
    Ok(response)
}

pub(super) async fn sign_out(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
) -> Result<HttpResponse, Error> {
    if let Some(token) = cookie::read(&request, state.site.https) {
        service::sign_out(&state.context, token).await?;
    }
    let mut response = answer::see_other(&format!("{}?done={SIGNED_OUT}", sign_in_url(lang, None)));
    response
        .add_cookie(&cookie::removal(state.site.https))
        .map_err(Error::internal)?;
    Ok(response)
}

fn parse(form: &SignInForm) -> Result<Credentials, Vec<FieldError>> {
    let email = EmailAddress::parse(&form.email);
    let mut errors = Vec::new();
    if let Err(refusal) = email {
        errors.push(FieldError::of_address("email", refusal));
    }
    if form.password.expose_secret().is_empty() {
        errors.push(password_error("password", PasswordRefused::Missing));
    }
    match email {
        Ok(email) if errors.is_empty() => Ok(Credentials {
            email,
            password: form.password.clone(),
        }),
        _ => Err(errors),
    }
}

/// The same words for every account; the password is never given back.
fn refuse(
    state: &AppState,
    lang: Language,
    form: &SignInForm,
    refused: SignInError,
    now: Instant,
) -> Result<HttpResponse, Error> {
    let refusal = Refusal::of(refused, "password", "accounts-error-credentials", now)?;
    let page = page_of(form, vec![refusal.error.clone()]);
    let response = show(state, lang, refusal.status, page, None)?;
    Ok(refusal.answered(response))
}

fn page_of(form: &SignInForm, errors: Vec<FieldError>) -> SignIn {
    SignIn {
        email: form.email.clone(),
        next: local_path(&form.next),
        errors,
        demo_accounts: Vec::new(),
    }
}

fn show(
    state: &AppState,
    lang: Language,
    status: StatusCode,
    mut page: SignIn,
    flash: Option<String>,
) -> Result<HttpResponse, Error> {
    let mut site = state.site();
    site.flash = flash;
    site.switch_url = Some(sign_in_url(lang.other(), page.next.as_deref()));
    page.demo_accounts.clone_from(&state.site.demo_accounts);
    state.show(status, lang, &site, &page)
}
