//! What changed in the text since it was put to the public.

use serde::Serialize;

use crate::http::render::Page;
use crate::kernel::clock::Instant;

/// Two revisions, the changes marked.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ChangesPage {
    /// Both revisions; `None` when there is only one.
    pub revisions: Option<RevisionPair>,
    /// How many pieces have other words.
    pub changed: usize,
    /// How many are new.
    pub added: usize,
    /// How many are gone.
    pub removed: usize,
    /// Those in which something changed.
    pub sections: Vec<ChangedSection>,
}

/// The revisions that are compared.
#[derive(Clone, Debug, Serialize)]
pub struct RevisionPair {
    /// Number of the one before.
    pub before: i32,
    /// When it was published.
    pub before_at: Instant,
    /// Number of the one after.
    pub after: i32,
    /// When it was published.
    pub after_at: Instant,
}

/// A section in which something changed.
#[derive(Clone, Debug, Serialize)]
pub struct ChangedSection {
    /// Its number, the present one unless it is gone.
    pub number: i32,
    /// Its title with the changes marked: HTML of `del` and `ins`.
    pub title_html: String,
    /// Its pieces in order, those that are equal together.
    pub groups: Vec<PieceGroup>,
}

/// Pieces that are equal, or one that changed.
#[derive(Clone, Debug, Serialize)]
pub struct PieceGroup {
    /// Whether nothing in them changed.
    pub is_equal: bool,
    /// In order.
    pub pieces: Vec<ChangedPiece>,
}

/// A piece with its changes marked.
#[derive(Clone, Debug, Serialize)]
pub struct ChangedPiece {
    /// `heading`, `text` or `goal`.
    pub kind: String,
    /// `5` or `3.1`.
    pub number: String,
    /// HTML of `del`, `ins` and `br`.
    pub html: String,
}

impl Page for ChangesPage {
    const TEMPLATE: &'static str = "site/changes.html";
}
