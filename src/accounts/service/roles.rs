//! What an administrator changes about people: their roles, whether they may sign in, a second factor they lost.

use serde_json::json;

use super::people::{About, grant_role, record, role_entry};
use super::second_factor::take_away;
use crate::accounts::domain::{By, ChangePersonError, NotAllowed, Staff};
use crate::accounts::store;
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, ConsultationId, StaffId};
use crate::kernel::role::Role;
use crate::kernel::token::Tokens;

/// What an administrator leaves a person with.
#[derive(Clone, Debug)]
pub struct RolesLeft {
    /// In all of the authority.
    pub roles: Vec<Role>,
    /// Of those in one consultation each, the ones that stay; none is given here.
    pub consultation_roles: Vec<(ConsultationId, Role)>,
}

/// Gives a person roles in the authority and takes the others. Whoever is left with none works there no more; the account stays.
///
/// # Errors
/// [`ChangePersonError`].
pub async fn set_roles(
    context: &Context,
    by: &By,
    authority: AuthorityId,
    staff: StaffId,
    left: RolesLeft,
) -> Result<(), Failure<ChangePersonError>> {
    change(context, by, authority, staff, move |change, connection| {
        let (now, staff) = (change.now, change.staff.id);
        let (tokens, by) = (&change.tokens, &change.by);
        store::lock_roles(connection, authority)?;
        let before = store::list_roles(connection, staff, authority)?;
        for role in before.iter().filter(|role| !left.roles.contains(role)) {
            if *role == Role::Administrator {
                check_other_administrator(connection, authority, staff)?;
            }
            store::delete_membership(connection, staff, authority, *role)?;
            change.revoked(connection, authority, None, *role)?;
        }
        for (of, consultation, role) in store::list_consultation_roles(connection, staff)? {
            if of == authority && !left.consultation_roles.contains(&(consultation, role)) {
                store::delete_consultation_role(connection, staff, consultation, role)?;
                change.revoked(connection, authority, Some(consultation), role)?;
            }
        }
        for role in &left.roles {
            grant_role(connection, tokens, by, staff, authority, *role, now)?;
        }
        Ok(())
    })
    .await
}

/// Ends an account: no session of it goes on and none begins. What the person wrote stays.
///
/// # Errors
/// [`ChangePersonError`]: not the last administrator, and nobody who works for an authority the administrator does not
/// administer.
pub async fn disable_person(
    context: &Context,
    by: &By,
    authority: AuthorityId,
    staff: StaffId,
) -> Result<(), Failure<ChangePersonError>> {
    change(context, by, authority, staff, move |change, connection| {
        change.check_everywhere(connection)?;
        let staff = change.staff.id;
        for (of, role) in store::list_memberships(connection, staff)? {
            if role == Role::Administrator {
                store::lock_roles(connection, of)?;
                check_other_administrator(connection, of, staff)?;
            }
        }
        store::update_disabled_at(connection, staff, Some(change.now))?;
        store::delete_sessions_of(connection, staff)?;
        let after = json!({ "disabled_at": change.now });
        change.record(connection, "staff.disabled", after)?;
        Ok(())
    })
    .await
}

/// Lets a person sign in again, with the password and the roles they had.
///
/// # Errors
/// [`ChangePersonError`].
pub async fn enable_person(
    context: &Context,
    by: &By,
    authority: AuthorityId,
    staff: StaffId,
) -> Result<(), Failure<ChangePersonError>> {
    change(context, by, authority, staff, move |change, connection| {
        change.check_everywhere(connection)?;
        store::update_disabled_at(connection, change.staff.id, None)?;
        let after = json!({ "disabled_at": null });
        change.record(connection, "staff.enabled", after)?;
        Ok(())
    })
    .await
}

