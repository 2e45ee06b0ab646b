//! Connections for reading. The backend follows the URL: diesel's derived `establish` would create a SQLite file
//! when PostgreSQL is down.

use std::time::Duration;

use diesel::r2d2::{ManageConnection, PooledConnection};
use diesel::{ConnectionError, RunQueryDsl};

use super::{DatabaseError, DatabaseUrl, DbConnection, Options};

pub(super) type Pool = diesel::r2d2::Pool<Manager>;

/// How long a request waits for a free connection before it is told to come back.
const WAIT: Duration = Duration::from_secs(5);

pub(super) struct Manager {
    url: DatabaseUrl,
}

impl ManageConnection for Manager {
    type Connection = DbConnection;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<DbConnection, Self::Error> {
        self.url
            .connect()
            .map_err(diesel::r2d2::Error::ConnectionError)
    }

    fn is_valid(&self, connection: &mut DbConnection) -> Result<(), Self::Error> {
        diesel::sql_query("select 1")
            .execute(connection)
            .map(|_rows| ())
            .map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, connection: &mut DbConnection) -> bool {
        super::dialect::is_broken(connection)
    }
}

pub(super) fn open(options: &Options) -> Result<Pool, DatabaseError> {
    // Fail now with the backend's own words rather than after the pool's time-out.
    options.url.connect().map_err(unavailable)?;
    diesel::r2d2::Pool::builder()
        .max_size(options.read_connections)
        .min_idle(Some(1))
        .test_on_check_out(options.url.sqlite_path().is_none())
        .connection_timeout(WAIT)
        .build(Manager {
            url: options.url.clone(),
        })
        .map_err(|error| DatabaseError::Unavailable(error.into()))
}

pub(super) fn connection(pool: &Pool) -> Result<PooledConnection<Manager>, DatabaseError> {
    pool.get()
        .map_err(|error| DatabaseError::Unavailable(error.into()))
}

fn unavailable(error: ConnectionError) -> DatabaseError {
    DatabaseError::Unavailable(error.into())
}
