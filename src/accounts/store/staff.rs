//! People and their roles.

use diesel::prelude::*;

use crate::accounts::domain::{Member, NewStaff, PasswordHash, Staff};
use crate::db::schema::{memberships, staff};
use crate::db::{DbConnection, StoreResult};
use crate::i18n::Language;
use crate::kernel::alphabet;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, StaffId};
use crate::kernel::role::Role;

#[derive(Queryable, Selectable)]
#[diesel(table_name = staff)]
struct StaffRow {
    id: StaffId,
    email: String,
    display_name: String,
    password_hash: String,
    language: Language,
    disabled_at: Option<Instant>,
}

impl From<StaffRow> for Staff {
    fn from(row: StaffRow) -> Self {
        Self {
            id: row.id,
            email: row.email,
            display_name: row.display_name,
            password_hash: PasswordHash(row.password_hash),
            language: row.language,
            disabled_at: row.disabled_at,
        }
    }
}

/// The person with this id.
pub(in crate::accounts) fn find_staff(
    connection: &mut DbConnection,
    id: StaffId,
) -> StoreResult<Option<Staff>> {
    let row: Option<StaffRow> = staff::table
        .find(id)
        .select(StaffRow::as_select())
        .first(connection)
        .optional()?;
    Ok(row.map(Staff::from))
}

/// The person who signs in with this address, given in lower case.
pub(in crate::accounts) fn find_staff_by_email(
    connection: &mut DbConnection,
    folded: &str,
) -> StoreResult<Option<Staff>> {
    let row: Option<StaffRow> = staff::table
        .filter(staff::email.eq(folded))
        .select(StaffRow::as_select())
        .first(connection)
        .optional()?;
    Ok(row.map(Staff::from))
}

/// Makes other writers that concern this account wait until this transaction ends. Within one node they wait anyway;
/// this update changes nothing but holds the row on PostgreSQL, where several nodes write.
pub(in crate::accounts) fn lock_account(
    connection: &mut DbConnection,
    folded: &str,
) -> StoreResult<()> {
    diesel::update(staff::table.filter(staff::email.eq(folded)))
        .set(staff::email.eq(folded))
        .execute(connection)?;
    Ok(())
}

/// Stores a person; the address is kept in lower case.
pub(in crate::accounts) fn insert_staff(
    connection: &mut DbConnection,
    person: &NewStaff,
    now: Instant,
) -> StoreResult<()> {
    diesel::insert_into(staff::table)
        .values((
            staff::id.eq(person.id),
            staff::email.eq(person.email.folded()),
            staff::display_name.eq(&person.display_name),
            staff::password_hash.eq(&person.password_hash.0),
            staff::language.eq(person.language),
            staff::created_at.eq(now),
        ))
        .execute(connection)?;
    Ok(())
}

/// Gives a person another password.
pub(in crate::accounts) fn update_password_hash(
    connection: &mut DbConnection,
    id: StaffId,
    hash: &PasswordHash,
) -> StoreResult<()> {
    diesel::update(staff::table.find(id))
        .set(staff::password_hash.eq(&hash.0))
        .execute(connection)?;
    Ok(())
}

/// Notes since when a person may not sign in; says whether there is such a person.
pub(in crate::accounts) fn update_disabled_at(
    connection: &mut DbConnection,
    id: StaffId,
    now: Instant,
) -> StoreResult<bool> {
    let changed = diesel::update(staff::table.find(id))
        .set(staff::disabled_at.eq(Some(now)))
        .execute(connection)?;
    Ok(changed > 0)
}

/// Gives a person a role in an authority.
pub(in crate::accounts) fn insert_membership(
    connection: &mut DbConnection,
    staff_id: StaffId,
    authority_id: AuthorityId,
    role: Role,
    now: Instant,
) -> StoreResult<()> {
    diesel::insert_into(memberships::table)
        .values((
            memberships::staff_id.eq(staff_id),
            memberships::authority_id.eq(authority_id),
            memberships::role.eq(role),
            memberships::created_at.eq(now),
        ))
        .execute(connection)?;
    Ok(())
}

/// The roles of a person in an authority, in the order of their codes.
pub(in crate::accounts) fn list_roles(
    connection: &mut DbConnection,
    staff_id: StaffId,
    authority_id: AuthorityId,
) -> StoreResult<Vec<Role>> {
    Ok(memberships::table
        .filter(memberships::staff_id.eq(staff_id))
        .filter(memberships::authority_id.eq(authority_id))
        .order(memberships::role)
        .select(memberships::role)
        .load(connection)?)
}

/// Every role a person has, with the authority.
///
/// # Errors
/// When the database refuses.
pub fn list_memberships(
    connection: &mut DbConnection,
    staff: StaffId,
) -> StoreResult<Vec<(AuthorityId, Role)>> {
    Ok(memberships::table
        .filter(memberships::staff_id.eq(staff))
        .select((memberships::authority_id, memberships::role))
        .load(connection)?)
}

/// Everyone with a role in the authority who may sign in, by name in the order of the alphabet.
///
/// # Errors
/// When the database refuses.
pub fn list_people(
    connection: &mut DbConnection,
    authority_id: AuthorityId,
) -> StoreResult<Vec<Member>> {
    let rows: Vec<(StaffId, String, String, Role)> = memberships::table
        .inner_join(staff::table.on(staff::id.eq(memberships::staff_id)))
        .filter(memberships::authority_id.eq(authority_id))
        .filter(staff::disabled_at.is_null())
        .order((staff::id, memberships::role))
        .select((
            staff::id,
            staff::display_name,
            staff::email,
            memberships::role,
        ))
        .load(connection)?;
    let mut people: Vec<Member> = Vec::new();
    for (staff_id, display_name, email, role) in rows {
        match people.last_mut() {
            Some(person) if person.staff_id == staff_id => person.roles.push(role),
            _ => people.push(Member {
                staff_id,
                display_name,
                email,
                roles: vec![role],
            }),
        }
    }
    alphabet::sort_by_name(&mut people, |person| &person.display_name);
    Ok(people)
}

/// Whether there is anybody who may sign in or could.
pub(in crate::accounts) fn has_staff(connection: &mut DbConnection) -> StoreResult<bool> {
    let first: Option<StaffId> = staff::table
        .select(staff::id)
        .first(connection)
        .optional()?;
    Ok(first.is_some())
}
