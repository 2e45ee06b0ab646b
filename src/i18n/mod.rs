//! Languages: the catalogues of messages, how dates and numbers are written, which language a visitor wants.
//!
//! Owns the `.ftl` files below `templates/locales/`. Knows nothing of pages or requests.
//!
//! ```
//! use posvet::i18n::Language;
//!
//! assert_eq!(Language::accepted("de, en;q=0.8, sl;q=0.9"), Some(Language::Sl));
//! ```

pub mod catalogue;
pub mod dates;
pub mod numbers;
pub mod spaces;

pub use catalogue::{Args, Catalogue};

use serde::{Deserialize, Serialize};

/// A language of the interface and of mails.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Slovene, the language of the drafts.
    #[default]
    Sl,
    /// English.
    En,
}

impl Language {
    /// All of them, the default first.
    pub const ALL: [Self; 2] = [Self::Sl, Self::En];

    /// The code used in addresses, the database and `lang` attributes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sl => "sl",
            Self::En => "en",
        }
    }

    /// The language with exactly this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// The other one, for the switch in the header.
    pub fn other(self) -> Self {
        match self {
            Self::Sl => Self::En,
            Self::En => Self::Sl,
        }
    }

    /// The best of ours in an `Accept-Language` header; `None` when it names none of them.
    pub fn accepted(header: &str) -> Option<Self> {
        let mut best: Option<(f32, Self)> = None;
        for (language, quality) in header.split(',').filter_map(accepted_item) {
            if quality > 0.0 && best.is_none_or(|(highest, _)| quality > highest) {
                best = Some((quality, language));
            }
        }
        best.map(|(_, language)| language)
    }
}

/// `en-GB;q=0.8` → English, 0.8.
fn accepted_item(item: &str) -> Option<(Language, f32)> {
    let mut parts = item.split(';');
    let tag = parts.next()?.trim().to_ascii_lowercase();
    let language = Language::parse(tag.split('-').next()?)?;
    let quality = parts
        .find_map(|part| part.trim().strip_prefix("q="))
        .map_or(Some(1.0), |q| q.trim().parse().ok())?;
    Some((language, quality))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_with_the_highest_quality_wins() {
        assert_eq!(
            Language::accepted("de, sl;q=0.4, en-GB;q=0.8"),
            Some(Language::En)
        );
        assert_eq!(
            Language::accepted("sl-SI,sl;q=0.9,en;q=0.8"),
            Some(Language::Sl)
        );
        assert_eq!(Language::accepted("de, fr;q=0.3"), None);
        assert_eq!(Language::accepted("en;q=0"), None);
    }
}
