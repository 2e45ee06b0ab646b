//! Rows and queries of accounts. The only writer of the slice's tables.

mod authorities;
mod sessions;
mod sign_in_failures;
mod staff;

pub use authorities::{
    AuthorityRow, find_authority, insert_authority, list_authorities, update_authority,
};
pub(super) use sessions::{
    delete_expired_sessions, delete_session, delete_sessions_of, find_session_staff, insert_session,
};
pub(super) use sign_in_failures::{
    delete_failure, delete_failures_until, insert_failure, list_failures,
};
pub(super) use staff::{
    find_staff, find_staff_by_email, has_staff, insert_membership, insert_staff, list_roles,
    lock_account, update_disabled_at, update_password_hash,
};
pub use staff::{list_memberships, list_people};

use crate::db::stored_as_text;
use crate::i18n::Language;
use crate::kernel::role::Role;

stored_as_text!(Language, Role);
