//! `posvet migrate`

use std::process::ExitCode;

use clap::Args;

use crate::app;
use crate::db::Database;
use crate::db::migrations::{self, SchemaState};
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
        let ran = migrations::run(&mut db.url().connect()?)?;
        if self.json {
            println!(
                "{}",
                serde_json::json!({ "database": db.url().to_string(), "ran": ran })
            );
        } else if ran.is_empty() {
            println!("{}: nothing to do", db.url());
        } else {
            println!("{}: ran {}", db.url(), ran.join(", "));
        }
        Ok(ExitCode::SUCCESS)
    }
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
