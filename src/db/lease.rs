//! A hold on rows that ends by itself: how workers on several nodes share one queue without doing anything twice, and how
//! nothing stays undone when one of them is killed.
//!
//! The table of a queue has the columns `row_key`, `lease_until` and `lease_owner`. Whoever records what came of a row does
//! it under its own lease, so that somebody whose hold has ended changes nothing.

use diesel::RunQueryDsl;
use diesel::sql_types::{BigInt, Text};

use super::types::{Guid, Moment};
use super::{DbConnection, StoreResult, dialect};
use crate::kernel::clock::Instant;
use crate::kernel::ids::Id;

/// A worker's hold on rows; never constructed.
#[derive(Debug)]
pub enum Lease {}

/// Names one hold; whoever has it alone may record what became of the rows.
pub type LeaseId = Id<Lease>;

/// How a worker takes rows.
#[derive(Clone, Copy, Debug)]
pub struct Hold {
    /// Its name.
    pub lease: LeaseId,
    /// When it ends by itself.
    pub until: Instant,
}

/// Rows that workers take. The words are those of the partial index over the rows that wait, so that both planners use it.
#[derive(Clone, Copy, Debug)]
pub struct Queue {
    /// The table.
    pub table: &'static str,
    /// Which of its rows wait: a condition.
    pub waiting: &'static str,
    /// The column that says which lane of the queue a row is in.
    pub lane: &'static str,
    /// The column with the moment a row is due.
    pub due_at: &'static str,
}

#[derive(diesel::QueryableByName)]
struct RowKey {
    #[diesel(sql_type = BigInt)]
    row_key: i64,
}

#[derive(diesel::QueryableByName)]
struct DueAt {
    #[diesel(sql_type = Moment)]
    due_at: Instant,
}

impl Queue {
    /// Due in lane `$1` and held by nobody, oldest first.
    fn due(&self) -> String {
        let Self {
            waiting,
            lane,
            due_at,
            ..
        } = self;
        // SQLite numbers what is bound by where it first stands.
        format!(
            "{waiting} and {lane} = $1 and {due_at} <= $2 and (lease_until is null or lease_until <= $2)
             order by {due_at}, row_key"
        )
    }

    /// Takes up to `limit` due rows of a lane, oldest first, and returns their numbers.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn claim(
        &self,
        conn: &mut DbConnection,
        lane: &str,
        hold: Hold,
        now: Instant,
        limit: i64,
    ) -> StoreResult<Vec<i64>> {
        let (table, due, lock) = (self.table, self.due(), dialect::skip_locked(conn));
        let rows: Vec<RowKey> = diesel::sql_query(format!(
            "with due as materialized (select row_key from {table} where {due} limit $3 {lock})
             update {table} set lease_owner = $4, lease_until = $5
             where row_key in (select row_key from due)
             returning row_key"
        ))
        .bind::<Text, _>(lane)
        .bind::<Moment, _>(now)
        .bind::<BigInt, _>(limit)
        .bind::<Guid, _>(hold.lease)
        .bind::<Moment, _>(hold.until)
        .load(conn)?;
        Ok(rows.into_iter().map(|row| row.row_key).collect())
    }

    /// Takes one row that waits, due or not. `false` when somebody holds it.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn claim_row(
        &self,
        conn: &mut DbConnection,
        row_key: i64,
        hold: Hold,
        now: Instant,
    ) -> StoreResult<bool> {
        let Self { table, waiting, .. } = self;
        let taken = diesel::sql_query(format!(
            "update {table} set lease_owner = $1, lease_until = $2
             where row_key = $3 and {waiting} and (lease_until is null or lease_until <= $4)"
        ))
        .bind::<Guid, _>(hold.lease)
        .bind::<Moment, _>(hold.until)
        .bind::<BigInt, _>(row_key)
        .bind::<Moment, _>(now)
        .execute(conn)?;
        Ok(taken == 1)
    }

    /// Since when the oldest due row of a lane has been waiting; `None` when nothing is due. One look into the index.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn oldest_due(
        &self,
        conn: &mut DbConnection,
        lane: &str,
        now: Instant,
    ) -> StoreResult<Option<Instant>> {
        let (table, due_at, due) = (self.table, self.due_at, self.due());
        let rows: Vec<DueAt> = diesel::sql_query(format!(
            "select {due_at} as due_at from {table} where {due} limit 1"
        ))
        .bind::<Text, _>(lane)
        .bind::<Moment, _>(now)
        .load(conn)?;
        Ok(rows.first().map(|row| row.due_at))
    }

    /// Goes on holding a row. `false` when it is no longer held under that lease.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn renew(&self, conn: &mut DbConnection, row_key: i64, hold: Hold) -> StoreResult<bool> {
        let table = self.table;
        let held = diesel::sql_query(format!(
            "update {table} set lease_until = $1 where row_key = $2 and lease_owner = $3"
        ))
        .bind::<Moment, _>(hold.until)
        .bind::<BigInt, _>(row_key)
        .bind::<Guid, _>(hold.lease)
        .execute(conn)?;
        Ok(held == 1)
    }

    /// Gives a row back before the hold ends, so that others need not wait for that.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn give_back(
        &self,
        conn: &mut DbConnection,
        row_key: i64,
        lease: LeaseId,
    ) -> StoreResult<()> {
        let table = self.table;
        diesel::sql_query(format!(
            "update {table} set lease_until = null, lease_owner = null where row_key = $1 and lease_owner = $2"
        ))
        .bind::<BigInt, _>(row_key)
        .bind::<Guid, _>(lease)
        .execute(conn)?;
        Ok(())
    }
}
