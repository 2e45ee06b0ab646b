//! What is damaged, changed or too new is refused, and nothing has happened then.

use diesel::dsl::count_star;
use diesel::{ExpressionMethods as _, QueryDsl as _, RunQueryDsl as _};
use posvet::testing::db::backup::Replace;
use posvet::testing::db::schema::{comments, jobs};
use posvet::testing::db::{DatabaseUrl, DbConnection, migrations};

use super::file::{forge, lines, write_lines};
use super::world::{World, restore};
use crate::harness::TestDatabase;

/// Why a backup with these bytes is refused; the target must stay without tables.
fn refusal(world: &World, bytes: &[u8]) -> String {
    let (file, target) = (world.file("damaged"), TestDatabase::empty());
    std::fs::write(&file, bytes).unwrap();
    let refused = format!(
        "{:#}",
        restore(&target.url, &file, Replace::Empty).unwrap_err()
    );
    assert_untouched(&target.url);
    refused
}

fn assert_untouched(url: &DatabaseUrl) {
    if let Some(path) = url.sqlite_path() {
        let folder = std::fs::read_dir(path.parent().unwrap()).unwrap();
        assert_eq!(
            folder.count(),
            0,
            "a restore that failed leaves nothing behind"
        );
    } else {
        let mut connection = url.connect().unwrap();
        assert!(
            posvet::testing::db::dialect::columns(&mut connection)
                .unwrap()
                .is_empty()
        );
    }
}

#[tokio::test]
async fn a_backup_cut_off_anywhere_is_refused() {
    let world = World::filled().await;
    let bytes = std::fs::read(world.saved()).unwrap();

    for kept in [
        0,
        1,
        10,
        100,
        bytes.len() / 2,
        bytes.len() - 9,
        bytes.len() - 8,
        bytes.len() - 1,
    ] {
        refusal(&world, &bytes[..kept]);
    }
}

#[tokio::test]
async fn a_backup_with_a_changed_byte_or_more_behind_it_is_refused() {
    let world = World::filled().await;
    let bytes = std::fs::read(world.saved()).unwrap();

    for place in [0, bytes.len() / 3, bytes.len() / 2, bytes.len() - 5] {
        let mut changed = bytes.clone();
        changed[place] ^= 0x10;
        refusal(&world, &changed);
    }
    refusal(&world, &[bytes.as_slice(), b"more"].concat());
    refusal(&world, &[bytes.as_slice(), &bytes].concat());
}

#[tokio::test]
async fn a_backup_whose_text_was_changed_is_refused() {
    let world = World::filled().await;
    let original = lines(&world.saved());
    let row = original
        .iter()
        .position(|line| line.contains("koordinatorka@example.org"))
        .unwrap();
    let changed_row = original[row].replace("koordinatorka@example.org", "tat@example.org");
    let mut changed = original.clone();
    changed[row] = changed_row;
    let mut shortened = original.clone();
    shortened.remove(row);
    let mut redated = original.clone();
    redated[0] = redated[0].replace("2026-11-21", "2026-11-22");

    for lines in [changed, shortened, redated] {
        let file = world.file("changed");
        write_lines(&file, &lines);
        let refused = refusal(&world, &std::fs::read(&file).unwrap());
        assert!(refused.contains("digests do not fit"), "{refused}");
    }
}

#[tokio::test]
async fn a_backup_that_counts_other_rows_than_it_has_is_refused() {
    let world = World::filled().await;
    let mut lines = lines(&world.saved());
    let row = lines
        .iter()
        .rposition(|line| line.starts_with('['))
        .unwrap();
    lines.remove(row);
    forge(&mut lines);
    let file = world.file("forged");
    write_lines(&file, &lines);

    let refused = refusal(&world, &std::fs::read(&file).unwrap());

    assert!(refused.contains("counts other rows"), "{refused}");
}

#[tokio::test]
async fn a_backup_of_a_newer_version_is_refused() {
    let world = World::filled().await;
    let mut lines = lines(&world.saved());
    lines[0] = lines[0].replace("\"schema\":[", "\"schema\":[\"29991231235959\",");
    forge(&mut lines);
    let file = world.file("newer");
    write_lines(&file, &lines);

    let refused = refusal(&world, &std::fs::read(&file).unwrap());

    assert!(
        refused.contains("newer version of Posvet (unknown here: 29991231235959)"),
        "{refused}"
    );
}

