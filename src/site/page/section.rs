//! The reading view of one section, and where a comment points to.

use serde::Serialize;

use crate::http::render::Page;
use crate::kernel::clock::Instant;

/// One section of the draft for reading. No counts, no tokens: cached for everyone.
#[derive(Clone, Debug, Serialize)]
pub struct SectionPage {
    /// 1, 2, 3 …
    pub number: i32,
    /// Its title.
    pub title: String,
    /// Its number in the register, if it stood in the text that was put to the public.
    pub register_number: Option<i32>,
    /// Number of the revision shown.
    pub revision: i32,
    /// When that revision was published.
    pub revised_at: Instant,
    /// Whether it is the adopted text and no draft any more.
    pub is_adopted_text: bool,
    /// When the window closes (exclusive).
    pub closes_at: Instant,
    /// Whether the comment links are shown.
    pub is_open: bool,
    /// Whether the comments on it stand in the register.
    pub is_answered: bool,
    /// All sections, for the side navigation.
    pub sections: Vec<SectionLink>,
    /// What the section consists of.
    pub paragraphs: Vec<Paragraph>,
    /// The section before.
    pub previous: Option<SectionLink>,
    /// The section after.
    pub next: Option<SectionLink>,
}

/// A link to a section.
#[derive(Clone, Debug, Serialize)]
pub struct SectionLink {
    /// 1, 2, 3 …
    pub number: i32,
    /// Its title.
    pub title: String,
}

/// A piece of a section: `text`, `heading` or `goal`.
#[derive(Clone, Debug, Serialize)]
pub struct Paragraph {
    /// Number in the margin; the anchor is `o{number}`. Headings have none.
    pub number: Option<i32>,
    /// `text`, `heading` or `goal`.
    pub kind: String,
    /// Number of a heading, such as `3.1`; the anchor is `s3-1`.
    pub heading_number: Option<String>,
    /// Sanitised HTML. Of a heading: its words without a wrapping element.
    pub body_html: String,
    /// The goal, when `kind` is `goal`.
    pub goal: Option<Goal>,
}

/// A goal of the strategy.
#[derive(Clone, Debug, Serialize)]
pub struct Goal {
    /// Such as `3.1`; the anchor is `c3-1`.
    pub number: String,
    /// Whether the draft counts it among the most important.
    pub is_key: bool,
    /// What is to be reached.
    pub title: String,
    /// How it is measured.
    pub indicator: Option<String>,
    /// Who carries it out.
    pub holder: Option<String>,
    /// By when, in the words of the draft.
    pub deadline: Option<String>,
}

impl Page for SectionPage {
    const TEMPLATE: &'static str = "site/section.html";
}
