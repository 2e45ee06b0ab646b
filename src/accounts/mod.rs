//! Accounts: the authorities, the people who work for them, their roles, and signing in.
//!
//! Owns `authorities`, `staff`, `memberships`, `sessions` and `sign_in_failures`; nobody else writes them. Knows
//! nothing of consultations: what a role may do there is decided by the slices that own the work.
//!
//! ```text
//! guess ──→ ten in 15 minutes? ──→ too many: come back later
//!               └─→ noted ──→ argon2id ──→ wrong: the note stays
//!                                └───────→ right: the note goes, a session of 12 hours begins
//! session ──→ ends by sign-out, after 12 hours, when the person is disabled, gets a role or another password
//! ```
//!
//! [`guard::admit`] stands before every route and lets pass whom the route's declaration admits; what the person is
//! then travels with the request as an [`Actor`].

pub mod domain;
pub mod guard;
pub mod page;
pub mod password;
pub mod service;
mod store;
pub mod web;

pub use domain::{
    ANNOUNCED_BEFORE, Actor, Authority, By, NewAuthority, NewStaff, NotAllowed, SHORTEST_WINDOW,
    audit_name_of, check_password, check_slug,
};
pub use domain::{SET_UP_HOURS, set_up_token};
pub use guard::admit;
pub use password::Passwords;
pub use service::{
    Appointed, Appointment, appoint_administrator, create_staff, disable_staff, find_staff_address,
    find_staff_by_email, grant_role, is_set_up,
};
pub use store::{
    AuthorityRow, find_authority, insert_authority, list_authorities, list_memberships,
    update_authority,
};
