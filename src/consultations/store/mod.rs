//! Rows and queries of the slice.

mod counts;
mod draft;
mod insert;
mod read;

pub use counts::{CommentCounts, count_comments};
pub use draft::{find_passage, list_paragraphs, list_places, revision, sections};
pub use insert::{NewConsultation, NewParagraph, NewSection, insert_consultation, insert_section};
pub use read::{
    bump, find_by_id, find_by_slugs, list_all, list_of_authority, list_window_events,
    list_working_group, mark_released, published_version,
};
