//! Another process holds the lock that writing needs: `sqlite3`, a backup, an administrator's open transaction.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use posvet::testing::db::{Backend, DbConnection};

use super::{FORM, PUBLIC, TEXT, submit, submit_again};
use crate::harness::{Browser, Page, Program, TestDatabase, backend_name};

const SUBSCRIBE: &str = "/sl/kranj/subscribe";

/// Longest time anybody waits to be told that it did not work.
const LONGEST: Duration = Duration::from_secs(5);

/// Asks for notices with the form that was opened before.
async fn subscribe(browser: &Browser, nonce: &str, email: &str) -> Page {
    let fields = [("email", email), ("scope", "authority"), ("nonce", nonce)];
    browser.post(SUBSCRIBE, &fields).await
}

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
    assert_eq!((reading.status, receipt.status), (200, 303));
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
    assert_eq!(refused.header("retry-after").as_deref(), Some("5"));
    assert_eq!(refused.text("textarea#body"), TEXT);
    assert_eq!(refused.value("input[name=idempotency_key]"), "k-1");
    assert!(refused.has("main [role=alert]"), "{}", refused.text);
    assert!(
        !refused.has(".errors, .wrong"),
        "nothing is to be corrected"
    );
    assert_eq!(receipt.status, 303, "{}", program.log());
    assert!(healing.elapsed() <= Duration::from_secs(5));
}

#[actix_web::test]
async fn however_many_meet_a_long_lock_each_is_told_to_send_again_within_five_seconds() {
    let database = TestDatabase::empty();
    let program = Program::on(&database).prepare();
    let server = program.serve().await;
    let browser = server.browser();
    let nonce = browser.get(SUBSCRIBE).await.value("input[name=nonce]");
    let mut holder = lock(&database);

    // They come one after another while the lock lasts, so most of them find others waiting.
    let keys: Vec<String> = (0..40).map(|number| format!("k-{number}")).collect();
    let all = keys.iter().zip(0_u32..).map(async |(key, number)| {
        tokio::time::sleep(Duration::from_millis(250) * number).await;
        let sent = Instant::now();
        let page = match number % 4 {
            3 => subscribe(&browser, &nonce, &format!("{key}@example.org")).await,
            _ => submit(&browser, key).await,
        };
        (page, sent.elapsed())
    });
    let all = futures_util::future::join_all(all);
    let pages = tokio::time::timeout(Duration::from_secs(16), all).await;
    holder.batch_execute("commit").unwrap();
    let pages = pages.expect("everybody is told while the lock is held");
    let retried = futures_util::future::join_all(keys.iter().map(|key| submit(&browser, key)));
    let retried = retried.await;

    let put_off = pages.iter().filter(|(page, _waited)| page.status == 503);
    // PostgreSQL locks less: who only subscribes may get through between two attempts.
    assert!(put_off.count() >= 30, "{}", program.log());
    let longest = pages.iter().map(|(_page, waited)| *waited).max();
    println!("{}: told after {longest:?} at most", backend_name());
    for (page, waited) in &pages {
        assert!(*waited <= LONGEST, "{waited:?}");
        let retry = page.header("retry-after");
        assert_eq!(
            retry.as_deref(),
            Some("5").filter(|_later| page.status == 503)
        );
    }
    let mut references: Vec<_> = retried
        .iter()
        .map(|page| page.header("posvet-reference").unwrap())
        .collect();
    references.sort();
    references.dedup();
    assert_eq!(references.len(), keys.len());
}
