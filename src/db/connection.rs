//! Two backends behind one connection type, chosen by the scheme of the URL and nothing else.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use diesel::{Connection as _, ConnectionError, PgConnection, SqliteConnection};

/// A connection to either database. Queries written against it run on both.
#[derive(diesel::MultiConnection)]
pub enum DbConnection {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

/// The two kinds of database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    Sqlite,
    Postgres,
}

/// Where the database is. `Display` and `Debug` never show a password.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file; created by `migrate`, `serve` and `demo` when missing.
    Sqlite(PathBuf),
    /// A libpq connection URL.
    Postgres(String),
}

/// Why a text is no database URL.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidUrl {
    /// The URL names neither `sqlite:` nor `postgres://`.
    #[error("the database URL must begin with `sqlite:` or `postgres://`")]
    UnknownScheme,
    /// SQLite would give every connection a database of its own, gone with it.
    #[error("`sqlite:` must name a file, such as `sqlite:data/posvet.db`")]
    NoFile,
}

impl DatabaseUrl {
    /// Which backend the URL picks.
    pub fn backend(&self) -> Backend {
        match self {
            Self::Sqlite(_) => Backend::Sqlite,
            Self::Postgres(_) => Backend::Postgres,
        }
    }

    /// The SQLite file, if it is one.
    pub fn sqlite_path(&self) -> Option<&Path> {
        match self {
            Self::Sqlite(path) => Some(path),
            Self::Postgres(_) => None,
        }
    }

    /// Opens one connection with this project's settings applied.
    ///
    /// # Errors
    /// What the backend says: the server is down, the folder is not writable, the password is wrong.
    pub fn connect(&self) -> Result<DbConnection, ConnectionError> {
        let mut connection = match self {
            Self::Sqlite(path) => {
                DbConnection::Sqlite(SqliteConnection::establish(&path.to_string_lossy())?)
            }
            Self::Postgres(url) => {
                DbConnection::Postgres(PgConnection::establish(&with_deadlines(url))?)
            }
        };
        super::dialect::prepare(&mut connection)
            .map_err(ConnectionError::CouldntSetupConfiguration)?;
        Ok(connection)
    }
}

/// Adds how long a server that has vanished without a word is waited for, unless the URL says so itself. Without this a
/// machine that lost its power holds up readers and the writer for a quarter of an hour.
fn with_deadlines(url: &str) -> String {
    const DEADLINES: [(&str, &str); 5] = [
        ("connect_timeout", "5"),
        ("tcp_user_timeout", "5000"),
        ("keepalives_idle", "5"),
        ("keepalives_interval", "2"),
        ("keepalives_count", "3"),
    ];
    let mut text = url.to_owned();
    for (name, value) in DEADLINES {
        if !url.contains(&format!("{name}=")) {
            let separator = if text.contains('?') { '&' } else { '?' };
            text.push_str(&format!("{separator}{name}={value}"));
        }
    }
    text
}

impl FromStr for DatabaseUrl {
    type Err = InvalidUrl;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            let is_file = !path.is_empty()
                && !path.ends_with('/')
                && path != ":memory:"
                && !path.starts_with("file:")
                && !Path::new(path).is_dir();
            is_file
                .then(|| Self::Sqlite(PathBuf::from(path)))
                .ok_or(InvalidUrl::NoFile)
        } else if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Ok(Self::Postgres(text.to_owned()))
        } else {
            Err(InvalidUrl::UnknownScheme)
        }
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(text) => {
                let Ok(mut url) = url::Url::parse(text) else {
                    return f.write_str("postgres://…");
                };
                if url.password().is_some() && url.set_password(Some("***")).is_err() {
                    return f.write_str("postgres://…");
                }
                url.set_query(None);
                f.write_str(url.as_str())
            }
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_picks_the_backend_and_nothing_else_does() {
        let backend = |url: &str| url.parse::<DatabaseUrl>().map(|url| url.backend());

        assert_eq!(backend("sqlite:data/posvet.db"), Ok(Backend::Sqlite));
        assert_eq!(
            backend("postgres://u@localhost/posvet"),
            Ok(Backend::Postgres)
        );
        assert_eq!(
            backend("mysql://localhost/posvet"),
            Err(InvalidUrl::UnknownScheme)
        );
        assert_eq!(backend("posvet.db"), Err(InvalidUrl::UnknownScheme));
    }

    #[test]
    fn a_vanished_server_is_given_up_soon_unless_the_url_says_otherwise() {
        assert_eq!(
            with_deadlines("postgres://db/posvet?sslmode=require&tcp_user_timeout=0"),
            "postgres://db/posvet?sslmode=require&tcp_user_timeout=0&connect_timeout=5&keepalives_idle=5\
             &keepalives_interval=2&keepalives_count=3"
        );
        assert!(with_deadlines("postgres://db/posvet").starts_with("postgres://db/posvet?connect"));
    }

    #[test]
    fn passwords_are_not_shown() {
        let url: DatabaseUrl = "postgres://posvet:secret@db/posvet?password=hidden"
            .parse()
            .expect("valid");

        assert_eq!(
            format!("{url} {url:?}"),
            "postgres://posvet:***@db/posvet postgres://posvet:***@db/posvet"
        );
    }
}
