//! `posvet backup`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressStyle};

use super::{open_current, say};
use crate::app::{self, Environment};
use crate::db::backup::{self, Progress, Saved};
use crate::files;
use crate::kernel::clock::Instant;
use crate::settings::Settings;

/// Save the whole database and the files people brought to one file, while the server runs.
///
/// The file holds the state of one moment and can be restored into SQLite and PostgreSQL alike. It holds personal data
/// and is readable by its owner only; keep the secret key elsewhere.
#[derive(Debug, Args)]
pub(super) struct Backup {
    /// The file, in a folder that exists; one named after the time in `backups` of the data directory otherwise. An older backup is replaced when
    /// the new one is complete.
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
    /// Print one line of JSON.
    #[arg(long)]
    json: bool,
}

impl Backup {
    pub(super) async fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let url = open_current(settings)?.url().clone();
        let now = Environment::of(settings)?.clock.now();
        let file = match self.to {
            Some(file) => file,
            None => default_file(&settings.data_directory, now)?,
        };
        let target = file.clone();
        let beside = files::beside(app::open_files(settings)?)?;
        let saved = tokio::task::spawn_blocking(move || {
            let bar = bar("{wide_bar} {human_pos}/{human_len} rows {per_sec} {eta}")?;
            let saved = backup::save(&url, &target, &beside, now, &mut |progress| {
                show(&bar, progress)
            });
            bar.finish_and_clear();
            saved
        })
        .await??;
        report(&file, &saved, self.json)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// A bar on a terminal, nothing elsewhere.
pub(super) fn bar(template: &str) -> anyhow::Result<ProgressBar> {
    Ok(ProgressBar::new(0).with_style(ProgressStyle::with_template(template)?))
}

pub(super) fn show(bar: &ProgressBar, progress: Progress) {
    bar.set_length(progress.total);
    bar.set_position(progress.done);
}

/// In a folder of our own, which is made if need be; a folder that somebody names must be there, lest a typing error hide
/// a backup.
fn default_file(data: &Path, now: Instant) -> anyhow::Result<PathBuf> {
    let folder = data.join("backups");
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("{} cannot be created", folder.display()))?;
    Ok(folder.join(format!(
        "posvet-{}.jsonl.gz",
        now.utc().format("%Y%m%dT%H%M%SZ")
    )))
}

fn report(file: &Path, saved: &Saved, json: bool) -> anyhow::Result<()> {
    let total: u64 = saved.rows.values().sum();
    if json {
        return say(&serde_json::json!({
            "file": file,
            "bytes": saved.bytes,
            "total_rows": total,
            "rows": saved.rows,
            "content_sha256": saved.content_sha256,
            "schema": saved.schema,
        })
        .to_string());
    }
    let (count, bytes) = (HumanCount(total), HumanBytes(saved.bytes));
    say(&format!(
        "{}: {count} rows of {} tables, {bytes}\ncontent {}",
        file.display(),
        saved.rows.len(),
        saved.content_sha256
    ))
}
