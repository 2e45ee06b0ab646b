//! The adapter to both databases: one code base on SQLite and PostgreSQL.
//!
//! - [`connection`]: the two backends behind one type, chosen by URL scheme.
//! - [`pool`]: reads. [`writer`]: every write, grouped into few commits (ADR 0003).
//! - [`patience`]: how long a request waits for either.
//! - [`prepared`]: updates whose plan is kept. `insert_rows!`: many rows at once.
//! - [`types`]: ids, instants and JSON in both databases' own types. [`schema`]: the tables.
//! - [`lease`]: how workers on several nodes share a queue.
//! - [`dialect`]: the only place for SQL that differs between the two.
//! - [`backup`]: the whole database as one portable file, and back.
//!
//! It knows no slice: what a query means is the business of the slice's `store`.

pub mod backup;
pub mod connection;
pub mod dialect;
mod insert_rows;
pub mod lease;
pub mod migrations;
pub mod patience;
pub mod pool;
pub mod prepared;
pub mod schema;
pub(crate) mod stored;
pub mod types;
pub mod writer;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

pub use connection::{Backend, DatabaseUrl, DbConnection};
pub(crate) use insert_rows::insert_rows;
pub use patience::{OutOfPatience, Patience};
pub use prepared::prepared;
pub(crate) use stored::stored_as_text;
pub use types::JsonDoc;

