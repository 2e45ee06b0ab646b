//! Rows and queries of the slice.

mod insert;
mod read;

pub use insert::{NewConsultation, insert_consultation};
pub use read::{
    audit_scope, bump, find_by_id, find_for_staff, find_public, list_all, list_of_authority,
    list_window_events, list_working_group, mark_released, published_version, shown_sections,
};
