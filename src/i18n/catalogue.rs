//! The Fluent catalogues, one bundle per language.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentError, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

use super::{Language, numbers};

/// Variables of a message.
pub type Args<'args> = fluent_bundle::FluentArgs<'args>;

#[derive(RustEmbed)]
#[folder = "templates/locales/"]
#[include = "*.ftl"]
struct LocaleFiles;

/// A catalogue that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// A file is not valid Fluent.
    #[error("{file} is not valid Fluent: {problem}")]
    Syntax {
        /// Path of the file.
        file: String,
        /// What the parser said.
        problem: String,
    },
    /// An id is defined twice.
    #[error("{file} repeats an id: {problem}")]
    Repeated {
        /// Path of the file.
        file: String,
        /// Which id.
        problem: String,
    },
}

/// All messages in all languages.
pub struct Catalogue {
    sl: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Catalogue").finish_non_exhaustive()
    }
}

impl Catalogue {
    /// Reads the embedded files.
    ///
    /// # Errors
    /// When a file is not valid Fluent or an id is defined twice.
    pub fn load() -> Result<Self, CatalogueError> {
        Ok(Self {
            sl: bundle(Language::Sl)?,
            en: bundle(Language::En)?,
        })
    }

    /// The message `key` in a language. A missing message shows as its key and is logged.
    pub fn format(&self, lang: Language, key: &str, args: &Args<'_>) -> String {
        let bundle = self.bundle(lang);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(
                i18n.key = key,
                i18n.language = lang.into_str(),
                "message is missing"
            );
            return key.to_owned();
        };
        let mut errors = Vec::new();
        let text = bundle
            .format_pattern(pattern, Some(args), &mut errors)
            .into_owned();
        if let Some(error) = errors.first() {
            tracing::error!(i18n.key = key, i18n.language = lang.into_str(), %error, "message did not get its variables");
        }
        text
    }

    /// The message `key` when it has no variables.
    pub fn text(&self, lang: Language, key: &str) -> String {
        self.format(lang, key, &Args::new())
    }

    /// Whether there is such a message.
    pub fn has(&self, lang: Language, key: &str) -> bool {
        self.bundle(lang).has_message(key)
    }

    fn bundle(&self, lang: Language) -> &FluentBundle<FluentResource> {
        match lang {
            Language::Sl => &self.sl,
            Language::En => &self.en,
        }
    }
}

fn bundle(lang: Language) -> Result<FluentBundle<FluentResource>, CatalogueError> {
    let mut bundle = FluentBundle::new_concurrent(vec![identifier(lang)]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Language::Sl => format_slovene,
        Language::En => format_english,
    }));
    let folder = format!("{}/", lang.into_str());
    for file in LocaleFiles::iter().filter(|file| file.starts_with(&folder)) {
        let Some(embedded) = LocaleFiles::get(&file) else {
            continue;
        };
        let source = String::from_utf8_lossy(&embedded.data).into_owned();
        let resource = parse(&file, source)?;
        bundle
            .add_resource(resource)
            .map_err(|errors| CatalogueError::Repeated {
                file: file.to_string(),
                problem: list(&errors),
            })?;
    }
    Ok(bundle)
}

fn parse(file: &str, source: String) -> Result<FluentResource, CatalogueError> {
    FluentResource::try_new(source).map_err(|(_, errors)| CatalogueError::Syntax {
        file: file.to_owned(),
        problem: errors
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("; "),
    })
}

fn list(errors: &[FluentError]) -> String {
    errors
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

fn identifier(lang: Language) -> LanguageIdentifier {
    lang.into_str().parse().unwrap_or_default()
}

fn format_slovene(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    format_number(Language::Sl, value)
}

fn format_english(value: &FluentValue<'_>, _: &IntlLangMemoizer) -> Option<String> {
    format_number(Language::En, value)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "only whole numbers in range get there"
)]
fn format_number(lang: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 && number.value.abs() < 1e15 => {
            Some(numbers::whole(lang, number.value as i64))
        }
        _ => None,
    }
}
