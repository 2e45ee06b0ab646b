//! The parts of a consultation, as rows.

mod around;
mod read;
mod write;

pub use around::{list_documents, list_events, list_files};
pub use read::{list_contacts, list_members, list_phases, list_relations, plan_of, read_content};
pub use write::{set_window, write_content};
