//! Many mails and several workers, some of which die.

use std::collections::HashMap;

use chrono::TimeDelta;
use posvet::testing::db::lease::{Hold, LeaseId};
use posvet::testing::kernel::ids::Ids;
use posvet::testing::mail::kind::Lane;
use posvet::testing::mail::mailer::Mailer;
use posvet::testing::mail::outbox::MailState;
use posvet::testing::mail::outbox::queue::{self, Begun};
use posvet::testing::mail::outbox::report::{self, MailCounts};
use tokio_util::sync::CancellationToken;

use super::mime::header;
use super::server::Answer;
use super::world::{ANA, LINK, World};

#[tokio::test]
async fn a_mail_interrupted_by_the_death_of_its_worker_is_sent_once_more_and_never_a_third_time() {
    let mut world = World::new().await;
    world.settings.workers = 1;
    let row_key = world.enqueue("notice", ANA).await;
    let untouched = world.enqueue("notice", "bor@example.org").await;
    world
        .server
        .will(&[Answer::SilenceAfterFinalDot, Answer::SilenceAfterFinalDot]);

    for tries in 1..=2 {
        let worker = world.worker();
        let killed = tokio::spawn(async move { worker.try_send_due().await });
        world.server.has_received(tries).await;
        killed.abort();
        assert!(killed.await.is_err());
        // Until its lease ends the row belongs to the dead.
        world.advance(1);
        assert_eq!(world.worker().try_send_due().await, 0);
        assert_eq!(world.mail(row_key).await.state, MailState::Sending);
        world.advance(1);
    }
    world.worker().try_send_due().await;

    let received = world.server.received();
    let to_ana = received.iter().filter(|mail| mail.recipient.contains(ANA));
    let ids: Vec<String> = to_ana.map(|mail| header(mail, "Message-ID")).collect();
    assert_eq!(ids.len(), 2);
    assert_eq!(ids[0], ids[1]);
    assert_eq!(world.mail(row_key).await.state, MailState::Failed);
    // A row that was taken and not begun is simply sent.
    let row = world.mail(untouched).await;
    assert_eq!((row.state, row.attempts), (MailState::Sent, 1));
}

#[tokio::test]
async fn a_mail_interrupted_once_is_sent_by_another_worker() {
    let world = World::new().await;
    let row_key = world.enqueue("notice", ANA).await;
    world.server.will(&[Answer::SilenceAfterFinalDot]);
    let worker = world.worker();
    let killed = tokio::spawn(async move { worker.try_send_due().await });
    world.server.has_received(1).await;
    killed.abort();

    world.advance(2);
    assert_eq!(world.worker().try_send_due().await, 1);

    let row = world.mail(row_key).await;
    assert_eq!((row.state, row.attempts), (MailState::Sent, 2));
    assert_eq!(world.server.received().len(), 2);
}

#[tokio::test]
async fn two_workers_send_each_mail_once_and_the_report_accounts_for_all() {
    let world = World::new().await;
    let content = world.enqueue_notice(500).await;
    let (one, other) = (world.worker(), world.worker());
    world.server.will(&[
        Answer::RefuseRecipient("550 no"),
        Answer::RefuseRecipient("450 later"),
    ]);

    let (first, second) = tokio::join!(one.try_send_due(), other.try_send_due());

    assert_eq!(first + second, 500);
    let mut recipients: Vec<String> = world
        .server
        .received()
        .into_iter()
        .map(|mail| mail.recipient)
        .collect();
    recipients.sort();
    recipients.dedup();
    assert_eq!(recipients.len(), 498);
    let expected = MailCounts {
        sent: 498,
        failed: 1,
        deferred: 1,
        ..MailCounts::default()
    };
    assert_eq!(world.counts(content).await, expected);
    assert!(world.server.connections() <= 2 * world.settings.workers);
}

#[tokio::test]
async fn a_restored_copy_sends_nothing_until_its_mails_are_released() {
    let world = World::new().await;
    let row_key = world.enqueue("notice", ANA).await;
    assert_eq!(world.database.write(report::park_all).await.unwrap(), 1);

    assert_eq!(world.worker().try_send_due().await, 0);
    assert_eq!(world.mail(row_key).await.state, MailState::Parked);

    let now = world.clock.now();
    let released = world
        .database
        .write(move |conn| report::release_parked(conn, now));
    assert_eq!(released.await.unwrap(), 1);
    assert_eq!(world.worker().try_send_due().await, 1);
    assert_eq!(world.mail(row_key).await.state, MailState::Sent);
}

