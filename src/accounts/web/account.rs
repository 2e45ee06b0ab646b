//! One's own account: password, address, sessions.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use secrecy::SecretString;
use serde::Deserialize;

use super::{Refusal, cookie, device, nothing};
use crate::accounts::domain::{Actor, session_name};
use crate::accounts::page::{Account, SessionRow};
use crate::accounts::password::Passwords;
use crate::accounts::service::{self, OwnAccount};
use crate::db::DatabaseError;
use crate::http::extract::Form;
use crate::http::flash::Done;
use crate::http::render::{FieldError, Site, SiteStaff};
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::email_address::EmailAddress;

/// What has been done, as the address after the redirect says it.
const DONE: [&str; 5] = [
    "password-changed",
    "address-asked",
    "session-ended",
    "sessions-ended",
    "second-factor-removed",
];

#[derive(Deserialize)]
pub(super) struct PasswordForm {
    #[serde(default = "nothing")]
    password: SecretString,
    #[serde(default = "nothing")]
    new_password: SecretString,
}

#[derive(Deserialize)]
pub(super) struct AddressForm {
    #[serde(default)]
    email: String,
    #[serde(default = "nothing")]
    address_password: SecretString,
}

#[derive(Deserialize)]
pub(super) struct SessionsForm {
    /// What a session is called, or `others`.
    #[serde(default)]
    end: String,
}

pub(super) async fn show_account(
    state: web::Data<AppState>,
    request: HttpRequest,
    actor: web::ReqData<Actor>,
    lang: Language,
    done: Done,
) -> Result<HttpResponse, Error> {
    let page = Account::default();
    let flash = done.one_of(&DONE);
    show(
        &state,
        &request,
        &actor,
        lang,
        (StatusCode::OK, page, flash),
    )
    .await
}

pub(super) async fn change_password(
    state: web::Data<AppState>,
    passwords: web::Data<Passwords>,
    request: HttpRequest,
    actor: web::ReqData<Actor>,
    lang: Language,
    Form(form): Form<PasswordForm>,
) -> Result<HttpResponse, Error> {
    let typed = (&form.password, &form.new_password);
    let (context, browser) = (&state.context, device(&request));
    let changed = service::change_password(context, &passwords, &actor, typed, browser);
    let refusal = match changed.await {
        Ok(token) => {
            let url = format!("/{}/account?done=password-changed", lang.into_str());
            let mut response = answer::see_other(&url);
            response
                .add_cookie(&cookie::holding(&token, state.site.https))
                .map_err(Error::internal)?;
            return Ok(response);
        }
        Err(error) => Refusal::of_own(error, ("password", "new_password"), state.now())?,
    };
    let page = Account {
        errors: vec![refusal.error.clone()],
        ..Account::default()
    };
    let shown = (refusal.status, page, None);
    let response = show(&state, &request, &actor, lang, shown).await?;
    Ok(refusal.answered(response))
}

pub(super) async fn ask_for_address(
    state: web::Data<AppState>,
    passwords: web::Data<Passwords>,
    request: HttpRequest,
    actor: web::ReqData<Actor>,
    lang: Language,
    Form(form): Form<AddressForm>,
) -> Result<HttpResponse, Error> {
    let password = &form.address_password;
    let refusal = match EmailAddress::parse(&form.email) {
        Err(refusal) => Refusal::told(FieldError::of_address("email", refusal)),
        Ok(email) => {
            let context = &state.context;
            let asked = service::ask_for_address(context, &passwords, &actor, &email, password);
            match asked.await {
                Ok(()) => {
                    let url = format!("/{}/account?done=address-asked", lang.into_str());
                    return Ok(answer::see_other(&url));
                }
                Err(error) => Refusal::of_own(error, ("address_password", "email"), state.now())?,
            }
        }
    };
    let page = Account {
        new_email: form.email,
        errors: vec![refusal.error.clone()],
        ..Account::default()
    };
    let shown = (refusal.status, page, None);
    let response = show(&state, &request, &actor, lang, shown).await?;
    Ok(refusal.answered(response))
}

pub(super) async fn end_sessions(
    state: web::Data<AppState>,
    request: HttpRequest,
    actor: web::ReqData<Actor>,
    lang: Language,
    Form(form): Form<SessionsForm>,
) -> Result<HttpResponse, Error> {
    let here = cookie::read(&request, state.site.https).ok_or_else(Error::not_found)?;
    let done = if form.end == "others" {
        service::end_other_sessions(&state.context, &actor, here).await?;
        "sessions-ended"
    } else {
        service::end_session(&state.context, &actor, form.end).await?;
        "session-ended"
    };
    let url = format!("/{}/account?done={done}", lang.into_str());
    Ok(answer::see_other(&url))
}

/// Fills in the account and shows the page.
async fn show(
    state: &AppState,
    request: &HttpRequest,
    actor: &Actor,
    lang: Language,
    (status, page, flash): (StatusCode, Account, Option<String>),
) -> Result<HttpResponse, Error> {
    let account = find(state, actor).await?;
    let here = cookie::read(request, state.site.https).map(|token| token.hash());
    let sessions = account.sessions.into_iter().map(|session| SessionRow {
        name: session_name(&session.hash),
        is_this: Some(&session.hash) == here.as_ref(),
        device: session.device,
        created_at: session.created_at,
        last_seen_at: session.last_seen_at,
    });
    let page = Account {
        email: account.staff.email,
        sessions: sessions.collect(),
        second_factor_since: account.second_factor_since,
        recovery_codes_left: account.recovery_codes_left,
        ..page
    };
    let site = site(
        state,
        actor,
        flash,
        &format!("/{}/account", lang.other().into_str()),
    );
    state.show(status, lang, &site, &page)
}

pub(super) async fn find(state: &AppState, actor: &Actor) -> Result<OwnAccount, Error> {
    let (now, asked) = (state.now(), actor.clone());
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| service::find_own_account(connection, &asked, now))
        .await;
    found?.ok_or_else(Error::not_found)
}

pub(super) fn site(state: &AppState, actor: &Actor, flash: Option<String>, switch: &str) -> Site {
    Site {
        staff: Some(SiteStaff::from(actor)),
        switch_url: Some(switch.to_owned()),
        flash,
        ..state.site()
    }
}
