//! Drafts: the text put to the public, in revisions, sections and paragraphs, and the goals it sets.
//!
//! Owns `drafts`, `revisions`, `sections`, `section_texts`, `paragraphs`, `paragraph_texts` and, until they have a room of
//! their own, `goals`. Sections, paragraphs and goals keep their ids from revision to revision; what they say and where
//! they stand is a row for each. A draft knows no window: whether the public may read it is for
//! [`crate::consultations`] to say.

pub mod domain;
mod place;
mod service;
mod store;

pub use domain::{
    NoDraft, Paragraph, ParagraphKind, Passage, Revision, SectionSummary, WrittenGoal,
    WrittenPiece, WrittenSection, markdown,
};
pub use place::{Anchor, Place, Places};
pub use service::{
    ComparedPiece, ComparedSection, Comparison, compare, number_sections, replace_text,
    revise_text, written_text,
};
pub use store::{
    NewDraft, NewGoal, NewParagraph, NewSection, count_goals, delete_draft, draft_to_write,
    find_passage, first_sections, insert_draft, insert_section, list_paragraphs, list_places,
    revision, sections, set_published_at,
};
