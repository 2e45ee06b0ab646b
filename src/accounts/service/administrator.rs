//! The first administrator of an authority, appointed by whoever runs the installation.

use serde_json::json;

use super::people::{About, create_staff, grant_role, record, role_entry, set_password};
use crate::accounts::domain::{By, NewAuthority, NewAuthorityError, NewStaff};
use crate::accounts::store;
use crate::audit::{self, Entry, Scope};
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::AuthorityId;
use crate::kernel::role::Role;
use crate::kernel::token::Tokens;

/// Who is to administer which authority.
#[derive(Clone, Debug)]
pub struct Appointment {
    pub person: NewStaff,
    /// The authority's part of the address.
    pub authority_slug: String,
    /// The authority itself, in case there is none with this slug yet.
    pub new_authority: Option<NewAuthority>,
}

/// What the appointment did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Appointed {
    /// There was no account with this address.
    NewAccount,
    /// There was one: it has the role and the new password now.
    KnownAccount,
}

/// Why nobody was appointed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AppointError {
    /// No such authority, and none was to be created.
    #[error("there is no authority `{0}`")]
    UnknownAuthority(String),
    /// The account with this address was disabled.
    #[error("the account with this address is disabled")]
    Disabled,
}

/// Makes a person administrator of an authority; creates what of the two is missing. An account that exists gets the
/// new password, so this is also the way back in for an administrator who forgot theirs.
///
/// # Errors
/// [`AppointError`] when there is nothing to administer or the account is disabled.
pub fn appoint_administrator(
    connection: &mut DbConnection,
    tokens: &Tokens,
    by: &By,
    appointment: &Appointment,
    now: Instant,
) -> Result<Appointed, Failure<AppointError>> {
    let person = &appointment.person;
    let authority = find_or_create_authority(connection, tokens, by, appointment, now)?;
    let known = store::find_staff_by_email(connection, &person.email.folded())?;
    let (id, appointed) = match known {
        Some(staff) if staff.disabled_at.is_some() => {
            return Err(Failure::Refused(AppointError::Disabled));
        }
        Some(staff) => {
            let hash = &person.password_hash;
            set_password(connection, tokens, by, staff.id, hash, now)?;
            (staff.id, Appointed::KnownAccount)
        }
        None => {
            create_staff(connection, tokens, by, person, now)?;
            (person.id, Appointed::NewAccount)
        }
    };
    grant_role(
        connection,
        tokens,
        by,
        id,
        authority,
        Role::Administrator,
        now,
    )?;
    Ok(appointed)
}

fn find_or_create_authority(
    connection: &mut DbConnection,
    tokens: &Tokens,
    by: &By,
    appointment: &Appointment,
    now: Instant,
) -> Result<AuthorityId, Failure<AppointError>> {
    let slug = &appointment.authority_slug;
    if let Some(authority) = store::find_authority(connection, slug)? {
        return Ok(authority.id);
    }
    let unknown = || Failure::Refused(AppointError::UnknownAuthority(slug.clone()));
    let authority = appointment.new_authority.as_ref().ok_or_else(unknown)?;
    create_authority(connection, tokens, by, authority, now)?;
    Ok(authority.id)
}

/// Makes another authority; whoever makes it administers it.
///
/// # Errors
/// [`NewAuthorityError`], or the database.
pub async fn make_authority(
    context: &Context,
    by: &By,
    from: AuthorityId,
    new: NewAuthority,
) -> Result<(), Failure<NewAuthorityError>> {
    let staff = by
        .holder_of(&[Role::Administrator], from)
        .map_err(|refused| Failure::Refused(refused.into()))?
        .staff_id;
    let (now, tokens, by) = (context.now(), context.tokens.clone(), by.clone());
    context
        .db
        .write(move |connection| {
            if store::find_authority(connection, &new.slug)?.is_some() {
                return Err(Failure::Refused(NewAuthorityError::SlugTaken));
            }
            create_authority(connection, &tokens, &by, &new, now)?;
            // Their own act, with the session they have: nothing ends.
            let role = Role::Administrator;
            store::insert_membership(connection, staff, new.id, role, now)?;
            let about = About::role(staff, "role.granted", new.id);
            let after = role_entry(new.id, None, role);
            record(connection, &tokens, &by, about, after, now)?;
            Ok(())
        })
        .await
}

/// Stores an authority.
///
/// # Errors
/// When the database refuses, also because the slug is taken.
pub fn create_authority(
    connection: &mut DbConnection,
    tokens: &Tokens,
    by: &By,
    authority: &NewAuthority,
    now: Instant,
) -> StoreResult<()> {
    store::insert_authority(connection, authority, now)?;
    let after = json!({ "slug": authority.slug, "name": authority.name });
    let entry = Entry {
        actor: by.audit_name(),
        action: "authority.created",
        subject: format!("authority:{}", authority.id),
        scope: Scope::authority(authority.id),
        before: None,
        after: &after,
    };
    audit::append(connection, tokens, now, &entry)
}
