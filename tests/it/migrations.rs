//! Both dialects say the same, go up, down and up again, and match what diesel is told.

use std::collections::BTreeSet;
use std::path::Path;

use diesel::RunQueryDsl;
use posvet::db::dialect::columns;
use posvet::db::migrations::{self, SchemaState};

use crate::harness::TestDatabase;

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

/// The tables and columns of `schema.rs`.
fn declared() -> BTreeSet<String> {
    let text =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/db/schema.rs"))
            .unwrap();
    let mut table = String::new();
    let mut names = BTreeSet::new();
    for line in text.lines().map(str::trim) {
        if let Some(name) = line
            .strip_suffix(" {")
            .and_then(|line| line.split_once(" ("))
            .map(|(name, _)| name)
        {
            name.clone_into(&mut table);
        } else if let Some((column, _type)) = line.split_once(" -> ") {
            names.insert(format!("{table}.{column}"));
        }
    }
    names
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

#[test]
fn the_database_has_exactly_the_tables_and_columns_diesel_is_told_of() {
    let database = TestDatabase::migrated();
    let own = |name: &String| {
        !name.starts_with("__diesel")
            && !name.starts_with("comments_search")
            && name != "comments.search"
    };

    let found: BTreeSet<String> = columns(&mut database.url.connect().unwrap())
        .unwrap()
        .into_iter()
        .filter(own)
        .collect();

    assert_eq!(found, declared());
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
