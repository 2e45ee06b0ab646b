//! What an authority says of itself, for its administrators.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::workspace::{errors, values};
use crate::accounts::{self, Actor, By};
use crate::consultations::{
    self, Authority, SaveAuthorityError, Values, authority_site, authority_values,
};
use crate::db::{DatabaseError, Failure};
use crate::desk::page::AuthoritySettings;
use crate::http::extract::Form;
use crate::http::flash::Done;
use crate::http::render::{FieldError, Site, SiteStaff};
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;

/// The fields of the form.
const FIELDS: [&str; 16] = [
    "name",
    "short_name",
    "department",
    "contact_email",
    "contact_phone",
    "postal_address",
    "time_zone",
    "shortest_window",
    "announced_before",
    "announced_before_regulation",
    "announced_before_spatial",
    "second_factor",
    "main_colour",
    "english",
    "logo_text",
    "logo_text_en",
];

pub(super) async fn authority_form(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String)>,
    done: Done,
) -> Result<HttpResponse, Error> {
    let (_lang, slug) = path.into_inner();
    let authority = find(&state, slug).await?;
    let values = authority_values(&authority);
    let flash = done.one_of(&["saved-part", "authority-made"]);
    let shown = (StatusCode::OK, values, Vec::new());
    show(&state, &actor, lang, &authority, shown, flash)
}

pub(super) async fn save_authority(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String)>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let (_lang, slug) = path.into_inner();
    let (authority, typed) = (find(&state, slug).await?, values(pairs));
    let by = By::Staff(Actor::clone(&actor));
    match consultations::save_authority(&state.context, &by, &authority, &typed).await {
        Ok(()) => Ok(answer::see_other(&format!(
            "/{}/desk/{}/settings?done=saved-part",
            lang.into_str(),
            authority.slug
        ))),
        Err(Failure::Refused(SaveAuthorityError::Wrong(faults))) => {
            let shown = (StatusCode::UNPROCESSABLE_ENTITY, typed, errors(&faults));
            show(&state, &actor, lang, &authority, shown, None)
        }
        Err(Failure::Refused(SaveAuthorityError::NotAllowed(_))) => Err(Error::not_found()),
        Err(Failure::Database(error)) => Err(error.into()),
    }
}

pub(super) async fn find(state: &AppState, slug: String) -> Result<Authority, Error> {
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| accounts::find_authority(connection, &slug))
        .await;
    found?.ok_or_else(Error::not_found)
}

pub(super) fn show(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    authority: &Authority,
    (status, typed, errors): (StatusCode, Values, Vec<FieldError>),
    flash: Option<String>,
) -> Result<HttpResponse, Error> {
    let value = |name: &str| typed.get(name).cloned().unwrap_or_default();
    let page = AuthoritySettings {
        logo_url: authority.logo_url(),
        values: FIELDS.map(|name| (name.to_owned(), value(name))).into(),
        reference_prefix: authority.reference_prefix.clone(),
        errors,
    };
    let path = format!("/desk/{}/settings", authority.slug);
    let site = Site {
        staff: Some(SiteStaff::from(actor)),
        flash,
        ..authority_site(state, lang, authority, &path)
    };
    state.show(status, lang, &site, &page)
}
