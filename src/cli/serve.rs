//! `posvet serve`

use std::process::ExitCode;

use clap::Args;

use super::migrate::{require_current, run_all};
use super::{descriptors, say};
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
        say(&format!("listening on http://{}", server.address))?;
        until_stopped(server).await
    }
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
