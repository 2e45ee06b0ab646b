//! `posvet demo`: everything with sample data, on a SQLite database of its own.

use std::io::{IsTerminal as _, Write as _};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use secrecy::SecretString;

use super::migrate::run_all;
use super::serve::until_stopped;
use super::{descriptors, say};
use crate::app::{self, Environment};
use crate::demo::{self, DEMO_PASSWORD, Loader, Progress};
use crate::mail::Transport;
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Port to serve on; the next free one when it is taken.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Start over with fresh samples.
    #[arg(long)]
    fresh: bool,
    /// Folder of the demonstration's data.
    #[arg(long, default_value = "data/demo")]
    data: PathBuf,
}

impl Demo {
    pub(super) async fn run(self, mut settings: Settings) -> anyhow::Result<ExitCode> {
        anyhow::ensure!(
            settings.mode == crate::settings::Mode::Development,
            "a demonstration does not run in production mode"
        );
        descriptors::raise_limit();
        claim(&self.data, self.fresh).with_context(|| format!("{}", self.data.display()))?;
        let port = free_port(self.port)?;
        settings.server.listen = format!("127.0.0.1:{port}");
        settings.server.base_url = format!("http://127.0.0.1:{port}");
        settings.database.url =
            SecretString::from(format!("sqlite:{}", self.data.join("posvet.db").display()));
        settings.mail.transport = Transport::File;
        settings.mail.folder = self.data.join("mail");
        let db = app::open_database(&settings)?;
        run_all(&mut db.url().connect()?)?;
        let environment = Environment {
            demo: true,
            ..Environment::of(&settings)?
        };
        let marker = self.data.join("samples-loaded");
        if !marker.exists() {
            let loader = Loader {
                db: &db,
                ids: &environment.ids,
                tokens: &app::tokens(&settings),
                now: environment.clock.now(),
            };
            demo::load(&loader, &mut Line::default()).await?;
            std::fs::write(&marker, "")?;
            say(&format!(
                "\rSamples loaded into {}.            ",
                self.data.display()
            ))?;
        }
        let server = app::start(&settings, db, environment)?;
        say(&welcome(&settings.server.base_url, &self.data))?;
        until_stopped(server).await
    }
}

/// Makes the folder ours, emptied first if that is wanted. One with other people's things in it, perhaps a real
/// installation's, is neither emptied nor filled with samples.
fn claim(folder: &Path, fresh: bool) -> anyhow::Result<()> {
    const OURS: &str = "demonstration";
    std::fs::create_dir_all(folder)?;
    let is_ours = [OURS, "samples-loaded"]
        .iter()
        .any(|name| folder.join(name).exists());
    anyhow::ensure!(
        is_ours || std::fs::read_dir(folder)?.next().is_none(),
        "there are other things in this folder; give a demonstration one of its own with --data"
    );
    if fresh {
        std::fs::remove_dir_all(folder)?;
        std::fs::create_dir_all(folder)?;
    }
    Ok(std::fs::write(folder.join(OURS), "")?)
}

/// The first free port from `wanted` on.
fn free_port(wanted: u16) -> anyhow::Result<u16> {
    (wanted..wanted.saturating_add(100))
        .find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok())
        .with_context(|| format!("no port from {wanted} on is free"))
}

/// Overwrites one line on a terminal; elsewhere stays silent.
#[derive(Default)]
struct Line {
    steps: usize,
}

impl Progress for Line {
    fn step(&mut self, what: &str) {
        self.steps += 1;
        if std::io::stdout().is_terminal() {
            let mut out = std::io::stdout().lock();
            // Progress is a courtesy: a closed terminal is no reason to stop.
            let _shown = write!(out, "\rLoading samples {}: {what:<60}", self.steps)
                .and_then(|()| out.flush());
        }
    }
}

fn welcome(base: &str, data: &Path) -> String {
    format!(
        "
Posvet is running. Open:

  {base}/sl/kranj/socialno-varstvo-2022-2028
      an open consultation: read, comment, subscribe
  {base}/sl/kranj/socialno-varstvo-2022-2028-prva-obravnava/register
      a closed one: every comment with its answer
  {base}/sl/maribor
      one that has been announced
  {base}/mailbox
      every mail that would have been sent
  {base}/sl/sign-in
      for staff; the password is {DEMO_PASSWORD}
        koordinatorka@example.org   coordinator
        clanica.b@example.org       reviewer
        clan.c@example.org          reviewer
        skrbnik@example.org         administrator

Data: {}   Start over: --fresh   Stop: Ctrl+C
",
        data.display()
    )
}
