//! Drafts: the text put to the public, in revisions, sections and paragraphs, and the goals it sets.
//!
//! Owns `drafts`, `revisions`, `sections`, `section_texts`, `paragraphs`, `paragraph_texts` and, until they have a room of
//! their own, `goals`. Sections, paragraphs and goals keep their ids from revision to revision; what they say and where
//! they stand is a row for each. A draft knows no window: whether the public may read it is for
//! [`crate::consultations`] to say.

mod domain;
mod place;
mod store;

pub use domain::{Paragraph, ParagraphKind, Passage, Revision, SectionSummary};
pub use place::{Place, Places};
pub use store::{
    NewDraft, NewGoal, NewParagraph, NewSection, count_goals, find_passage, insert_draft,
    insert_section, list_paragraphs, list_places, revision, sections,
};
