//! Everything that is said differently to SQLite and to PostgreSQL.

pub(in crate::db) mod backup;
mod search;
mod transient;

pub use search::{search_comments, search_comments_after};

use std::time::Duration;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::result::{DatabaseErrorKind, Error};
use diesel::{QueryResult, RunQueryDsl};

use crate::db::connection::{Backend, DbConnection};

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
            // Diesel shows no SQLSTATE, so is_transient reads messages: in English where the role may say so (a superuser,
            // or `grant set on parameter lc_messages`), in the languages of `transient` elsewhere.
            "do $$ begin set lc_messages = 'C'; exception when insufficient_privilege then null; end $$;
             set time zone 'UTC';
             set jit = off;
             set lock_timeout = '10s';
             set statement_timeout = '60s';
             set idle_in_transaction_session_timeout = '60s';",
        ),
    }
}

/// Does what takes its time without the deadlines of [`prepare`]: a large table is changed, another node is waited for.
pub(in crate::db) fn without_deadlines<T>(
    connection: &mut DbConnection,
    work: impl FnOnce(&mut DbConnection) -> T,
) -> QueryResult<T> {
    #[derive(diesel::QueryableByName)]
    struct Deadlines {
        #[diesel(sql_type = diesel::sql_types::Text)]
        of_locks: String,
        #[diesel(sql_type = diesel::sql_types::Text)]
        of_statements: String,
    }
    let DbConnection::Postgres(pg) = connection else {
        return Ok(work(connection));
    };
    let before: Deadlines = diesel::sql_query(
        "select current_setting('lock_timeout') as of_locks, current_setting('statement_timeout') as of_statements",
    )
    .get_result(pg)?;
    let set = |locks: &str, statements: &str| {
        format!("set lock_timeout = '{locks}'; set statement_timeout = '{statements}'")
    };
    pg.batch_execute(&set("0", "0"))?;
    let done = work(connection);
    if let DbConnection::Postgres(pg) = connection {
        pg.batch_execute(&set(&before.of_locks, &before.of_statements))?;
    }
    Ok(done)
}

/// How long a statement waits for a lock somebody else holds.
pub(in crate::db) fn wait_for_locks(
    connection: &mut DbConnection,
    longest: Duration,
) -> QueryResult<()> {
    let milliseconds = longest.as_millis();
    match connection {
        DbConnection::Sqlite(sqlite) => {
            sqlite.batch_execute(&format!("pragma busy_timeout = {milliseconds}"))
        }
        DbConnection::Postgres(pg) => {
            pg.batch_execute(&format!("set lock_timeout = {milliseconds}"))
        }
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

/// Whether a commit that failed is known not to have happened. SQLite says so whenever it fails; PostgreSQL only when it
/// answers: once the connection is lost, the server may have committed without being able to say it.
pub(in crate::db) fn commit_is_undone(backend: Backend, error: &Error) -> bool {
    let is_answered = matches!(
        error,
        Error::DatabaseError(
            DatabaseErrorKind::UniqueViolation
                | DatabaseErrorKind::ForeignKeyViolation
                | DatabaseErrorKind::NotNullViolation
                | DatabaseErrorKind::CheckViolation
                | DatabaseErrorKind::SerializationFailure
                | DatabaseErrorKind::ReadOnlyTransaction,
            _,
        )
    );
    backend == Backend::Sqlite || is_answered
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
        Error::DatabaseError(DatabaseErrorKind::Unknown, information) => {
            transient::is_named(information.message())
        }
        _ => false,
    }
}

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

/// What ends a query that takes rows to work on: nodes on one PostgreSQL step over each other's rows without waiting; on
/// SQLite there is one writer at a time, so none can meet another.
pub fn skip_locked(connection: &DbConnection) -> &'static str {
    match connection.backend() {
        Backend::Sqlite => "",
        Backend::Postgres => "for update skip locked",
    }
}
