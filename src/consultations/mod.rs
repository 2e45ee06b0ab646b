//! Consultations: one draft put to the public by one authority, when the window is open, and what its ledger says.
//!
//! Owns `consultations`, `consultation_texts`, `window_events`, `working_group_members` and `cache_versions`.
//! [`window::is_open`] is the one place that decides whether comments are accepted.
//!
//! ```text
//! preparing → announced → open → closed → answered → adopted
//!                   └──────┴───────┴──→ withdrawn        (the clock moves it: Consultation::phase)
//! ```

pub mod domain;
pub mod store;
pub mod web;
pub mod window;

pub use domain::{Authority, Consultation, Phase, Window, WindowEvent};
pub use store::{
    NewConsultation, audit_scope, bump, find_by_id, find_for_staff, find_public,
    insert_consultation, list_all, list_of_authority, list_window_events, list_working_group,
    mark_released, shown_sections,
};
pub use web::{ConsultationPath, authority_site, consultation_site, follow_publications};
pub use window::{is_late, is_open};
