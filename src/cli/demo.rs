//! `posvet demo`: everything with sample data, on a SQLite database of its own.

use std::io::{IsTerminal as _, Write as _};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::Args;
use secrecy::SecretString;

use super::migrate::run_all;
use super::serve::{set_up_url, until_stopped};
use super::{descriptors, say};
use crate::app::{self, Environment};
use crate::db::Database;
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
    /// Begin without samples, where a municipality begins that has just installed Posvet.
    #[arg(long)]
    empty: bool,
    /// Folder of the demonstration's data: `data/demo`, or `data/demo-empty` without samples.
    #[arg(long)]
    data: Option<PathBuf>,
}

impl Demo {
    pub(super) async fn run(self, mut settings: Settings) -> anyhow::Result<ExitCode> {
        anyhow::ensure!(
            settings.mode == crate::settings::Mode::Development,
            "a demonstration does not run in production mode"
        );
        descriptors::raise_limit();
        let data = self.data.unwrap_or_else(|| {
            PathBuf::from(if self.empty {
                "data/demo-empty"
            } else {
                "data/demo"
            })
        });
        claim(&data, self.fresh).with_context(|| format!("{}", data.display()))?;
        let port = free_port(self.port)?;
        settings.server.listen = format!("127.0.0.1:{port}");
        settings.server.base_url = format!("http://127.0.0.1:{port}");
        settings.data_directory.clone_from(&data);
        settings.database.url =
            SecretString::from(format!("sqlite:{}", data.join("posvet.db").display()));
        settings.mail.transport = Transport::File;
        settings.mail.folder = data.join("mail");
        let db = app::open_database(&settings)?;
        run_all(&mut db.url().connect()?)?;
        let accounts = match self.empty {
            true => Vec::new(),
            false => demo::accounts()?,
        };
        let environment = Environment {
            demo: Some(accounts),
            ..Environment::of(&settings)?
        };
        if !self.empty {
            load_samples(&settings, &db, &environment, &data).await?;
        }
        let server = app::start(&settings, db, environment)?;
        let base = &settings.server.base_url;
        let open = match self.empty {
            true => beginning(base, set_up_url(&settings, &server).await?),
            false => samples(base),
        };
        let data = data.display();
        say(&format!(
            "\nPosvet is running. Open:\n\n{open}\nData: {data}   Start over: --fresh   Stop: Ctrl+C\n"
        ))?;
        until_stopped(server).await
    }
}

/// Loads the samples unless they are there.
async fn load_samples(
    settings: &Settings,
    db: &Database,
    environment: &Environment,
    data: &Path,
) -> anyhow::Result<()> {
    let marker = data.join("samples-loaded");
    if marker.exists() {
        return Ok(());
    }
    let loader = Loader {
        db,
        ids: &environment.ids,
        tokens: &app::tokens(settings),
        now: environment.clock.now(),
    };
    demo::load(&loader, &mut Line::default()).await?;
    std::fs::write(&marker, "")?;
    say(&format!(
        "\rSamples loaded into {}.            ",
        data.display()
    ))
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

/// Where to click among the samples.
fn samples(base: &str) -> String {
    format!(
        "  {base}/sl/kranj/socialno-varstvo-2022-2028
      an open consultation: read, comment, subscribe
  {base}/sl/kranj/socialno-varstvo-2022-2028-prva-obravnava/register
      a closed one: every comment with its answer
  {base}/sl/maribor/socialno-varstvo-2024-2030-sprejeta
      an adopted one: the text as it was adopted, two phases, a former title
  {base}/sl/maribor/socialno-varstvo-2024-2030
      one that has been announced
  {base}/mailbox
      every mail that would have been sent, and a clock to move
  {base}/sl/sign-in
      for staff; the password is {DEMO_PASSWORD}
        koordinatorka@example.org   coordinator
        clanica.b@example.org       reviewer
        clan.c@example.org          reviewer
        skrbnik@example.org         administrator
"
    )
}

/// Where to click when there is nothing yet, or what was begun before.
fn beginning(base: &str, set_up: Option<String>) -> String {
    let (first, what) = match set_up {
        Some(url) => (url, "makes the first authority and its administrator: you"),
        None => (
            format!("{base}/sl/sign-in"),
            "you have begun before: sign in",
        ),
    };
    format!(
        "  {first}
      {what}
  {base}/mailbox
      every mail that would have been sent, and a clock to move
"
    )
}
