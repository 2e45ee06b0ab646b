//! What a feed or a calendar is of: everything here, one authority, one consultation.

use crate::accounts;
use crate::consultations::{self, Consultation, ConsultationPath};
use crate::http::Error;
use crate::http::cache::Making;
use crate::i18n::Language;
use crate::kernel::clock::Instant;

/// Consultations that are told of together.
pub(super) struct Scope {
    /// The same for ever.
    pub(super) id: String,
    pub(super) title: String,
    /// The page that says the same, without the language.
    pub(super) path: String,
    /// When it began, for what has nothing to tell yet.
    pub(super) since: Instant,
    pub(super) consultations: Vec<Consultation>,
}

impl Scope {
    pub(super) fn all(making: &mut Making<'_>, lang: Language) -> Result<Self, Error> {
        Ok(Self {
            id: making.state.context.base_url.to_string(),
            title: making.state.catalogue.text(lang, "site-feed-title"),
            path: String::new(),
            since: Instant::EPOCH,
            consultations: consultations::list_all(making.connection)?,
        })
    }

    pub(super) fn authority(making: &mut Making<'_>, slug: &str) -> Result<Self, Error> {
        let authority = accounts::find_authority(making.connection, slug)?;
        let authority = authority.ok_or_else(Error::not_found)?;
        Ok(Self {
            id: format!("urn:uuid:{}", authority.id),
            title: authority.name,
            path: format!("/{slug}"),
            since: Instant::EPOCH,
            consultations: consultations::list_of_authority(making.connection, authority.id)?,
        })
    }

    pub(super) fn consultation(
        making: &mut Making<'_>,
        lang: Language,
        path: &ConsultationPath,
    ) -> Result<Self, Error> {
        let one = path.find_for_page(making)?;
        Ok(Self {
            id: format!("urn:uuid:{}", one.id),
            title: one.title_in(lang == Language::En).to_owned(),
            path: format!("/{}/{}", one.authority.slug, one.slug),
            since: one.announced_at.unwrap_or(Instant::EPOCH),
            consultations: vec![one],
        })
    }
}
