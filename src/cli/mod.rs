//! The command line: one file per command. Everything is switchable by settings; commands only say what to do.

mod audit;
mod backup;
mod check_config;
pub mod create_admin;
mod demo;
mod descriptors;
mod mail;
mod migrate;
mod restore;
mod routes;
mod seed;
mod serve;

use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::{Parser, Subcommand};

use crate::db::Database;
use crate::settings::Settings;
use crate::{app, telemetry};

/// Public consultations in which every comment is received, answered and traced.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Cli {
    /// Settings that override the defaults (TOML).
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve; the database must have been migrated.
    Serve(serve::Serve),
    /// Show everything with sample data, on a database of its own; mails are readable in the browser.
    Demo(demo::Demo),
    /// Bring the database to the schema of this version.
    Migrate(migrate::Migrate),
    /// Print the settings in force, secrets masked.
    CheckConfig,
    /// List every route with the roles that may use it.
    Routes(routes::Routes),
    /// Create an administrator of an authority.
    CreateAdmin(create_admin::CreateAdmin),
    /// Fill a consultation with comments and subscribers, for load tests.
    Seed(seed::Seed),
    /// Save the whole database to a file, while the server runs.
    Backup(backup::Backup),
    /// Restore a backup into the database of the settings; no mail leaves until `mail release`.
    Restore(restore::Restore),
    /// The audit chain.
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Mails held back after a restore.
    #[command(subcommand)]
    Mail(mail::Mail),
}

/// Runs the command; an error goes to standard error with its reasons, and the exit code is 1.
pub fn run(cli: Cli) -> ExitCode {
    let outcome =
        Settings::load(cli.config.as_deref()).and_then(|settings| cli.command.run(settings));
    match outcome {
        Ok(code) => code,
        Err(error) => {
            // Whoever closed standard error does not want to know.
            let _told = writeln!(std::io::stderr(), "posvet: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Says what a command has to say: on standard output, with a line end. A reader that has gone, as in `posvet routes |
/// head -1`, has read enough: that is no error.
///
/// # Errors
/// When it cannot be written for another reason, such as a full disk.
fn say(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(error).context("standard output")
        }
        _said_or_gone => Ok(()),
    }
}

impl Command {
    fn run(self, settings: Settings) -> anyhow::Result<ExitCode> {
        if let Self::CheckConfig = self {
            return check_config::run(&settings);
        }
        if let Self::Routes(routes) = self {
            return routes.run();
        }
        telemetry::start(&settings.log)?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?;
        runtime.block_on(self.run_async(settings))
    }

    async fn run_async(self, settings: Settings) -> anyhow::Result<ExitCode> {
        match self {
            Self::Serve(serve) => serve.run(settings).await,
            Self::Demo(demo) => demo.run(settings).await,
            Self::Migrate(migrate) => migrate.run(&settings),
            Self::CreateAdmin(create) => {
                let app::Environment { clock, ids, .. } = app::Environment::of(&settings)?;
                let db = open_current(&settings)?;
                create
                    .run(&app::context(&settings, db, clock, ids)?)
                    .await?;
                Ok(ExitCode::SUCCESS)
            }
            Self::Seed(seed) => seed.run(&settings).await,
            Self::Backup(backup) => backup.run(&settings).await,
            Self::Restore(restore) => restore.run(&settings).await,
            Self::Audit(audit) => audit.run(&settings).await,
            Self::Mail(mail) => mail.run(&settings).await,
            Self::CheckConfig | Self::Routes(_) => Ok(ExitCode::SUCCESS),
        }
    }
}

/// Opens the database for a command that needs it migrated.
///
/// # Errors
/// When it cannot be reached, or its schema is not this version's.
fn open_current(settings: &Settings) -> anyhow::Result<Database> {
    if let Some(path) = settings.database_url()?.sqlite_path() {
        // SQLite would make an empty file of a name that was mistyped.
        anyhow::ensure!(
            path.exists(),
            "there is no database at {}: run `posvet migrate` first",
            path.display()
        );
    }
    let db = app::open_database(settings)?;
    migrate::require_current(&db)?;
    Ok(db)
}
