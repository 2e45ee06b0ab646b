//! `posvet serve`

use std::io::{IsTerminal as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::process::ExitCode;

use clap::Args;

use super::migrate::{require_current, run_all};
use super::{descriptors, say};
use crate::accounts;
use crate::app::{self, Environment};
use crate::mail::outbox::report::held_since;
use crate::settings::Settings;

#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Run what is missing of the migrations first.
    #[arg(long)]
    migrate: bool,
}

impl Serve {
    pub(super) async fn run(self, settings: Settings) -> anyhow::Result<ExitCode> {
        descriptors::raise_limit();
        let db = app::open_database(&settings)?;
        if self.migrate {
            run_all(&mut db.url().connect()?)?;
        }
        require_current(&db)?;
        let environment = Environment::of(&settings)?;
        if let Some(since) = db.read(held_since).await? {
            tracing::warn!(%since, "A restored instance: no mail leaves until `posvet mail release`");
        }
        let server = app::start(&settings, db, environment)?;
        let offer = offer_set_up(&settings, &server).await?;
        say(&format!("listening on http://{}", server.address))?;
        if let Some(offer) = offer {
            say(&offer)?;
        }
        until_stopped(server).await
    }
}

/// As long as nobody can sign in, says where the first administrator is made: on the terminal or, when there is none, in a
/// file only its owner can read, because logs are read by others. Where no file can be written there is `posvet create-admin`.
async fn offer_set_up(settings: &Settings, server: &app::Server) -> anyhow::Result<Option<String>> {
    let Some(url) = set_up_url(settings, server).await? else {
        return Ok(None);
    };
    let hours = accounts::SET_UP_HOURS;
    if std::io::stdout().is_terminal() {
        return Ok(Some(format!(
            "Nobody can sign in yet. Within {hours} hours, make the first administrator at\n  {url}"
        )));
    }
    let file = settings.data_directory.join("set-up-address");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).mode(0o600);
    let written = options
        .open(&file)
        .and_then(|mut open| writeln!(open, "{url}"));
    let (file, how) = (file.display(), "makes the first administrator");
    Ok(Some(match written {
        Ok(()) => {
            format!("Nobody can sign in yet: the address in {file} {how}, within {hours} hours")
        }
        Err(error) => format!(
            "Nobody can sign in yet, and {file} cannot be written ({error}): `posvet create-admin` {how}"
        ),
    }))
}

/// Where the first administrator is made, as long as there is none.
pub(super) async fn set_up_url(
    settings: &Settings,
    server: &app::Server,
) -> anyhow::Result<Option<String>> {
    let context = &server.state.context;
    if context.db.read(accounts::is_set_up).await? {
        return Ok(None);
    }
    let token = accounts::set_up_token(&context.tokens, context.now());
    Ok(Some(format!("{}/sl/set-up/{token}", settings.base_url())))
}

/// Runs the workers until a signal, then stops in order.
pub(super) async fn until_stopped(mut server: app::Server) -> anyhow::Result<ExitCode> {
    server.start_workers();
    let ended = tokio::select! {
        ended = server.ended() => Some(ended),
        () = stop_signal() => None,
    };
    if let Some(ended) = ended {
        ended?;
        return Ok(ExitCode::FAILURE);
    }
    tracing::info!("Stopping: requests under way may finish");
    server.stop().await;
    tracing::info!("Stopped");
    Ok(ExitCode::SUCCESS)
}

/// Returns at SIGTERM or SIGINT.
async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::error!(%error, "SIGTERM cannot be waited for");
                std::future::pending::<()>().await;
            }
        }
    };
    tokio::select! {
        () = terminated => {}
        _interrupted = tokio::signal::ctrl_c() => {}
    }
}
