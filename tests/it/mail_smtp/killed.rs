//! The process is killed while a notice goes out: nobody is missed, hardly anybody gets it twice.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use diesel::prelude::*;
use posvet::testing::db::schema::outbox;

use super::server::{Received, SmtpServer};
use crate::harness::{Browser, Program, TestDatabase, backend_name, until};

const DESK: &str = "/sl/desk/kranj/socialno-varstvo-2022-2028/notices";
const SUBSCRIBERS: usize = 500;
const KILLS: usize = 3;
const CONNECTIONS: usize = 4;

/// Signs in as the coordinator of the samples and sends a notice to both lists.
async fn send_notice(browser: &Browser) {
    let person = [
        ("email", "koordinatorka@example.org"),
        ("password", "posvet-demo-2026"),
    ];
    let desk = browser.post("/sl/sign-in", &person).await;
    assert_eq!(desk.status, 200, "{}", desk.text);
    let text = [
        ("subject", "Rok se izteka"),
        ("body", "Še tri dni."),
        ("audience", "consultation"),
        ("audience", "authority"),
    ];
    let rehearsal = browser.post(DESK, &text).await;
    let version = rehearsal.value("input[name=version]");
    let button = [
        ("version", version.as_str()),
        ("action", "send"),
        ("confirm", "on"),
    ];
    let fields: Vec<_> = text.into_iter().chain(button).collect();
    let report = browser.post(&rehearsal.url, &fields).await;
    assert_eq!(report.status, 200, "{}", report.text);
}

/// Addresses of mails the outbox holds, in two heaps: those still to be sent, and all.
fn outbox(database: &TestDatabase) -> (usize, HashSet<String>) {
    let rows: Vec<(String, String)> = outbox::table
        .select((outbox::state, outbox::recipient))
        .load(&mut database.url.connect().unwrap())
        .unwrap();
    let is_open = |state: &str| !["sent", "failed", "suppressed"].contains(&state);
    let open = rows.iter().filter(|(state, _)| is_open(state)).count();
    (
        open,
        rows.into_iter().map(|(_, recipient)| recipient).collect(),
    )
}

/// The Message-IDs each address got.
fn by_recipient(received: &[Received]) -> HashMap<&str, Vec<&str>> {
    let mut ids: HashMap<&str, Vec<&str>> = HashMap::new();
    for mail in received {
        let address = mail.recipient.split(['<', '>']).nth(1).unwrap();
        let id = mail
            .data
            .lines()
            .find(|line| line.starts_with("Message-ID:"));
        ids.entry(address).or_default().push(id.unwrap());
    }
    ids
}

#[actix_web::test]
async fn a_notice_reaches_everybody_though_the_process_is_killed_three_times() {
    let database = TestDatabase::empty();
    let sink = SmtpServer::start().await;
    let program = Program::on(&database).prepare();
    program.must(&["seed", "--subscribers", &SUBSCRIBERS.to_string()]);
    let program = program
        .with("MAIL__TRANSPORT", "smtp")
        .with("MAIL__HOST", "127.0.0.1")
        .with("MAIL__PORT", &sink.port.to_string())
        .with("MAIL__WORKERS", &CONNECTIONS.to_string())
        .with("MAIL__POLL_MILLISECONDS", "50");
    let mut server = program.serve().await;
    send_notice(&server.browser()).await;

    for kill in 1..=KILLS {
        sink.has_received(kill * SUBSCRIBERS / (KILLS + 2)).await;
        server.kill();
        // The drill's clock goes on to where the leases of the killed process have ended.
        let offset = (kill * 180).to_string();
        let later = program.clone().with("CLOCK__OFFSET_SECONDS", &offset);
        server = later.serve().await;
    }
    let patience = Duration::from_secs(60);
    until("the outbox is settled", patience, async || {
        outbox(&database).0 == 0
    })
    .await;

    let received = sink.received();
    let ids = by_recipient(&received);
    let (_open, recipients) = outbox(&database);
    let missed = recipients
        .iter()
        .filter(|address| !ids.contains_key(address.as_str()));
    let (missed, twice) = (missed.count(), received.len() - ids.len());
    println!(
        "{}, {KILLS} kills: {} recipients, {missed} missed, {twice} got it twice",
        backend_name(),
        recipients.len()
    );
    assert!(recipients.len() >= SUBSCRIBERS);
    assert_eq!(missed, 0);
    assert!(twice <= KILLS * CONNECTIONS, "{twice}");
    for (address, ids) in ids {
        assert!(ids.len() <= 2, "{address}: {ids:?}");
        assert_eq!(ids.first(), ids.last(), "{address}");
    }
}
