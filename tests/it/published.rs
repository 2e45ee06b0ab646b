//! Published pages: made once, never from before a publication, true to the second, never in the way of who sends something.

use std::sync::{Arc, Barrier, mpsc};
use std::time::Duration;

use chrono::TimeDelta;
use diesel::prelude::*;
use futures_util::future::join_all;
use posvet::testing::consultations::{Consultation, bump};
use posvet::testing::db::DatabaseError;
use posvet::testing::db::schema::consultation_texts;

use crate::harness::{TestApp, a_consultation, until};

const REGISTER: &str = "/sl/kranj/socialno-varstvo/register";

#[actix_web::test]
async fn a_page_that_many_ask_for_at_once_is_made_once() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let browser = app.browser();

    let pages = join_all((0..48).map(|_| browser.get(REGISTER))).await;

    assert!(pages.iter().all(|page| page.status == 200));
    assert_eq!(app.state.pages.made(), 1);
}

#[actix_web::test]
async fn parameters_a_page_does_not_read_do_not_make_it_anew() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let browser = app.browser();

    for number in 0..5 {
        let tracked = format!("fbclid={number}&utm_source=x&q=");
        for path in [REGISTER, "/sl/kranj/socialno-varstvo/sections/1"] {
            let page = browser.get(&format!("{path}?{tracked}")).await;
            assert_eq!(page.status, 200);
            assert!(!page.text.contains("fbclid"), "{}", page.text);
        }
    }
    let made = app.state.pages.made();
    browser
        .get(&format!("{REGISTER}?utm_source=x&q=mraz&section=1"))
        .await;
    browser.get(&format!("{REGISTER}?section=1&q=mraz")).await;

    assert_eq!((made, app.state.pages.made()), (2, 3));
}

#[actix_web::test]
async fn what_cannot_be_found_is_told_to_everybody_who_waits() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let browser = app.browser();

    let path = "/sl/kranj/socialno-varstvo/sections/9";
    let pages = join_all((0..20).map(|_| browser.get(path))).await;

    assert!(
        pages
            .iter()
            .all(|page| page.status == 404 && page.has("h1"))
    );
}

/// Publishes another title, as another node would.
async fn rename(app: &TestApp, consultation: &Consultation, title: &'static str) {
    let id = consultation.id;
    app.db()
        .write::<_, DatabaseError, _>(move |connection| {
            let texts =
                consultation_texts::table.filter(consultation_texts::consultation_id.eq(id));
            diesel::update(texts)
                .set(consultation_texts::short_title.eq(title))
                .execute(connection)?;
            bump(connection, id)
        })
        .await
        .unwrap();
}

#[actix_web::test]
async fn a_publication_before_the_first_look_for_publications_is_not_missed() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let node = app.second_node().await;
    let there = app.browser().at(&format!("http://{}", node.address));
    let path = "/sl/kranj/socialno-varstvo/sections/1";
    let before = there.get(path).await;

    rename(&app, &consultation, "Drugi naslov").await;
    let kept = there.get(path).await;
    node.start_workers();

    until(
        "the page of the publication",
        Duration::from_secs(20),
        async || there.get(path).await.text.contains("Drugi naslov"),
    )
    .await;
    assert!(!before.text.contains("Drugi naslov"));
    assert_eq!(before.text, kept.text);
    node.stop().await;
}

#[actix_web::test]
async fn a_page_made_from_what_was_there_before_a_publication_is_not_kept_after_it() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let path = "/sl/kranj/socialno-varstvo/sections/1";
    let browser = app.browser();

    // Many readers, and a publication as often as a page is made: none of them may be kept from before the last.
    for title in ["Prvi", "Drugi", "Tretji", "Četrti", "Peti", "Šesti"] {
        let reading = join_all((0..48).map(|_| browser.get(path)));
        let publishing = async {
            rename(&app, &consultation, title).await;
            app.state.pages.clear();
        };
        futures_util::future::join(reading, publishing).await;
        let after = browser.get(path).await;
        assert!(after.text.contains(title), "{title}: {}", after.text);
    }
}

#[actix_web::test]
async fn an_announcement_appears_on_the_home_page_to_the_second() {
    let app = TestApp::spawn().await;
    let (now, days) = (app.clock.now(), TimeDelta::days);
    // Announced ten days before it opens.
    let opens_at = now.plus(days(10) + TimeDelta::seconds(10));
    a_consultation()
        .window(opens_at, opens_at.plus(days(30)))
        .insert(&app)
        .await;
    let browser = app.browser();
    let is_listed = async || {
        let home = browser.get("/sl/kranj").await;
        home.text.contains("Strategija socialnega varstva")
    };

    let before = is_listed().await;
    app.clock
        .set(now.plus(TimeDelta::seconds(10) - TimeDelta::microseconds(1)));
    let just_before = is_listed().await;
    app.clock.set(now.plus(TimeDelta::seconds(10)));

    assert_eq!(
        (before, just_before, is_listed().await),
        (false, false, true)
    );
}

#[actix_web::test]
async fn pages_that_cost_much_never_stop_a_comment() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let browser = app.browser();
    // More costly pages than there are connections; three of the four run.
    let (begun, running) = mpsc::channel();
    let end = Arc::new(Barrier::new(4));
    let costly: Vec<_> = (0..3)
        .map(|_| {
            let (db, begun, end) = (app.db().clone(), begun.clone(), Arc::clone(&end));
            tokio::spawn(async move {
                db.read_page::<_, DatabaseError, _>(move |_connection| {
                    begun.send(()).unwrap();
                    end.wait();
                    Ok(())
                })
                .await
            })
        })
        .collect();
    let started = tokio::task::spawn_blocking(move || running.iter().take(3).count());
    assert_eq!(started.await.unwrap(), 3);
    let waiting = tokio::spawn({
        let browser = browser.clone();
        async move { join_all((0..8).map(|_| browser.get(REGISTER))).await }
    });

    let form = browser
        .get("/sl/kranj/socialno-varstvo/comment?section=1")
        .await;
    let fields = [
        ("section", "1"),
        ("kind", "content"),
        ("body", "Noči so mrzle."),
        ("submitter_kind", "individual"),
        ("name", "Oseba Zasebna"),
        ("email", "oseba@example.org"),
        ("idempotency_key", "k-1"),
    ];
    let receipt = browser
        .post("/sl/kranj/socialno-varstvo/comment", &fields)
        .await;
    tokio::task::spawn_blocking(move || end.wait())
        .await
        .unwrap();

    assert!(
        form.status == 200 && receipt.status < 300,
        "{}",
        receipt.text
    );
    for page in costly {
        page.await.unwrap().unwrap();
    }
    assert!(waiting.await.unwrap().iter().all(|page| page.status == 200));
}
