//! Both dialects say the same, go up, down and up again, and match what diesel is told.

mod shape;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use diesel::RunQueryDsl;
use diesel::connection::SimpleConnection;
use posvet::testing::db::dialect::columns;
use posvet::testing::db::{Backend, DbConnection};
use posvet::testing::db::{migrations, migrations::SchemaState};

use self::shape::Declared;
use crate::harness::{TestDatabase, until};

fn folders(dialect: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("migrations")
        .join(dialect);
    let mut names: Vec<String> = std::fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// What `src/db/schema` says of each column.
fn declared() -> Declared {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/db/schema");
    let files = std::fs::read_dir(folder).unwrap();
    let text: String = files
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .collect();
    let mut table = String::new();
    let mut columns = Declared::new();
    for line in text.lines().map(str::trim) {
        if let Some(name) = line
            .strip_suffix(" {")
            .and_then(|line| line.split_once(" ("))
            .map(|(name, _)| name)
        {
            name.clone_into(&mut table);
        } else if let Some((column, kind)) = line.split_once(" -> ") {
            let kind = kind.trim_end_matches(',');
            let inner = kind
                .strip_prefix("Nullable<")
                .and_then(|kind| kind.strip_suffix('>'));
            let told = (inner.unwrap_or(kind).to_owned(), inner.is_some());
            columns.insert((table.clone(), column.to_owned()), told);
        }
    }
    columns
}

#[test]
fn both_dialects_have_the_same_folders_with_both_files() {
    assert_eq!(folders("sqlite"), folders("postgres"));
    for dialect in ["sqlite", "postgres"] {
        for folder in folders(dialect) {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("migrations")
                .join(dialect)
                .join(folder);
            assert!(
                folder.join("up.sql").exists() && folder.join("down.sql").exists(),
                "{}",
                folder.display()
            );
        }
    }
}

#[test]
fn up_down_up_ends_where_it_began() {
    let database = TestDatabase::empty();
    let mut connection = database.url.connect().unwrap();

    migrations::run(&mut connection).unwrap();
    let first = columns(&mut connection).unwrap();
    migrations::revert_all(&mut connection).unwrap();
    let none = columns(&mut connection).unwrap();
    migrations::run(&mut connection).unwrap();

    assert!(
        none.iter().all(|name| name.starts_with("__diesel")),
        "{none:?}"
    );
    assert_eq!(columns(&mut connection).unwrap(), first);
}

#[derive(diesel::QueryableByName)]
struct Waiting {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    count: i64,
}

/// How many connections to this PostgreSQL database wait for a lock of the application's own kind.
fn waiting(connection: &mut DbConnection) -> i64 {
    let waiting: Waiting = diesel::sql_query(
        "select count(*) as count from pg_locks where locktype = 'advisory' and not granted
             and database = (select oid from pg_database where datname = current_database())",
    )
    .get_result(connection)
    .unwrap();
    waiting.count
}

#[tokio::test]
async fn of_two_nodes_that_start_together_one_migrates_and_the_other_waits() {
    let database = TestDatabase::empty();
    let mut first = database.url.connect().unwrap();
    let mut second = database.url.connect().unwrap();
    if first.backend() == Backend::Sqlite {
        // There is one node, and its second start finds nothing to do.
        assert!(!migrations::run(&mut first).unwrap().is_empty());
        assert!(migrations::run(&mut second).unwrap().is_empty());
        return;
    }
    first
        .batch_execute("select pg_advisory_lock(7079736)")
        .unwrap();
    // It waits for migrations as long as they take, whatever the deadline of its other statements.
    second.batch_execute("set lock_timeout = '1ms'").unwrap();

    let there = std::thread::spawn(move || migrations::run(&mut second));
    until("it waits", Duration::from_secs(10), async || {
        waiting(&mut first) > 0
    })
    .await;
    let here = migrations::run(&mut first).unwrap();
    first
        .batch_execute("select pg_advisory_unlock(7079736)")
        .unwrap();

    assert!(!here.is_empty());
    assert!(there.join().unwrap().unwrap().is_empty());
}

/// After a change of the migrations the new shape lies where the failure says; copy it and read what `git diff` says of it.
#[test]
fn both_databases_have_the_shape_that_is_written_down() {
    let database = TestDatabase::migrated();
    let mut connection = database.url.connect().unwrap();
    let declared = declared();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/migrations/schema.txt");

    let found = shape::of(&mut connection, &declared);

    let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join("schema.txt");
    std::fs::write(&new, &found).unwrap();
    let written = std::fs::read_to_string(&file).unwrap();
    let [found, written]: [BTreeSet<&str>; 2] =
        [found.lines().collect(), written.lines().collect()];
    let (more, less): (Vec<_>, Vec<_>) = (
        found.difference(&written).collect(),
        written.difference(&found).collect(),
    );
    assert!(
        more.is_empty() && less.is_empty(),
        "{}\nhere alone: {more:#?}\nonly written: {less:#?}",
        new.display()
    );
    for (table, column) in declared.keys() {
        let name = format!("{table}.{column} ");
        assert!(
            found.iter().any(|line| line.starts_with(&name)),
            "{name} is not in the database"
        );
    }
}

#[test]
fn a_database_migrated_by_a_newer_version_is_refused() {
    let database = TestDatabase::migrated();
    let mut connection = database.url.connect().unwrap();
    diesel::sql_query("insert into __diesel_schema_migrations (version) values ('99990101000000')")
        .execute(&mut connection)
        .unwrap();

    let state = migrations::state(&mut connection).unwrap();

    assert_eq!(state, SchemaState::Newer(vec!["99990101000000".to_owned()]));
    assert!(migrations::run(&mut connection).is_err());
}