/// Takes the second factor of somebody who lost it away. They are told by mail.
///
/// # Errors
/// [`ChangePersonError`].
pub async fn reset_second_factor(
    context: &Context,
    by: &By,
    authority: AuthorityId,
    staff: StaffId,
) -> Result<(), Failure<ChangePersonError>> {
    change(context, by, authority, staff, move |change, connection| {
        change.check_everywhere(connection)?;
        take_away(
            connection,
            &change.tokens,
            &change.by,
            &change.staff,
            change.now,
        )?;
        store::delete_sessions_of(connection, change.staff.id)?;
        Ok(())
    })
    .await
}

/// A change an administrator makes to a person who works for their authority.
struct Change {
    tokens: Tokens,
    by: By,
    administrator: StaffId,
    staff: Staff,
    now: Instant,
}

async fn change(
    context: &Context,
    by: &By,
    authority: AuthorityId,
    staff: StaffId,
    what: impl Fn(&Change, &mut DbConnection) -> Result<(), Failure<ChangePersonError>>
    + Clone
    + Send
    + 'static,
) -> Result<(), Failure<ChangePersonError>> {
    let refused = |_why| Failure::Refused(ChangePersonError::NotAllowed(NotAllowed));
    let administrator = by
        .holder_of(&[Role::Administrator], authority)
        .map_err(refused)?
        .staff_id;
    let (now, tokens, by) = (context.now(), context.tokens.clone(), by.clone());
    context
        .db
        .write(move |connection| {
            let found = store::find_staff(connection, staff)?;
            let works_here = works_for(connection, staff)?.contains(&authority);
            let staff = found.filter(|_staff| works_here);
            let change = Change {
                tokens: tokens.clone(),
                by: by.clone(),
                administrator,
                staff: staff.ok_or(refused(NotAllowed))?,
                now,
            };
            what(&change, connection)
        })
        .await
}

impl Change {
    /// What is done to the account itself holds everywhere its owner works, so it is for those who administer all of it.
    fn check_everywhere(
        &self,
        connection: &mut DbConnection,
    ) -> Result<(), Failure<ChangePersonError>> {
        for authority in works_for(connection, self.staff.id)? {
            let roles = store::list_roles(connection, self.administrator, authority)?;
            if !roles.contains(&Role::Administrator) {
                return Err(Failure::Refused(ChangePersonError::WorksElsewhere));
            }
        }
        Ok(())
    }

    fn revoked(
        &self,
        connection: &mut DbConnection,
        authority: AuthorityId,
        consultation: Option<ConsultationId>,
        role: Role,
    ) -> StoreResult<()> {
        let about = About::role(self.staff.id, "role.revoked", authority);
        let after = role_entry(authority, consultation, role);
        record(connection, &self.tokens, &self.by, about, after, self.now)
    }

    fn record(
        &self,
        connection: &mut DbConnection,
        action: &'static str,
        after: serde_json::Value,
    ) -> StoreResult<()> {
        let about = About::account(self.staff.id, action);
        record(connection, &self.tokens, &self.by, about, after, self.now)
    }
}

fn check_other_administrator(
    connection: &mut DbConnection,
    authority: AuthorityId,
    staff: StaffId,
) -> Result<(), Failure<ChangePersonError>> {
    match store::count_other_administrators(connection, authority, staff)? {
        0 => Err(Failure::Refused(ChangePersonError::LastAdministrator)),
        _ => Ok(()),
    }
}

/// The authorities a person has any role in.
fn works_for(connection: &mut DbConnection, staff: StaffId) -> StoreResult<Vec<AuthorityId>> {
    let everywhere = store::list_memberships(connection, staff)?;
    let in_one = store::list_consultation_roles(connection, staff)?;
    let mut all: Vec<AuthorityId> = everywhere
        .into_iter()
        .map(|(authority, _role)| authority)
        .chain(in_one.into_iter().map(|(authority, _of, _role)| authority))
        .collect();
    all.sort_unstable();
    all.dedup();
    Ok(all)
}
