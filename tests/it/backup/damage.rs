//! What is damaged, changed or too new is refused, and nothing has happened then.

use posvet::testing::db::DatabaseUrl;
use posvet::testing::db::backup::Replace;

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

#[tokio::test]
async fn a_backup_from_before_the_first_version_is_refused() {
    let world = World::filled().await;
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