/// Why a database operation did not happen.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// Nothing was acknowledged, and nothing was done unless the connection was lost during the commit; the same request
    /// may succeed in a moment.
    #[error("the database cannot be reached at the moment")]
    Unavailable(#[source] anyhow::Error),
    /// The database refused the statement.
    #[error("the database refused a statement")]
    Query(#[source] diesel::result::Error),
    /// A fault of ours in this one piece of work; nothing was done.
    #[error("the work at the database panicked")]
    Panicked,
}

impl From<diesel::result::Error> for DatabaseError {
    fn from(error: diesel::result::Error) -> Self {
        if dialect::is_transient(&error) {
            Self::Unavailable(error.into())
        } else {
            Self::Query(error)
        }
    }
}

impl DatabaseError {
    /// What stands in a row is nothing this version knows.
    pub fn unreadable(error: impl std::error::Error + Send + Sync + 'static) -> Self {
        diesel::result::Error::DeserializationError(Box::new(error)).into()
    }
}

/// What a use case ends with when it does not succeed. The writer asks whether trying again may help.
pub trait Unsuccessful: From<DatabaseError> + Sized {
    /// Why the database could not be reached, if that is what happened.
    ///
    /// # Errors
    /// The same failure, when trying again would not help.
    fn away(self) -> Result<DatabaseError, Self>;
}

impl Unsuccessful for DatabaseError {
    fn away(self) -> Result<DatabaseError, Self> {
        match self {
            away @ Self::Unavailable(_) => Ok(away),
            other => Err(other),
        }
    }
}

impl<E> Unsuccessful for Failure<E> {
    fn away(self) -> Result<DatabaseError, Self> {
        match self {
            Self::Database(error) => error.away().map_err(Self::Database),
            refused @ Self::Refused(_) => Err(refused),
        }
    }
}

impl Unsuccessful for anyhow::Error {
    fn away(self) -> Result<DatabaseError, Self> {
        let error: DatabaseError = self.downcast()?;
        error.away().map_err(Self::new)
    }
}

impl DatabaseError {
    /// Whether it was given up because the patience of a request had ended: nothing was done.
    pub fn is_out_of_patience(&self) -> bool {
        matches!(self, Self::Unavailable(source) if source.is::<OutOfPatience>())
    }
}

/// What a store function returns.
pub type StoreResult<T> = Result<T, DatabaseError>;

/// Runs `query` on the state of one moment, however long it takes and whatever others write meanwhile.
///
/// # Errors
/// What `query` returns.
pub fn in_snapshot<T>(
    connection: &mut DbConnection,
    query: impl FnOnce(&mut DbConnection) -> StoreResult<T>,
) -> StoreResult<T> {
    use diesel::Connection as _;
    connection.transaction(|connection| {
        dialect::backup::begin_snapshot(connection)?;
        query(connection)
    })
}

/// What a use case returns when it does not succeed: a rule of the domain said no, or the database failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure<E> {
    /// A rule of the domain; the message is the rule's.
    #[error(transparent)]
    Refused(E),
    /// Nothing was done.
    #[error(transparent)]
    Database(#[from] DatabaseError),
}

impl<E> Failure<E> {
    /// The same failure, the refusal as another error it is one of.
    pub fn widen<F: From<E>>(self) -> Failure<F> {
        match self {
            Self::Refused(refused) => Failure::Refused(refused.into()),
            Self::Database(error) => Failure::Database(error),
        }
    }
}

/// Handle to the database: a pool for reads and one queue for writes. Cheap to clone.
#[derive(Clone)]
pub struct Database {
    inner: Arc<Inner>,
}

struct Inner {
    url: DatabaseUrl,
    pool: pool::Pool,
    /// One for each connection of the pool, so that requests wait here and not as blocked threads.
    turns: Arc<Semaphore>,
    /// The part of them that pages may take together; the rest is for what leads to a write.
    page_turns: Arc<Semaphore>,
    writer: writer::Writer,
}

/// How the database is opened; one value per setting of `[database]`.
#[derive(Clone, Debug)]
pub struct Options {
    pub url: DatabaseUrl,
    /// Connections kept for reading.
    pub read_connections: u32,
    /// Write requests that may wait; the next one is refused with 503.
    pub write_queue: usize,
}

impl Database {
    /// Opens the pool and starts the writer thread. Does not migrate.
    ///
    /// # Errors
    /// [`DatabaseError::Unavailable`] when the first connection cannot be made.
    pub fn open(options: &Options) -> Result<Self, DatabaseError> {
        let pool = pool::open(options)?;
        let turns = Arc::new(Semaphore::new(options.read_connections as usize));
        let page_turns = Arc::new(Semaphore::new(pool::turns_of_pages(
            options.read_connections,
        )));
        let writer = writer::Writer::start(options.url.clone(), options.write_queue)?;
        Ok(Self {
            inner: Arc::new(Inner {
                url: options.url.clone(),
                pool,
                turns,
                page_turns,
                writer,
            }),
        })
    }

    /// Which database this is and where.
    pub fn url(&self) -> &DatabaseUrl {
        &self.inner.url
    }

    /// Runs `query` on a pooled connection, away from the async threads.
    ///
    /// # Errors
    /// [`DatabaseError`] as an `E`, or what `query` returns.
    pub async fn read<T, E, F>(&self, query: F) -> Result<T, E>
    where
        F: FnOnce(&mut DbConnection) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        let inner = Arc::clone(&self.inner);
        let patience = Patience::of_this_task();
        let turn = pool::turn(&inner.turns).await?;
        tokio::task::spawn_blocking(move || {
            let _turn = turn;
            query(&mut pool::connection(&inner.pool, patience.left())?.connection)
        })
        .await
        .map_err(|ended| match ended.is_panic() {
            true => DatabaseError::Panicked,
            false => DatabaseError::Unavailable(ended.into()),
        })?
    }

    /// The same for what a page shows, however much that is: pages together never take every connection, so that whoever
    /// opens or sends a form need not wait for them.
    ///
    /// # Errors
    /// [`DatabaseError`] as an `E`, or what `query` returns.
    pub async fn read_page<T, E, F>(&self, query: F) -> Result<T, E>
    where
        F: FnOnce(&mut DbConnection) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DatabaseError> + Send + 'static,
    {
        let turn = pool::turn(&self.inner.page_turns).await?;
        self.read(move |connection| {
            let _turn = turn;
            query(connection)
        })
        .await
    }

    /// Runs `work` in a transaction and answers only after it is committed to disk.
    ///
    /// Several works share one commit; an `Err` undoes only its own changes.
    /// `work` may run a second time when the shared transaction had to be repeated, so it must not do anything but
    /// read and write through its connection.
    ///
    /// # Errors
    /// [`DatabaseError`] as an `E`, or what `work` returns.
    pub async fn write<T, E, F>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut DbConnection) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: Unsuccessful + Send + 'static,
    {
        self.inner.writer.submit(work).await
    }

    /// Whether writing has met a database that is locked or away, and has not succeeded since.
    pub fn is_stuck(&self) -> bool {
        self.inner.writer.is_stuck()
    }

    /// Whether the writer takes work and commits it, asked through its queue like any other work.
    ///
    /// # Errors
    /// [`DatabaseError::Unavailable`] when it has not answered within `deadline`.
    pub async fn check_writer(&self, deadline: Duration) -> Result<(), DatabaseError> {
        let nothing = self.write(|_connection| Ok::<_, DatabaseError>(()));
        tokio::time::timeout(deadline, nothing)
            .await
            .map_err(|elapsed| DatabaseError::Unavailable(elapsed.into()))?
    }

    /// Reads on the calling thread; for the command line and workers that own their thread.
    ///
    /// # Errors
    /// [`DatabaseError`] as an `E`, or what `query` returns.
    pub fn read_blocking<T, E: From<DatabaseError>>(
        &self,
        query: impl FnOnce(&mut DbConnection) -> Result<T, E>,
    ) -> Result<T, E> {
        let patience = Patience::whole();
        query(&mut pool::connection(&self.inner.pool, patience.left())?.connection)
    }
}
