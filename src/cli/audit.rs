//! `posvet audit verify`

use std::process::ExitCode;

use clap::Subcommand;
use serde::Serialize;

use super::{open_current, say};
use crate::app;
use crate::audit::{self, Deviation, DeviationKind};
use crate::db::{DbConnection, StoreResult, in_snapshot};
use crate::kernel::token::Tokens;
use crate::settings::Settings;
use crate::{responses, submissions};

#[derive(Debug, Subcommand)]
pub(super) enum Audit {
    /// Read the whole chain, name the first entry that is not as it was written, and every submission and response that is
    /// not as the chain says. Exit code 2 when there is one.
    Verify {
        /// Print one line of JSON.
        #[arg(long)]
        json: bool,
    },
}

/// Whether the chain is whole and the tables say what it says.
#[derive(Serialize)]
pub(super) struct Verified {
    #[serde(flatten)]
    pub(super) chain: audit::Report,
    pub(super) deviations: Vec<Deviation>,
}

impl Audit {
    pub(super) async fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let Self::Verify { json } = self;
        let (db, tokens) = (open_current(settings)?, app::tokens(settings));
        let verified = db
            .read(move |connection| verify(connection, &tokens))
            .await?;
        say(&if json {
            serde_json::to_string(&verified)?
        } else {
            verified.sentences()
        })?;
        Ok(verified.exit_code())
    }
}

/// Verifies the chain and compares the tables with it, as they were at one moment.
pub(super) fn verify(connection: &mut DbConnection, tokens: &Tokens) -> StoreResult<Verified> {
    in_snapshot(connection, |connection| {
        let chain = audit::verify(connection, tokens)?;
        let mut deviations = submissions::compare_with_chain(connection)?;
        deviations.extend(responses::compare_with_chain(connection)?);
        Ok(Verified { chain, deviations })
    })
}

impl Verified {
    /// 2 when something is not as it was recorded.
    pub(super) fn exit_code(&self) -> ExitCode {
        if self.chain.fault.is_none() && self.deviations.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(2)
        }
    }

    /// What there is to say, a line each.
    pub(super) fn sentences(&self) -> String {
        let chain = &self.chain;
        let first = match &chain.fault {
            Some(fault) => format!(
                "The chain is broken after {} intact entries: {fault:?}. Is the secret key the same?",
                chain.entries
            ),
            None => format!(
                "{} entries, all as they were written; head {}",
                chain.entries, chain.head
            ),
        };
        let mut lines = vec![first];
        lines.extend(self.deviations.iter().map(sentence));
        if self.deviations.is_empty() {
            lines.push("Submissions and responses are as the chain says".to_owned());
        }
        lines.join("\n")
    }
}

fn sentence(deviation: &Deviation) -> String {
    let what = match deviation.kind {
        DeviationKind::Changed => "is not as it was recorded",
        DeviationKind::Unrecorded => "is there, but no act in the chain made it",
        DeviationKind::Missing => "was recorded and is gone",
    };
    let thing = deviation.subject.split(':').next().unwrap_or_default();
    format!("{}: the {thing} {what}", deviation.reference)
}
