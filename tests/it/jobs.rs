//! Long work: in parts, on one node at a time, again after a death, ended by whoever began it.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use anyhow::anyhow;
use chrono::TimeDelta;
use diesel::prelude::*;
use futures_util::future::{BoxFuture, join};
use posvet::testing::app::works;
use posvet::testing::db::lease::LeaseId;
use posvet::testing::db::schema;
use posvet::testing::http::Context;
use posvet::testing::i18n::{Catalogue, Language};
use posvet::testing::jobs::{
    self, Job, JobState, NewJob, Part, Progress, Undone, Work, Works, carry_out,
};
use posvet::testing::kernel::ids::{JobId, StaffId};
use posvet::testing::kernel::role::Role;
use tokio::sync::Notify;

use crate::harness::{Browser, TestApp, a_job};

/// What the next part of the work does.
enum Step {
    Forward,
    ForNow,
    ForGood,
    Panic,
    /// Says that it has begun and waits until it may go on.
    Wait(Arc<Notify>, Arc<Notify>),
    /// Somebody else takes the job meanwhile, and this was all or not.
    Stolen(LeaseId, Part),
}

/// Does what it is told, then is done. It has the name of a kind that pages know.
#[derive(Clone, Default)]
struct Scripted {
    steps: Arc<Mutex<VecDeque<Step>>>,
    done: Arc<Mutex<i64>>,
}

impl Scripted {
    fn of(steps: impl IntoIterator<Item = Step>) -> Self {
        Self {
            steps: Arc::new(Mutex::new(steps.into_iter().collect())),
            done: Arc::default(),
        }
    }

    fn works(&self) -> Works {
        Arc::new([Arc::new(self.clone())])
    }

    /// Parts begun so far.
    fn begun(&self) -> i64 {
        *self.done.lock().unwrap()
    }
}

impl Work for Scripted {
    fn kind(&self) -> &'static str {
        "release"
    }

    fn part<'a>(
        &'a self,
        context: &'a Context,
        job: &'a Job,
    ) -> BoxFuture<'a, Result<Part, Undone>> {
        let step = self.steps.lock().unwrap().pop_front();
        *self.done.lock().unwrap() += i64::from(step.is_some());
        Box::pin(async move {
            match step {
                None => return Ok(Part::Done),
                Some(Step::Forward) => {}
                Some(Step::ForNow) => return Err(Undone::ForNow(anyhow!("not now"))),
                Some(Step::ForGood) => return Err(Undone::ForGood("jobs-cancelled")),
                Some(Step::Panic) => panic!("a part that panics"),
                Some(Step::Wait(begun, go_on)) => {
                    begun.notify_one();
                    go_on.notified().await;
                }
                Some(Step::Stolen(by, ending)) => {
                    let url = context.db.url().clone();
                    let row_key = job.row_key;
                    diesel::update(schema::jobs::table.find(row_key))
                        .set(schema::jobs::lease_owner.eq(by))
                        .execute(&mut url.connect().unwrap())
                        .unwrap();
                    return Ok(ending);
                }
            }
            Ok(Part::More(Progress {
                done: job.done + 1,
                total: job.total,
            }))
        })
    }
}

async fn enqueue(app: &TestApp, staff: Option<StaffId>) -> JobId {
    let now = app.clock.now();
    let job = NewJob {
        staff_id: staff,
        ..a_job(app.state.context.ids.next(now), "the work")
    };
    app.db()
        .write(move |connection| jobs::enqueue(connection, &job, now))
        .await
        .unwrap()
}

async fn found(app: &TestApp, id: JobId) -> Job {
    let job = app.db().read(move |connection| jobs::find(connection, id));
    job.await.unwrap().unwrap()
}

#[tokio::test]
async fn a_job_is_done_part_by_part_and_then_another_may_be_begun() {
    let work = Scripted::of([Step::Forward, Step::Forward, Step::Forward]);
    let app = TestApp::spawn_with(work.works()).await;
    let id = enqueue(&app, None).await;
    let again = enqueue(&app, None).await;

    app.server.jobs.run_due().await.unwrap();
    let job = found(&app, id).await;

    assert_eq!(id, again, "there is one on the same thing");
    assert_eq!((job.state, work.begun()), (JobState::Done, 3));
    assert_eq!(job.finished_at, Some(app.clock.now()));
    assert_ne!(enqueue(&app, None).await, id);
}

