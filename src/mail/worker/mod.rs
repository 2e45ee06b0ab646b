//! Takes what is due out of the outbox, sends it and records what came of it.
//!
//! ```text
//!            claim (≤ 200 rows, one write)          begin + previous outcome (one write)
//!   outbox ─────────────────────────────▶ queue ──▶ sender 1 ─────────────────────────────▶ SMTP
//!                                               ──▶ sender 2 …
//!                                        single ──▶ sender for single mails only
//! ```
//!
//! Mails for one person go first, and one sender takes nothing else, so that they never wait for a mass mailing, not even
//! when every other connection is busy with it.
//!
//! Each sender has one mail on the wire. The write that begins its next mail also records the previous one, so every mail
//! costs one short write, the writer thread groups those of all senders into one commit, and never more than one mail per
//! sender is sent and not yet recorded. Times are the [`Clock`]'s; only the waiting is real.

mod sender;

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::TimeDelta;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::MailSettings;
use super::compose::Composer;
use super::kind::Lane;
use super::mailer::Mailer;
use super::outbox::{Letter, queue};
use crate::db::lease::{Hold, LeaseId};
use crate::db::{Database, DatabaseError};
use crate::kernel::clock::{Clock, Instant};
use crate::kernel::ids::Ids;
use crate::kernel::schedule::Schedule;
use sender::Sender;

/// Rows taken at once: few enough to lie idle two minutes at most when the process is killed, many enough that taking
/// them costs little.
const BATCH: i64 = 200;

/// Mails for one person are taken a few at a time.
const SINGLE_BATCH: i64 = 32;

/// How long a taken row is left alone by others.
const LEASE: TimeDelta = TimeDelta::minutes(2);

/// The same for a mail to one person, who would wait all that time when the process is killed. While its conversation
/// lasts the lease is renewed.
const SINGLE_LEASE: TimeDelta = TimeDelta::seconds(20);

/// How often it is renewed, in looks into the outbox; with the usual settings every five seconds.
const RENEWAL: u32 = 5;

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

/// When senders end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// When told to stop.
    Forever,
    /// When nothing is due any more.
    UntilEmpty,
}

/// Which mails a sender takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Duty {
    /// Those for one person first, then those of mass mailings.
    All,
    /// Those for one person, and nothing else.
    Single,
}

struct Shared {
    parts: Parts,
    schedule: Schedule,
    senders: usize,
    mass_lease: TimeDelta,
    poll: Duration,
    queues: Mutex<Queues>,
    /// Held by the one of the senders for all mails that looks for more work while the others wait for it.
    looking: tokio::sync::Mutex<()>,
}

/// Mails that were taken and not begun.
#[derive(Default)]
struct Queues {
    single: VecDeque<Taken>,
    mass: VecDeque<Taken>,
}

/// A row this worker holds.
struct Taken {
    lane: Lane,
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
                senders: settings.workers.max(1),
                mass_lease: LEASE.max(longest),
                poll: Duration::from_millis(settings.poll_milliseconds.max(10).into()),
                queues: Mutex::default(),
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
        let mut senders = JoinSet::new();
        let all = std::iter::repeat_n(Duty::All, self.shared.senders);
        for duty in all.chain([Duty::Single]) {
            let sender = Sender::new(Arc::clone(&self.shared), duty, mode, stop.clone());
            senders.spawn(sender.run());
        }
        senders.join_all().await.into_iter().sum()
    }
}

impl Shared {
    fn now(&self) -> Instant {
        self.parts.clock.now()
    }

    fn lease(&self, lane: Lane) -> TimeDelta {
        match lane {
            Lane::Single => SINGLE_LEASE,
            Lane::Mass => self.mass_lease,
        }
    }

    fn pop(&self, duty: Duty) -> Option<Taken> {
        let mut queues = self.queues.lock().unwrap_or_else(PoisonError::into_inner);
        let single = queues.single.pop_front();
        match duty {
            Duty::All => single.or_else(|| queues.mass.pop_front()),
            Duty::Single => single,
        }
    }

    /// The next mail, waiting for one if need be; `None` when the sender should end.
    async fn wait(&self, duty: Duty, mode: Mode, stop: &CancellationToken) -> Option<Taken> {
        let _looking = match duty {
            Duty::All => Some(self.looking.lock().await),
            Duty::Single => None,
        };
        loop {
            if stop.is_cancelled() {
                return None;
            }
            if let Some(taken) = self.pop(duty) {
                return Some(taken);
            }
            match self.refill(duty).await {
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

    /// Takes the next batch of what a sender may send, mails for one person first. Returns how many rows were due.
    async fn refill(&self, duty: Duty) -> Result<usize, DatabaseError> {
        let single = self.take(Lane::Single, SINGLE_BATCH).await?;
        if single > 0 || duty == Duty::Single {
            return Ok(single);
        }
        self.take(Lane::Mass, BATCH).await
    }

    /// Takes the next batch of a lane. A look costs a read; only if something is due does it cost a write. Returns 1 too
    /// when all that was due has been put off: there may be more behind it.
    async fn take(&self, lane: Lane, limit: i64) -> Result<usize, DatabaseError> {
        let now = self.now();
        let database = &self.parts.database;
        let due = database
            .read(move |conn| queue::oldest_due(conn, lane, now))
            .await?;
        if due.is_none() {
            return Ok(0);
        }
        let hold = Hold {
            lease: self.parts.ids.next(now),
            until: now.plus(self.lease(lane)),
        };
        let letters = database
            .write(move |conn| queue::claim(conn, lane, hold, now, limit))
            .await?;
        let taken = letters.into_iter().map(|letter| Taken {
            lane,
            lease: hold.lease,
            letter,
        });
        let mut queues = self.queues.lock().unwrap_or_else(PoisonError::into_inner);
        let queue = match lane {
            Lane::Single => &mut queues.single,
            Lane::Mass => &mut queues.mass,
        };
        let before = queue.len();
        queue.extend(taken);
        Ok((queue.len() - before).max(1))
    }

    /// Ends the leases of rows that were taken and not begun, so that another node need not wait for their end.
    async fn give_back(&self) {
        let mut held = Vec::new();
        while let Some(taken) = self.pop(Duty::All) {
            let rows = taken.letter.row_keys();
            held.extend(rows.into_iter().map(|row_key| (taken.lease, row_key)));
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