#[tokio::test]
async fn whoever_lost_the_lease_sends_nothing() {
    let world = World::new().await;
    let row_key = world.enqueue("notice", ANA).await;
    let now = world.clock.now();
    let ids = Ids::seeded(7);
    let (mine, theirs): (LeaseId, LeaseId) = (ids.next(now), ids.next(now));
    let later = now.plus(TimeDelta::minutes(2));
    let held = move |lease| Hold {
        lease,
        until: later,
    };
    let claimed = world
        .database
        .write(move |conn| queue::claim(conn, Lane::Mass, held(mine), now, 10));
    assert_eq!(claimed.await.unwrap().len(), 1);
    let after = later.plus(TimeDelta::seconds(1));
    let taken = world
        .database
        .write(move |conn| queue::claim(conn, Lane::Mass, held(theirs), after, 10));
    assert_eq!(taken.await.unwrap().len(), 1, "a lease ends by itself");

    let begun = move |lease| Begun {
        row_keys: vec![row_key],
        lease,
        attempt: 1,
        note: String::new(),
        lease_until: after.plus(TimeDelta::minutes(2)),
    };
    let mine = world
        .database
        .write(move |conn| queue::begin(conn, &begun(mine)));
    assert!(!mine.await.unwrap());
    let theirs = world
        .database
        .write(move |conn| queue::begin(conn, &begun(theirs)));
    assert!(theirs.await.unwrap());
}

#[tokio::test]
async fn a_worker_told_to_stop_finishes_and_gives_back_what_it_holds() {
    let world = World::new().await;
    let content = world.enqueue_notice(300).await;
    let stop = CancellationToken::new();
    let running = tokio::spawn({
        let (worker, stop) = (world.worker(), stop.clone());
        async move { worker.run(stop).await }
    });
    world.server.has_received(20).await;

    stop.cancel();
    running.await.unwrap();

    let stopped = world.counts(content).await;
    assert_eq!(stopped.sending, 0);
    assert_eq!(
        usize::try_from(stopped.sent).unwrap(),
        world.server.received().len()
    );
    // The clock has not moved: only leases that were given back let another worker go on at once.
    world.worker().try_send_due().await;
    assert_eq!(world.counts(content).await.sent, 300);
    assert_eq!(world.server.received().len(), 300);
}

#[tokio::test]
async fn mails_can_go_into_files_and_memory_instead() {
    let world = World::new().await;
    let folder = tempfile::tempdir().unwrap();
    let memory = Mailer::memory();
    world.enqueue("notice", ANA).await;
    world.worker_with(memory.clone()).try_send_due().await;
    let row_key = world.enqueue("notice", ANA).await;

    world
        .worker_with(Mailer::File(folder.path().join("mails")))
        .try_send_due()
        .await;

    assert_eq!(memory.taken().len(), 1);
    assert_eq!(memory.taken()[0].to.expose(), ANA);
    let file = folder
        .path()
        .join(format!("mails/{row_key}.{LINK}@posvet.example.org.eml"));
    assert!(
        std::fs::read_to_string(file)
            .unwrap()
            .contains("multipart/alternative")
    );
    assert!(world.server.received().is_empty());
}

#[tokio::test]
async fn five_deaths_during_a_notice_lose_nobody_and_double_at_most_what_was_on_the_wire() {
    let world = World::new().await;
    let content = world.enqueue_notice(600).await;

    for death in 1..=5 {
        let worker = world.worker();
        let killed = tokio::spawn(async move { worker.try_send_due().await });
        world.server.has_received(death * 60).await;
        killed.abort();
        assert!(killed.await.is_err());
        world.advance(2);
    }
    world.worker().try_send_due().await;

    let mut times: HashMap<String, usize> = HashMap::new();
    for mail in world.server.received() {
        *times.entry(header(&mail, "Message-ID")).or_default() += 1;
    }
    let doubled = times.values().filter(|count| **count > 1).count();
    assert_eq!(times.len(), 600);
    assert!(times.values().all(|count| *count <= 2));
    assert!(doubled <= 5 * world.settings.workers, "{doubled} doubled");
    let counts = world.counts(content).await;
    assert_eq!((counts.total(), counts.sent), (600, 600));
    assert!(counts.is_settled());
}
