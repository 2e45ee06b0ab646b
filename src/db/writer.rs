//! One thread writes. It takes what has queued up, runs it in one transaction, commits once and only then answers
//! everybody: group commit (ADR 0003). When one of a group refuses, the group is run again with a savepoint for each.
//!
//! A durable commit costs a disk flush. With 64 people pressing "send" at once, one flush serves them all, and the
//! gap-free numbers and the audit chain, which admit one writer at a time anyway, never wait for a flush.

use std::sync::mpsc::{self, Receiver, SyncSender, TrySendError};
use std::time::{Duration, Instant as Stopwatch};

use diesel::connection::SimpleConnection;
use tokio::sync::oneshot;

use super::dialect;
use super::{DatabaseError, DatabaseUrl, DbConnection};

/// How long the writer keeps trying to reach a database that is locked or away before it says so.
const PATIENCE: Duration = Duration::from_secs(8);

/// One use case waiting for its turn.
trait Work: Send {
    /// Runs inside the group's transaction; `false` asks to undo its changes.
    fn run(&mut self, connection: &mut DbConnection) -> bool;
    /// Answers the caller after the commit.
    fn committed(self: Box<Self>);
    /// Answers the caller when the commit did not happen.
    fn failed(self: Box<Self>, error: DatabaseError);
}

struct Request<T, E, F> {
    work: F,
    outcome: Option<Result<T, E>>,
    answer: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Work for Request<T, E, F>
where
    F: FnMut(&mut DbConnection) -> Result<T, E> + Send,
    T: Send,
    E: From<DatabaseError> + Send,
{
    fn run(&mut self, connection: &mut DbConnection) -> bool {
        let outcome = (self.work)(connection);
        let keep = outcome.is_ok();
        self.outcome = Some(outcome);
        keep
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
}

/// Handle to the writer thread; the thread ends when the last handle is dropped.
pub(super) struct Writer {
    queue: SyncSender<Box<dyn Work>>,
}

impl Writer {
    pub(super) fn start(url: DatabaseUrl, capacity: usize) -> Self {
        let (queue, requests) = mpsc::sync_channel(capacity);
        let spawned = std::thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || Loop::new(url).serve(&requests));
        if let Err(error) = spawned {
            tracing::error!(%error, "The writer thread could not be started");
        }
        Self { queue }
    }

    pub(super) async fn submit<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut DbConnection) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        let (answer, outcome) = oneshot::channel();
        let request = Request {
            work,
            outcome: None,
            answer,
        };
        self.queue.try_send(Box::new(request)).map_err(|error| {
            DatabaseError::Unavailable(match error {
                TrySendError::Full(_) => anyhow::anyhow!("the write queue is full"),
                TrySendError::Disconnected(_) => anyhow::anyhow!("the writer has stopped"),
            })
        })?;
        outcome
            .await
            .unwrap_or_else(|gone| Err(DatabaseError::Unavailable(gone.into()).into()))
    }
}

struct Loop {
    url: DatabaseUrl,
    connection: Option<DbConnection>,
    group: usize,
}

impl Loop {
    fn new(url: DatabaseUrl) -> Self {
        let group = dialect::largest_group(url.backend());
        Self {
            url,
            connection: None,
            group,
        }
    }

    fn serve(mut self, requests: &Receiver<Box<dyn Work>>) {
        while let Ok(first) = requests.recv() {
            let mut batch = vec![first];
            batch.extend(requests.try_iter().take(self.group - 1));
            self.commit(batch);
        }
    }

    /// Commits the batch, repeating while the database is away, up to [`PATIENCE`].
    fn commit(&mut self, mut batch: Vec<Box<dyn Work>>) {
        let started = Stopwatch::now();
        let mut pause = Duration::from_millis(20);
        loop {
            match self.attempt(&mut batch) {
                Ok(()) => return batch.into_iter().for_each(|work| work.committed()),
                Err(error) => {
                    let error = self.after_failure(error);
                    if started.elapsed() >= PATIENCE
                        || !matches!(error, DatabaseError::Unavailable(_))
                    {
                        return fail_all(batch, &error);
                    }
                    wait(pause);
                    pause = (pause * 2).min(Duration::from_millis(500));
                }
            }
        }
    }

    fn attempt(&mut self, batch: &mut [Box<dyn Work>]) -> Result<(), DatabaseError> {
        let connection = self.connection()?;
        if !commit_all(connection, batch)? {
            commit_each(connection, batch)?;
        }
        Ok(())
    }

    fn connection(&mut self) -> Result<&mut DbConnection, DatabaseError> {
        match &mut self.connection {
            Some(connection) => Ok(connection),
            none => {
                let fresh = self
                    .url
                    .connect()
                    .map_err(|error| DatabaseError::Unavailable(error.into()))?;
                Ok(none.insert(fresh))
            }
        }
    }

    /// Drops the connection, which rolls back whatever was open on it.
    fn after_failure(&mut self, error: DatabaseError) -> DatabaseError {
        tracing::warn!(
            error = &error as &dyn std::error::Error,
            "A group of writes was not committed"
        );
        self.connection = None;
        error
    }
}

/// Commits the batch with nothing in between, since nearly always every work of it succeeds. Whether it did, or was alone
/// in refusing; otherwise nothing is changed.
fn commit_all(
    connection: &mut DbConnection,
    batch: &mut [Box<dyn Work>],
) -> Result<bool, DatabaseError> {
    let is_alone = batch.len() == 1;
    dialect::begin_write(connection)?;
    for work in batch {
        if !work.run(connection) {
            connection.batch_execute("rollback")?;
            return Ok(is_alone);
        }
    }
    connection.batch_execute("commit")?;
    Ok(true)
}

/// Commits the batch with a savepoint for each, so that one that refuses undoes only its own changes.
fn commit_each(
    connection: &mut DbConnection,
    batch: &mut [Box<dyn Work>],
) -> Result<(), DatabaseError> {
    dialect::begin_write(connection)?;
    for work in batch {
        connection.batch_execute("savepoint use_case")?;
        let end = if work.run(connection) {
            "release savepoint use_case"
        } else {
            "rollback to savepoint use_case; release savepoint use_case"
        };
        connection.batch_execute(end)?;
    }
    connection.batch_execute("commit").map_err(Into::into)
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
