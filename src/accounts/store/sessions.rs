//! Sessions, under the hash of what the browser holds.

use diesel::prelude::*;

use crate::db::schema::{sessions, staff};
use crate::db::{DbConnection, StoreResult};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::StaffId;

/// Who a session belongs to.
#[derive(Queryable, Selectable)]
#[diesel(table_name = staff)]
pub(in crate::accounts) struct SessionStaff {
    pub(in crate::accounts) id: StaffId,
    pub(in crate::accounts) display_name: String,
    pub(in crate::accounts) language: Language,
}

/// The person behind a session that has not ended and who is not disabled.
pub(in crate::accounts) fn find_session_staff(
    connection: &mut DbConnection,
    token_hash: &[u8],
    now: Instant,
) -> StoreResult<Option<SessionStaff>> {
    Ok(sessions::table
        .inner_join(staff::table.on(staff::id.eq(sessions::staff_id)))
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::expires_at.gt(now))
        .filter(staff::disabled_at.is_null())
        .select(SessionStaff::as_select())
        .first(connection)
        .optional()?)
}

/// Begins a session.
pub(in crate::accounts) fn insert_session(
    connection: &mut DbConnection,
    token_hash: &[u8],
    staff_id: StaffId,
    now: Instant,
    expires_at: Instant,
) -> StoreResult<()> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(token_hash),
            sessions::staff_id.eq(staff_id),
            sessions::created_at.eq(now),
            sessions::expires_at.eq(expires_at),
        ))
        .execute(connection)?;
    Ok(())
}

/// Ends one session.
pub(in crate::accounts) fn delete_session(
    connection: &mut DbConnection,
    token_hash: &[u8],
) -> StoreResult<()> {
    diesel::delete(sessions::table.filter(sessions::token_hash.eq(token_hash)))
        .execute(connection)?;
    Ok(())
}

/// Ends every session of a person.
pub(in crate::accounts) fn delete_sessions_of(
    connection: &mut DbConnection,
    staff_id: StaffId,
) -> StoreResult<()> {
    diesel::delete(sessions::table.filter(sessions::staff_id.eq(staff_id))).execute(connection)?;
    Ok(())
}

/// Removes the sessions that have ended by themselves.
pub(in crate::accounts) fn delete_expired_sessions(
    connection: &mut DbConnection,
    now: Instant,
) -> StoreResult<()> {
    diesel::delete(sessions::table.filter(sessions::expires_at.le(now))).execute(connection)?;
    Ok(())
}
