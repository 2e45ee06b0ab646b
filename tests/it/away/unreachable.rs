//! PostgreSQL goes away and comes back. SQLite is a file: it does not.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::time::{Duration, Instant};

use diesel::prelude::*;
use futures_util::future::join_all;
use posvet::testing::db::DatabaseUrl;
use posvet::testing::db::schema::{outbox, submissions};

use super::proxy::Proxy;
use super::{gives_back_the_text, submit};
use crate::harness::{Browser, Program, Serving, TestDatabase, until};

/// Longest time from the return of the server to the next receipt.
const HEALING: Duration = Duration::from_secs(5);

/// A server whose database is behind a wire that can be cut; none on SQLite.
async fn behind_a_proxy(database: &TestDatabase) -> Option<(Proxy, Program, Serving)> {
    let DatabaseUrl::Postgres(url) = &database.url else {
        println!("SQLite cannot go away.");
        return None;
    };
    let program = Program::on(database).prepare();
    let mut url: url::Url = url.parse().unwrap();
    let host = url.host_str().unwrap_or("127.0.0.1");
    let proxy = Proxy::to(&format!("{host}:{}", url.port().unwrap_or(5432))).await;
    url.set_host(Some("127.0.0.1")).unwrap();
    url.set_port(Some(proxy.port)).unwrap();
    let program = program.with("DATABASE__URL", url.as_str());
    let server = program.serve().await;
    Some((proxy, program, server))
}

#[actix_web::test]
async fn while_postgresql_is_away_the_typed_text_comes_back_and_soon_after_it_is_accepted() {
    let database = TestDatabase::empty();
    let Some((mut proxy, program, server)) = behind_a_proxy(&database).await else {
        return;
    };
    let browser = server.browser();
    assert_eq!(submit(&browser, "k-0").await.status, 303);

    proxy.cut().await;
    let (refused, ready) = futures_util::join!(submit(&browser, "k-1"), browser.get("/readyz"));
    let alive = browser.get("/healthz").await;
    proxy.restore().await;
    let back = Instant::now();
    let receipt = loop {
        let page = submit(&browser, "k-1").await;
        if page.status == 303 {
            break page;
        }
        assert_eq!(page.status, 503, "{}", program.log());
        assert!(back.elapsed() < HEALING);
    };
    println!(
        "PostgreSQL: accepted {:?} after it was back",
        back.elapsed()
    );

    assert_eq!(
        (refused.status, ready.status, alive.status),
        (503, 503, 200)
    );
    assert!(gives_back_the_text(&refused), "{}", refused.text);
    assert!(back.elapsed() <= HEALING);
    assert!(receipt.header("posvet-reference").is_some());
}

#[actix_web::test]
async fn a_commit_whose_outcome_nobody_knows_is_not_repeated() {
    let database = TestDatabase::empty();
    let Some((proxy, program, server)) = behind_a_proxy(&database).await else {
        return;
    };
    let stored = || {
        submissions::table
            .count()
            .get_result::<i64>(&mut database.url.connect().unwrap())
            .unwrap()
    };
    let before = stored();

    // Without a key a submission that is stored twice is two.
    proxy.cut_at_commit();
    let lost = submit(&server.browser(), "").await;

    assert_eq!(lost.status, 503, "{}", program.log());
    assert!(gives_back_the_text(&lost), "{}", lost.text);
    assert_eq!(stored(), before + 1);
    // The commits of its mail are over: the next one is the submission's.
    let unsent = || {
        outbox::table
            .filter(outbox::finished_at.is_null())
            .count()
            .get_result::<i64>(&mut database.url.connect().unwrap())
            .unwrap()
    };
    until("its mail has left", Duration::from_secs(20), async || {
        unsent() == 0
    })
    .await;

    proxy.cut_at_commit();
    let lost = submit(&server.browser(), "k-1").await;
    let again = submit(&server.browser(), "k-1").await;

    assert_eq!((lost.status, again.status), (503, 303));
    assert_eq!(stored(), before + 2);
    Program::on(&database).must(&["audit", "verify"]);
}

/// What clients of a database that comes and goes were told.
#[derive(Default)]
struct Told {
    received: Cell<usize>,
    put_off: Cell<usize>,
    /// Every key that was sent, with its reference.
    references: RefCell<Vec<(String, String)>>,
    is_over: Cell<bool>,
}

impl Told {
    /// Sends comment after comment, each until it is received.
    async fn send(&self, browser: Browser, client: usize) {
        let mut number = 0;
        while !self.is_over.get() {
            number += 1;
            let key = format!("c{client}-n{number}");
            let reference = loop {
                let page = submit(&browser, &key).await;
                match page.status {
                    303 => break page.header("posvet-reference").unwrap(),
                    503 => self.put_off.set(self.put_off.get() + 1),
                    other => panic!("{other}: {}", page.text),
                }
                // Received, but its private page could not be shown: the same key leads there again.
                let is_received = page.url.contains("/submissions/");
                assert!(is_received || gives_back_the_text(&page), "{}", page.text);
            };
            self.received.set(self.received.get() + 1);
            self.references.borrow_mut().push((key, reference));
        }
    }

    /// Cuts the wire five times, in turn for so long that somebody is put off and as short as can be.
    async fn interrupt(&self, proxy: &mut Proxy) -> Duration {
        let mut slowest = Duration::ZERO;
        for cut in 0..5 {
            let enough = self.received.get() + 30 + cut;
            let patience = Duration::from_secs(30);
            until("there is load", patience, async || {
                self.received.get() >= enough
            })
            .await;
            proxy.cut().await;
            if cut % 2 == 0 {
                let before = self.put_off.get();
                until("a 503", patience, async || self.put_off.get() > before).await;
            }
            let before = self.received.get();
            proxy.restore().await;
            let healed = until("a receipt", HEALING, async || self.received.get() > before);
            slowest = slowest.max(healed.await);
        }
        self.is_over.set(true);
        slowest
    }
}

#[actix_web::test]
async fn five_interruptions_under_load_lose_nothing_and_show_nothing_worse_than_503() {
    let database = TestDatabase::empty();
    let Some((mut proxy, _program, server)) = behind_a_proxy(&database).await else {
        return;
    };
    let (told, browser) = (Told::default(), server.browser());

    let clients = join_all((0..8).map(|client| told.send(browser.clone(), client)));
    let (_ended, slowest) = futures_util::join!(clients, told.interrupt(&mut proxy));

    println!(
        "PostgreSQL cut off 5 times: {} received, {} put off, accepted {slowest:?} after it was back at most",
        told.received.get(),
        told.put_off.get(),
    );
    let rows: Vec<(Option<String>, String)> = submissions::table
        .select((submissions::idempotency_key, submissions::reference))
        .load(&mut database.url.connect().unwrap())
        .unwrap();
    let mut stored: HashMap<String, Vec<String>> = HashMap::new();
    for (key, reference) in rows {
        stored
            .entry(key.unwrap_or_default())
            .or_default()
            .push(reference);
    }
    for (key, reference) in told.references.borrow().iter() {
        assert_eq!(
            stored.get(key).unwrap(),
            std::slice::from_ref(reference),
            "{key}"
        );
    }
    Program::on(&database).must(&["audit", "verify"]);
}
