//! The page behind an invitation.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use secrecy::SecretString;
use serde::Deserialize;

use super::{busy, nothing, password_error, site_authority};
use crate::accounts::domain::{AcceptError, InvitationState};
use crate::accounts::page::InvitationPage;
use crate::accounts::password::Passwords;
use crate::accounts::service::{self, Accepting, Invited};
use crate::db::{DatabaseError, Failure};
use crate::http::extract::{Form, id};
use crate::http::render::{FieldError, Site};
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::{limits, plain_text};

#[derive(Deserialize)]
pub(super) struct AcceptForm {
    #[serde(default)]
    display_name: String,
    #[serde(default = "nothing")]
    password: SecretString,
}

pub(super) async fn invitation_form(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, link, token) = path.into_inner();
    let invited = find(&state, &link, &token).await?;
    let status = match invited.state {
        InvitationState::Open => StatusCode::OK,
        InvitationState::Expired | InvitationState::Accepted | InvitationState::Revoked => {
            StatusCode::GONE
        }
    };
    let page = page_of(&invited, (link, token), String::new(), Vec::new());
    show(&state, lang, status, &invited, &page)
}

pub(super) async fn accept_invitation(
    state: web::Data<AppState>,
    passwords: web::Data<Passwords>,
    lang: Language,
    path: web::Path<(String, String, String)>,
    Form(form): Form<AcceptForm>,
) -> Result<HttpResponse, Error> {
    let (_lang, link, token) = path.into_inner();
    let invited = find(&state, &link, &token).await?;
    let held = (invited.invitation.id, token.as_str());
    let error = match parse(&form, &invited) {
        Ok(accepting) => {
            let context = &state.context;
            let accepted =
                service::accept_invitation(context, &passwords, held, accepting.as_ref()).await;
            match accepted {
                Ok(()) => {
                    let url = format!("/{}/sign-in?done=invitation-accepted", lang.into_str());
                    return Ok(answer::see_other(&url));
                }
                Err(Failure::Refused(AcceptError::Password(refused))) => {
                    vec![password_error("password", refused)]
                }
                Err(Failure::Refused(AcceptError::NotAllowed(_over))) => {
                    let page = page_of(&invited, (link, token), form.display_name, Vec::new());
                    return show(&state, lang, StatusCode::GONE, &invited, &page);
                }
                Err(Failure::Refused(AcceptError::Busy)) => return Err(busy()),
                Err(Failure::Database(error)) => return Err(error.into()),
            }
        }
        Err(error) => vec![error],
    };
    let page = page_of(&invited, (link, token), form.display_name, error);
    show(
        &state,
        lang,
        StatusCode::UNPROCESSABLE_ENTITY,
        &invited,
        &page,
    )
}

async fn find(state: &AppState, link: &str, token: &str) -> Result<Invited, Error> {
    let (link, token) = (id(link)?, token.to_owned());
    let (tokens, now) = (state.context.tokens.clone(), state.now());
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| service::find_invited(connection, &tokens, (link, &token), now))
        .await;
    found?.ok_or_else(Error::not_found)
}

/// Whoever has an account types nothing: only the role is new.
fn parse(form: &AcceptForm, invited: &Invited) -> Result<Option<Accepting>, FieldError> {
    if invited.has_account {
        return Ok(None);
    }
    let display_name = plain_text::line(&form.display_name);
    if display_name.is_empty() {
        return Err(FieldError::new(
            "display_name",
            "accounts-error-name-missing",
        ));
    }
    if !limits::NAME.allows(&display_name) {
        let error = FieldError::new("display_name", "accounts-error-name-too-long");
        return Err(error.with("max", limits::NAME.most));
    }
    Ok(Some(Accepting {
        display_name,
        password: form.password.clone(),
    }))
}

fn page_of(
    invited: &Invited,
    (link, token): (String, String),
    display_name: String,
    errors: Vec<FieldError>,
) -> InvitationPage {
    InvitationPage {
        link,
        token,
        state: invited.state.into_str().to_owned(),
        email: invited.invitation.email.clone(),
        role: invited.invitation.role.into_str().to_owned(),
        is_for_one: invited.invitation.consultation.is_some(),
        expires_at: invited.invitation.expires_at,
        has_account: invited.has_account,
        display_name,
        errors,
    }
}

fn show(
    state: &AppState,
    lang: Language,
    status: StatusCode,
    invited: &Invited,
    page: &InvitationPage,
) -> Result<HttpResponse, Error> {
    let (other, link, token) = (lang.other().into_str(), &page.link, &page.token);
    let authority = &invited.authority;
    let site = Site {
        switch_url: Some(format!("/{other}/invitations/{link}/{token}")),
        zone: authority.zone.name().to_owned(),
        authority: Some(site_authority(authority, lang)),
        ..state.site()
    };
    state.show(status, lang, &site, page)
}
