//! The real server with the samples, on a free port.

use std::net::SocketAddr;

use posvet::testing::app::{self, Environment};
use posvet::testing::db::{Database, migrations};
use posvet::testing::demo::{samples, samples::Loader, samples::Progress};
use posvet::testing::mail::Transport;
use posvet::testing::settings::Settings;
use secrecy::SecretString;

/// The consultation whose window is open in the samples.
pub(crate) const OPEN: &str = "kranj/socialno-varstvo-2022-2028";

/// A running server. Its workers are parked: mails wait in the outbox.
pub(crate) struct Site {
    pub(crate) server: app::Server,
}

struct Quiet;

impl Progress for Quiet {
    fn step(&mut self, _what: &str) {}
}

/// Settings for a database at `url`, otherwise the defaults.
pub(crate) fn settings(url: &str, workers: usize) -> anyhow::Result<Settings> {
    let mut settings = Settings::load(None)?;
    settings.server.listen = "127.0.0.1:0".to_owned();
    settings.server.workers = workers;
    settings.database.url = SecretString::from(url);
    settings.mail.transport = Transport::Memory;
    Ok(settings)
}

/// Migrates the database at `url` and loads the samples into it.
pub(crate) async fn fill(url: &str) -> anyhow::Result<Database> {
    let settings = settings(url, 1)?;
    let db = app::open_database(&settings)?;
    migrations::run(&mut db.url().connect()?)?;
    let environment = Environment::of(&settings)?;
    let loader = Loader {
        db: &db,
        ids: &environment.ids,
        tokens: &app::tokens(&settings),
        now: environment.clock.now(),
    };
    samples::load(&loader, &mut Quiet).await?;
    Ok(db)
}

impl Site {
    /// Serves the database at `url`, which has been filled.
    pub(crate) fn start(url: &str, workers: usize) -> anyhow::Result<Self> {
        let environment = Environment::of(&settings(url, workers)?)?;
        Self::start_in(environment, url, workers)
    }

    /// The same with a clock, or another part of the world, of one's own.
    pub(crate) fn start_in(
        environment: Environment,
        url: &str,
        workers: usize,
    ) -> anyhow::Result<Self> {
        let settings = settings(url, workers)?;
        let db = app::open_database(&settings)?;
        let server = app::start(&settings, db, environment)?;
        Ok(Self { server })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.server.address
    }
}
