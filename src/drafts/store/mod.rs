//! Rows and queries of the slice.

mod insert;
mod read;
mod replace;

use crate::db::stored_as_text;
use crate::drafts::domain::ParagraphKind;

stored_as_text!(ParagraphKind);

pub use insert::{NewDraft, NewGoal, NewParagraph, NewSection, insert_draft, insert_section};
pub use read::{count_goals, find_passage, list_paragraphs, list_places, revision, sections};
pub use replace::{delete_draft, delete_sections, draft_to_write, set_published_at};
