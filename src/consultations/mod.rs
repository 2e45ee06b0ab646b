//! Consultations: one draft put to the public by one authority: what is prepared, when the window is open, what its ledger
//! says, who adopted it.
//!
//! Owns `consultations`, `consultation_texts`, `window_events`, `working_group_members`, `contacts`, `relations`, `phases`,
//! `adoptions`, `consultation_changes` and `cache_versions`. [`window::is_open`] is the one place that decides whether
//! comments are accepted.
//!
//! ```text
//! preparing ─[gate]→ announced → open → closed → answered → adopted
//!                        └────────┴───────┴──→ withdrawn        (the clock moves it: Consultation::phase)
//! ```

pub mod domain;
pub mod service;
pub mod store;
pub mod web;
pub mod window;

pub use domain::{
    Adoption, Authority, Basics, Change, Channels, Consultation, Contact, Content, Document, Event,
    Fault, FaultKind, Group, Member, Missing, Part, Phase, PhaseEntry, PlanDay, Prepared,
    PreviewLink, Relation, Requirement, Texts, Values, Window, WindowEvent, WindowEventKind,
    WindowPlan, days_lost, differences, heads,
};
pub use service::{
    AUTHORITY_TEXTS, Act, AdoptError, AnnounceError, Brought, ChangeWindowError, CreateError,
    Extension, FilePlace, LogoChange, NewPlan, PreviewError, SaveAuthorityError, SaveError,
    announce, announce_in, authority_texts, authority_values, bring, change_logo, create,
    create_in, create_preview, delete, extend, find_previewed, fingerprint, prepared,
    record_adoption, record_adoption_in, record_outage, revoke_preview, save, save_authority,
    save_authority_texts, save_in, take_back_announcement, withdraw,
};
pub use store::{
    NewConsultation, audit_scope, bump, find_by_id, find_for_staff, find_public,
    insert_consultation, list_adoptions, list_all, list_changes, list_changes_of, list_contacts,
    list_documents, list_events, list_files, list_members, list_of_authority, list_phases,
    list_previews, list_relations, list_window_events, mark_released, read_content, shown_sections,
};
pub use web::{ConsultationPath, authority_site, consultation_site, follow_publications};
pub use window::{is_late, is_open};
