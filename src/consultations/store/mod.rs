//! Rows and queries of the slice.

mod acts;
mod content;
mod insert;
mod previews;
mod read;

use crate::consultations::domain::{Part, WindowEventKind};
use crate::db::stored_as_text;
use crate::kernel::procedure::Procedure;

stored_as_text!(Part);
stored_as_text!(Procedure);
stored_as_text!(WindowEventKind);

pub use acts::{
    insert_adoption, insert_change, insert_window_event, list_adoptions, list_changes,
    list_changes_of, set_announced_at, set_withdrawn_at, take_back_announcement,
};
pub use content::{
    list_contacts, list_documents, list_events, list_files, list_members, list_phases,
    list_relations, plan_of, read_content, set_window, write_content,
};
pub use insert::{NewConsultation, delete_consultation, insert_consultation, is_slug_taken};
pub use previews::{find_preview, insert_preview, list_previews, revoke_preview};
pub use read::{
    audit_scope, bump, bump_authority, find_by_id, find_for_staff, find_public, get, list_all,
    list_of_authority, list_window_events, mark_released, published_version, shown_sections,
};
