//! Second factors and recovery codes.

use diesel::prelude::*;

use crate::accounts::domain::Seed;
use crate::db::schema::{recovery_codes, second_factors};
use crate::db::{DbConnection, StoreResult, insert_rows};
use crate::kernel::clock::Instant;
use crate::kernel::ids::StaffId;

/// A second factor as it is stored.
#[derive(Clone, Debug)]
pub(in crate::accounts) struct StoredFactor {
    pub(in crate::accounts) seed: Seed,
    /// The half minute of the last code that was taken.
    pub(in crate::accounts) last_step: i64,
    pub(in crate::accounts) set_at: Instant,
}

/// The second factor of a person, if they have one.
pub(in crate::accounts) fn find_second_factor(
    connection: &mut DbConnection,
    staff: StaffId,
) -> StoreResult<Option<StoredFactor>> {
    let row: Option<(Vec<u8>, i64, Instant)> = second_factors::table
        .find(staff)
        .select((
            second_factors::seed,
            second_factors::last_step,
            second_factors::set_at,
        ))
        .first(connection)
        .optional()?;
    Ok(row.map(|(seed, last_step, set_at)| StoredFactor {
        seed: Seed(seed),
        last_step,
        set_at,
    }))
}

/// Gives a person a second factor, in place of the one they had, and recovery codes by their hashes.
pub(in crate::accounts) fn replace_second_factor(
    connection: &mut DbConnection,
    staff: StaffId,
    factor: &StoredFactor,
    code_hashes: &[Vec<u8>],
) -> StoreResult<()> {
    delete_second_factor(connection, staff)?;
    diesel::insert_into(second_factors::table)
        .values((
            second_factors::staff_id.eq(staff),
            second_factors::seed.eq(&factor.seed.0),
            second_factors::last_step.eq(factor.last_step),
            second_factors::set_at.eq(factor.set_at),
        ))
        .execute(connection)?;
    insert_codes(connection, staff, code_hashes)
}

/// Gives a person other recovery codes.
pub(in crate::accounts) fn replace_recovery_codes(
    connection: &mut DbConnection,
    staff: StaffId,
    code_hashes: &[Vec<u8>],
) -> StoreResult<()> {
    delete_codes(connection, staff)?;
    insert_codes(connection, staff, code_hashes)
}

/// Takes the second factor and the recovery codes of a person away. `false` when there was none.
pub(in crate::accounts) fn delete_second_factor(
    connection: &mut DbConnection,
    staff: StaffId,
) -> StoreResult<bool> {
    delete_codes(connection, staff)?;
    let deleted = diesel::delete(second_factors::table.find(staff)).execute(connection)?;
    Ok(deleted > 0)
}

/// Notes which code was taken last. `false` when a later one was taken meanwhile.
pub(in crate::accounts) fn update_last_step(
    connection: &mut DbConnection,
    staff: StaffId,
    step: i64,
) -> StoreResult<bool> {
    let earlier = second_factors::table
        .find(staff)
        .filter(second_factors::last_step.lt(step));
    let changed = diesel::update(earlier)
        .set(second_factors::last_step.eq(step))
        .execute(connection)?;
    Ok(changed > 0)
}

/// Uses a recovery code up. `false` when there is none with this hash, or it was used.
pub(in crate::accounts) fn use_recovery_code(
    connection: &mut DbConnection,
    staff: StaffId,
    code_hash: &[u8],
    now: Instant,
) -> StoreResult<bool> {
    let unused = recovery_codes::table
        .find((staff, code_hash))
        .filter(recovery_codes::used_at.is_null());
    let used = diesel::update(unused)
        .set(recovery_codes::used_at.eq(Some(now)))
        .execute(connection)?;
    Ok(used > 0)
}

/// How many recovery codes of a person were not used.
pub(in crate::accounts) fn count_recovery_codes(
    connection: &mut DbConnection,
    staff: StaffId,
) -> StoreResult<i64> {
    Ok(recovery_codes::table
        .filter(recovery_codes::staff_id.eq(staff))
        .filter(recovery_codes::used_at.is_null())
        .count()
        .get_result(connection)?)
}

fn insert_codes(
    connection: &mut DbConnection,
    staff: StaffId,
    code_hashes: &[Vec<u8>],
) -> StoreResult<()> {
    insert_rows!(connection, recovery_codes::table, code_hashes, |hash| (
        recovery_codes::staff_id.eq(staff),
        recovery_codes::code_hash.eq(hash),
    ))?;
    Ok(())
}

fn delete_codes(connection: &mut DbConnection, staff: StaffId) -> StoreResult<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::staff_id.eq(staff)))
        .execute(connection)?;
    Ok(())
}
