//! What older versions saved is restored and brought up to date, with nothing lost: on real backups, each made by the version
//! it is named after, of the demonstration's samples and some more. Whoever changes the schema after a version has landed
//! adds a backup made by that version.

use std::path::Path;

use diesel::prelude::*;
use posvet::testing::audit;
use posvet::testing::db::backup::{Replace, Rows};
use posvet::testing::db::schema::{
    deliveries, jobs, releases, sessions, subscribers, subscriptions,
};
use posvet::testing::db::{DbConnection, migrations};
use posvet::testing::kernel::clock::Instant;
use posvet::testing::kernel::ids::ConsultationId;
use posvet::testing::kernel::token::Tokens;
use posvet::testing::settings::DEMO_SECRET;

use super::world::{restore, save};
use crate::harness::{TestDatabase, deviations};

/// A backup of the first schema (cd8ccee, 29 November 2026): a notice sent, a release under way, an address on two lists.
const FIRST: &[u8] = include_bytes!("first.jsonl.gz");

/// A backup of d45a745 (29 November 2026): before consultations could be prepared, with the longer entries of submissions.
const SECOND: &[u8] = include_bytes!("second.jsonl.gz");

/// A backup of 83664e2 (29 November 2026): before people looked after their accounts; somebody added with a first password, a
/// wrong guess, sessions.
const THIRD: &[u8] = include_bytes!("third.jsonl.gz");

/// Restores an older backup. Returns what it held and what there is now.
fn upgraded(target: &TestDatabase, backup: &[u8]) -> (Rows, Rows) {
    let file = target.folder.path().join("older.jsonl.gz");
    std::fs::write(&file, backup).unwrap();
    let restored = restore(&target.url, &file, Replace::Empty).unwrap();
    assert!(!restored.upgraded.is_empty(), "it is not older");
    let now = Instant::from_micros(0).unwrap();
    let after = save(&target.url, &target.folder.path().join("after"), now);
    (restored.rows, after.rows)
}

/// The schema is this version's, however it came about, and everything is as the audit chain says.
fn assert_whole(target: &TestDatabase) {
    let mut connection = target.url.connect().unwrap();
    let state = migrations::state(&mut connection).unwrap();
    assert_eq!(state, migrations::SchemaState::Current);
    let tokens = Tokens::new(DEMO_SECRET.as_bytes());
    let report = audit::verify(&mut connection, &tokens).unwrap();
    assert_eq!(report.fault, None);
    assert_eq!(deviations(&mut connection), []);
    // A restored instance is backed up and restored like any other.
    let (backup, copy) = (Path::new("again"), TestDatabase::empty());
    let backup = target.folder.path().join(backup);
    let saved = save(&target.url, &backup, Instant::from_micros(0).unwrap());
    let restored = restore(&copy.url, &backup, Replace::Empty).unwrap();
    assert_eq!(restored.content_sha256, saved.content_sha256);
}

fn addresses(connection: &mut DbConnection) -> Vec<(String, i64)> {
    subscribers::table
        .inner_join(subscriptions::table.on(subscriptions::subscriber_id.eq(subscribers::id)))
        .group_by(subscribers::email)
        .order(subscribers::email)
        .select((subscribers::email, diesel::dsl::count_star()))
        .load(connection)
        .unwrap()
}

#[tokio::test]
async fn the_first_schema_is_brought_up_to_date() {
    let target = TestDatabase::empty();

    let (before, after) = upgraded(&target, FIRST);

    for (table, rows) in &before {
        if table != "subscribers" {
            assert_eq!(after.get(table), Some(rows), "{table}");
        }
    }
    // 13 places on lists, one address on two of them; 8 mails of a notice; a release goes on as a job.
    assert_eq!((before["subscribers"], after["subscriptions"]), (13, 13));
    assert_eq!((after["subscribers"], after["deliveries"]), (12, 8));
    assert_eq!((after["jobs"], after["files"]), (1, 0));
    assert_whole(&target);

    let mut connection = target.url.connect().unwrap();
    let twice: Vec<_> = addresses(&mut connection)
        .into_iter()
        .filter(|(_email, lists)| *lists > 1)
        .collect();
    assert_eq!(twice, [("narocnik.01@example.org".to_owned(), 2)]);
    let mut reasons: Vec<String> = deliveries::table
        .select(deliveries::reason)
        .distinct()
        .load(&mut connection)
        .unwrap();
    reasons.sort();
    assert_eq!(reasons, ["authority", "consultation"]);
    let (kind, key): (String, String) = jobs::table
        .select((jobs::kind, jobs::key))
        .first(&mut connection)
        .unwrap();
    let under_way: ConsultationId = releases::table
        .select(releases::consultation_id)
        .first(&mut connection)
        .unwrap();
    assert_eq!((kind.as_str(), key), ("release", under_way.to_string()));
}

#[tokio::test]
async fn what_was_there_before_consultations_could_be_prepared_is_brought_up_to_date() {
    let target = TestDatabase::empty();

    let (before, after) = upgraded(&target, SECOND);

    for (table, rows) in &before {
        assert_eq!(after.get(table), Some(rows), "{table}");
    }
    assert_eq!(
        (after["consultations"], after["submissions"] > 0),
        (3, true)
    );
    for table in [
        "contacts",
        "relations",
        "phases",
        "adoptions",
        "consultation_changes",
    ] {
        assert_eq!(after[table], 0, "{table}");
    }
    assert_whole(&target);
}

#[tokio::test]
async fn what_was_there_before_people_looked_after_their_accounts_is_brought_up_to_date() {
    let target = TestDatabase::empty();

    let (before, after) = upgraded(&target, THIRD);

    for (table, rows) in &before {
        assert_eq!(after.get(table), Some(rows), "{table}");
    }
    assert_eq!((after["staff"], after["sign_in_failures"]), (5, 1));
    for table in ["invitations", "account_links", "second_factors"] {
        assert_eq!(after[table], 0, "{table}");
    }
    assert_whole(&target);
    let mut connection = target.url.connect().unwrap();
    let waiting: i64 = sessions::table
        .filter(sessions::is_waiting_for_code)
        .count()
        .get_result(&mut connection)
        .unwrap();
    assert_eq!((after["sessions"] > 0, waiting), (true, 0));
}
