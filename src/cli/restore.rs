//! `posvet restore`

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;
use indicatif::HumanCount;

use super::audit::{Verified, verify};
use super::backup::{bar, show};
use super::say;
use crate::app::{self, Environment};
use crate::comments::write_missing_words;
use crate::db::DatabaseUrl;
use crate::db::backup::{self, Replace, Restored};
use crate::files;
use crate::mail::outbox::report::hold_all;
use crate::settings::Settings;

/// Restore a backup into the database of the settings; stop the server first.
///
/// All of it happens or nothing. No mail leaves afterwards until `posvet mail release`. The exit status is 2 when all was
/// restored and something in it is not as the audit chain says.
#[derive(Debug, Args)]
pub(super) struct Restore {
    /// What `posvet backup` wrote, from SQLite or PostgreSQL.
    file: PathBuf,
    /// Replace a database that is not empty; what is in it is lost.
    #[arg(long)]
    force: bool,
    /// Print one line of JSON.
    #[arg(long)]
    json: bool,
}

impl Restore {
    pub(super) async fn run(self, settings: &Settings) -> anyhow::Result<ExitCode> {
        let url = settings.database_url()?;
        if let Some(folder) = url.sqlite_path().and_then(std::path::Path::parent) {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("{} cannot be created", folder.display()))?;
        }
        let now = Environment::of(settings)?.clock.now();
        let tokens = app::tokens(settings);
        let json = self.json;
        let beside = files::beside(app::open_files(settings)?)?;
        let replace = if self.force {
            Replace::Any
        } else {
            Replace::Empty
        };
        tokio::task::spawn_blocking(move || {
            let bar = bar("{wide_bar} {binary_bytes}/{binary_total_bytes} {eta}")?;
            let (restored, held) = backup::restore(
                &url,
                &self.file,
                &beside,
                replace,
                &mut |progress| show(&bar, progress),
                |connection| {
                    write_missing_words(connection)?;
                    Ok(hold_all(connection, now)?)
                },
            )?;
            bar.finish_and_clear();
            let verified = verify(&mut url.connect()?, &tokens)?;
            report(&url, &restored, held, &verified, json)?;
            Ok(verified.exit_code())
        })
        .await?
    }
}

fn report(
    url: &DatabaseUrl,
    restored: &Restored,
    held: usize,
    verified: &Verified,
    json: bool,
) -> anyhow::Result<()> {
    let total: u64 = restored.rows.values().sum();
    if json {
        return say(&serde_json::json!({
            "database": url.to_string(),
            "created_at": restored.created_at,
            "total_rows": total,
            "rows": restored.rows,
            "content_sha256": restored.content_sha256,
            "upgraded": restored.upgraded,
            "mails_held": held,
            "audit": verified,
        })
        .to_string());
    }
    let mut lines = vec![format!(
        "{url}: {} rows of {} tables, as of {}",
        HumanCount(total),
        restored.rows.len(),
        restored.created_at
    )];
    if !restored.upgraded.is_empty() {
        lines.push(format!(
            "The backup was older: ran {}",
            restored.upgraded.join(", ")
        ));
    }
    lines.push(format!("Audit: {}", verified.sentences()));
    lines.push(format!(
        "{held} mails were waiting. They and all new ones are held back until `posvet mail release`."
    ));
    say(&lines.join("\n"))
}
