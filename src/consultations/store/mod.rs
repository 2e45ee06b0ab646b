//! Rows and queries of the slice.

mod draft;
mod insert;
mod read;

use crate::consultations::domain::ParagraphKind;
use crate::db::stored_as_text;

stored_as_text!(ParagraphKind);

pub use draft::{find_passage, list_paragraphs, list_places, revision, sections, shown_sections};
pub use insert::{NewConsultation, NewParagraph, NewSection, insert_consultation, insert_section};
pub use read::{
    bump, find_by_id, find_for_staff, find_public, list_all, list_of_authority, list_window_events,
    list_working_group, mark_released, published_version,
};
