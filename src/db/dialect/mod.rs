//! Everything that is said differently to SQLite and to PostgreSQL.

pub(in crate::db) mod backup;
mod search;

pub use search::{search_comments, search_comments_after};

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::result::{DatabaseErrorKind, Error};
use diesel::{QueryResult, RunQueryDsl};

use crate::db::connection::{Backend, DbConnection};
use crate::db::types::{Document, Guid, JsonDoc, Moment};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, Id, MailContentId};

impl DbConnection {
    /// Which backend this connection talks to.
    pub fn backend(&self) -> Backend {
        match self {
            Self::Postgres(_) => Backend::Postgres,
            Self::Sqlite(_) => Backend::Sqlite,
        }
    }
}

/// Applies this project's settings to a fresh connection.
///
/// SQLite: WAL and `synchronous=FULL`, so that what was answered survives a power cut; foreign keys; five seconds of
/// patience with a foreign lock.
pub(in crate::db) fn prepare(connection: &mut DbConnection) -> QueryResult<()> {
    match connection {
        DbConnection::Sqlite(sqlite) => sqlite.batch_execute(
            "pragma busy_timeout = 5000;
             pragma journal_mode = wal;
             pragma synchronous = full;
             pragma foreign_keys = on;
             pragma temp_store = memory;
             pragma cache_size = -16000;
             pragma journal_size_limit = 67108864;",
        ),
        DbConnection::Postgres(pg) => pg.batch_execute(
            "set time zone 'UTC';
             set jit = off;
             set lock_timeout = '10s';
             set statement_timeout = '60s';
             set idle_in_transaction_session_timeout = '60s';",
        ),
    }
}

/// Opens a transaction that writes, after every other writer's has ended. On SQLite that is the write lock, taken at once
/// so that nothing fails half-way with BUSY. On PostgreSQL it is a lock all nodes agree on: without it, groups of two nodes
/// that touch the same counters in another order meet in deadlocks, and both may find that a key was not used yet.
pub(in crate::db) fn begin_write(connection: &mut DbConnection) -> QueryResult<()> {
    match connection {
        DbConnection::Sqlite(sqlite) => sqlite.batch_execute("begin immediate"),
        DbConnection::Postgres(pg) => {
            pg.batch_execute("begin; select pg_advisory_xact_lock(7079735)")
        }
    }
}

/// How many use cases share one commit. PostgreSQL keeps 64 subtransactions per session in shared memory
/// (`PGPROC_MAX_CACHED_SUBXIDS`); more make every other session's snapshots slow.
pub(in crate::db) fn largest_group(backend: Backend) -> usize {
    match backend {
        Backend::Sqlite => 256,
        Backend::Postgres => 60,
    }
}

/// Whether the connection is gone, or inside a transaction nobody ended, and must be replaced. Asks the client library,
/// not the server.
pub(in crate::db) fn is_broken(connection: &mut DbConnection) -> bool {
    match connection {
        DbConnection::Sqlite(sqlite) => {
            AnsiTransactionManager::is_broken_transaction_manager(sqlite)
        }
        DbConnection::Postgres(pg) => AnsiTransactionManager::is_broken_transaction_manager(pg),
    }
}

/// Whether the same work may succeed a moment later: a lock held elsewhere, a lost connection, a full disk.
pub(in crate::db) fn is_transient(error: &Error) -> bool {
    match error {
        Error::DatabaseError(
            DatabaseErrorKind::ClosedConnection
            | DatabaseErrorKind::SerializationFailure
            | DatabaseErrorKind::ReadOnlyTransaction
            | DatabaseErrorKind::UnableToSendCommand,
            _,
        )
        | Error::BrokenTransactionManager => true,
        Error::DatabaseError(DatabaseErrorKind::Unknown, information) => TRANSIENT
            .iter()
            .any(|words| information.message().contains(words)),
        _ => false,
    }
}

/// Messages of conditions that pass: SQLite's result texts (`sqlite3_errstr`) and PostgreSQL's classes 08, 40, 53, 57.
const TRANSIENT: [&str; 14] = [
    "database is locked",
    "database table is locked",
    "database or disk is full",
    "disk I/O error",
    "unable to open database file",
    "deadlock detected",
    "lock timeout",
    "server closed the connection",
    "terminating connection",
    "the database system is",
    "could not connect",
    "connection to server",
    "No space left on device",
    "no connection to the server",
];

