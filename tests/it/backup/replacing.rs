//! What a backup or a restore may take the place of.

use posvet::testing::db::{backup, backup::Replace};

use super::world::{World, beside, restore, rows, save};
use crate::harness::TestDatabase;

#[tokio::test]
async fn a_database_with_content_is_replaced_only_by_force() {
    let world = World::filled().await;
    let file = world.saved();
    let target = TestDatabase::migrated();
    restore(&target.url, &file, Replace::Empty).unwrap();
    world.act().await;
    let newer = world.saved();

    let refused = restore(&target.url, &newer, Replace::Empty).unwrap_err();
    let kept = rows(&target.url, &world.file("kept"));
    let restored = restore(&target.url, &newer, Replace::Any).unwrap();

    assert!(refused.to_string().contains("--force"), "{refused:#}");
    assert_eq!(kept["outbox"] + 1, restored.rows["outbox"]);
    assert_eq!(rows(&target.url, &world.file("now")), restored.rows);
}

#[tokio::test]
async fn a_restore_that_ends_half_way_leaves_what_was_there() {
    let world = World::filled().await;
    let file = world.saved();
    let target = TestDatabase::migrated();
    restore(&target.url, &file, Replace::Empty).unwrap();
    let before = save(&target.url, &world.file("before"), world.now);

    let ended = backup::restore(
        &target.url,
        &file,
        &beside(&file),
        Replace::Any,
        &mut |_progress| {},
        |_connection| -> anyhow::Result<()> { anyhow::bail!("the power went out") },
    );

    assert!(ended.is_err());
    let after = save(&target.url, &world.file("after"), world.now);
    assert_eq!(after.content_sha256, before.content_sha256);
}

#[tokio::test]
async fn a_sqlite_file_in_use_is_not_replaced() {
    let world = World::filled().await;
    let (file, target) = (world.saved(), world.sqlite("served.db"));
    restore(&target, &file, Replace::Empty).unwrap();
    let mut server = target.connect().unwrap();
    posvet::testing::db::dialect::columns(&mut server).unwrap();

    let refused = restore(&target, &file, Replace::Any).unwrap_err();
    drop(server);

    assert!(
        refused.to_string().contains("stop the server first"),
        "{refused:#}"
    );
    restore(&target, &file, Replace::Any).unwrap();
}

#[tokio::test]
async fn a_backup_replaces_an_older_one_and_nothing_else() {
    let world = World::filled().await;
    let (backup, other) = (world.saved(), world.file("letters.txt"));
    std::fs::write(&other, "dear all").unwrap();

    save(world.db.url(), &backup, world.now);
    let refused = backup::save(
        world.db.url(),
        &other,
        &beside(&other),
        world.now,
        &mut |_progress| {},
    )
    .unwrap_err();

    assert!(
        refused.to_string().contains("is not a backup"),
        "{refused:#}"
    );
    assert_eq!(std::fs::read_to_string(&other).unwrap(), "dear all");
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_can_read_a_backup() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = World::filled().await;

    let file = world.saved();

    assert_eq!(
        std::fs::metadata(file).unwrap().permissions().mode() & 0o777,
        0o600
    );
}
