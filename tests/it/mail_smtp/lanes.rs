//! Mails for one person: never behind a mass mailing, soon again after a death, and stopped when they are not wanted.

use std::time::Duration;

use chrono::TimeDelta;
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use posvet::testing::db::DatabaseError;
use posvet::testing::db::lease::{Hold, LeaseId};
use posvet::testing::db::schema::outbox;
use posvet::testing::kernel::clock::Instant;
use posvet::testing::mail::kind::Lane;
use posvet::testing::mail::retry::Outcome;
use posvet::testing::mail::{outbox as mails, outbox::MailState};
use posvet::testing::mail::{outbox::queue, outbox::queue::Begun, outbox::queue::Finished};
use tokio_util::sync::CancellationToken;

use super::server::Answer;
use super::world::{ANA, LINK, World};
use crate::harness::until;

const MANY: u32 = 5_000;

#[tokio::test]
async fn a_confirmation_leaves_next_though_thousands_wait_and_every_connection_is_busy() {
    let world = World::new().await;
    world.server.takes(Duration::from_millis(250));
    world.enqueue_notice(MANY).await;
    let running = tokio::spawn({
        let worker = world.worker();
        async move { worker.run(CancellationToken::new()).await }
    });
    world.server.has_received(world.settings.workers).await;

    world.enqueue("confirm_submission", ANA).await;
    let before = world.server.received().len();
    let place = || {
        let received = world.server.received();
        received
            .iter()
            .position(|mail| mail.recipient.contains(ANA))
    };
    until(
        "the confirmation leaves",
        Duration::from_secs(60),
        async || place().is_some(),
    )
    .await;
    running.abort();

    let passed = place().unwrap() - before.min(place().unwrap());
    assert!(
        passed <= 5 * world.settings.workers,
        "{passed} left before it"
    );
}

/// Takes what is due in the lane of single mails and dies with it.
async fn take_and_die(world: &World) -> LeaseId {
    let now = world.clock.now();
    let hold = Hold {
        lease: world.ids.next(now),
        until: now.plus(TimeDelta::seconds(20)),
    };
    let taken = world
        .database
        .write(move |conn| queue::claim(conn, Lane::Single, hold, now, 10));
    assert_eq!(taken.await.unwrap().len(), 1);
    hold.lease
}

#[tokio::test]
async fn a_mail_for_one_person_in_the_hands_of_the_dead_rests_for_seconds() {
    let world = World::new().await;
    world.enqueue("confirm_submission", ANA).await;
    world.server.will(&[Answer::SilenceAfterFinalDot]);
    let worker = world.worker();
    let killed = tokio::spawn(async move { worker.try_send_due().await });
    world.server.has_received(1).await;
    killed.abort();
    assert!(killed.await.is_err());
    assert_eq!(world.worker().try_send_due().await, 0);

    let seconds = |seconds| world.clock.now().plus(TimeDelta::seconds(seconds));
    world.clock.set(seconds(20));
    assert_eq!(world.worker().try_send_due().await, 1);
    world
        .enqueue("submission_received", "bor@example.org")
        .await;
    take_and_die(&world).await;
    world.clock.set(seconds(20));
    assert_eq!(world.worker().try_send_due().await, 1);
}

#[tokio::test]
async fn a_slow_conversation_keeps_its_mail() {
    let world = World::new().await;
    let row_key = world.enqueue("confirm_submission", ANA).await;
    world.server.will(&[Answer::SilenceAfterFinalDot]);
    let worker = world.worker();
    let sending = tokio::spawn(async move { worker.try_send_due().await });
    world.server.has_received(1).await;

    let later = world.clock.now().plus(TimeDelta::seconds(15));
    world.clock.set(later);
    until(
        "the lease is renewed",
        Duration::from_secs(30),
        async || lease_until(&world, row_key).await > Some(later.plus(TimeDelta::seconds(15))),
    )
    .await;
    world.clock.set(later.plus(TimeDelta::seconds(15)));

    assert_eq!(world.worker().try_send_due().await, 0);
    sending.abort();
}

async fn lease_until(world: &World, row_key: i64) -> Option<Instant> {
    let found = world
        .database
        .read::<Option<Instant>, DatabaseError, _>(move |conn| {
            Ok(outbox::table
                .filter(outbox::row_key.eq(row_key))
                .select(outbox::lease_until)
                .first(conn)?)
        });
    found.await.unwrap()
}

#[tokio::test]
async fn a_mail_stopped_while_it_is_on_the_wire_counts_as_sent_or_is_not_tried_again() {
    let world = World::new().await;
    let now = world.clock.now();
    for (outcome, expected) in [
        (
            Outcome::Deferred {
                reply: "451 later".to_owned(),
                until: now,
            },
            MailState::Suppressed,
        ),
        (
            Outcome::Sent {
                reply: "250 taken".to_owned(),
            },
            MailState::Sent,
        ),
    ] {
        let row_key = world.enqueue("submission_received", ANA).await;
        let lease = take_and_die(&world).await;
        let begun = Begun {
            row_keys: vec![row_key],
            lease,
            attempt: 1,
            note: String::new(),
            lease_until: now.plus(TimeDelta::minutes(1)),
        };
        let finished = Finished {
            row_keys: vec![row_key],
            lease,
            attempt: 1,
            outcome,
            at: now,
        };
        let written = world.database.write::<_, DatabaseError, _>(move |conn| {
            assert!(queue::begin(conn, &begun)?);
            mails::suppress(conn, LINK, now)?;
            queue::record(conn, &finished)?;
            // Nobody may begin what was stopped.
            assert_eq!(mails::suppress(conn, LINK, now)?, 0);
            Ok(())
        });
        written.await.unwrap();

        assert_eq!(world.mail(row_key).await.state, expected);
        world.advance(10);
        assert_eq!(world.worker().try_send_due().await, 0);
    }
}
