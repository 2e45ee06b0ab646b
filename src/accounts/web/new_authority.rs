//! Another authority on the same installation, made by an administrator of one.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::set_up::TypedAuthority;
use crate::accounts::domain::{Actor, By, NewAuthorityError};
use crate::accounts::page::NewAuthorityPage;
use crate::accounts::service;
use crate::db::Failure;
use crate::http::extract::Form;
use crate::http::render::{FieldError, Site, SiteStaff};
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct AuthorityForm {
    name: String,
    short_name: String,
    slug: String,
    reference_prefix: String,
    contact_email: String,
}

pub(super) async fn new_authority_form(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, from) = path.into_inner();
    let shown = (StatusCode::OK, AuthorityForm::default(), Vec::new());
    show(&state, &actor, lang, from, shown)
}

pub(super) async fn create_authority(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<(String, String)>,
    Form(form): Form<AuthorityForm>,
) -> Result<HttpResponse, Error> {
    let (_lang, from) = path.into_inner();
    let here = actor.authority.ok_or_else(Error::not_found)?;
    let mut errors = Vec::new();
    let typed = TypedAuthority {
        name: &form.name,
        short_name: &form.short_name,
        slug: &form.slug,
        reference_prefix: &form.reference_prefix,
        contact_email: &form.contact_email,
    };
    if let Some(new) = typed
        .parse(&state, &mut errors)
        .filter(|_new| errors.is_empty())
    {
        let (slug, by) = (new.slug.clone(), By::Staff(Actor::clone(&actor)));
        match service::make_authority(&state.context, &by, here, new).await {
            Ok(()) => {
                let lang = lang.into_str();
                let url = format!("/{lang}/desk/{slug}/settings?done=authority-made");
                return Ok(answer::see_other(&url));
            }
            Err(Failure::Refused(NewAuthorityError::SlugTaken)) => {
                errors.push(FieldError::new("slug", "accounts-error-slug-taken"));
            }
            Err(Failure::Refused(NewAuthorityError::NotAllowed(_))) => {
                return Err(Error::not_found());
            }
            Err(Failure::Database(error)) => return Err(error.into()),
        }
    }
    let shown = (StatusCode::UNPROCESSABLE_ENTITY, form, errors);
    show(&state, &actor, lang, from, shown)
}

fn show(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    from: String,
    (status, form, errors): (StatusCode, AuthorityForm, Vec<FieldError>),
) -> Result<HttpResponse, Error> {
    let other = lang.other().into_str();
    let site = Site {
        staff: Some(SiteStaff::from(actor)),
        switch_url: Some(format!("/{other}/desk/{from}/authorities/new")),
        ..state.site()
    };
    let page = NewAuthorityPage {
        from,
        name: form.name,
        short_name: form.short_name,
        slug: form.slug,
        reference_prefix: form.reference_prefix,
        contact_email: form.contact_email,
        errors,
    };
    state.show(status, lang, &site, &page)
}
