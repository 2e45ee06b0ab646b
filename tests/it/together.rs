//! Many people who press "send" in the same moment: their submissions are stored in groups, and none feels the others.

use std::collections::BTreeSet;
use std::sync::mpsc;
use std::time::Duration;

use diesel::connection::SimpleConnection as _;
use diesel::dsl::count_star;
use diesel::{ExpressionMethods as _, QueryDsl as _, RunQueryDsl as _};
use futures_util::future::join_all;
use posvet::testing::audit;
use posvet::testing::consultations::Consultation;
use posvet::testing::db::schema::{cache_versions, comments, outbox, submissions};
use posvet::testing::db::{DatabaseError, DbConnection, Failure};

use crate::harness::{Page, TestApp, a_consultation};

const PEOPLE: usize = 20;

/// What each person sends: the body and the key.
async fn send_together(
    app: &TestApp,
    consultation: &Consultation,
    sent: &[(String, String)],
) -> Vec<Page> {
    let form = format!("/sl/kranj/{}/comment", consultation.slug);
    let browser = app.browser();
    let posts = sent.iter().map(|(body, key)| {
        let (browser, form) = (browser.clone(), form.clone());
        async move {
            let fields = [
                ("section", "2"),
                ("kind", "content"),
                ("body", body),
                ("submitter_kind", "individual"),
                ("name", "Oseba Zasebna"),
                ("email", "oseba@example.org"),
                ("idempotency_key", key),
            ];
            browser.post(&form, &fields).await
        }
    });
    let held = hold_writer(app);
    let release = async {
        tokio::time::sleep(Duration::from_millis(500)).await;
        held.send(()).expect("the writer waits");
    };
    let (pages, ()) = futures_util::future::join(join_all(posts), release).await;
    pages
}

/// Nothing is written until something is sent: what comes meanwhile is one group.
fn hold_writer(app: &TestApp) -> mpsc::Sender<()> {
    let (release, held) = mpsc::channel();
    let db = app.db().clone();
    tokio::spawn(async move {
        db.write::<_, DatabaseError, _>(move |_connection| {
            held.recv().expect("released");
            Ok(())
        })
        .await
    });
    release
}

async fn count(app: &TestApp) -> (i64, i64, i64) {
    let counts = |connection: &mut DbConnection| {
        Ok::<_, DatabaseError>((
            submissions::table.select(count_star()).first(connection)?,
            comments::table.select(count_star()).first(connection)?,
            outbox::table.select(count_star()).first(connection)?,
        ))
    };
    app.db().read(counts).await.unwrap()
}

async fn chain_is_whole(app: &TestApp) -> bool {
    let tokens = app.state.context.tokens.clone();
    let verify = move |connection: &mut DbConnection| audit::verify(connection, &tokens);
    let report = app.db().read::<_, DatabaseError, _>(verify).await.unwrap();
    report.fault.is_none()
}

fn references(pages: &[Page]) -> BTreeSet<String> {
    pages
        .iter()
        .filter_map(|page| page.header("posvet-reference"))
        .collect()
}

#[actix_web::test]
async fn people_who_press_send_together_each_get_a_number_of_their_own() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let sent: Vec<_> = (0..PEOPLE)
        .map(|number| (format!("Pripomba {number}."), format!("k-{number}")))
        .collect();

    let pages = send_together(&app, &consultation, &sent).await;

    let expected: BTreeSet<String> = (1..=PEOPLE)
        .map(|number| format!("{}-{number:04}", consultation.reference_prefix))
        .collect();
    assert!(pages.iter().all(|page| page.status == 200));
    assert_eq!(references(&pages), expected);
    for (page, (body, _key)) in pages.iter().zip(&sent) {
        assert!(page.texts("main").concat().contains(body));
    }
    assert_eq!(count(&app).await, (20, 20, 20));
    assert!(chain_is_whole(&app).await);
}

#[actix_web::test]
async fn one_key_pressed_many_times_at_once_is_one_submission() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let sent = vec![("Pripomba.".to_owned(), "k-1".to_owned()); PEOPLE];

    let pages = send_together(&app, &consultation, &sent).await;

    assert!(pages.iter().all(|page| page.status == 200));
    assert_eq!(references(&pages).len(), 1);
    assert_eq!(count(&app).await, (1, 1, 1));
}

#[actix_web::test]
async fn another_text_under_a_key_of_the_same_moment_is_refused_alone() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let mut sent: Vec<_> = (0..PEOPLE)
        .map(|number| (format!("Pripomba {number}."), format!("k-{number}")))
        .collect();
    sent.push(("Drugo besedilo.".to_owned(), "k-3".to_owned()));

    let pages = send_together(&app, &consultation, &sent).await;

    let refused: Vec<_> = pages.iter().filter(|page| page.status == 409).collect();
    assert_eq!(refused.len(), 1);
    assert!(
        ["Drugo besedilo.", "Pripomba 3."].contains(&refused[0].text("textarea#body").as_str())
    );
    assert_eq!(references(&pages).len(), PEOPLE);
    assert_eq!(count(&app).await, (20, 20, 20));
}

