//! People with an account.

use diesel::prelude::*;

use crate::accounts::domain::{NewStaff, PasswordHash, Staff};
use crate::db::schema::staff;
use crate::db::{DbConnection, StoreResult};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::StaffId;

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

/// Notes since when a person may not sign in, or that they may again; says whether there is such a person.
pub(in crate::accounts) fn update_disabled_at(
    connection: &mut DbConnection,
    id: StaffId,
    disabled_at: Option<Instant>,
) -> StoreResult<bool> {
    let changed = diesel::update(staff::table.find(id))
        .set(staff::disabled_at.eq(disabled_at))
        .execute(connection)?;
    Ok(changed > 0)
}

/// Gives a person another address, in lower case. `false` when an account has it already.
pub(in crate::accounts) fn update_email(
    connection: &mut DbConnection,
    id: StaffId,
    folded: &str,
) -> StoreResult<bool> {
    if find_staff_by_email(connection, folded)?.is_some_and(|other| other.id != id) {
        return Ok(false);
    }
    diesel::update(staff::table.find(id))
        .set(staff::email.eq(folded))
        .execute(connection)?;
    Ok(true)
}

/// Whether there is anybody who may sign in or could.
pub(in crate::accounts) fn has_staff(connection: &mut DbConnection) -> StoreResult<bool> {
    let first: Option<StaffId> = staff::table
        .select(staff::id)
        .first(connection)
        .optional()?;
    Ok(first.is_some())
}