/// The tables of the database with their columns, sorted: `comments.body`.
///
/// # Errors
/// When the catalogue cannot be read.
pub fn columns(connection: &mut DbConnection) -> QueryResult<Vec<String>> {
    #[derive(diesel::QueryableByName)]
    struct Column {
        #[diesel(sql_type = diesel::sql_types::Text)]
        name: String,
    }
    let query = match connection.backend() {
        Backend::Sqlite => {
            "select m.name || '.' || c.name as name from sqlite_master m join pragma_table_info(m.name) c
             where m.type = 'table' and m.name not like 'sqlite_%' order by 1"
        }
        Backend::Postgres => {
            "select table_name || '.' || column_name as name from information_schema.columns
             where table_schema = current_schema() order by 1"
        }
    };
    let mut names: Vec<String> = diesel::sql_query(query)
        .load::<Column>(connection)?
        .into_iter()
        .map(|column| column.name)
        .collect();
    names.sort();
    Ok(names)
}

/// Numbers of the rows a statement returned.
#[derive(diesel::QueryableByName)]
struct RowKey {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    row_key: i64,
}

/// Which rows of the outbox are due and held by nobody; `$1` is now. Said as the partial index `outbox_due` says it, so
/// that both planners use it.
const DUE_MAIL: &str = "state in ('queued', 'sending', 'deferred') and next_attempt_at <= $1
     and (lease_until is null or lease_until <= $1)";

/// Nothing is due while mails are held back after a restore (`mail_holds`).
const NOT_HELD: &str = "not exists (select 1 from mail_holds)";

/// Puts a lease on due rows of the outbox and returns their numbers. Nodes on one PostgreSQL step over each other's rows
/// without waiting; on SQLite there is one writer at a time, so none can meet another.
///
/// # Errors
/// When the database refuses.
pub fn claim_mails<Of: 'static>(
    connection: &mut DbConnection,
    lease: Id<Of>,
    now: Instant,
    lease_until: Instant,
    limit: i64,
) -> QueryResult<Vec<i64>> {
    let lock = match connection.backend() {
        Backend::Sqlite => "",
        Backend::Postgres => "for update skip locked",
    };
    let rows: Vec<RowKey> = diesel::sql_query(format!(
        "with due as materialized (
             select row_key from outbox where {DUE_MAIL} and {NOT_HELD} order by next_attempt_at, row_key limit $2 {lock}
         )
         update outbox set lease_owner = $3, lease_until = $4
         where row_key in (select row_key from due)
         returning row_key"
    ))
    .bind::<Moment, _>(now)
    .bind::<diesel::sql_types::BigInt, _>(limit)
    .bind::<Guid, _>(lease)
    .bind::<Moment, _>(lease_until)
    .load(connection)?;
    Ok(rows.into_iter().map(|row| row.row_key).collect())
}

/// Since when the oldest due row of the outbox has been waiting.
///
/// # Errors
/// When the database refuses.
pub fn oldest_due_mail(
    connection: &mut DbConnection,
    now: Instant,
) -> QueryResult<Option<Instant>> {
    #[derive(diesel::QueryableByName)]
    struct Due {
        #[diesel(sql_type = Moment)]
        next_attempt_at: Instant,
    }
    let rows: Vec<Due> = diesel::sql_query(format!(
        "select next_attempt_at from outbox where {DUE_MAIL} and {NOT_HELD} order by next_attempt_at, row_key limit 1"
    ))
    .bind::<Moment, _>(now)
    .load(connection)?;
    Ok(rows.first().map(|due| due.next_attempt_at))
}

/// Inserts a row of the outbox for each `[recipient, language, link id in hexadecimal]` of the JSON array `recipients`.
/// MultiConnection has no insert of many rows; each backend unfolds JSON in its own way.
///
/// # Errors
/// When the database refuses.
pub fn insert_mails(
    connection: &mut DbConnection,
    message: &str,
    content_id: MailContentId,
    authority_id: AuthorityId,
    recipients: &JsonDoc,
    now: Instant,
) -> QueryResult<usize> {
    let (row, unfolded) = match connection.backend() {
        Backend::Sqlite => (
            "json_extract(value, '$[0]'), json_extract(value, '$[1]'), unhex(json_extract(value, '$[2]'))",
            "json_each($5)",
        ),
        Backend::Postgres => (
            "value ->> 0, value ->> 1, (value ->> 2)::uuid",
            "jsonb_array_elements($5)",
        ),
    };
    diesel::sql_query(format!(
        "insert into outbox (message, content_id, authority_id, recipient, language, link_id, params, state, attempts,
             next_attempt_at, last_reply, created_at)
         select $1, $2, $3, {row}, '{{}}', 'queued', 0, $4, '', $4 from {unfolded}"
    ))
    .bind::<diesel::sql_types::Text, _>(message)
    .bind::<Guid, _>(content_id)
    .bind::<Guid, _>(authority_id)
    .bind::<Moment, _>(now)
    .bind::<Document, _>(recipients)
    .execute(connection)
}