#[actix_web::test]
async fn what_the_database_refuses_takes_nobody_else_with_it() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    app.db()
        .write::<_, DatabaseError, _>(|connection| Ok(refuse_poison(connection)?))
        .await
        .unwrap();
    let mut sent: Vec<_> = (0..PEOPLE)
        .map(|number| (format!("Pripomba {number}."), format!("k-{number}")))
        .collect();
    sent[7].0 = "strup".to_owned();

    let pages = send_together(&app, &consultation, &sent).await;

    let statuses: Vec<u16> = pages.iter().map(|page| page.status).collect();
    assert_eq!(statuses[7], 500);
    assert_eq!(
        statuses.iter().filter(|status| **status == 200).count(),
        PEOPLE - 1
    );
    assert_eq!(references(&pages).len(), PEOPLE - 1);
    assert_eq!(count(&app).await, (19, 19, 19));
    assert!(chain_is_whole(&app).await);
}

#[actix_web::test]
async fn what_the_database_refuses_alone_is_our_fault_and_not_a_matter_of_time() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    app.db()
        .write::<_, DatabaseError, _>(|connection| Ok(refuse_poison(connection)?))
        .await
        .unwrap();
    let sent = [("strup".to_owned(), "k-1".to_owned())];

    let pages = send_together(&app, &consultation, &sent).await;

    assert_eq!(pages[0].status, 500);
    assert_eq!(count(&app).await, (0, 0, 0));
}

#[actix_web::test]
async fn a_write_that_panics_fails_alone_and_the_writer_lives() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let sent: Vec<_> = (0..10)
        .map(|number| (format!("Pripomba {number}."), format!("k-{number}")))
        .collect();
    let panicking = (0..4).map(|_| {
        app.db()
            .write::<(), DatabaseError, _>(|_connection| panic!("a fault of ours"))
    });

    // Received last, the panics are in one group with the submissions.
    let (pages, panics) = futures_util::future::join(
        send_together(&app, &consultation, &sent),
        join_all(panicking),
    )
    .await;
    let later = send_together(
        &app,
        &consultation,
        &[("Še ena.".to_owned(), "k-10".to_owned())],
    )
    .await;

    assert!(pages.iter().chain(&later).all(|page| page.status == 200));
    assert!(
        panics
            .iter()
            .all(|one| matches!(one, Err(DatabaseError::Panicked)))
    );
    assert_eq!(app.browser().get("/readyz").await.status, 200);
    assert_eq!(count(&app).await, (11, 11, 11));
    assert!(chain_is_whole(&app).await);
}

#[actix_web::test]
async fn a_read_that_panics_is_our_fault_and_harms_no_other() {
    let app = TestApp::spawn().await;

    let panics = join_all((0..8).map(|_| {
        app.db()
            .read::<(), DatabaseError, _>(|_connection| panic!("a fault of ours"))
    }))
    .await;

    assert!(
        panics
            .iter()
            .all(|one| matches!(one, Err(DatabaseError::Panicked)))
    );
    assert_eq!(count(&app).await, (0, 0, 0));
}

#[actix_web::test]
async fn a_node_whose_writer_does_not_answer_is_not_ready() {
    let app = TestApp::spawn().await;

    let held = hold_writer(&app);
    let stuck = app.browser().get("/readyz").await;
    held.send(()).expect("the writer waits");
    let free = app.browser().get("/readyz").await;

    assert_eq!((stuck.status, free.status), (503, 200));
    assert!(
        stuck.text.contains(r#""writer":"unavailable""#),
        "{}",
        stuck.text
    );
}

fn refuse_poison(connection: &mut DbConnection) -> diesel::QueryResult<()> {
    match connection {
        DbConnection::Sqlite(sqlite) => sqlite.batch_execute(
            "create trigger refuse_poison before insert on comments when new.body = 'strup'
             begin select raise(abort, 'poison'); end;",
        ),
        DbConnection::Postgres(pg) => pg.batch_execute(
            "create function refuse_poison() returns trigger language plpgsql as
                 $$ begin if new.body = 'strup' then raise exception 'poison'; end if; return new; end $$;
             create trigger refuse_poison before insert on comments for each row execute function refuse_poison();",
        ),
    }
}

/// A rule said no.
#[derive(Debug, thiserror::Error)]
#[error("refused")]
struct No;

#[actix_web::test]
async fn what_a_refused_act_wrote_before_is_undone_and_its_neighbours_stay() {
    let app = TestApp::spawn().await;
    let held = hold_writer(&app);
    let note = |scope: &'static str, is_refused: bool| {
        app.db().write(move |connection| {
            diesel::insert_into(cache_versions::table)
                .values((
                    cache_versions::scope.eq(scope),
                    cache_versions::version.eq(1),
                ))
                .execute(connection)
                .map_err(DatabaseError::Query)?;
            if is_refused {
                Err(Failure::Refused(No))
            } else {
                Ok(())
            }
        })
    };
    let acts = [("a", true), ("b", false), ("c", true), ("d", false)];
    let together = join_all(acts.map(|(scope, is_refused)| note(scope, is_refused)));
    let release = async { held.send(()).expect("the writer waits") };

    let (outcomes, ()) = futures_util::future::join(together, release).await;

    let refused: Vec<bool> = outcomes.iter().map(Result::is_err).collect();
    assert_eq!(refused, [true, false, true, false]);
    let stored: Vec<String> = app
        .db()
        .read_blocking(|connection| {
            let scopes = cache_versions::table.order(cache_versions::scope);
            Ok::<_, DatabaseError>(scopes.select(cache_versions::scope).load(connection)?)
        })
        .unwrap();
    assert_eq!(stored, ["b", "d"]);
}
