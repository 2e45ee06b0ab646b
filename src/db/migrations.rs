//! The migrations travel inside the binary, one folder per dialect with the same names.

use std::collections::BTreeSet;

use anyhow::{Context, anyhow};
use diesel::connection::SimpleConnection as _;
use diesel::migration::{Migration, MigrationSource};
use diesel::{QueryResult, RunQueryDsl as _};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{DbConnection, dialect};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// How the database's schema stands to this binary's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemaState {
    /// Exactly the migrations this binary brings.
    Current,
    /// This many migrations have yet to run.
    Behind(usize),
    /// The database was migrated by a newer Posvet; this one must not touch it.
    Newer(Vec<String>),
}

/// Compares the migrations that ran with those this binary brings.
///
/// # Errors
/// When the database cannot be read.
pub fn state(connection: &mut DbConnection) -> anyhow::Result<SchemaState> {
    let (applied, known) = match connection {
        DbConnection::Sqlite(sqlite) => {
            (applied(sqlite)?, known::<diesel::sqlite::Sqlite>(&SQLITE)?)
        }
        DbConnection::Postgres(pg) => (applied(pg)?, known::<diesel::pg::Pg>(&POSTGRES)?),
    };
    let newer: Vec<String> = applied.difference(&known).cloned().collect();
    if !newer.is_empty() {
        return Ok(SchemaState::Newer(newer));
    }
    Ok(match known.difference(&applied).count() {
        0 => SchemaState::Current,
        behind => SchemaState::Behind(behind),
    })
}

/// Runs what is missing and returns the names of the migrations that ran.
///
/// # Errors
/// When the database is newer than this binary, or a migration fails; a failed one leaves nothing behind.
pub fn run(connection: &mut DbConnection) -> anyhow::Result<Vec<String>> {
    if let SchemaState::Newer(names) = state(connection)? {
        return Err(newer(&names));
    }
    dialect::without_deadlines(connection, run_pending)??
        .map_err(|error| anyhow!("{error}"))
        .context("a migration failed")
}

fn run_pending(connection: &mut DbConnection) -> QueryResult<Result<Vec<String>, Failure>> {
    Ok(match connection {
        DbConnection::Sqlite(sqlite) => names(sqlite.run_pending_migrations(SQLITE)),
        DbConnection::Postgres(pg) => {
            // Two nodes starting together: the second waits here and then finds nothing to do.
            pg.batch_execute("select pg_advisory_lock(7079736)")?;
            let ran = names(pg.run_pending_migrations(POSTGRES));
            pg.batch_execute("select pg_advisory_unlock(7079736)")?;
            ran
        }
    })
}

/// Runs these migrations and no others, in the order of their names: the schema of an older backup.
///
/// # Errors
/// When one fails.
pub fn run_only(connection: &mut DbConnection, versions: &[String]) -> anyhow::Result<()> {
    match connection {
        DbConnection::Sqlite(sqlite) => run_wanted(sqlite, SQLITE, versions),
        DbConnection::Postgres(pg) => run_wanted(pg, POSTGRES, versions),
    }
    .map_err(|error| anyhow!("{error}"))
    .context("a migration failed")
}

fn run_wanted<DB, C>(
    connection: &mut C,
    source: EmbeddedMigrations,
    wanted: &[String],
) -> Result<(), Failure>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
{
    for migration in connection.pending_migrations(source)? {
        if wanted.contains(&migration.name().version().to_string()) {
            connection.run_migration(&migration)?;
        }
    }
    Ok(())
}

/// The migrations that ran, oldest first. Only reads, so that it may be asked in a snapshot.
///
/// # Errors
/// When the database was never migrated or cannot be read.
pub fn recorded(connection: &mut DbConnection) -> diesel::QueryResult<Vec<String>> {
    #[derive(diesel::QueryableByName)]
    struct Recorded {
        #[diesel(sql_type = diesel::sql_types::Text)]
        version: String,
    }
    let recorded: Vec<Recorded> =
        diesel::sql_query("select version from __diesel_schema_migrations order by version")
            .load(connection)?;
    Ok(recorded.into_iter().map(|row| row.version).collect())
}

/// Those of `versions` that this binary does not bring.
///
/// # Errors
/// When a migration inside the binary has no name.
pub fn unknown(versions: &[String]) -> anyhow::Result<Vec<String>> {
    let known = known::<diesel::sqlite::Sqlite>(&SQLITE)?;
    Ok(versions
        .iter()
        .filter(|version| !known.contains(*version))
        .cloned()
        .collect())
}

/// Whether some of these are older than the first migration there is: a schema from before the first release (ADR 0022).
///
/// # Errors
/// When a migration inside the binary has no name.
pub fn are_before_the_first(versions: &[String]) -> anyhow::Result<bool> {
    let known = known::<diesel::sqlite::Sqlite>(&SQLITE)?;
    let first = known.first().context("there is no migration")?;
    Ok(versions.iter().any(|version| version < first))
}

/// Takes every migration back: for the up-down-up test, and to empty a PostgreSQL database for a restore.
///
/// # Errors
/// When a `down.sql` fails.
pub fn revert_all(connection: &mut DbConnection) -> anyhow::Result<()> {
    match connection {
        DbConnection::Sqlite(sqlite) => names(sqlite.revert_all_migrations(SQLITE)),
        DbConnection::Postgres(pg) => names(pg.revert_all_migrations(POSTGRES)),
    }
    .map(|_names| ())
    .map_err(|error| anyhow!("{error}"))
}

/// The error of a binary that is older than its database.
pub fn newer(names: &[String]) -> anyhow::Error {
    anyhow!(
        "the database was migrated by a newer version of Posvet (unknown here: {}); start that version instead",
        names.join(", ")
    )
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

fn names(
    ran: Result<Vec<diesel::migration::MigrationVersion<'_>>, Failure>,
) -> Result<Vec<String>, Failure> {
    Ok(ran?.iter().map(ToString::to_string).collect())
}

fn applied<DB, C>(connection: &mut C) -> anyhow::Result<BTreeSet<String>>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
{
    let versions = connection
        .applied_migrations()
        .map_err(|error| anyhow!("{error}"))?;
    Ok(versions.iter().map(ToString::to_string).collect())
}

fn known<DB: diesel::backend::Backend>(
    source: &EmbeddedMigrations,
) -> anyhow::Result<BTreeSet<String>> {
    let migrations: Vec<Box<dyn Migration<DB>>> =
        source.migrations().map_err(|error| anyhow!("{error}"))?;
    Ok(migrations
        .iter()
        .map(|migration| migration.name().version().to_string())
        .collect())
}
