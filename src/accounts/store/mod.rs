//! Rows and queries of accounts. The only writer of the slice's tables.

mod account_links;
mod authorities;
mod invitations;
mod roles;
mod second_factors;
mod sessions;
mod sign_in_failures;
mod staff;

pub(super) use account_links::{
    count_account_links, delete_account_links_until, find_account_link, insert_account_link,
    use_account_link, use_account_links_of,
};
pub use authorities::{
    AuthorityRow, find_authority, find_authority_by_id, find_authority_text, insert_authority,
    is_logo, list_authorities, set_logo, update_authority, write_authority_text,
};
pub use invitations::list_pending_invitations;
pub(super) use invitations::{
    find_invitation, insert_invitation, update_accepted_at, update_expires_at, update_revoked_at,
};
pub(super) use roles::{
    count_other_administrators, delete_consultation_role, delete_membership,
    find_consultation_roles, insert_consultation_role, insert_membership, list_roles, lock_roles,
    owes_second_factor,
};
pub use roles::{list_consultation_roles, list_memberships, list_people};
pub(super) use second_factors::{
    StoredFactor, count_recovery_codes, delete_second_factor, find_second_factor,
    replace_recovery_codes, replace_second_factor, update_last_step, use_recovery_code,
};
pub(super) use sessions::{
    NewSession, delete_expired_sessions, delete_other_sessions, delete_session, delete_sessions_of,
    find_session_staff, find_waiting_staff, insert_session, list_sessions, update_last_seen_at,
};
pub(super) use sign_in_failures::{
    delete_failure, delete_failures_until, insert_failure, list_failures,
};
pub(super) use staff::{
    find_staff, find_staff_by_email, has_staff, insert_staff, lock_account, update_disabled_at,
    update_email, update_password_hash,
};

use super::domain::LinkKind;
use crate::db::stored_as_text;
use crate::i18n::Language;
use crate::kernel::role::Role;

stored_as_text!(Language, LinkKind, Role);
