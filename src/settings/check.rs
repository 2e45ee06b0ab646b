//! What settings must be before anything is started with them: the one check, for `check-config` and `serve` alike.

use anyhow::{Context as _, bail, ensure};
use secrecy::ExposeSecret as _;

use super::{DEMO_SECRET, Mode, SHORTEST_SECRET, Settings};
use crate::mail::Transport;
use crate::mail::mailer::Mailer;
use crate::telemetry;

/// By how much a drill may move the clock, in seconds: a hundred years.
const FARTHEST_CLOCK: u64 = 100 * 366 * 86_400;

impl Settings {
    /// Refuses what could not work.
    pub(super) fn check(&self) -> anyhow::Result<()> {
        self.database_url()?;
        self.check_numbers()?;
        check_listen(&self.server.listen).context("server.listen")?;
        telemetry::filter(&self.log)?;
        self.files.check()?;
        Mailer::from_settings(&self.mail).context("mail")?;
        if self.mode == Mode::Production {
            self.check_production()?;
        }
        Ok(())
    }

    /// Numbers whose type allows more than makes sense: with none of these anything would wait for ever, or panic.
    fn check_numbers(&self) -> anyhow::Result<()> {
        let (server, database, mail) = (&self.server, &self.database, &self.mail);
        let largest = self.files.largest_megabytes as u64;
        for (key, value, least, most) in [
            ("server.workers", server.workers as u64, 0, 1_024),
            (
                "server.shutdown_seconds",
                server.shutdown_seconds,
                0,
                86_400,
            ),
            (
                "database.read_connections",
                database.read_connections.into(),
                1,
                1_000,
            ),
            (
                "database.write_queue",
                database.write_queue as u64,
                1,
                1_000_000,
            ),
            ("files.largest_megabytes", largest, 1, 1_000),
            ("mail.port", mail.port.into(), 1, u16::MAX.into()),
            ("mail.pool_size", mail.pool_size as u64, 1, 1_000),
            ("mail.workers", mail.workers as u64, 1, 1_000),
            (
                "mail.timeout_seconds",
                mail.timeout_seconds.into(),
                1,
                3_600,
            ),
            (
                "mail.poll_milliseconds",
                mail.poll_milliseconds.into(),
                1,
                3_600_000,
            ),
        ] {
            ensure!(
                (least..=most).contains(&value),
                "{key} is {value}; it must be {least} to {most}"
            );
        }
        ensure!(
            self.clock.offset_seconds.unsigned_abs() <= FARTHEST_CLOCK,
            "clock.offset_seconds moves the clock by more than a hundred years"
        );
        Ok(())
    }

    fn check_production(&self) -> anyhow::Result<()> {
        let secret = self.security.secret_key.expose_secret();
        if secret == DEMO_SECRET || secret.len() < SHORTEST_SECRET {
            bail!(
                "security.secret_key must be a secret of your own of at least {SHORTEST_SECRET} bytes in production \
                 (set POSVET__SECURITY__SECRET_KEY)"
            );
        }
        if self.mail.transport != Transport::Smtp {
            bail!("mail.transport must be \"smtp\" in production: people wait for these mails");
        }
        if !self.is_https() {
            bail!("server.base_url must begin with https:// in production");
        }
        if self.clock.offset_seconds != 0 {
            bail!(
                "clock.offset_seconds must be 0 in production: windows are decided by the real time"
            );
        }
        Ok(())
    }
}

/// `HOST:PORT`; whether the address is this machine's and free is seen when it is bound.
fn check_listen(listen: &str) -> anyhow::Result<()> {
    let (host, port) = listen
        .rsplit_once(':')
        .with_context(|| format!("{listen:?} is not HOST:PORT"))?;
    port.parse::<u16>()
        .with_context(|| format!("{port:?} is not a port"))?;
    url::Host::parse(host).with_context(|| format!("{host:?} is not a host"))?;
    Ok(())
}
