//! Takes what is due out of the outbox, sends it and records what came of it.
//!
//! ```text
//!            claim (≤ 200 rows, one write)          begin + previous outcome (one write)
//!   outbox ─────────────────────────────▶ queue ──▶ lane 1 ───────────────────────────────▶ SMTP
//!                                               ──▶ lane 2 …
//! ```
//!
//! Each lane has one mail on the wire. The write that begins its next mail also records the previous one, so every mail
//! costs one short write, the writer thread groups those of all lanes into one commit, and never more than one mail per
//! lane is sent and not yet recorded. Times are the [`Clock`]'s; only the waiting is real.

mod lane;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::TimeDelta;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::MailSettings;
use super::compose::Composer;
use super::mailer::Mailer;
use super::outbox::queue;
use super::outbox::{LeaseId, Letter};
use super::retry::Schedule;
use crate::db::{Database, DatabaseError};
use crate::kernel::clock::{Clock, Instant};
use crate::kernel::ids::Ids;
use lane::Lane;

/// Rows taken at once: few enough to lie idle two minutes at most when the process is killed, many enough that taking
/// them costs little.
const BATCH: i64 = 200;

/// How long a taken row is left alone by others.
const LEASE: TimeDelta = TimeDelta::minutes(2);

/// What the worker needs from the rest of the application.
pub struct Parts {
    /// Where the outbox is.
    pub database: Database,
    /// How mails leave.
    pub mailer: Mailer,
    /// How mails are written.
    pub composer: Arc<Composer>,
    /// What time it is.
    pub clock: Clock,
    /// Where leases get their names.
    pub ids: Ids,
}

/// Sends the outbox. Several may run on one database, in one process or on several nodes.
#[derive(Clone)]
pub struct Worker {
    shared: Arc<Shared>,
}

/// When lanes end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// When told to stop.
    Forever,
    /// When nothing is due any more.
    UntilEmpty,
}

struct Shared {
    parts: Parts,
    schedule: Schedule,
    lanes: usize,
    lease: TimeDelta,
    poll: Duration,
    queue: Mutex<VecDeque<Taken>>,
    /// Held by the one lane that looks for more work while the others wait for it.
    looking: tokio::sync::Mutex<()>,
}

/// A row this worker holds.
struct Taken {
    lease: LeaseId,
    letter: Letter,
}

impl Worker {
    /// A worker that follows `settings`.
    pub fn new(parts: Parts, settings: &MailSettings) -> Self {
        // A conversation must end, and be recorded, well before others may take the row.
        let longest = TimeDelta::seconds(i64::from(settings.timeout_seconds) + 60);
        Self {
            shared: Arc::new(Shared {
                parts,
                schedule: Schedule::from_minutes(&settings.retry_minutes),
                lanes: settings.workers.max(1),
                lease: LEASE.max(longest),
                poll: Duration::from_millis(settings.poll_milliseconds.max(10).into()),
                queue: Mutex::default(),
                looking: tokio::sync::Mutex::default(),
            }),
        }
    }

    /// Sends whatever becomes due until `shutdown`; then finishes what is on the wire and gives back the rest.
    pub async fn run(&self, shutdown: CancellationToken) {
        self.drive(Mode::Forever, &shutdown).await;
        self.shared.give_back().await;
        if let Mailer::Smtp(client) = &self.shared.parts.mailer {
            client.close().await;
        }
    }

    /// Sends everything that is due now and returns how many mails were tried. Tries that are put off are not waited
    /// for, so with a fixed clock this ends and leaves nothing undone.
    pub async fn try_send_due(&self) -> usize {
        self.drive(Mode::UntilEmpty, &CancellationToken::new())
            .await
    }

    async fn drive(&self, mode: Mode, stop: &CancellationToken) -> usize {
        let mut lanes = JoinSet::new();
        for _lane in 0..self.shared.lanes {
            let lane = Lane::new(Arc::clone(&self.shared), mode, stop.clone());
            lanes.spawn(lane.run());
        }
        lanes.join_all().await.into_iter().sum()
    }
}

impl Shared {
    fn now(&self) -> Instant {
        self.parts.clock.now()
    }

    fn pop(&self) -> Option<Taken> {
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.pop_front()
    }

    /// The next mail, waiting for one if need be; `None` when the lane should end.
    async fn wait(&self, mode: Mode, stop: &CancellationToken) -> Option<Taken> {
        let _looking = self.looking.lock().await;
        loop {
            if stop.is_cancelled() {
                return None;
            }
            if let Some(taken) = self.pop() {
                return Some(taken);
            }
            match self.refill().await {
                Ok(0) if mode == Mode::UntilEmpty => return None,
                Ok(0) => {}
                Ok(_taken) => continue,
                Err(error) => {
                    let error = &error as &dyn std::error::Error;
                    tracing::warn!(error, "The outbox could not be read");
                    if mode == Mode::UntilEmpty {
                        return None;
                    }
                }
            }
            let _cancelled = tokio::time::timeout(self.poll, stop.cancelled()).await;
        }
    }

    /// Takes the next batch. A look costs a read; only if something is due does it cost a write.
    async fn refill(&self) -> Result<usize, DatabaseError> {
        let now = self.now();
        let database = &self.parts.database;
        let due = database
            .read(move |conn| queue::oldest_due(conn, now))
            .await?;
        if due.is_none() {
            return Ok(0);
        }
        let lease: LeaseId = self.parts.ids.next(now);
        let until = now.plus(self.lease);
        let letters = database
            .write(move |conn| queue::claim(conn, lease, now, until, BATCH))
            .await?;
        let taken = letters.len();
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        queue.extend(letters.into_iter().map(|letter| Taken { lease, letter }));
        Ok(taken)
    }

    /// Ends the leases of rows that were taken and not begun, so that another node need not wait for their end.
    async fn give_back(&self) {
        let mut held = Vec::new();
        while let Some(taken) = self.pop() {
            held.push((taken.lease, taken.letter.mail.row_key));
        }
        if held.is_empty() {
            return;
        }
        let released = self
            .parts
            .database
            .write(move |conn| queue::release(conn, &held));
        if let Err(error) = released.await {
            let error = &error as &dyn std::error::Error;
            tracing::warn!(
                error,
                "Mails that were taken will be sent when their lease ends"
            );
        }
    }
}
