//! Consultations: who consults on what, when the window is open, and the draft by sections and paragraphs.
//!
//! Owns `consultations`, `window_events`, `working_group_members`, `revisions`, `sections`, `section_texts`,
//! `paragraphs` and `cache_versions`. [`window::is_open`] is the one place that decides whether comments are accepted.
//!
//! ```text
//! preparing → announced → open → closed → answered → adopted
//!                   └──────┴───────┴──→ withdrawn        (the clock moves it: Consultation::phase)
//! ```

pub mod domain;
pub mod place;
pub mod store;
pub mod web;
pub mod window;

pub use domain::{
    Authority, Consultation, Paragraph, ParagraphKind, Passage, Phase, Revision, SectionSummary,
    Window, WindowEvent,
};
pub use place::{Place, Places};
pub use store::{
    NewConsultation, NewParagraph, NewSection, bump, find_by_id, find_for_staff, find_passage,
    find_public, insert_consultation, insert_section, list_all, list_of_authority, list_paragraphs,
    list_places, list_window_events, list_working_group, mark_released, revision, sections,
    shown_sections,
};
pub use web::{ConsultationPath, authority_site, consultation_site, follow_publications};
pub use window::{is_late, is_open};
