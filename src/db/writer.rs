//! One thread writes. It takes what has queued up, runs it in one transaction, commits once and only then answers
//! everybody: group commit (ADR 0003). When one of a group refuses, the group is run again with a savepoint for each; when
//! one panics, the others are run again without it.
//!
//! A durable commit costs a disk flush. With 64 people pressing "send" at once, one flush serves them all, and the
//! gap-free numbers and the audit chain, which admit one writer at a time anyway, never wait for a flush.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, SyncSender, TrySendError};
use std::time::Duration;

use diesel::connection::SimpleConnection;
use tokio::sync::oneshot;

use super::dialect;
use super::patience::Turn;
use super::{DatabaseError, DatabaseUrl, DbConnection, OutOfPatience, Patience, Unsuccessful};

/// How long one attempt waits for somebody's lock. Short, because between two attempts the writer sees whose patience has
/// ended.
const LOCK: Duration = Duration::from_secs(1);

/// How often those whose patience has ended look whether the writer is stuck.
const LOOK: Duration = Duration::from_millis(100);

/// How a use case ended inside the group's transaction.
enum End {
    Done,
    /// Its changes are to be undone.
    Refused,
    /// The database could not be reached, or not in time.
    Away(DatabaseError),
    /// A fault of ours. What it left behind on the connection is not known.
    Panicked,
}

/// Why a group was not committed.
enum Setback {
    /// The use case in this place panicked; the others can be run again.
    Panic(usize),
    /// Nothing was changed.
    Undone(DatabaseError),
    /// The connection was lost during the commit: nobody knows whether it happened, so it must not be repeated.
    Unknown(DatabaseError),
}

impl From<diesel::result::Error> for Setback {
    fn from(error: diesel::result::Error) -> Self {
        Self::Undone(error.into())
    }
}

/// One use case waiting for its turn.
trait Work: Send {
    /// Runs inside the group's transaction.
    fn run(&mut self, connection: &mut DbConnection) -> End;
    /// Answers the caller after the commit.
    fn committed(self: Box<Self>);
    /// Answers the caller when the commit did not happen.
    fn failed(self: Box<Self>, error: DatabaseError);
    /// Whether the caller no longer waits.
    fn is_given_up(&self) -> bool;
    /// Lets it wait for another attempt, unless the caller's patience has ended.
    fn may_wait(&self) -> bool;
}

struct Request<T, E, F> {
    work: F,
    outcome: Option<Result<T, E>>,
    answer: oneshot::Sender<Result<T, E>>,
    patience: Patience,
    turn: Arc<Turn>,
}

impl<T, E, F> Work for Request<T, E, F>
where
    F: FnMut(&mut DbConnection) -> Result<T, E> + Send,
    T: Send,
    E: Unsuccessful + Send,
{
    fn run(&mut self, connection: &mut DbConnection) -> End {
        if !self.turn.begin() {
            return End::Done;
        }
        // Unwind safe: after a panic neither the closure nor the connection is used again.
        let Ok(outcome) = catch_unwind(AssertUnwindSafe(|| (self.work)(connection))) else {
            return End::Panicked;
        };
        let (outcome, end) = match outcome.map_err(Unsuccessful::away) {
            Ok(done) => (Ok(done), End::Done),
            Err(Err(refused)) => (Err(refused), End::Refused),
            Err(Ok(away)) => return End::Away(away),
        };
        self.outcome = Some(outcome);
        end
    }

    fn committed(self: Box<Self>) {
        if let Some(outcome) = self.outcome {
            // A caller that has gone away does not need its answer.
            let _gone = self.answer.send(outcome);
        }
    }

    fn failed(self: Box<Self>, error: DatabaseError) {
        let _gone = self.answer.send(Err(error.into()));
    }

    fn is_given_up(&self) -> bool {
        self.turn.is_given_up()
    }

    fn may_wait(&self) -> bool {
        let may = !self.patience.is_over();
        if may {
            self.turn.put_back();
        }
        may
    }
}

/// Handle to the writer thread; the thread ends when the last handle is dropped.
pub(super) struct Writer {
    queue: SyncSender<Box<dyn Work>>,
    is_stuck: Arc<AtomicBool>,
}

