//! Giving people accounts and roles, and taking accounts away.

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::json;

use super::note_broken;
use crate::accounts::domain::{
    AddPersonError, By, NewStaff, PasswordHash, PasswordRefused, UnknownStaff, check_password,
};
use crate::accounts::password::Passwords;
use crate::accounts::store;
use crate::audit::{self, Entry, Scope};
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, StaffId};
use crate::kernel::role::Role;
use crate::kernel::token::Tokens;

/// Somebody who is to work for an authority.
#[derive(Clone, Debug)]
pub struct NewPerson {
    pub display_name: String,
    pub email: EmailAddress,
    pub role: Role,
    /// First password of a new account. An account that exists keeps its own: its owner may work elsewhere, too.
    pub password: SecretString,
    pub language: Language,
}

/// Gives a person a role in the authority, and an account if they have none.
///
/// # Errors
/// [`AddPersonError`] when a rule forbids it.
pub async fn add_person(
    context: &Context,
    by: &By,
    authority: AuthorityId,
    passwords: &Passwords,
    person: &NewPerson,
) -> Result<StaffId, Failure<AddPersonError>> {
    by.holder_of(&[Role::Administrator], authority)
        .map_err(|refused| Failure::Refused(refused.into()))?;
    let now = context.now();
    let account = new_account(context, passwords, person, now).await?;
    let (tokens, by) = (context.tokens.clone(), by.clone());
    let (folded, role) = (person.email.folded(), person.role);
    context
        .db
        .write(move |connection| {
            let id = match (store::find_staff_by_email(connection, &folded)?, &account) {
                (Some(staff), _) if staff.disabled_at.is_some() => {
                    return Err(Failure::Refused(AddPersonError::Disabled));
                }
                (Some(staff), _) => staff.id,
                (None, Some(account)) => {
                    create_staff(connection, &tokens, &by, account, now)?;
                    account.id
                }
                (None, None) => {
                    let missing = AddPersonError::Password(PasswordRefused::Missing);
                    return Err(Failure::Refused(missing));
                }
            };
            if grant_role(connection, &tokens, &by, id, authority, role, now)? {
                Ok(id)
            } else {
                Err(Failure::Refused(AddPersonError::HasRole))
            }
        })
        .await
}

/// The account to be created; `None` when the person has one.
async fn new_account(
    context: &Context,
    passwords: &Passwords,
    person: &NewPerson,
    now: Instant,
) -> Result<Option<NewStaff>, Failure<AddPersonError>> {
    let folded = person.email.folded();
    let known = context
        .db
        .read(move |connection| store::find_staff_by_email(connection, &folded))
        .await
        .map_err(Failure::Database)?;
    if known.is_some() {
        return Ok(None);
    }
    check_password(person.password.expose_secret(), person.email.expose())
        .map_err(|refused| Failure::Refused(AddPersonError::Password(refused)))?;
    let password_hash = passwords
        .hash(&context.ids, &person.password)
        .await
        .inspect_err(note_broken)
        .map_err(|_noted| Failure::Refused(AddPersonError::Busy))?;
    Ok(Some(NewStaff {
        id: context.ids.next(now),
        email: person.email.clone(),
        display_name: person.display_name.clone(),
        password_hash,
        language: person.language,
    }))
}

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
    let after = json!({ "created_at": now });
    record(
        connection,
        tokens,
        by,
        "staff.created",
        (person.id, Scope::default()),
        (None, after),
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
    let before = store::list_roles(connection, staff_id, authority_id)?;
    if before.contains(&role) {
        return Ok(false);
    }
    store::insert_membership(connection, staff_id, authority_id, role, now)?;
    store::delete_sessions_of(connection, staff_id)?;
    let after = store::list_roles(connection, staff_id, authority_id)?;
    let change = (
        Some(json!({ "authority": authority_id, "roles": before })),
        json!({ "authority": authority_id, "roles": after }),
    );
    record(
        connection,
        tokens,
        by,
        "role.granted",
        (staff_id, Scope::authority(authority_id)),
        change,
        now,
    )?;
    Ok(true)
}

/// Sets a password that was checked and hashed before, and ends the person's sessions.
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
    let change = (None, json!({ "password": "changed" }));
    record(
        connection,
        tokens,
        by,
        "staff.password_changed",
        (staff_id, Scope::default()),
        change,
        now,
    )
}

/// Ends an account: no session of it goes on and none begins. What the person wrote stays.
///
/// # Errors
/// [`UnknownStaff`] when there is no such person.
pub async fn disable_staff(
    context: &Context,
    by: &By,
    staff_id: StaffId,
) -> Result<(), Failure<UnknownStaff>> {
    let now = context.now();
    let (tokens, by) = (context.tokens.clone(), by.clone());
    context
        .db
        .write(move |connection| {
            if !store::update_disabled_at(connection, staff_id, now)? {
                return Err(Failure::Refused(UnknownStaff));
            }
            store::delete_sessions_of(connection, staff_id)?;
            let change = (None, json!({ "disabled_at": now }));
            record(
                connection,
                &tokens,
                &by,
                "staff.disabled",
                (staff_id, Scope::default()),
                change,
                now,
            )?;
            Ok(())
        })
        .await
}

fn record(
    connection: &mut DbConnection,
    tokens: &Tokens,
    by: &By,
    action: &'static str,
    (staff_id, scope): (StaffId, Scope),
    (before, after): (Option<serde_json::Value>, serde_json::Value),
    now: Instant,
) -> StoreResult<()> {
    let entry = Entry {
        actor: by.audit_name(),
        action,
        subject: format!("staff:{staff_id}"),
        scope,
        before: before.as_ref(),
        after: &after,
    };
    audit::append(connection, tokens, now, &entry)
}
