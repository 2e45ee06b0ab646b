//! `posvet migrate`

use std::process::ExitCode;

use clap::Args;

use super::say;
use crate::app;
use crate::comments::write_missing_words;
use crate::db::migrations::{self, SchemaState};
use crate::db::{Database, DbConnection};
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(super) struct Migrate {
    /// Print one line of JSON.
    #[arg(long)]
    json: bool,
}

impl Migrate {
    pub(super) fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let db = app::open_database(settings)?;
        let ran = run_all(&mut db.url().connect()?)?;
        say(&if self.json {
            serde_json::json!({ "database": db.url().to_string(), "ran": ran }).to_string()
        } else if ran.is_empty() {
            format!("{}: nothing to do", db.url())
        } else {
            format!("{}: ran {}", db.url(), ran.join(", "))
        })?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Runs what is missing of the migrations and gives comments the words that SQL cannot give them.
///
/// # Errors
/// When the database is newer than this binary, or a migration fails.
pub(super) fn run_all(connection: &mut DbConnection) -> anyhow::Result<Vec<String>> {
    let ran = migrations::run(connection)?;
    write_missing_words(connection)?;
    Ok(ran)
}

/// Refuses a database whose schema is not the one of this version, and says what to do.
///
/// # Errors
/// It is behind, or newer.
pub(super) fn require_current(db: &Database) -> anyhow::Result<()> {
    match migrations::state(&mut db.url().connect()?)? {
        SchemaState::Current => Ok(()),
        SchemaState::Behind(count) => {
            anyhow::bail!(
                "{count} migrations have yet to run on {}: run `posvet migrate` first",
                db.url()
            )
        }
        SchemaState::Newer(names) => Err(migrations::newer(&names)),
    }
}
