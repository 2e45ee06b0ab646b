//! From one database to the other and back.

use posvet::testing::audit;
use posvet::testing::db::backup::Replace;

use super::file::lines;
use super::world::{World, enqueue_one, restore, save};
use crate::harness::TestDatabase;

#[tokio::test]
async fn a_database_moved_to_the_other_backend_and_back_is_equal() {
    let world = World::filled().await;
    let (first, second, third) = (world.file("1"), world.file("2"), world.file("3"));
    let (sqlite, back) = (world.sqlite("other.db"), TestDatabase::empty());

    let saved = save(world.db.url(), &first, world.now);
    restore(&sqlite, &first, Replace::Empty).unwrap();
    let moved = save(&sqlite, &second, world.now);
    restore(&back.url, &second, Replace::Empty).unwrap();
    let returned = save(&back.url, &third, world.now);

    let empty: Vec<_> = saved
        .rows
        .iter()
        .filter(|(_table, rows)| **rows == 0)
        .collect();
    assert!(empty.is_empty(), "nothing is tested with {empty:?}");
    assert_eq!(moved.rows, saved.rows);
    assert_eq!(lines(&second), lines(&first));
    assert_eq!(returned.content_sha256, saved.content_sha256);
}

#[tokio::test]
async fn a_restored_audit_chain_is_as_it_was_written() {
    let world = World::filled().await;
    let (file, target) = (world.saved(), TestDatabase::empty());

    restore(&target.url, &file, Replace::Empty).unwrap();

    let report = audit::verify(&mut target.url.connect().unwrap(), &world.tokens).unwrap();
    assert_eq!(report.fault, None);
    assert!(report.entries > 0);
}

#[tokio::test]
async fn row_keys_continue_after_the_restored_ones() {
    let world = World::filled().await;
    for _mail in 0..3 {
        world.act().await;
    }
    let (file, target) = (world.saved(), TestDatabase::empty());

    restore(&target.url, &file, Replace::Empty).unwrap();

    let mut connection = target.url.connect().unwrap();
    let next = enqueue_one(&mut connection, world.authority, world.now).unwrap();
    assert_eq!(next, 5);
}

#[tokio::test]
async fn restored_comments_are_found_by_their_words() {
    let world = World::filled().await;
    let (file, target) = (world.saved(), TestDatabase::empty());
    let found = |url: &posvet::testing::db::DatabaseUrl| -> usize {
        let mut connection = url.connect().unwrap();
        let search = posvet::testing::kernel::search_text::Search::of("zavetišče");
        let posvet::testing::kernel::search_text::Search::Words(words) = search else {
            panic!("words are looked for");
        };
        posvet::testing::db::dialect::search_comments(&mut connection, &words)
            .unwrap()
            .len()
    };

    restore(&target.url, &file, Replace::Empty).unwrap();

    assert!(found(world.db.url()) > 0);
    assert_eq!(found(&target.url), found(world.db.url()));
}
