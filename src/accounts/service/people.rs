//! Giving people accounts and roles.

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};

use super::note_broken;
use crate::accounts::domain::{
    By, NewStaff, OwnAccountError, PasswordHash, SignInError, Staff, check_password,
};
use crate::accounts::password::Passwords;
use crate::accounts::store;
use crate::audit::{self, Entry, Scope};
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, ConsultationId, StaffId};
use crate::kernel::role::Role;
use crate::kernel::token::Tokens;

/// Stores an account without any role.
///
/// # Errors
/// When the database refuses, also because the address is taken.
pub fn create_staff(
    connection: &mut DbConnection,
    tokens: &Tokens,
    by: &By,
    person: &NewStaff,
    now: Instant,
) -> StoreResult<()> {
    store::insert_staff(connection, person, now)?;
    let about = About::account(person.id, "staff.created");
    record(
        connection,
        tokens,
        by,
        about,
        json!({ "created_at": now }),
        now,
    )
}

/// Gives a role in an authority and ends the person's sessions, so that the new right begins with a password. `false`
/// when they had it already and nothing was done.
///
/// # Errors
/// When the database refuses.
pub fn grant_role(
    connection: &mut DbConnection,
    tokens: &Tokens,
    by: &By,
    staff_id: StaffId,
    authority_id: AuthorityId,
    role: Role,
    now: Instant,
) -> StoreResult<bool> {
    if store::list_roles(connection, staff_id, authority_id)?.contains(&role) {
        return Ok(false);
    }
    store::insert_membership(connection, staff_id, authority_id, role, now)?;
    store::delete_sessions_of(connection, staff_id)?;
    let about = About::role(staff_id, "role.granted", authority_id);
    record(
        connection,
        tokens,
        by,
        about,
        role_entry(authority_id, None, role),
        now,
    )?;
    Ok(true)
}

/// Gives a role in one consultation of an authority; the same otherwise.
///
/// # Errors
/// When the database refuses.
pub fn grant_consultation_role(
    connection: &mut DbConnection,
    tokens: &Tokens,
    by: &By,
    staff_id: StaffId,
    (authority_id, consultation): (AuthorityId, ConsultationId),
    role: Role,
    now: Instant,
) -> StoreResult<bool> {
    if !store::insert_consultation_role(connection, staff_id, consultation, role, now)? {
        return Ok(false);
    }
    store::delete_sessions_of(connection, staff_id)?;
    let about = About::role(staff_id, "role.granted", authority_id);
    let after = role_entry(authority_id, Some(consultation), role);
    record(connection, tokens, by, about, after, now)?;
    Ok(true)
}

/// How the chain says which role.
pub(super) fn role_entry(
    authority: AuthorityId,
    consultation: Option<ConsultationId>,
    role: Role,
) -> Value {
    json!({ "authority": authority, "consultation": consultation, "role": role })
}

/// Checks and hashes what somebody with an account wants as their password from now on.
pub(super) async fn hash_new(
    context: &Context,
    passwords: &Passwords,
    staff: &Staff,
    new: &SecretString,
) -> Result<PasswordHash, Failure<OwnAccountError>> {
    check_password(new.expose_secret(), &staff.email)
        .map_err(|refused| Failure::Refused(refused.into()))?;
    passwords
        .hash(&context.ids, new)
        .await
        .inspect_err(note_broken)
        .map_err(|_noted| Failure::Refused(SignInError::Busy.into()))
}

/// Sets a password that was checked and hashed before, ends the person's sessions, and makes links that were sent before good
/// for nothing.
pub(super) fn set_password(
    connection: &mut DbConnection,
    tokens: &Tokens,
    by: &By,
    staff_id: StaffId,
    hash: &PasswordHash,
    now: Instant,
) -> StoreResult<()> {
    store::update_password_hash(connection, staff_id, hash)?;
    store::delete_sessions_of(connection, staff_id)?;
    store::use_account_links_of(connection, staff_id, now)?;
    let about = About::account(staff_id, "staff.password_changed");
    record(
        connection,
        tokens,
        by,
        about,
        json!({ "password": "changed" }),
        now,
    )
}

/// What an entry of the chain is about.
pub(super) struct About {
    staff: StaffId,
    action: &'static str,
    scope: Scope,
}

impl About {
    /// An account, wherever its owner works.
    pub(super) fn account(staff: StaffId, action: &'static str) -> Self {
        Self {
            staff,
            action,
            scope: Scope::default(),
        }
    }

    /// What a person is in an authority.
    pub(super) fn role(staff: StaffId, action: &'static str, authority: AuthorityId) -> Self {
        Self {
            staff,
            action,
            scope: Scope::authority(authority),
        }
    }
}

/// Writes an entry about a person into the chain; it never holds their name or address.
pub(super) fn record(
    connection: &mut DbConnection,
    tokens: &Tokens,
    by: &By,
    about: About,
    after: Value,
    now: Instant,
) -> StoreResult<()> {
    let entry = Entry {
        actor: by.audit_name(),
        action: about.action,
        subject: format!("staff:{}", about.staff),
        scope: about.scope,
        before: None,
        after: &after,
    };
    audit::append(connection, tokens, now, &entry)
}
