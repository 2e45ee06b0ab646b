//! How every slice finds the consultation of an address and puts its name on a page.

mod refresh;

pub use refresh::follow_publications;

use serde::Deserialize;

use super::domain::{Authority, Consultation};
use super::store;
use crate::accounts::site_authority;
use crate::http::cache::Making;
use crate::http::render::{Site, SiteConsultation};
use crate::http::{AppState, Error};
use crate::i18n::Language;

/// The part of an address that names a consultation.
#[derive(Clone, Debug, Deserialize)]
pub struct ConsultationPath {
    pub authority: String,
    pub consultation: String,
}

impl ConsultationPath {
    /// The consultation, if the public may see it.
    ///
    /// # Errors
    /// 404 when there is none or it is being prepared, 503 when the database is away.
    pub async fn find_public(&self, state: &AppState) -> Result<Consultation, Error> {
        let (path, now) = (self.clone(), state.now());
        state
            .context
            .db
            .read(move |connection| {
                store::find_public(connection, &path.authority, &path.consultation, now)
            })
            .await?
            .ok_or_else(Error::not_found)
    }

    /// The same for a page that is being made.
    ///
    /// # Errors
    /// 404 when there is none or it is being prepared, 503 when the database is away.
    pub fn find_for_page(&self, making: &mut Making<'_>) -> Result<Consultation, Error> {
        let (authority, slug) = (&self.authority, &self.consultation);
        store::find_public(making.connection, authority, slug, making.now)?
            .ok_or_else(Error::not_found)
    }

    /// The consultation, also while it is being prepared. Only behind a route that asks for a role.
    ///
    /// # Errors
    /// 404 when there is none, 503 when the database is away.
    pub async fn find_for_staff(&self, state: &AppState) -> Result<Consultation, Error> {
        let path = self.clone();
        state
            .context
            .db
            .read(move |connection| {
                store::find_for_staff(connection, &path.authority, &path.consultation)
            })
            .await?
            .ok_or_else(Error::not_found)
    }
}

/// The chrome of a page of this consultation; `path` is its address without the language.
pub fn consultation_site(
    state: &AppState,
    lang: Language,
    consultation: &Consultation,
    path: &str,
) -> Site {
    Site {
        consultation: Some(SiteConsultation {
            slug: consultation.slug.clone(),
            title: consultation.title_in(lang == Language::En).to_owned(),
            title_lang: consultation
                .title_language(lang == Language::En)
                .into_str()
                .to_owned(),
            short_title: consultation.short_title.clone(),
            is_public: consultation.is_public(state.now()),
            draft_noun: consultation.draft_noun.clone(),
        }),
        ..authority_site(state, lang, &consultation.authority, path)
    }
}

/// The chrome of a page of this authority; `path` is its address without the language.
pub fn authority_site(state: &AppState, lang: Language, authority: &Authority, path: &str) -> Site {
    Site {
        authority: Some(site_authority(authority, lang)),
        switch_url: Some(format!("/{}{path}", lang.other().into_str()))
            .filter(|_url| authority.is_english_offered || path.starts_with("/desk")),
        zone: authority.zone.name().to_owned(),
        ..state.site()
    }
}
