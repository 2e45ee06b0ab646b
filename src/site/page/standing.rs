//! A standing text of an authority.

use serde::Serialize;

use crate::http::render::Page;

/// How a consultation works, personal data, or the accessibility statement.
#[derive(Clone, Debug, Serialize)]
pub struct StandingText {
    /// `how`, `privacy`, `accessibility`.
    pub name: String,
    /// Sanitised HTML; empty where the authority has no words of its own.
    pub text_html: String,
    /// Code of the language it is in.
    pub text_lang: String,
}

impl Page for StandingText {
    const TEMPLATE: &'static str = "site/standing.html";
}
