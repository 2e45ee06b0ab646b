//! Log lines: sentences with fields, to standard error, as text for people or JSON for machines.

use std::io::IsTerminal as _;

use anyhow::Context;
use tracing_subscriber::EnvFilter;

use crate::settings::{LogFormat, LogSettings};

/// Which lines are kept.
///
/// # Errors
/// When `log.filter` cannot be parsed.
pub fn filter(settings: &LogSettings) -> anyhow::Result<EnvFilter> {
    EnvFilter::try_new(&settings.filter).context("log.filter")
}

/// Sends log lines to standard error as the settings say. Colours are for a terminal that has not asked for none
/// (`NO_COLOR`); a log whose reader has gone is lost, which is no reason to stop.
///
/// # Errors
/// When the filter cannot be parsed or logging was set up before.
pub fn start(settings: &LogSettings) -> anyhow::Result<()> {
    let mut builder = tracing_subscriber::fmt()
        .with_env_filter(filter(settings)?)
        .with_writer(std::io::stderr)
        .log_internal_errors(false);
    if !std::io::stderr().is_terminal() {
        builder = builder.with_ansi(false);
    }
    match settings.format {
        LogFormat::Text => builder.with_target(false).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    }
    .map_err(|error| anyhow::anyhow!("{error}"))
}
