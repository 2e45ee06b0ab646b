//! `posvet check-config`

use std::process::ExitCode;

use super::say;
use crate::settings::Settings;

/// Prints the settings in force; that they could be loaded is the check.
pub(super) fn run(settings: &Settings) -> anyhow::Result<ExitCode> {
    say(settings.masked().trim_end())?;
    Ok(ExitCode::SUCCESS)
}
