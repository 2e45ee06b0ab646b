//! Accounts: the authorities, the people who work for them, their roles, and signing in.
//!
//! Owns `authorities`, `staff`, `memberships`, `consultation_roles`, `invitations`, `sessions`, `sign_in_failures`,
//! `account_links`, `second_factors` and `recovery_codes`; nobody else writes them. What a role may do in a consultation is
//! decided by the slices that own the work.
//!
//! ```text
//! guess ──→ ten in 15 minutes? ──→ too many: come back later (counted apart for a browser that is known)
//!               └─→ noted ──→ argon2id ──→ wrong: the note stays
//!                                └───────→ right: the note goes ──→ second factor? ──→ its code, guessed at as seldom
//!                                                                        └──────────→ a session of 12 hours begins
//! session ──→ ends by sign-out, after 12 hours, by its owner from elsewhere, when the person is disabled, gets a role or
//!             another password
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
    Actor, Authority, By, ChangePersonError, Invitation, InvitationState, InviteError, LeadTimes,
    Member, NewAuthority, NewInvitation, NewStaff, NotAllowed, audit_name_of, check_password,
    check_slug,
};
pub use domain::{SET_UP_HOURS, set_up_token};
pub use guard::admit;
pub use password::Passwords;
pub use service::{
    Appointed, Appointment, RolesLeft, appoint_administrator, create_staff, disable_person,
    enable_person, find_staff_address, find_staff_by_email, grant_role, has_second_factor, invite,
    is_set_up, resend_invitation, reset_second_factor, revoke_invitation, set_roles,
};
pub use store::{
    AuthorityRow, find_authority, find_authority_by_id, find_authority_text, insert_authority,
    is_logo, list_authorities, list_consultation_roles, list_memberships, list_pending_invitations,
    list_people, set_logo, update_authority, write_authority_text,
};
pub use web::site_authority;
