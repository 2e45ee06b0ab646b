//! Rows and queries of the slice.

mod insert;
mod read;
mod replace;
mod stored;

use crate::db::stored_as_text;
use crate::drafts::domain::ParagraphKind;

stored_as_text!(ParagraphKind);

pub(super) use insert::{Known, insert_revision, put_section};
pub use insert::{NewDraft, NewGoal, NewParagraph, NewSection, insert_draft, insert_section};
pub use read::{
    count_goals, find_passage, first_sections, list_paragraphs, list_places, list_revisions,
    revision, sections,
};
pub use replace::{delete_draft, delete_sections, draft_to_write, set_published_at};
pub(super) use stored::{StoredPiece, StoredSection, stored_sections};
