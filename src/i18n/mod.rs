//! Languages: the catalogues of messages, how dates and numbers are written, which language a visitor wants.
//!
//! Owns the `.ftl` files below `templates/locales/`. Knows nothing of pages or requests.
//!
//! ```
//! use posvet::testing::i18n::Language;
//!
//! assert_eq!(Language::accepted("de, en;q=0.8, sl;q=0.9"), Some(Language::Sl));
//! ```

pub mod catalogue;
pub mod dates;
pub mod numbers;
pub mod spaces;

pub use catalogue::{Args, Catalogue};

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// A language of the interface and of mails.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Language {
    /// Slovene, the language of the drafts.
    #[default]
    Sl,
    /// English.
    En,
}

impl Language {
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
    let language = tag.split('-').next()?.parse().ok()?;
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
