//! Another process holds the lock that writing needs: `sqlite3`, a backup, an administrator's open transaction.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use posvet::db::{Backend, DbConnection};

use super::{FORM, PUBLIC, TEXT, submit, submit_again};
use crate::harness::{Program, TestDatabase};

/// Lets nobody else write, and everybody read.
fn lock(database: &TestDatabase) -> DbConnection {
    let mut connection = database.url.connect().unwrap();
    connection
        .batch_execute(match connection.backend() {
            Backend::Sqlite => "begin immediate",
            Backend::Postgres => "begin; lock table reference_counters in exclusive mode",
        })
        .unwrap();
    connection
}

#[actix_web::test]
async fn a_lock_of_three_seconds_is_waited_for() {
    let database = TestDatabase::empty();
    let server = Program::on(&database).prepare().serve().await;
    let browser = server.browser();
    let mut holder = lock(&database);

    let sent = submit(&browser, "k-1");
    let mut sent = std::pin::pin!(sent);
    let early = tokio::time::timeout(Duration::from_secs(3), &mut sent).await;
    let reading = browser.get(PUBLIC).await;
    holder.batch_execute("commit").unwrap();
    let receipt = sent.await;

    assert!(early.is_err(), "nothing is said while the lock is held");
    assert_eq!((reading.status, receipt.status), (200, 201));
}

#[actix_web::test]
async fn a_lock_of_fifteen_seconds_gives_the_typed_text_back_and_the_same_button_works_after_it() {
    let database = TestDatabase::empty();
    let program = Program::on(&database).prepare();
    let server = program.serve().await;
    let browser = server.browser();
    let mut holder = lock(&database);

    let held = Duration::from_secs(15);
    let refused = tokio::time::timeout(held, submit(&browser, "k-1")).await;
    let refused = refused.expect("an answer before the lock ends");
    let reading = browser.get(&format!("{FORM}?section=1")).await;
    holder.batch_execute("commit").unwrap();
    let healing = Instant::now();
    let receipt = submit_again(&browser, &refused).await;

    assert_eq!((refused.status, reading.status), (503, 200));
    assert_eq!(refused.text("textarea#body"), TEXT);
    assert_eq!(refused.value("input[name=idempotency_key]"), "k-1");
    assert!(refused.has(".errors a[href='#body']"), "{}", refused.text);
    assert_eq!(receipt.status, 201, "{}", program.log());
    assert!(healing.elapsed() <= Duration::from_secs(5));
}

#[actix_web::test]
async fn many_who_meet_a_long_lock_are_told_to_send_again_and_nobody_sees_a_fault() {
    let database = TestDatabase::empty();
    let program = Program::on(&database).prepare();
    let server = program.serve().await;
    let browser = server.browser();
    let mut holder = lock(&database);

    let keys: Vec<String> = (0..20).map(|number| format!("k-{number}")).collect();
    let all = futures_util::future::join_all(keys.iter().map(|key| submit(&browser, key)));
    let mut all = std::pin::pin!(all);
    let early = tokio::time::timeout(Duration::from_secs(15), &mut all).await;
    holder.batch_execute("commit").unwrap();
    let pages = match early {
        Ok(pages) => pages,
        Err(_still_waiting) => all.await,
    };
    let retried = futures_util::future::join_all(keys.iter().map(|key| submit(&browser, key)));
    let retried = retried.await;

    assert!(pages.iter().any(|page| page.status == 503));
    assert!(pages.iter().all(|page| [201, 503].contains(&page.status)));
    let mut references: Vec<_> = retried
        .iter()
        .map(|page| page.header("posvet-reference").unwrap())
        .collect();
    references.sort();
    references.dedup();
    assert_eq!(references.len(), keys.len());
}
