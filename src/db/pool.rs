//! Connections for reading. The backend follows the URL: diesel's derived `establish` would create a SQLite file
//! when PostgreSQL is down.

use std::sync::Arc;
use std::time::{Duration, Instant as Stopwatch};

use diesel::r2d2::{ManageConnection, PooledConnection};
use diesel::{ConnectionError, RunQueryDsl};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{DatabaseError, DatabaseUrl, DbConnection, Options, Patience};

pub(super) type Pool = diesel::r2d2::Pool<Manager>;

/// How long a query waits for somebody's lock.
const LOCK: Duration = Duration::from_secs(4);

/// How long a connection that has answered is believed to answer again. After a restart of the server, requests that
/// come upon an old connection are told to come back for at most this long.
const BELIEVED: Duration = Duration::from_secs(1);

pub(super) struct Manager {
    url: DatabaseUrl,
}

/// A connection and when it was last seen to answer.
pub(super) struct Pooled {
    pub(super) connection: DbConnection,
    answered: Stopwatch,
}

impl ManageConnection for Manager {
    type Connection = Pooled;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<Pooled, Self::Error> {
        let mut connection = self
            .url
            .connect()
            .map_err(diesel::r2d2::Error::ConnectionError)?;
        super::dialect::wait_for_locks(&mut connection, LOCK)
            .map_err(diesel::r2d2::Error::QueryError)?;
        Ok(Pooled {
            connection,
            answered: Stopwatch::now(),
        })
    }

    /// Asks the database, but not for every request: a question costs as much as a query.
    fn is_valid(&self, pooled: &mut Pooled) -> Result<(), Self::Error> {
        if pooled.answered.elapsed() < BELIEVED {
            return Ok(());
        }
        diesel::sql_query("select 1")
            .execute(&mut pooled.connection)
            .map_err(diesel::r2d2::Error::QueryError)?;
        pooled.answered = Stopwatch::now();
        Ok(())
    }

    /// Whether it is thrown away on return: it lost its server, or something was left half done.
    fn has_broken(&self, pooled: &mut Pooled) -> bool {
        std::thread::panicking() || super::dialect::is_broken(&mut pooled.connection)
    }
}

pub(super) fn open(options: &Options) -> Result<Pool, DatabaseError> {
    // Fail now with the backend's own words rather than after the pool's time-out.
    options.url.connect().map_err(unavailable)?;
    diesel::r2d2::Pool::builder()
        .max_size(options.read_connections)
        .min_idle(Some(1))
        .test_on_check_out(options.url.sqlite_path().is_none())
        .build(Manager {
            url: options.url.clone(),
        })
        .map_err(|error| DatabaseError::Unavailable(error.into()))
}

/// How many of the connections pages may take together: three of four, and all but one at least.
pub(super) fn turns_of_pages(connections: u32) -> usize {
    let spared = (connections / 4).max(1);
    connections.saturating_sub(spared).max(1) as usize
}

/// Waits until a connection is likely to be free.
pub(super) async fn turn(turns: &Arc<Semaphore>) -> Result<OwnedSemaphorePermit, DatabaseError> {
    let left = Patience::of_this_task().left();
    let turn = tokio::time::timeout(left, Arc::clone(turns).acquire_owned())
        .await
        .map_err(|error| DatabaseError::Unavailable(error.into()))?;
    turn.map_err(|closed| DatabaseError::Unavailable(closed.into()))
}

pub(super) fn connection(
    pool: &Pool,
    left: Duration,
) -> Result<PooledConnection<Manager>, DatabaseError> {
    pool.get_timeout(left)
        .map_err(|error| DatabaseError::Unavailable(error.into()))
}

fn unavailable(error: ConnectionError) -> DatabaseError {
    DatabaseError::Unavailable(error.into())
}
