//! A release that takes several writes: nothing of it is seen before its end, and nothing is done twice.

use chrono::TimeDelta;
use diesel::prelude::*;
use futures_util::future::join;
use posvet::testing::consultations::Consultation;
use posvet::testing::db::lease::LeaseId;
use posvet::testing::db::schema::consultations;
use posvet::testing::db::{DatabaseError, schema};
use posvet::testing::jobs;
use posvet::testing::kernel::ids::CommentId;
use posvet::testing::kernel::role::Role;
use posvet::testing::responses;

use super::{answer, desk};
use crate::harness::{
    Browser, TestApp, a_comment, a_consultation, a_job, assert_released_once, deviations,
};

/// More than two parts of a release, more than four of its mails.
const COMMENTS: usize = 2_100;
const TEXT: &str = "Zavetišče naj bo odprto vse leto.";

/// A closed consultation with an approved response to each comment; one comment of it.
async fn answered(app: &TestApp) -> (Consultation, CommentId) {
    let consultation = a_consultation().closing_in(-1).insert(app).await;
    let mut last = None;
    for number in 0..COMMENTS {
        let address = format!("oseba.{number}@example.org");
        let comment = a_comment(&consultation).body(TEXT).email(&address);
        last = Some(comment.insert(app).await);
    }
    let (id, now, tokens) = (
        consultation.id,
        app.clock.now(),
        app.state.context.tokens.clone(),
    );
    app.db()
        .write(move |connection| responses::answer_all(connection, &tokens, id, false, now))
        .await
        .unwrap();
    (consultation, last.unwrap())
}

/// Begins a release and moves its first part, as a node does that is stopped then. Its job is given up, or the node has
/// held it until now.
async fn stop_half_way(app: &TestApp, consultation: &Consultation, is_held: bool) {
    let (id, now) = (consultation.id, app.clock.now());
    let lease: LeaseId = app.state.context.ids.next(now);
    let job = a_job(app.state.context.ids.next(now), &id.to_string());
    app.db()
        .write::<_, DatabaseError, _>(move |connection| {
            let staff = schema::staff::table
                .select(schema::staff::id)
                .first(connection)?;
            responses::begin_release(connection, id, staff, 0, now)?;
            let begun = responses::find_under_way(connection, id)?.unwrap();
            assert_eq!(responses::release_some(connection, &begun, 1_000)?, 1_000);
            if is_held {
                let job = jobs::enqueue(connection, &job, now)?;
                diesel::update(schema::jobs::table.filter(schema::jobs::id.eq(job)))
                    .set((
                        schema::jobs::lease_owner.eq(Some(lease)),
                        schema::jobs::lease_until.eq(Some(now.plus(TimeDelta::seconds(15)))),
                    ))
                    .execute(connection)?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

fn register(consultation: &Consultation) -> String {
    format!(
        "/sl/{}/{}/register",
        consultation.authority.slug, consultation.slug
    )
}

fn assert_each_once(app: &TestApp) {
    assert_released_once(&app.database, "oseba.%", COMMENTS);
}

async fn press(browser: &Browser, consultation: &Consultation) -> u16 {
    let release = format!("{}/release", desk(consultation));
    browser.post(&release, &[("confirm", "true")]).await.status
}

#[tokio::test]
async fn a_release_left_half_way_shows_nothing_and_is_finished_by_pressing_again() {
    let app = TestApp::spawn().await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    app.sign_in_as(Role::Reviewer).await;
    let (consultation, comment) = answered(&app).await;
    let public = app.browser();
    let before = public.get(&register(&consultation)).await;
    stop_half_way(&app, &consultation, false).await;

    app.state.pages.clear();
    let during = public.get(&register(&consultation)).await;
    let release = coordinator
        .get(&format!("{}/release", desk(&consultation)))
        .await;
    let reopening = [("version", "3"), ("note", "Še enkrat.")];
    let reopened = coordinator
        .post(
            &format!("{}/reopen", answer(&consultation, comment)),
            &reopening,
        )
        .await;
    let found = deviations(&mut app.database.url.connect().unwrap());

    assert_eq!(during.texts(".sum b"), before.texts(".sum b"));
    assert!(!during.text.contains(TEXT) && !during.text.contains("Objavljeno"));
    assert!(release.text.contains("ni prišla do konca"));
    assert_eq!(reopened.status, 409);
    assert_eq!(found, []);

    assert_eq!(press(&coordinator, &consultation).await, 200);
    app.server.jobs.run_due().await.unwrap();

    assert!(
        public
            .get(&register(&consultation))
            .await
            .text
            .contains(TEXT)
    );
    assert_each_once(&app);
    let mut connection = app.database.url.connect().unwrap();
    let total: i64 = schema::jobs::table
        .filter(schema::jobs::kind.eq("release"))
        .select(schema::jobs::total)
        .first(&mut connection)
        .unwrap();
    assert_eq!(
        usize::try_from(total).unwrap(),
        COMMENTS,
        "what was moved before counts too"
    );
    assert_eq!(deviations(&mut connection), []);
}

#[tokio::test]
async fn a_release_whose_node_was_stopped_is_finished_by_any_other() {
    let app = TestApp::spawn().await;
    app.sign_in_as(Role::Coordinator).await;
    app.sign_in_as(Role::Reviewer).await;
    let (consultation, _comment) = answered(&app).await;
    stop_half_way(&app, &consultation, true).await;
    let released_at = || {
        let found: Option<posvet::testing::kernel::clock::Instant> = consultations::table
            .find(consultation.id)
            .select(consultations::released_at)
            .first(&mut app.database.url.connect().unwrap())
            .unwrap();
        found
    };
    let node = app.second_node().await;

    node.jobs.run_due().await.unwrap();
    assert_eq!(released_at(), None, "it may still be at work");
    app.clock.set(app.clock.now().plus(TimeDelta::seconds(16)));
    let (here, there) = join(app.server.jobs.run_due(), node.jobs.run_due()).await;
    here.and(there).unwrap();

    assert_eq!(released_at(), Some(app.clock.now()));
    assert_each_once(&app);
}

#[tokio::test]
async fn two_coordinators_who_press_at_the_same_time_on_two_nodes_release_once() {
    let app = TestApp::spawn().await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    app.sign_in_as(Role::Reviewer).await;
    let (consultation, _comment) = answered(&app).await;
    let node = app.second_node().await;
    let there = coordinator.at(&format!("http://{}", node.address));

    let pressed = join(
        press(&coordinator, &consultation),
        press(&there, &consultation),
    )
    .await;
    app.server.jobs.run_due().await.unwrap();

    assert_eq!(pressed, (200, 200));
    assert_each_once(&app);
}
