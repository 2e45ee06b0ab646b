//! Renders pages and mails: one [`Templates`] value, built once from the embedded files.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_embed::RustEmbed;
use serde::Serialize;
use serde_json::Value as Json;
use tera::{Context, Tera};

use super::template_functions;
use crate::i18n::{Catalogue, Language};
use crate::kernel::bidi;
use crate::kernel::email_address::InvalidEmailAddress;

/// A page: plain data and the template that shows it.
pub trait Page: Serialize {
    /// Path of the template below `templates/`.
    const TEMPLATE: &'static str;
}

/// One refused input: shown in the summary and beside the field.
#[derive(Clone, Debug, Serialize)]
pub struct FieldError {
    /// Name of the input, which is also the `id` the summary links to.
    pub field: String,
    /// Fluent id of the sentence that says how to put it right.
    pub message_key: String,
    /// Variables of that sentence.
    pub args: BTreeMap<String, Json>,
}

impl FieldError {
    /// An error whose sentence has no variables.
    pub fn new(field: &str, message_key: &str) -> Self {
        Self {
            field: field.to_owned(),
            message_key: message_key.to_owned(),
            args: BTreeMap::new(),
        }
    }

    /// Why an e-mail address cannot be used, and what to write instead.
    pub fn of_address(field: &str, refusal: InvalidEmailAddress) -> Self {
        use InvalidEmailAddress as No;
        let key = match refusal {
            No::Missing => "http-address-missing",
            No::NoAt => "http-address-no-at",
            No::NoName => "http-address-no-name",
            No::NoDomain => "http-address-no-domain",
            No::Several => "http-address-several",
            No::Space => "http-address-space",
            No::Sign(sign) => {
                return Self::new(field, "http-address-sign").with("sign", sign.to_string());
            }
            No::Letter(letter) => {
                return Self::new(field, "http-address-letter").with("letter", letter.to_string());
            }
            No::Dots => "http-address-dots",
            No::Literal => "http-address-literal",
            No::NoEnding => "http-address-no-ending",
            No::Domain => "http-address-domain",
            No::TooLong => "http-address-too-long",
        };
        Self::new(field, key)
    }

    /// The same error with one more variable for its sentence.
    pub fn with(mut self, name: &str, value: impl Into<Json>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }
}

/// The chrome around a page: whose site this is and who is looking. On cached public pages `staff` and `flash` are `None`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Site {
    /// The authority the page belongs to.
    pub authority: Option<SiteAuthority>,
    /// The consultation the page belongs to.
    pub consultation: Option<SiteConsultation>,
    /// Who is signed in.
    pub staff: Option<SiteStaff>,
    /// Address of the same page in the other language.
    pub switch_url: Option<String>,
    /// IANA zone in which times are shown; empty means Europe/Ljubljana.
    pub zone: String,
    /// Whether this installation is a demonstration.
    pub demo: bool,
    /// Where the site answers, without a trailing slash.
    pub base_url: String,
    /// What has just been done, as a code of `http-flash-{code}`.
    pub flash: Option<String>,
    /// What it was done to, when that is not what the page shows.
    pub flash_link: Option<FlashLink>,
}

/// A way back to what something has just been done to.
#[derive(Clone, Debug, Serialize)]
pub struct FlashLink {
    /// What it is called.
    pub name: String,
    /// Its address.
    pub url: String,
}

/// The authority in the header and the footer.
#[derive(Clone, Debug, Serialize)]
pub struct SiteAuthority {
    /// Its part of the address.
    pub slug: String,
    /// Its full name.
    pub name: String,
    /// The public address people may write to.
    pub contact_email: String,
    /// The department that runs consultations.
    pub department: Option<String>,
    /// Six digits of its main colour.
    pub colour: Option<String>,
    /// its logo.
    pub logo: Option<SiteLogo>,
    /// Whether its pages are offered in English as well.
    pub is_english_offered: bool,
}

/// The logo of an authority.
#[derive(Clone, Debug, Serialize)]
pub struct SiteLogo {
    /// Where it is.
    pub url: String,
    /// What it shows, in words.
    pub text: String,
    /// Code of the language of these words.
    pub lang: String,
}

/// The consultation in the breadcrumbs and on the desk.
#[derive(Clone, Debug, Serialize)]
pub struct SiteConsultation {
    /// Its part of the address.
    pub slug: String,
    /// Its full title.
    pub title: String,
    /// Code of the language of the title.
    pub title_lang: String,
    /// A title that fits a header.
    pub short_title: String,
    /// Whether the public may see it yet.
    pub is_public: bool,
    /// What the draft is, in the genitive: `strategije`, `odloka`.
    pub draft_noun: Option<String>,
}

