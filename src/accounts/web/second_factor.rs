//! The second factor of one's own account: setting it, its recovery codes, taking it away.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use secrecy::SecretString;
use serde::Deserialize;

use super::account::{find, site};
use super::{Refusal, nothing};
use crate::accounts::domain::{Actor, Seed};
use crate::accounts::page::{NewRecoveryCodes, SecondFactorPage};
use crate::accounts::password::Passwords;
use crate::accounts::service;
use crate::http::extract::Form;
use crate::http::flash::Done;
use crate::http::render::FieldError;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;

#[derive(Deserialize)]
pub(super) struct FactorForm {
    #[serde(default)]
    seed: String,
    #[serde(default)]
    code: String,
    #[serde(default = "nothing")]
    password: SecretString,
}

#[derive(Deserialize)]
pub(super) struct CodesForm {
    #[serde(default = "nothing")]
    codes_password: SecretString,
}

#[derive(Deserialize)]
pub(super) struct RemoveForm {
    #[serde(default = "nothing")]
    remove_password: SecretString,
}

pub(super) async fn second_factor_form(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    done: Done,
) -> Result<HttpResponse, Error> {
    let flash = done.one_of(&["second-factor-owed"]);
    let shown = (StatusCode::OK, None, Vec::new(), flash);
    show(&state, &actor, lang, shown).await
}

pub(super) async fn set_second_factor(
    state: web::Data<AppState>,
    passwords: web::Data<Passwords>,
    actor: web::ReqData<Actor>,
    lang: Language,
    Form(form): Form<FactorForm>,
) -> Result<HttpResponse, Error> {
    let seed = Seed::parse(&form.seed).map_err(|_none| Error::bad_request())?;
    let refusal = if form.code.trim().is_empty() {
        Refusal::told(FieldError::new("code", "accounts-error-code-missing"))
    } else {
        let (context, typed) = (&state.context, (seed.clone(), form.code.as_str()));
        let set = service::set_second_factor(context, &passwords, &actor, typed, &form.password);
        match set.await {
            Ok(codes) => return show_codes(&state, &actor, lang, codes),
            Err(error) => Refusal::of_own(error, ("password", "code"), state.now())?,
        }
    };
    show_refused(&state, &actor, lang, &refusal, Some(seed)).await
}

pub(super) async fn renew_recovery_codes(
    state: web::Data<AppState>,
    passwords: web::Data<Passwords>,
    actor: web::ReqData<Actor>,
    lang: Language,
    Form(form): Form<CodesForm>,
) -> Result<HttpResponse, Error> {
    let (context, password) = (&state.context, &form.codes_password);
    match service::renew_recovery_codes(context, &passwords, &actor, password).await {
        Ok(codes) => show_codes(&state, &actor, lang, codes),
        Err(error) => {
            let fields = ("codes_password", "codes_password");
            let refusal = Refusal::of_own(error, fields, state.now())?;
            show_refused(&state, &actor, lang, &refusal, None).await
        }
    }
}

pub(super) async fn remove_second_factor(
    state: web::Data<AppState>,
    passwords: web::Data<Passwords>,
    actor: web::ReqData<Actor>,
    lang: Language,
    Form(form): Form<RemoveForm>,
) -> Result<HttpResponse, Error> {
    let (context, password) = (&state.context, &form.remove_password);
    match service::remove_second_factor(context, &passwords, &actor, password).await {
        Ok(()) => {
            let url = format!("/{}/account?done=second-factor-removed", lang.into_str());
            Ok(answer::see_other(&url))
        }
        Err(error) => {
            let fields = ("remove_password", "remove_password");
            let refusal = Refusal::of_own(error, fields, state.now())?;
            show_refused(&state, &actor, lang, &refusal, None).await
        }
    }
}

/// The page with what is wrong.
async fn show_refused(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    refusal: &Refusal,
    seed: Option<Seed>,
) -> Result<HttpResponse, Error> {
    let shown = (refusal.status, seed, vec![refusal.error.clone()], None);
    Ok(refusal.answered(show(state, actor, lang, shown).await?))
}

/// The page as it stands. The seed of what was shown before is kept, so that the application need not be tied again.
async fn show(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    (status, seed, errors, flash): (StatusCode, Option<Seed>, Vec<FieldError>, Option<String>),
) -> Result<HttpResponse, Error> {
    let account = find(state, actor).await?;
    let tying = service::tie(&state.context, &account.staff, seed)
        .map_err(|refused| Error::internal(anyhow::Error::from(refused)))?;
    let page = SecondFactorPage {
        seed: tying.seed.written(),
        key: tying.key,
        size: tying.picture.as_ref().map_or(0, |picture| picture.size),
        path: tying
            .picture
            .map_or_else(String::new, |picture| picture.path),
        since: account.second_factor_since,
        recovery_codes_left: account.recovery_codes_left,
        errors,
    };
    let switch = format!("/{}/account/second-factor", lang.other().into_str());
    state.show(status, lang, &site(state, actor, flash, &switch), &page)
}

/// Recovery codes, this once.
fn show_codes(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    codes: Vec<String>,
) -> Result<HttpResponse, Error> {
    let mut site = site(state, actor, None, "");
    site.switch_url = None;
    state.show(StatusCode::OK, lang, &site, &NewRecoveryCodes { codes })
}
