//! An authority in the header and the footer of a page.

use crate::accounts::Authority;
use crate::http::render::{SiteAuthority, SiteLogo};
use crate::i18n::Language;

/// The authority as a page in this language names it.
pub fn site_authority(authority: &Authority, lang: Language) -> SiteAuthority {
    SiteAuthority {
        slug: authority.slug.clone(),
        name: authority.name.clone(),
        contact_email: authority.contact_email.clone(),
        department: Some(authority.department.clone()).filter(|name| !name.is_empty()),
        colour: authority.colour_digits(),
        logo: logo(authority, lang),
        is_english_offered: authority.is_english_offered,
    }
}

fn logo(authority: &Authority, lang: Language) -> Option<SiteLogo> {
    let is_english = lang == Language::En && !authority.logo_text_en.is_empty();
    let (text, lang) = match is_english {
        true => (&authority.logo_text_en, Language::En),
        false => (&authority.logo_text, Language::Sl),
    };
    authority.logo_url().map(|url| SiteLogo {
        url,
        text: text.clone(),
        lang: lang.into_str().to_owned(),
    })
}
