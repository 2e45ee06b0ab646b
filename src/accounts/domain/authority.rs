//! The public body people work for.

use chrono_tz::{Europe::Ljubljana, Tz};

use crate::kernel::colour::Colour;
use crate::kernel::ids::{AuthorityId, FileId};
use crate::kernel::procedure::Procedure;
use crate::kernel::slug::is_slug;

/// An authority as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    pub id: AuthorityId,
    /// Its part of the address.
    pub slug: String,
    pub name: String,
    /// How it is called in a sentence: `Kranj`.
    pub short_name: String,
    /// What the reference numbers of its consultations begin with: `KRANJ`.
    pub reference_prefix: String,
    pub department: String,
    /// Public address, also the `Reply-To` of its mails.
    pub contact_email: String,
    pub contact_phone: String,
    pub postal_address: String,
    /// Dates of its windows are dates in this zone.
    pub zone: Tz,
    /// The shortest window that needs no reason, in days.
    pub shortest_window: i32,
    /// How long before the window opens a consultation is announced.
    pub announced_before: LeadTimes,
    /// Whether everybody who works for it signs in with a code as well.
    pub is_second_factor_required: bool,
    /// `#1a5f4b`; empty for Posvet's own colour.
    pub main_colour: String,
    /// Its coat of arms or logo.
    pub logo: Option<FileId>,
    /// What the logo shows, in Slovene and in English.
    pub logo_text: String,
    pub logo_text_en: String,
    /// Whether its public pages are offered in English as well; Slovene ones always are.
    pub is_english_offered: bool,
}

/// How long before the window opens, in days, by the kind of procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeadTimes {
    pub strategy: i32,
    pub regulation: i32,
    pub spatial: i32,
}

impl LeadTimes {
    /// The one for this kind.
    pub fn of(self, procedure: Procedure) -> i32 {
        match procedure {
            Procedure::Strategy => self.strategy,
            Procedure::Regulation => self.regulation,
            Procedure::Spatial => self.spatial,
        }
    }
}

impl Default for LeadTimes {
    fn default() -> Self {
        Self {
            strategy: ANNOUNCED_BEFORE,
            regulation: ANNOUNCED_BEFORE,
            spatial: ANNOUNCED_BEFORE,
        }
    }
}

impl Authority {
    /// An authority that has said nothing of itself yet, with the rules it has until somebody decides otherwise.
    pub fn begun(id: AuthorityId) -> Self {
        Self {
            id,
            slug: String::new(),
            name: String::new(),
            short_name: String::new(),
            reference_prefix: String::new(),
            department: String::new(),
            contact_email: String::new(),
            contact_phone: String::new(),
            postal_address: String::new(),
            zone: Ljubljana,
            shortest_window: SHORTEST_WINDOW,
            announced_before: LeadTimes::default(),
            is_second_factor_required: false,
            main_colour: String::new(),
            logo: None,
            logo_text: String::new(),
            logo_text_en: String::new(),
            is_english_offered: true,
        }
    }

    /// Where its logo is.
    pub fn logo_url(&self) -> Option<String> {
        self.logo.map(|file| format!("/logos/{file}"))
    }

    /// Its main colour, or ours.
    pub fn colour(&self) -> Colour {
        Colour::parse(&self.main_colour).unwrap_or(Colour::OWN)
    }

    /// Six digits of its main colour, if it has one of its own.
    pub fn colour_digits(&self) -> Option<String> {
        Colour::parse(&self.main_colour).map(Colour::digits)
    }
}

/// An authority to be stored; the same fields, the id minted by the caller.
pub type NewAuthority = Authority;

/// The text cannot be an authority's part of the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("use 1 to 40 lower-case letters, digits and hyphens, and none of Posvet's own addresses")]
pub struct InvalidSlug;

/// What [`Authority::shortest_window`] is until somebody decides otherwise (product.md, "The life of a consultation").
const SHORTEST_WINDOW: i32 = 30;
/// What each of [`LeadTimes`] is until somebody decides otherwise.
const ANNOUNCED_BEFORE: i32 = 7;

/// What stands in an authority's place in Posvet's own addresses.
const RESERVED: [&str; 24] = [
    "account",
    "admin",
    "api",
    "assets",
    "authorities",
    "calendar",
    "desk",
    "feed",
    "files",
    "forgotten-password",
    "invitations",
    "mailbox",
    "new",
    "new-address",
    "new-password",
    "pages",
    "people",
    "preview",
    "set-up",
    "sign-in",
    "sign-out",
    "submissions",
    "subscribe",
    "subscriptions",
];

/// Whether `slug` can be an authority's part of the address.
///
/// # Errors
/// [`InvalidSlug`] when a browser would have to escape it or another page lives there.
pub fn check_slug(slug: &str) -> Result<(), InvalidSlug> {
    if is_slug(slug, 40) && !RESERVED.contains(&slug) {
        Ok(())
    } else {
        Err(InvalidSlug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_authority_may_be_called_what_needs_no_escaping() {
        for slug in ["kranj", "novo-mesto", "mk2"] {
            assert_eq!(check_slug(slug), Ok(()), "{slug}");
        }
    }

    #[test]
    fn an_authority_may_not_stand_where_another_page_lives() {
        for slug in ["", "desk", "sign-in", "Kranj", "občina", "a/b", "-a", "a-"] {
            assert_eq!(check_slug(slug), Err(InvalidSlug), "{slug}");
        }
    }
}