#[tokio::test]
async fn two_nodes_do_a_job_once() {
    let work = Scripted::of((0..40).map(|_part| Step::Forward));
    let app = TestApp::spawn_with(work.works()).await;
    let node = app.second_node_with(work.works()).await;
    let id = enqueue(&app, None).await;

    let (here, there) = join(app.server.jobs.run_due(), node.jobs.run_due()).await;
    here.and(there).unwrap();

    let job = found(&app, id).await;
    assert_eq!((job.state, work.begun()), (JobState::Done, 40));
}

#[tokio::test]
async fn a_job_is_anothers_only_when_the_hold_of_a_dead_node_has_ended() {
    let (begun, never) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let work = Scripted::of([Step::Forward, Step::Wait(begun.clone(), never)]);
    let app = TestApp::spawn_with(work.works()).await;
    let node = app.second_node_with(work.works()).await;
    let id = enqueue(&app, None).await;

    let runner = node.jobs.clone();
    let dying = tokio::spawn(async move { runner.run_due().await });
    begun.notified().await;
    dying.abort();
    let _died = dying.await;
    app.server.jobs.run_due().await.unwrap();
    let during = found(&app, id).await;
    app.clock.set(app.clock.now().plus(TimeDelta::seconds(16)));
    app.server.jobs.run_due().await.unwrap();

    assert_eq!((during.state, during.done), (JobState::Waiting, 1));
    assert_eq!(found(&app, id).await.state, JobState::Done);
}

#[tokio::test]
async fn what_fails_for_now_waits_longer_each_time_and_ends_some_day() {
    let mut steps = vec![Step::ForNow, Step::Forward];
    steps.extend((0..8).map(|_try| Step::ForNow));
    let work = Scripted::of(steps);
    let app = TestApp::spawn_with(work.works()).await;
    let id = enqueue(&app, None).await;
    let mut begun = Vec::new();

    // Coming forward begins the pauses anew.
    for minutes in [0, 1, 1, 2, 5, 15, 60, 120, 180] {
        let almost = TimeDelta::minutes(minutes) - TimeDelta::seconds(1);
        app.clock.set(app.clock.now().plus(almost));
        app.server.jobs.run_due().await.unwrap();
        let before = work.begun();
        app.clock.set(app.clock.now().plus(TimeDelta::seconds(1)));
        app.server.jobs.run_due().await.unwrap();
        begun.push((before, work.begun()));
    }

    let expected = [
        (1, 1),
        (1, 3),
        (3, 4),
        (4, 5),
        (5, 6),
        (6, 7),
        (7, 8),
        (8, 9),
        (9, 10),
    ];
    assert_eq!(begun[1..], expected[1..]);
    let job = found(&app, id).await;
    assert_eq!(job.state, JobState::Failed);
    assert_eq!(job.error, "jobs-error-tried-too-often");
}

#[tokio::test]
async fn what_fails_for_good_is_not_tried_again_and_a_panic_is_a_try() {
    let work = Scripted::of([Step::Panic, Step::ForGood]);
    let app = TestApp::spawn_with(work.works()).await;
    let id = enqueue(&app, None).await;

    app.server.jobs.run_due().await.unwrap();
    let panicked = found(&app, id).await.state;
    app.clock.set(app.clock.now().plus(TimeDelta::minutes(1)));
    app.server.jobs.run_due().await.unwrap();

    let job = found(&app, id).await;
    assert_eq!(panicked, JobState::Waiting);
    assert_eq!((job.state, work.begun()), (JobState::Failed, 2));
    assert_eq!(job.error, "jobs-cancelled");
}

#[tokio::test]
async fn a_process_that_always_dies_of_a_job_is_left_in_peace_in_the_end() {
    let app = TestApp::spawn_with(Scripted::default().works()).await;
    let id = enqueue(&app, None).await;
    diesel::update(schema::jobs::table)
        .set(schema::jobs::attempts.eq(10))
        .execute(&mut app.database.url.connect().unwrap())
        .unwrap();

    app.server.jobs.run_due().await.unwrap();

    assert_eq!(found(&app, id).await.state, JobState::Failed);
}

#[tokio::test]
async fn whoever_has_lost_a_job_records_nothing_of_it() {
    let thief: LeaseId = "01a222be-91c0-775b-bc96-ab606a4e4076".parse().unwrap();
    let forward = Part::More(Progress { done: 1, total: 4 });
    for ending in [forward, Part::Done] {
        let work = Scripted::of([Step::Stolen(thief, ending), Step::Forward]);
        let app = TestApp::spawn_with(work.works()).await;
        let id = enqueue(&app, None).await;

        app.server.jobs.run_due().await.unwrap();

        let job = found(&app, id).await;
        assert_eq!((job.state, job.done), (JobState::Waiting, 0), "{ending:?}");
        assert_eq!(work.begun(), 1);
    }
}