impl Writer {
    /// # Errors
    /// [`DatabaseError::Unavailable`] when the machine gives no thread.
    pub(super) fn start(url: DatabaseUrl, capacity: usize) -> Result<Self, DatabaseError> {
        let (queue, requests) = mpsc::sync_channel(capacity);
        let is_stuck = Arc::<AtomicBool>::default();
        let stuck = Arc::clone(&is_stuck);
        std::thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || serve(&url, &requests, &stuck))
            .map_err(|error| DatabaseError::Unavailable(error.into()))?;
        Ok(Self { queue, is_stuck })
    }

    /// Whether the last attempt met a database that is locked or away.
    pub(super) fn is_stuck(&self) -> bool {
        self.is_stuck.load(Ordering::Acquire)
    }

    pub(super) async fn submit<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut DbConnection) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Unsuccessful + Send + 'static,
    {
        let (answer, mut outcome) = oneshot::channel();
        let (patience, turn) = (Patience::of_this_task(), Arc::<Turn>::default());
        let request = Request {
            work,
            outcome: None,
            answer,
            patience,
            turn: Arc::clone(&turn),
        };
        self.queue.try_send(Box::new(request)).map_err(|error| {
            DatabaseError::Unavailable(match error {
                TrySendError::Full(_) => anyhow::anyhow!("the write queue is full"),
                TrySendError::Disconnected(_) => anyhow::anyhow!("the writer has stopped"),
            })
        })?;
        let mut wait = patience.left();
        let answer = loop {
            match tokio::time::timeout(wait, &mut outcome).await {
                Ok(answer) => break answer,
                // Whoever only stands in a queue that moves will have their turn.
                Err(_elapsed) if !self.is_stuck() => wait = LOOK,
                Err(_elapsed) if turn.give_up() => {
                    return Err(DatabaseError::Unavailable(OutOfPatience.into()).into());
                }
                Err(_elapsed) => break outcome.await,
            }
        };
        answer.unwrap_or_else(|gone| Err(DatabaseError::Unavailable(gone.into()).into()))
    }
}

/// Writes until the last handle is dropped. Use cases that panic are caught one by one; should anything else panic, the
/// thread begins anew, and whoever was waiting for the lost group is told that it failed.
fn serve(url: &DatabaseUrl, requests: &Receiver<Box<dyn Work>>, stuck: &Arc<AtomicBool>) {
    let serve = || Loop::new(url.clone(), Arc::clone(stuck)).serve(requests);
    while catch_unwind(AssertUnwindSafe(serve)).is_err() {
        tracing::error!("The writer panicked between two use cases and begins anew");
    }
}

struct Loop {
    url: DatabaseUrl,
    connection: Option<DbConnection>,
    group: usize,
    is_stuck: Arc<AtomicBool>,
}

impl Loop {
    fn new(url: DatabaseUrl, is_stuck: Arc<AtomicBool>) -> Self {
        let group = dialect::largest_group(url.backend());
        Self {
            url,
            connection: None,
            group,
            is_stuck,
        }
    }

    fn serve(mut self, requests: &Receiver<Box<dyn Work>>) {
        while let Ok(first) = requests.recv() {
            let mut batch = vec![first];
            batch.extend(requests.try_iter().take(self.group - 1));
            self.commit(batch);
        }
    }

    /// Commits the batch, repeating while the database is away for those who have patience left.
    fn commit(&mut self, mut batch: Vec<Box<dyn Work>>) {
        let mut pause = Duration::from_millis(20);
        loop {
            batch.retain(|work| !work.is_given_up());
            if batch.is_empty() {
                return;
            }
            let attempt = self.attempt(&mut batch);
            let is_away = matches!(attempt, Err(Setback::Undone(DatabaseError::Unavailable(_))));
            self.is_stuck.store(is_away, Ordering::Release);
            let Err(setback) = attempt else {
                return batch.into_iter().for_each(|work| work.committed());
            };
            // Dropping the connection rolls back whatever was open on it.
            self.connection = None;
            match setback {
                Setback::Panic(place) => {
                    tracing::error!("A write panicked");
                    batch.remove(place).failed(DatabaseError::Panicked);
                }
                Setback::Undone(error @ DatabaseError::Unavailable(_)) => {
                    warn(&error);
                    batch = fail_overdue(batch, &error);
                    wait(pause);
                    pause = (pause * 2).min(Duration::from_millis(200));
                }
                Setback::Undone(error) | Setback::Unknown(error) => {
                    warn(&error);
                    return fail_all(batch, &error);
                }
            }
        }
    }

