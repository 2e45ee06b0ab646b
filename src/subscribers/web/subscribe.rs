//! The form that asks for notices. Its answer is the same whether or not the address was known.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::nonce;
use crate::accounts::{self, Authority};
use crate::consultations::{Consultation, ConsultationPath, authority_site, consultation_site};
use crate::http::extract::{Form, path_without_language};
use crate::http::flash::Done;
use crate::http::render::{FieldError, Site};
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::email_address::EmailAddress;
use crate::subscribers::domain::{Audience, MailingList, SubscriptionRequest};
use crate::subscribers::page::{SubscribeDone, SubscribeForm};
use crate::subscribers::service;

/// What `?done=` says after the form was sent.
const ASKED: &str = "asked";

/// The fields of the form.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct SubscribeFields {
    email: String,
    scope: String,
    nonce: String,
}

/// Where the form stands: one consultation, or an authority with all of its.
enum Place {
    Consultation(Box<Consultation>),
    Authority(Box<Authority>),
}

pub(super) async fn consultation_form(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<ConsultationPath>,
) -> Result<HttpResponse, Error> {
    let place = Place::Consultation(Box::new(path.find_public(&state).await?));
    show(&state, &request, lang, &place)
}

pub(super) async fn subscribe_to_consultation(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<ConsultationPath>,
    Form(fields): Form<SubscribeFields>,
) -> Result<HttpResponse, Error> {
    let place = Place::Consultation(Box::new(path.find_public(&state).await?));
    act(&state, &request, lang, &place, fields).await
}

pub(super) async fn authority_form(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let place = find_authority(&state, path.into_inner().1).await?;
    show(&state, &request, lang, &place)
}

pub(super) async fn subscribe_to_authority(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<(String, String)>,
    Form(fields): Form<SubscribeFields>,
) -> Result<HttpResponse, Error> {
    let place = find_authority(&state, path.into_inner().1).await?;
    act(&state, &request, lang, &place, fields).await
}

async fn find_authority(state: &AppState, slug: String) -> Result<Place, Error> {
    let found = state
        .context
        .db
        .read(move |conn| accounts::find_authority(conn, &slug))
        .await?;
    found
        .map(|authority| Place::Authority(Box::new(authority)))
        .ok_or_else(Error::not_found)
}

impl Place {
    fn site(&self, state: &AppState, lang: Language, request: &HttpRequest) -> Site {
        match self {
            Self::Consultation(found) => {
                consultation_site(state, lang, found, path_without_language(request, lang))
            }
            Self::Authority(authority) => {
                authority_site(state, lang, authority, path_without_language(request, lang))
            }
        }
    }

    /// The scope that is chosen when the form is opened.
    fn scope(&self) -> Audience {
        match self {
            Self::Consultation(_) => Audience::Consultation,
            Self::Authority(_) => Audience::Authority,
        }
    }

    /// The list a scope means here; a single consultation can only be chosen where one is shown.
    fn list(&self, scope: &str, lang: Language) -> Option<MailingList> {
        match (self, scope.parse().ok()?) {
            (Self::Consultation(found), Audience::Consultation) => Some(MailingList {
                authority_id: found.authority.id,
                consultation_id: Some(found.id),
                name: found.title_in(lang == Language::En).to_owned(),
            }),
            (Self::Consultation(found), Audience::Authority) => Some(list_of(&found.authority)),
            (Self::Authority(authority), Audience::Authority) => Some(list_of(authority)),
            (Self::Authority(_), Audience::Consultation) => None,
        }
    }
}

fn list_of(authority: &Authority) -> MailingList {
    MailingList {
        authority_id: authority.id,
        consultation_id: None,
        name: authority.name.clone(),
    }
}

fn show(
    state: &AppState,
    request: &HttpRequest,
    lang: Language,
    place: &Place,
) -> Result<HttpResponse, Error> {
    let site = place.site(state, lang, request);
    if Done::of(request).one_of(&[ASKED]).is_some() {
        return state.show(StatusCode::OK, lang, &site, &SubscribeDone {});
    }
    let form = SubscribeForm {
        scope: place.scope().into_str().to_owned(),
        nonce: nonce::mint(&state.context.tokens, state.now()),
        ..SubscribeForm::default()
    };
    state.show(StatusCode::OK, lang, &site, &form)
}

async fn act(
    state: &AppState,
    request: &HttpRequest,
    lang: Language,
    place: &Place,
    fields: SubscribeFields,
) -> Result<HttpResponse, Error> {
    match parse(state, place, lang, &fields) {
        Ok(wish) => {
            service::subscribe(&state.context, wish).await?;
            Ok(answer::see_other(&format!(
                "{}?done={ASKED}",
                request.path()
            )))
        }
        Err(errors) => {
            let form = SubscribeForm {
                email: fields.email,
                scope: fields.scope,
                errors,
                nonce: nonce::mint(&state.context.tokens, state.now()),
            };
            let site = place.site(state, lang, request);
            state.show(StatusCode::UNPROCESSABLE_ENTITY, lang, &site, &form)
        }
    }
}

fn parse(
    state: &AppState,
    place: &Place,
    lang: Language,
    fields: &SubscribeFields,
) -> Result<SubscriptionRequest, Vec<FieldError>> {
    let mut errors = Vec::new();
    let list = place.list(&fields.scope, lang);
    if list.is_none() {
        errors.push(FieldError::new("scope", "subscribers-error-scope-missing"));
    }
    let email = EmailAddress::parse(&fields.email);
    if let Err(refusal) = email {
        errors.push(FieldError::of_address("email", refusal));
    }
    if !nonce::is_good(&state.context.tokens, &fields.nonce, state.now()) {
        errors.push(FieldError::new("email", "subscribers-error-form-expired"));
    }
    match (list, email) {
        (Some(list), Ok(email)) if errors.is_empty() => Ok(SubscriptionRequest {
            email,
            list,
            language: lang,
        }),
        _ => Err(errors),
    }
}
