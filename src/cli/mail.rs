//! `posvet mail release`

use std::process::ExitCode;

use clap::Subcommand;

use super::{open_current, say};
use crate::app::Environment;
use crate::db::DatabaseError;
use crate::mail::outbox::report;
use crate::settings::Settings;

#[derive(Debug, Subcommand)]
pub(super) enum Mail {
    /// Let the mails go that `restore` held back.
    Release,
}

impl Mail {
    pub(super) async fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let Self::Release = self;
        let db = open_current(settings)?;
        let now = Environment::of(settings)?.clock.now();
        let released = db
            .write(move |connection| report::release_parked(connection, now))
            .await
            .map_err(|error: DatabaseError| error)?;
        say(&format!(
            "{released} mails that were waiting, and those since, will be sent by the next node that serves"
        ))?;
        Ok(ExitCode::SUCCESS)
    }
}
