//! Rows to canonical JSON and back. Each database turns its own types into the same text, so that a backup of one can be
//! restored into the other.

mod values;

use diesel::connection::{DefaultLoadingMode, SimpleConnection};
use diesel::pg::PgRowByRowLoadingMode;
use diesel::sql_types::{BigInt, Bool, Text};
use diesel::{QueryResult, QueryableByName, RunQueryDsl, sql_query};

use crate::db::backup::Table;
use crate::db::connection::DbConnection;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Makes everything read in this transaction one moment's state, however long the reading takes. SQLite's transactions
/// are so by themselves.
pub(in crate::db) fn begin_snapshot(connection: &mut DbConnection) -> QueryResult<()> {
    match connection {
        DbConnection::Sqlite(_) => Ok(()),
        DbConnection::Postgres(pg) => pg.batch_execute(
            "set transaction isolation level repeatable read, read only;
             set local statement_timeout = 0;
             set local idle_in_transaction_session_timeout = 0",
        ),
    }
}

/// Lets this transaction take as long as a restore takes.
pub(in crate::db) fn begin_restore(connection: &mut DbConnection) -> QueryResult<()> {
    match connection {
        DbConnection::Sqlite(_) => Ok(()),
        DbConnection::Postgres(pg) => pg.batch_execute(
            "set local statement_timeout = 0;
             set local idle_in_transaction_session_timeout = 0",
        ),
    }
}

/// Hands every row of a table, as a JSON array of its columns, to `sink`; holds one row in memory at a time.
pub(in crate::db) fn each_row(
    connection: &mut DbConnection,
    table: &Table,
    mut sink: impl FnMut(&str) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let query = sql_query(values::select(connection.backend(), table));
    match connection {
        DbConnection::Sqlite(sqlite) => {
            for row in query.load_iter::<Line, DefaultLoadingMode>(sqlite)? {
                sink(&row?.line)?;
            }
        }
        DbConnection::Postgres(pg) => {
            for row in query.load_iter::<Line, PgRowByRowLoadingMode>(pg)? {
                sink(&row?.line)?;
            }
        }
    }
    Ok(())
}

/// Inserts the rows of a JSON array of arrays.
pub(in crate::db) fn insert_rows(
    connection: &mut DbConnection,
    table: &Table,
    rows: &str,
) -> QueryResult<usize> {
    sql_query(values::insert(connection.backend(), table))
        .bind::<Text, _>(rows)
        .execute(connection)
}

/// How many rows a table has.
pub(in crate::db) fn count_rows(connection: &mut DbConnection, table: &Table) -> QueryResult<i64> {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        count: i64,
    }
    let count: Count = sql_query(format!("select count(*) as count from \"{}\"", table.name))
        .get_result(connection)?;
    Ok(count.count)
}

/// Whether a table has any row.
pub(in crate::db) fn has_rows(connection: &mut DbConnection, table: &str) -> QueryResult<bool> {
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(sql_type = Bool)]
        found: bool,
    }
    let found: Found = sql_query(format!(
        "select exists (select 1 from \"{table}\") as found"
    ))
    .get_result(connection)?;
    Ok(found.found)
}

/// Lets generated row keys continue after the greatest restored one. SQLite does so by itself.
pub(in crate::db) fn continue_row_keys(connection: &mut DbConnection) -> QueryResult<()> {
    let DbConnection::Postgres(pg) = connection else {
        return Ok(());
    };
    let statements: Vec<Line> = sql_query(
        "select format('select setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) from %I',
             quote_ident(table_name), column_name, column_name, table_name) as line
         from information_schema.columns where table_schema = current_schema() and is_identity = 'YES'",
    )
    .load(pg)?;
    for statement in statements {
        pg.batch_execute(&statement.line)?;
    }
    Ok(())
}

/// Tells the planner about rows that have just been restored; SQLite plans without.
pub(in crate::db) fn refresh_statistics(connection: &mut DbConnection) -> QueryResult<()> {
    match connection {
        DbConnection::Sqlite(_) => Ok(()),
        DbConnection::Postgres(pg) => pg.batch_execute("analyze"),
    }
}

/// Folds a SQLite journal into its file and does away with it; `false` when another process has the file open.
pub(in crate::db) fn close_journal(connection: &mut DbConnection) -> QueryResult<bool> {
    let DbConnection::Sqlite(sqlite) = connection else {
        return Ok(true);
    };
    let closed = sqlite.batch_execute("pragma busy_timeout = 200; pragma journal_mode = delete");
    match closed {
        Err(error) if crate::db::dialect::is_transient(&error) => Ok(false),
        outcome => outcome.map(|()| true),
    }
}

/// Spares a SQLite file that is nobody's yet the flushes; it is flushed once, when it is complete.
pub(in crate::db) fn relax_durability(connection: &mut DbConnection) -> QueryResult<()> {
    match connection {
        DbConnection::Sqlite(sqlite) => sqlite.batch_execute("pragma synchronous = off"),
        DbConnection::Postgres(_) => Ok(()),
    }
}
