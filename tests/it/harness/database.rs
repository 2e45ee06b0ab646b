//! A migrated database for each test: a file copied from a template, or a PostgreSQL database made from one.

use std::sync::OnceLock;

use diesel::RunQueryDsl;
use posvet::testing::db::{Database, DatabaseUrl, Options, migrations};
use posvet::testing::kernel::ids::Ids;
use posvet::testing::kernel::token::hex;
use tempfile::TempDir;

/// The server of `TEST_DATABASE_URL`, which picks the backend of the whole suite; SQLite without it.
#[expect(
    clippy::disallowed_methods,
    reason = "the environment picks the database of the whole suite"
)]
pub fn postgres_server() -> Option<String> {
    std::env::var("TEST_DATABASE_URL")
        .ok()
        .filter(|url| !url.is_empty())
}

/// Which backend the suite runs on.
pub fn backend_name() -> &'static str {
    if postgres_server().is_some() {
        "PostgreSQL"
    } else {
        "SQLite"
    }
}

/// A database that lives as long as the test.
pub struct TestDatabase {
    pub url: DatabaseUrl,
    pub folder: TempDir,
    on_server: Option<String>,
}

impl TestDatabase {
    /// A database with all migrations and no rows.
    pub fn migrated() -> Self {
        match postgres_server() {
            None => Self::sqlite(),
            Some(server) => Self::postgres(&server, Some(template(&server))),
        }
    }

    /// A database without tables.
    pub fn empty() -> Self {
        match postgres_server() {
            None => {
                let folder = tempfile::tempdir().unwrap();
                let url = sqlite_url(&folder);
                Self {
                    url,
                    folder,
                    on_server: None,
                }
            }
            Some(server) => Self::postgres(&server, None),
        }
    }

    fn sqlite() -> Self {
        static TEMPLATE: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = TEMPLATE.get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            let url = sqlite_url(&folder);
            let mut connection = url.connect().unwrap();
            migrations::run(&mut connection).unwrap();
            diesel::sql_query("pragma wal_checkpoint(truncate)")
                .execute(&mut connection)
                .unwrap();
            drop(connection);
            std::fs::read(folder.path().join("posvet.db")).unwrap()
        });
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("posvet.db"), bytes).unwrap();
        Self {
            url: sqlite_url(&folder),
            folder,
            on_server: None,
        }
    }

    fn postgres(server: &str, template: Option<&str>) -> Self {
        let name = format!("t_{}", hex(&Ids::Random.bytes::<8>()));
        let from = template
            .map(|template| format!(" template {template}"))
            .unwrap_or_default();
        run(server, &format!("create database {name}{from}"));
        let url = format!("{}/{name}", base(server)).parse().unwrap();
        Self {
            url,
            folder: tempfile::tempdir().unwrap(),
            on_server: Some(name),
        }
    }

    /// Opens it as the application does.
    pub fn open(&self) -> Database {
        let options = Options {
            url: self.url.clone(),
            read_connections: 4,
            write_queue: 1_000,
        };
        Database::open(&options).unwrap()
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        if let (Some(server), Some(name)) = (postgres_server(), &self.on_server) {
            run(
                &server,
                &format!("drop database if exists {name} with (force)"),
            );
        }
    }
}

fn sqlite_url(folder: &TempDir) -> DatabaseUrl {
    format!("sqlite:{}", folder.path().join("posvet.db").display())
        .parse()
        .unwrap()
}

/// The name of a migrated database no one is connected to; made once a process.
fn template(server: &str) -> &'static str {
    static TEMPLATE: OnceLock<String> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let name = format!("template_{}", hex(&Ids::Random.bytes::<8>()));
        run(server, &format!("create database {name}"));
        let url: DatabaseUrl = format!("{}/{name}", base(server)).parse().unwrap();
        migrations::run(&mut url.connect().unwrap()).unwrap();
        name
    })
}

/// The server without the name of a database.
fn base(server: &str) -> String {
    let (scheme, rest) = server.split_once("://").unwrap();
    let authority = rest.split('/').next().unwrap();
    format!("{scheme}://{authority}")
}

fn run(server: &str, statement: &str) {
    let url: DatabaseUrl = format!("{}/postgres", base(server)).parse().unwrap();
    diesel::sql_query(statement)
        .execute(&mut url.connect().unwrap())
        .unwrap();
}
