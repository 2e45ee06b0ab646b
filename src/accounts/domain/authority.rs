//! The public body people work for.

use chrono_tz::Tz;

use crate::kernel::colour::Colour;
use crate::kernel::ids::AuthorityId;
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
    /// How long before the window opens a consultation is announced, in days.
    pub announced_before: i32,
    /// Whether everybody who works for it signs in with a code as well.
    pub is_second_factor_required: bool,
    /// `#1a5f4b`; empty for Posvet's own colour.
    pub main_colour: String,
}

impl Authority {
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
pub const SHORTEST_WINDOW: i32 = 30;
/// What [`Authority::announced_before`] is until somebody decides otherwise.
pub const ANNOUNCED_BEFORE: i32 = 7;

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
