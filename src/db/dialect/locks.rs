//! Locks that PostgreSQL needs and SQLite's one writer already is.

use diesel::connection::SimpleConnection;
use diesel::{QueryResult, RunQueryDsl};

use crate::db::connection::DbConnection;

/// Makes this transaction the only one that appends to the audit chain until it ends.
///
/// # Errors
/// When the lock is not given in time.
pub fn lock_audit_head(connection: &mut DbConnection) -> QueryResult<()> {
    match connection {
        DbConnection::Sqlite(_) => Ok(()),
        DbConnection::Postgres(pg) => pg.batch_execute("select pg_advisory_xact_lock(7079737)"),
    }
}

/// Makes this transaction the only one that decides about `text`, such as an address, until it ends.
///
/// # Errors
/// When the lock is not given in time.
pub fn lock_text(connection: &mut DbConnection, text: &str) -> QueryResult<()> {
    match connection {
        DbConnection::Sqlite(_) => Ok(()),
        DbConnection::Postgres(pg) => {
            diesel::sql_query("select pg_advisory_xact_lock(7079738, hashtext($1))")
                .bind::<diesel::sql_types::Text, _>(text)
                .execute(pg)
                .map(|_rows| ())
        }
    }
}
