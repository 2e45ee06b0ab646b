//! A consultation in preparation, for whoever was given a link.

use serde::Serialize;

use crate::http::render::Page;
use crate::kernel::clock::Instant;

/// What is planned, and the draft as it stands.
#[derive(Clone, Debug, Serialize)]
pub struct PreviewPage {
    pub title: String,
    /// Code of the language of the title.
    pub title_lang: String,
    pub summary: String,
    /// Code of the language of the summary.
    pub summary_lang: String,
    /// Sanitised HTML: reasons and goals.
    pub purpose_html: String,
    /// Code of the language they are in.
    pub purpose_lang: String,
    pub opens_at: Instant,
    /// The first moment that is out.
    pub closes_at: Instant,
    /// Until when the link holds.
    pub expires_at: Instant,
    /// The draft, as it is written.
    pub text: String,
}

impl Page for PreviewPage {
    const TEMPLATE: &'static str = "site/preview.html";
}
