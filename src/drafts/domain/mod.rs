//! What a draft is made of. Pure.

pub mod markdown;
pub mod matching;
mod written;

pub use markdown::NoDraft;
pub use written::{WrittenGoal, WrittenPiece, WrittenSection};

use strum::{EnumString, IntoStaticStr};

use crate::kernel::clock::Instant;
use crate::kernel::ids::{ParagraphId, RevisionId, SectionId};

/// A section without its text.
#[derive(Clone, Debug)]
pub struct SectionSummary {
    pub id: SectionId,
    pub number: i32,
    pub title: String,
    pub short_title: String,
    pub goals: i64,
}

impl SectionSummary {
    /// Its number among sections it stood among, perhaps under another one.
    pub fn number_among(&self, sections: &[Self]) -> Option<i32> {
        let same = sections.iter().find(|one| one.id == self.id);
        same.map(|section| section.number)
    }
}

/// The published state of a draft that is shown.
#[derive(Clone, Copy, Debug)]
pub struct Revision {
    pub id: RevisionId,
    pub number: i32,
    pub published_at: Instant,
}

/// What a piece of a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum ParagraphKind {
    Heading,
    Text,
    Goal,
}

/// A piece of a section, with an identity that survives revisions.
#[derive(Clone, Debug)]
pub struct Paragraph {
    pub id: ParagraphId,
    pub section_id: SectionId,
    pub kind: ParagraphKind,
    /// `5` for a text, `3.1` for a heading or a goal.
    pub number: String,
    /// Of a heading or a goal.
    pub title: String,
    /// Markdown.
    pub body: String,
    /// What it sets as a goal, if it does.
    pub goal: Option<Goal>,
}

/// An aim with what tells whether it is reached, by whom and by when.
#[derive(Clone, Debug)]
pub struct Goal {
    pub is_key: bool,
    pub indicator: String,
    pub holder: String,
    pub deadline: String,
}

impl ParagraphKind {
    /// The words a response may change: of a heading its title, else the text.
    pub fn text_of(self, title: String, body: String) -> String {
        match self {
            Self::Heading => title,
            Self::Text | Self::Goal => body,
        }
    }
}

/// The passage a comment is about, looked up by the numbers in the address.
#[derive(Clone, Debug)]
pub struct Passage {
    pub revision: Revision,
    pub section: Option<SectionSummary>,
    pub paragraph: Option<Paragraph>,
    /// Number of the heading above the paragraph.
    pub heading: Option<String>,
}
