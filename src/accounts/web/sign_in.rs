//! Signing in and out.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse, web};
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;

use super::next::local_path;
use super::{cookie, password_error, sign_in_url};
use crate::accounts::domain::{PasswordRefused, SignInError};
use crate::accounts::page::SignIn;
use crate::accounts::password::Passwords;
use crate::accounts::service::{self, Credentials};
use crate::db::Failure;
use crate::http::extract::{Form, Query};
use crate::http::flash::Done;
use crate::http::render::FieldError;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;

/// What has been done, as the address after the redirect says it.
const DONE: [&str; 2] = [SIGNED_OUT, "set-up"];
const SIGNED_OUT: &str = "signed-out";

#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct SignInQuery {
    next: String,
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

fn nothing() -> SecretString {
    SecretString::from("")
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
    let previous = cookie::read(&request, state.site.https);
    match service::sign_in(&state.context, &passwords, &credentials, previous).await {
        Ok(token) => {
            let desk = || format!("/{}/desk", lang.into_str());
            let mut response = answer::see_other(&local_path(&form.next).unwrap_or_else(desk));
            response
                .add_cookie(&cookie::holding(&token, state.site.https))
                .map_err(Error::internal)?;
            Ok(response)
        }
        Err(Failure::Refused(refused)) => refuse(&state, lang, &form, refused, now),
        Err(Failure::Database(error)) => Err(error.into()),
    }
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
        errors.push(password_error(PasswordRefused::Missing));
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
    match refused {
        SignInError::WrongCredentials => {
            let error = FieldError::new("password", "accounts-error-credentials");
            let page = page_of(form, vec![error]);
            show(state, lang, StatusCode::UNPROCESSABLE_ENTITY, page, None)
        }
        SignInError::TooManyGuesses { again_at } => {
            let seconds = again_at.since(now).num_seconds() + 1;
            let error = FieldError::new("password", "accounts-error-throttled")
                .with("minutes", seconds.div_euclid(60) + 1);
            let page = page_of(form, vec![error]);
            let mut response = show(state, lang, StatusCode::TOO_MANY_REQUESTS, page, None)?;
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, seconds.into());
            Ok(response)
        }
        SignInError::Busy => Err(Error::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "http-error-unavailable",
        )),
    }
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
