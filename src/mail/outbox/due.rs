//! Which rows are due, said as the partial index `outbox_due` says it, so that both planners use it.

use diesel::RunQueryDsl;
use diesel::sql_types::{BigInt, Text};

use super::queue::Hold;
use crate::db::types::{Guid, Moment};
use crate::db::{DbConnection, StoreResult, dialect};
use crate::kernel::clock::Instant;
use crate::mail::kind::Lane;

/// Due in lane `$1` and held by nobody; `$2` is now.
const DUE: &str =
    "state in ('queued', 'sending', 'deferred') and lane = $1 and next_attempt_at <= $2
     and (lease_until is null or lease_until <= $2)";

/// Nothing is due while mails are held back after a restore.
const NOT_HELD: &str = "not exists (select 1 from mail_holds)";

#[derive(diesel::QueryableByName)]
struct RowKey {
    #[diesel(sql_type = BigInt)]
    row_key: i64,
}

#[derive(diesel::QueryableByName)]
struct DueAt {
    #[diesel(sql_type = Moment)]
    next_attempt_at: Instant,
}

/// Puts a lease on up to `limit` due rows of a lane, oldest first, and returns their numbers.
pub(super) fn hold(
    conn: &mut DbConnection,
    lane: Lane,
    hold: Hold,
    now: Instant,
    limit: i64,
) -> StoreResult<Vec<i64>> {
    let lock = dialect::skip_locked(conn);
    let rows: Vec<RowKey> = diesel::sql_query(format!(
        "with due as materialized (
             select row_key from outbox where {DUE} and {NOT_HELD} order by next_attempt_at, row_key limit $3 {lock}
         )
         update outbox set lease_owner = $4, lease_until = $5
         where row_key in (select row_key from due)
         returning row_key"
    ))
    .bind::<Text, _>(lane.into_str())
    .bind::<Moment, _>(now)
    .bind::<BigInt, _>(limit)
    .bind::<Guid, _>(hold.lease)
    .bind::<Moment, _>(hold.until)
    .load(conn)?;
    Ok(rows.into_iter().map(|row| row.row_key).collect())
}

/// Since when the oldest due row of a lane has been waiting.
pub(super) fn oldest(
    conn: &mut DbConnection,
    lane: Lane,
    now: Instant,
) -> StoreResult<Option<Instant>> {
    let rows: Vec<DueAt> = diesel::sql_query(format!(
        "select next_attempt_at from outbox where {DUE} and {NOT_HELD} order by next_attempt_at, row_key limit 1"
    ))
    .bind::<Text, _>(lane.into_str())
    .bind::<Moment, _>(now)
    .load(conn)?;
    Ok(rows.first().map(|due| due.next_attempt_at))
}