/// Takes as long as it takes until a hold is renewed.
#[tokio::test]
async fn a_part_that_lasts_is_given_up_when_somebody_ends_the_job() {
    let (begun, never) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let work = Scripted::of([Step::Wait(begun.clone(), never), Step::Forward]);
    let app = TestApp::spawn_with(work.works()).await;
    let (mine, staff) = coordinator(&app).await;
    let id = enqueue(&app, Some(staff)).await;

    let runner = app.server.jobs.clone();
    let running = tokio::spawn(async move { runner.run_due().await });
    begun.notified().await;
    mine.post(&format!("/sl/desk/jobs/{id}/cancel"), &[]).await;
    let ended = tokio::time::timeout(Duration::from_secs(20), running).await;

    ended.expect("the part is waited for").unwrap().unwrap();
    assert_eq!(found(&app, id).await.state, JobState::Cancelled);
    assert_eq!(work.begun(), 1);
}

#[tokio::test]
async fn whoever_waits_for_a_job_leaves_it_to_go_on() {
    let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let work = Scripted::of([Step::Wait(begun, go_on.clone())]);
    let app = TestApp::spawn_with(work.works()).await;
    let id = enqueue(&app, None).await;

    let patience = Duration::from_millis(50);
    carry_out(&app.state.context, Arc::new(work.clone()), id, patience)
        .await
        .unwrap();
    carry_out(&app.state.context, Arc::new(work.clone()), id, patience)
        .await
        .unwrap();
    let during = found(&app, id).await.state;
    go_on.notify_one();
    let patience = Duration::from_secs(20);
    carry_out(&app.state.context, Arc::new(work), id, patience)
        .await
        .unwrap();

    assert_eq!(during, JobState::Waiting, "somebody is at it");
    assert_eq!(found(&app, id).await.state, JobState::Done);
}

/// A browser of somebody, and who that is.
async fn coordinator(app: &TestApp) -> (Browser, StaffId) {
    let browser = app.sign_in_as(Role::Coordinator).await;
    let newest = schema::staff::table
        .order(schema::staff::id.desc())
        .select(schema::staff::id)
        .first(&mut app.database.url.connect().unwrap())
        .unwrap();
    (browser, newest)
}

#[tokio::test]
async fn whoever_began_a_job_sees_how_far_it_is_and_ends_it() {
    let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let work = Scripted::of([Step::Forward, Step::Wait(begun.clone(), go_on.clone())]);
    let app = TestApp::spawn_with(work.works()).await;
    let (mine, staff) = coordinator(&app).await;
    let (other, _staff) = coordinator(&app).await;
    let id = enqueue(&app, Some(staff)).await;
    let cancel = format!("/sl/desk/jobs/{id}/cancel");

    let runner = app.server.jobs.clone();
    let running = tokio::spawn(async move { runner.run_due().await });
    begun.notified().await;
    let (shown, hidden) = (mine.get("/sl/desk").await, other.get("/sl/desk").await);
    let refused = other.post(&cancel, &[]).await;
    let wanted = found(&app, id).await.cancelled_at;
    let ended = mine.post(&cancel, &[]).await;
    go_on.notify_one();
    running.await.unwrap().unwrap();
    let after = mine.get("/sl/desk").await;

    assert!(shown.text.contains("1 od 4") && shown.text.contains(&cancel));
    assert!(!hidden.text.contains("Delo v teku"));
    assert_eq!((refused.status, wanted), (200, None), "it is not theirs");
    assert!(ended.text.contains("Delo se bo kmalu končalo."));
    assert_eq!(found(&app, id).await.state, JobState::Cancelled);
    assert!(after.text.contains("Delo je bilo prekinjeno.") && !after.text.contains(&cancel));
}

#[tokio::test]
async fn a_job_nobody_is_at_ends_at_once() {
    let app = TestApp::spawn_with(Scripted::of([Step::Forward]).works()).await;
    let (mine, staff) = coordinator(&app).await;
    let id = enqueue(&app, Some(staff)).await;

    mine.post(&format!("/sl/desk/jobs/{id}/cancel"), &[]).await;
    app.server.jobs.run_due().await.unwrap();

    let job = found(&app, id).await;
    assert_eq!((job.state, job.done), (JobState::Cancelled, 0));
}

/// A kind whose name no message has would be shown as an error, to somebody who waits.
#[tokio::test]
async fn every_kind_of_work_has_a_name() {
    let catalogue = Catalogue::load().unwrap();
    for work in works().iter() {
        let key = format!("jobs-kind-{}", work.kind().replace('_', "-"));
        for lang in [Language::Sl, Language::En] {
            assert!(catalogue.has(lang, &key), "{key}");
        }
    }
}
