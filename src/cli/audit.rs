//! `posvet audit verify`

use std::process::ExitCode;

use clap::Subcommand;

use super::open_current;
use crate::app;
use crate::audit;
use crate::settings::Settings;

#[derive(Debug, Subcommand)]
pub(super) enum Audit {
    /// Read the whole chain and name the first entry that is not as it was written. Exit code 2 when there is one.
    Verify {
        /// Print one line of JSON.
        #[arg(long)]
        json: bool,
    },
}

impl Audit {
    pub(super) async fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let Self::Verify { json } = self;
        let (db, tokens) = (open_current(settings)?, app::tokens(settings));
        let report = db
            .read(move |connection| audit::verify(connection, &tokens))
            .await?;
        if json {
            println!("{}", serde_json::to_string(&report)?);
        } else if let Some(fault) = &report.fault {
            println!(
                "The chain is broken after {} intact entries: {fault:?}",
                report.entries
            );
        } else {
            println!(
                "{} entries, all as they were written; head {}",
                report.entries, report.head
            );
        }
        Ok(if report.fault.is_none() {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(2)
        })
    }
}