/// Of every version there has been since the first release; each migration adds one.
#[tokio::test]
async fn a_backup_of_an_older_version_is_restored_and_upgraded() {
    let world = World::filled().await;
    let known = migrations::recorded(&mut world.db.url().connect().unwrap()).unwrap();
    let comments = count_comments(&mut world.db.url().connect().unwrap());
    let jobs = jobs_of_releases(&mut world.db.url().connect().unwrap());
    assert_eq!(jobs.len(), 1, "a release is under way");

    for versions in 1..known.len() {
        let (schema, newer) = known.split_at(versions);
        let (file, target) = (saved_by(&world, schema), TestDatabase::empty());

        let restored = restore(&target.url, &file, Replace::Empty).unwrap();

        assert_eq!(restored.upgraded, newer);
        let mut connection = target.url.connect().unwrap();
        let state = migrations::state(&mut connection).unwrap();
        assert_eq!(state, migrations::SchemaState::Current);
        assert_eq!(count_comments(&mut connection), comments);
        assert_eq!(jobs_of_releases(&mut connection), jobs, "{newer:?}");
    }
    let (file, target) = (world.file("older"), TestDatabase::empty());
    write_lines(
        &file,
        &lines_of_schema(&world, &["20261121210000".to_owned()]),
    );
    let refused = restore(&target.url, &file, Replace::Empty).unwrap_err();
    assert!(
        refused.to_string().contains("before the first version"),
        "{refused:#}"
    );
    assert_untouched(&target.url);
}

/// The lines of a backup that says it has this schema.
fn lines_of_schema(world: &World, schema: &[String]) -> Vec<String> {
    let mut lines = lines(&world.saved());
    let mut header: serde_json::Value = serde_json::from_str(&lines[0]).unwrap();
    header["schema"] = serde_json::json!(schema);
    lines[0] = header.to_string();
    forge(&mut lines);
    lines
}

/// A backup as the version with this schema made it: without what came later.
fn saved_by(world: &World, schema: &[String]) -> std::path::PathBuf {
    let mut lines = lines_of_schema(world, schema);
    let mut header: serde_json::Value = serde_json::from_str(&lines[0]).unwrap();
    let older = columns_after(schema);
    for table in header["tables"].as_array().unwrap() {
        take_back(table, &older, &mut lines);
    }
    for table in header["tables"].as_array_mut().unwrap() {
        let name = table["name"].as_str().unwrap().to_owned();
        let columns = table["columns"].as_array_mut().unwrap();
        columns.retain(|column| older.contains(&of(&name, column)));
    }
    let tables = header["tables"].as_array_mut().unwrap();
    tables.retain(|table| !table["columns"].as_array().unwrap().is_empty());
    lines[0] = header.to_string();
    forge(&mut lines);
    let file = world.file("older");
    write_lines(&file, &lines);
    file
}

/// The columns there were after these migrations.
fn columns_after(migrations: &[String]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let older = DatabaseUrl::Sqlite(folder.path().join("older.db"));
    let mut connection = older.connect().unwrap();
    migrations::run_only(&mut connection, migrations).unwrap();
    posvet::testing::db::dialect::columns(&mut connection).unwrap()
}

/// How the database names a column of a backup's header.
fn of(table: &str, column: &serde_json::Value) -> String {
    format!("{table}.{}", column["name"].as_str().unwrap())
}

/// Takes what the older schema did not have out of the lines of a table, and the table if it did not have any of it.
fn take_back(table: &serde_json::Value, older: &[String], lines: &mut Vec<String>) {
    let name = table["name"].as_str().unwrap();
    let columns = table["columns"].as_array().unwrap();
    let kept: Vec<bool> = columns
        .iter()
        .map(|column| older.contains(&of(name, column)))
        .collect();
    let begins = format!(r#"{{"table":"{name}"}}"#);
    let begins = lines.iter().position(|line| *line == begins).unwrap();
    let rows = lines[begins + 1..]
        .iter()
        .take_while(|line| line.starts_with('['))
        .count();
    if !kept.contains(&true) {
        if name == "files" {
            lines.retain(|line| !line.starts_with(r#"{"file""#) && !line.starts_with('"'));
        }
        lines.drain(begins..=begins + rows);
        let last = lines.last_mut().unwrap();
        *last = last.replace(&format!("\"{name}\":{rows},"), "");
        return;
    }
    for line in &mut lines[begins + 1..=begins + rows] {
        let row: Vec<serde_json::Value> = serde_json::from_str(line).unwrap();
        let row = row.into_iter().zip(&kept).filter(|(_, kept)| **kept);
        let row: Vec<serde_json::Value> = row.map(|(value, _)| value).collect();
        *line = serde_json::to_string(&row).unwrap();
    }
}

/// What goes on with the releases that are under way, and who is shown it.
fn jobs_of_releases(connection: &mut DbConnection) -> Vec<(String, String)> {
    jobs::table
        .filter(jobs::finished_at.is_null())
        .select((jobs::kind, jobs::key))
        .order(jobs::row_key)
        .load(connection)
        .unwrap()
}

fn count_comments(connection: &mut DbConnection) -> i64 {
    comments::table
        .select(count_star())
        .first(connection)
        .unwrap()
}
