//! Guesses at passwords, under a keyed hash of the address: the table names nobody.

use diesel::prelude::*;

use crate::db::schema::sign_in_failures;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;

/// The latest `limit` guesses at an account.
pub(in crate::accounts) fn list_failures(
    connection: &mut DbConnection,
    account_hash: &[u8],
    limit: i64,
) -> StoreResult<Vec<Instant>> {
    Ok(sign_in_failures::table
        .filter(sign_in_failures::account_hash.eq(account_hash))
        .order(sign_in_failures::failed_at.desc())
        .limit(limit)
        .select(sign_in_failures::failed_at)
        .load(connection)?)
}

/// Notes a guess; gives the key under which [`delete_failure`] takes it back.
pub(in crate::accounts) fn insert_failure(
    connection: &mut DbConnection,
    account_hash: &[u8],
    now: Instant,
) -> StoreResult<i64> {
    Ok(diesel::insert_into(sign_in_failures::table)
        .values((
            sign_in_failures::account_hash.eq(account_hash),
            sign_in_failures::failed_at.eq(now),
        ))
        .returning(sign_in_failures::row_key)
        .get_result(connection)?)
}

/// Takes a guess back: it was the right password.
pub(in crate::accounts) fn delete_failure(
    connection: &mut DbConnection,
    row_key: i64,
) -> StoreResult<()> {
    diesel::delete(sign_in_failures::table.find(row_key)).execute(connection)?;
    Ok(())
}

/// Removes the guesses up to `until`: they no longer count.
pub(in crate::accounts) fn delete_failures_until(
    connection: &mut DbConnection,
    until: Instant,
) -> StoreResult<()> {
    diesel::delete(sign_in_failures::table.filter(sign_in_failures::failed_at.le(until)))
        .execute(connection)?;
    Ok(())
}