/// The signed-in person.
#[derive(Clone, Debug, Serialize)]
pub struct SiteStaff {
    /// How they are called.
    pub display_name: String,
    /// Codes of their roles: `administrator`, `coordinator`, `reviewer`.
    pub role_names: Vec<String>,
}

/// Why a page or a mail could not be rendered; always a fault of ours.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The template is missing or asks for something the page does not give.
    #[error("could not render template {template}")]
    Template {
        /// Path of the template.
        template: String,
        /// What Tera said.
        #[source]
        source: Box<tera::Error>,
    },
}

/// The three parts of a mail before it is assembled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailParts {
    /// One line.
    pub subject: String,
    /// The plain text alternative.
    pub text: String,
    /// The HTML alternative; `mail.css` is inlined when it is sent.
    pub html: String,
}

/// The templates compiled into the binary.
#[derive(RustEmbed)]
#[folder = "templates/"]
#[include = "*.html"]
#[include = "*.txt"]
#[exclude = "assets/*"]
struct TemplateFiles;

/// All templates, parsed, with their functions and filters.
#[derive(Debug)]
pub struct Templates {
    tera: Tera,
}

impl Templates {
    /// Parses every embedded template.
    ///
    /// # Errors
    /// When a template does not parse or extends one that does not exist.
    pub fn load(catalogue: Arc<Catalogue>) -> Result<Self, RenderError> {
        let mut tera = Tera::new();
        template_functions::register(&mut tera, catalogue);
        let files: Vec<(String, String)> = TemplateFiles::iter()
            .filter_map(|name| {
                let file = TemplateFiles::get(&name)?;
                let text = String::from_utf8_lossy(&file.data).into_owned();
                Some((name.into_owned(), text))
            })
            .collect();
        tera.add_raw_templates(files)
            .map_err(|source| refused("templates/", source))?;
        Ok(Self { tera })
    }

    /// Renders a page in a language.
    ///
    /// # Errors
    /// When the template asks for something the page or the site does not give.
    pub fn render<P: Page>(
        &self,
        lang: Language,
        site: &Site,
        page: &P,
    ) -> Result<String, RenderError> {
        let mut context = context(lang, site);
        context.insert("page", page);
        self.fill(P::TEMPLATE, &context)
    }

    /// Renders the three parts of the mail `email/{message}` in the recipient's language.
    ///
    /// # Errors
    /// When there is no such message or a parameter is missing.
    pub fn render_mail(
        &self,
        lang: Language,
        site: &Site,
        message: &str,
        params: &Json,
    ) -> Result<MailParts, RenderError> {
        let mut isolated = params.clone();
        bidi::isolate_all(&mut isolated);
        let part = |file: &str, params: &Json| {
            let mut context = context(lang, site);
            context.insert("mail", params);
            self.fill(&format!("email/{message}/{file}"), &context)
        };
        Ok(MailParts {
            subject: part("subject.txt", &isolated)?
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" "),
            text: tidy_text(&part("body.txt", &isolated)?),
            html: part("body.html", params)?,
        })
    }

    /// Names of all templates, for the test that no file is left unused.
    pub fn names(&self) -> Vec<String> {
        self.tera.get_template_names().map(str::to_owned).collect()
    }

    fn fill(&self, template: &str, context: &Context) -> Result<String, RenderError> {
        self.tera
            .render(template, context)
            .map_err(|source| refused(template, source))
    }
}

fn context(lang: Language, site: &Site) -> Context {
    let mut context = Context::new();
    context.insert("lang", lang.into_str());
    context.insert("site", site);
    context
}

fn refused(template: &str, source: tera::Error) -> RenderError {
    RenderError::Template {
        template: template.to_owned(),
        source: Box::new(source),
    }
}

/// Trims line ends and allows one empty line at a time: templates leave gaps where a condition did not hold.
fn tidy_text(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() && lines.last().is_none_or(|last| last.is_empty()) {
            continue;
        }
        lines.push(line);
    }
    let mut tidy = lines.join("\n").trim_end().to_owned();
    tidy.push('\n');
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_keeps_at_most_one_empty_line() {
        assert_eq!(tidy_text("\n\na  \n\n\nb\n\n"), "a\n\nb\n");
    }
}
