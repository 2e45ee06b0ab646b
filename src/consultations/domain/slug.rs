//! A consultation's part of the address.

use crate::kernel::slug::is_slug;

/// The text cannot be a consultation's part of the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("use lower-case letters, digits and hyphens, and none of Posvet's own addresses")]
pub struct InvalidSlug;

/// Most letters of it.
pub const LONGEST_SLUG: usize = 80;

/// What stands in a consultation's place in Posvet's own addresses.
const RESERVED: [&str; 12] = [
    "calendar",
    "consultations",
    "feed",
    "files",
    "new",
    "pages",
    "people",
    "settings",
    "sign-in",
    "submissions",
    "subscribe",
    "subscriptions",
];

/// Whether `slug` can be a consultation's part of the address.
///
/// # Errors
/// [`InvalidSlug`] when a browser would have to escape it or another page lives there.
pub fn check_slug(slug: &str) -> Result<(), InvalidSlug> {
    match is_slug(slug, LONGEST_SLUG) && !RESERVED.contains(&slug) {
        true => Ok(()),
        false => Err(InvalidSlug),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_consultation_may_not_stand_where_another_page_lives() {
        assert_eq!(check_slug("socialno-varstvo-2022-2028"), Ok(()));
        for slug in ["", "people", "new", "Starejši", "a b", "-a"] {
            assert_eq!(check_slug(slug), Err(InvalidSlug), "{slug}");
        }
    }
}