    fn attempt(&mut self, batch: &mut [Box<dyn Work>]) -> Result<(), Setback> {
        let connection = self.connection().map_err(Setback::Undone)?;
        if !commit_all(connection, batch)? {
            commit_each(connection, batch)?;
        }
        Ok(())
    }

    fn connection(&mut self) -> Result<&mut DbConnection, DatabaseError> {
        match &mut self.connection {
            Some(connection) => Ok(connection),
            none => {
                let mut fresh = self
                    .url
                    .connect()
                    .map_err(|error| DatabaseError::Unavailable(error.into()))?;
                dialect::wait_for_locks(&mut fresh, LOCK)?;
                Ok(none.insert(fresh))
            }
        }
    }
}

/// Commits the batch with nothing in between, since nearly always every work of it succeeds. Whether it did, or was alone
/// in refusing; otherwise nothing is changed.
fn commit_all(connection: &mut DbConnection, batch: &mut [Box<dyn Work>]) -> Result<bool, Setback> {
    let is_alone = batch.len() == 1;
    dialect::begin_write(connection)?;
    for (place, work) in batch.iter_mut().enumerate() {
        match work.run(connection) {
            End::Done => {}
            End::Refused => {
                connection.batch_execute("rollback")?;
                return Ok(is_alone);
            }
            End::Away(error) => return Err(Setback::Undone(error)),
            End::Panicked => return Err(Setback::Panic(place)),
        }
    }
    commit(connection)?;
    Ok(true)
}

/// Commits the batch with a savepoint for each, so that one that refuses undoes only its own changes.
fn commit_each(connection: &mut DbConnection, batch: &mut [Box<dyn Work>]) -> Result<(), Setback> {
    dialect::begin_write(connection)?;
    for (place, work) in batch.iter_mut().enumerate() {
        connection.batch_execute("savepoint use_case")?;
        let end = match work.run(connection) {
            End::Done => "release savepoint use_case",
            End::Refused => "rollback to savepoint use_case; release savepoint use_case",
            End::Away(error) => return Err(Setback::Undone(error)),
            End::Panicked => return Err(Setback::Panic(place)),
        };
        connection.batch_execute(end)?;
    }
    commit(connection)
}

fn commit(connection: &mut DbConnection) -> Result<(), Setback> {
    connection.batch_execute("commit").map_err(|error| {
        if dialect::commit_is_undone(connection.backend(), &error) {
            Setback::Undone(error.into())
        } else {
            Setback::Unknown(DatabaseError::Unavailable(error.into()))
        }
    })
}

fn warn(error: &DatabaseError) {
    tracing::warn!(
        error = error as &dyn std::error::Error,
        "A group of writes was not committed"
    );
}

/// Answers those whose patience has ended; returns the others.
fn fail_overdue(batch: Vec<Box<dyn Work>>, error: &DatabaseError) -> Vec<Box<dyn Work>> {
    let (waiting, overdue): (Vec<_>, Vec<_>) = batch.into_iter().partition(|work| work.may_wait());
    for work in overdue {
        let why = anyhow::anyhow!("{error:?}").context(OutOfPatience);
        work.failed(DatabaseError::Unavailable(why));
    }
    waiting
}

fn fail_all(batch: Vec<Box<dyn Work>>, error: &DatabaseError) {
    for work in batch {
        work.failed(DatabaseError::Unavailable(anyhow::anyhow!("{error:?}")));
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the writer owns its thread and nothing else runs on it"
)]
fn wait(pause: Duration) {
    std::thread::sleep(pause);
}
