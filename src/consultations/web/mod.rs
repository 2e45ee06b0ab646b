//! Public reading pages. The same for everybody, so they are published: see `http::cache`.

mod consultation;
mod home;
mod section;

use actix_web::web;
use serde::Deserialize;

use super::domain::{Authority, Consultation, Phase};
use super::store;
use crate::http::render::{Site, SiteAuthority, SiteConsultation};
use crate::http::routing::{Access, Route};
use crate::http::{AppState, Error};
use crate::i18n::Language;

/// All routes of the slice.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/", Access::Public, || web::to(home::redirect_to_language)),
        Route::get("/{lang}", Access::Public, || {
            web::to(home::list_authorities)
        }),
        Route::get("/{lang}/{authority}", Access::Public, || {
            web::to(home::show_home)
        }),
        Route::get("/{lang}/{authority}/{consultation}", Access::Public, || {
            web::to(consultation::show_consultation)
        }),
        Route::get(
            "/{lang}/{authority}/{consultation}/sections/{number}",
            Access::Public,
            || web::to(section::show_section),
        ),
    ]
}

/// The part of an address that names a consultation.
#[derive(Clone, Debug, Deserialize)]
pub struct ConsultationPath {
    pub authority: String,
    pub consultation: String,
}

impl ConsultationPath {
    /// The consultation, whatever its phase.
    ///
    /// # Errors
    /// 404 when there is none, 503 when the database is away.
    pub async fn find(&self, state: &AppState) -> Result<Consultation, Error> {
        let (authority, slug) = (self.authority.clone(), self.consultation.clone());
        state
            .db
            .read(move |connection| store::find_by_slugs(connection, &authority, &slug))
            .await?
            .ok_or_else(Error::not_found)
    }

    /// The consultation, if the public may see it.
    ///
    /// # Errors
    /// 404 also while it is being prepared.
    pub async fn find_public(&self, state: &AppState) -> Result<Consultation, Error> {
        let consultation = self.find(state).await?;
        if consultation.phase(state.now()) == Phase::Preparing {
            return Err(Error::not_found());
        }
        Ok(consultation)
    }
}

/// The chrome of a page of this consultation; `path` is its address without the language.
pub fn site(state: &AppState, lang: Language, consultation: &Consultation, path: &str) -> Site {
    Site {
        consultation: Some(SiteConsultation {
            slug: consultation.slug.clone(),
            title: consultation.title_in(lang == Language::En).to_owned(),
            short_title: consultation.short_title.clone(),
        }),
        ..authority_site(state, lang, &consultation.authority, path)
    }
}

/// The chrome of a page of this authority; `path` is its address without the language.
pub fn authority_site(state: &AppState, lang: Language, authority: &Authority, path: &str) -> Site {
    Site {
        authority: Some(SiteAuthority {
            slug: authority.slug.clone(),
            name: authority.name.clone(),
            contact_email: authority.contact_email.clone(),
            department: Some(authority.department.clone()).filter(|name| !name.is_empty()),
        }),
        switch_url: Some(format!("/{}{path}", lang.other().code())),
        zone: authority.zone.name().to_owned(),
        ..state.site()
    }
}
