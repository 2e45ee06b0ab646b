//! Sessions, under the hash of what the browser holds.

use std::cmp::Reverse;

use diesel::prelude::*;

use crate::accounts::domain::OwnSession;
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

/// The person behind a session that has not ended and who is not disabled, and when the session was last seen.
pub(in crate::accounts) fn find_session_staff(
    connection: &mut DbConnection,
    token_hash: &[u8],
    now: Instant,
) -> StoreResult<Option<(SessionStaff, Instant)>> {
    let row: Option<(SessionStaff, Instant, Option<Instant>)> = sessions::table
        .inner_join(staff::table.on(staff::id.eq(sessions::staff_id)))
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::expires_at.gt(now))
        .filter(sessions::is_waiting_for_code.eq(false))
        .filter(staff::disabled_at.is_null())
        .select((
            SessionStaff::as_select(),
            sessions::created_at,
            sessions::last_seen_at,
        ))
        .first(connection)
        .optional()?;
    Ok(row.map(|(staff, begun, seen)| (staff, seen.unwrap_or(begun))))
}

/// The person whose password was right and whose code is still to come.
pub(in crate::accounts) fn find_waiting_staff(
    connection: &mut DbConnection,
    token_hash: &[u8],
    now: Instant,
) -> StoreResult<Option<StaffId>> {
    Ok(sessions::table
        .inner_join(staff::table.on(staff::id.eq(sessions::staff_id)))
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::expires_at.gt(now))
        .filter(sessions::is_waiting_for_code)
        .filter(staff::disabled_at.is_null())
        .select(staff::id)
        .first(connection)
        .optional()?)
}

/// A session to be begun.
#[derive(Clone, Debug)]
pub(in crate::accounts) struct NewSession {
    pub(in crate::accounts) token_hash: Vec<u8>,
    pub(in crate::accounts) staff_id: StaffId,
    pub(in crate::accounts) created_at: Instant,
    pub(in crate::accounts) expires_at: Instant,
    pub(in crate::accounts) device: String,
    pub(in crate::accounts) is_waiting_for_code: bool,
}

/// Begins a session.
pub(in crate::accounts) fn insert_session(
    connection: &mut DbConnection,
    session: &NewSession,
) -> StoreResult<()> {
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(&session.token_hash),
            sessions::staff_id.eq(session.staff_id),
            sessions::created_at.eq(session.created_at),
            sessions::expires_at.eq(session.expires_at),
            sessions::device.eq(&session.device),
            sessions::is_waiting_for_code.eq(session.is_waiting_for_code),
        ))
        .execute(connection)?;
    Ok(())
}

/// The sessions of a person that have not ended, the one seen last first.
pub(in crate::accounts) fn list_sessions(
    connection: &mut DbConnection,
    staff_id: StaffId,
    now: Instant,
) -> StoreResult<Vec<OwnSession>> {
    let rows: Vec<(Vec<u8>, String, Instant, Option<Instant>)> = sessions::table
        .filter(sessions::staff_id.eq(staff_id))
        .filter(sessions::expires_at.gt(now))
        .filter(sessions::is_waiting_for_code.eq(false))
        .select((
            sessions::token_hash,
            sessions::device,
            sessions::created_at,
            sessions::last_seen_at,
        ))
        .load(connection)?;
    let mut own: Vec<OwnSession> = rows
        .into_iter()
        .map(|(hash, device, created_at, seen)| OwnSession {
            hash,
            device,
            created_at,
            last_seen_at: seen.unwrap_or(created_at),
        })
        .collect();
    own.sort_by_key(|one| Reverse(one.last_seen_at));
    Ok(own)
}

/// Notes that a session is in use.
pub(in crate::accounts) fn update_last_seen_at(
    connection: &mut DbConnection,
    token_hash: &[u8],
    now: Instant,
) -> StoreResult<()> {
    diesel::update(sessions::table.filter(sessions::token_hash.eq(token_hash)))
        .set(sessions::last_seen_at.eq(Some(now)))
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

/// Ends every session of a person but one.
pub(in crate::accounts) fn delete_other_sessions(
    connection: &mut DbConnection,
    staff_id: StaffId,
    kept: &[u8],
) -> StoreResult<()> {
    let others = sessions::table
        .filter(sessions::staff_id.eq(staff_id))
        .filter(sessions::token_hash.ne(kept));
    diesel::delete(others).execute(connection)?;
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
