//! What the public sees as the clock moves through a window.

use diesel::{ExpressionMethods as _, QueryDsl as _, RunQueryDsl as _};
use posvet::testing::db::schema::consultations;
use posvet::testing::db::{DatabaseError, DbConnection};
use posvet::testing::kernel::clock::Instant;

use crate::harness::{TestApp, a_consultation, submit};

fn at(text: &str) -> Instant {
    Instant::new(text.parse().unwrap())
}

#[actix_web::test]
async fn the_page_follows_the_clock_and_not_its_cache() {
    let app = TestApp::spawn().await;
    app.clock.set(at("2022-03-01T12:00:00Z"));
    a_consultation()
        .window(at("2022-03-09T23:00:00Z"), at("2022-04-10T22:00:00Z"))
        .insert(&app)
        .await;
    let browser = app.browser();
    let banner = async || {
        browser
            .get("/sl/kranj/socialno-varstvo")
            .await
            .text("main .state h2")
    };

    let announced = banner().await;
    app.clock.set(at("2022-03-10T00:00:00+01:00"));
    let open = banner().await;
    app.clock.set(at("2022-04-10T23:59:59+02:00"));
    let last = banner().await;
    app.clock.set(at("2022-04-11T00:00:00+02:00"));
    let closed = banner().await;

    assert_eq!(announced, "Napovedano");
    assert_eq!(
        (open.as_str(), last.as_str()),
        ("Odprto za pripombe", "Odprto za pripombe")
    );
    assert!(closed.starts_with("Zaprto"), "{closed}");
}

#[actix_web::test]
async fn the_deadline_is_the_last_day_at_24_00() {
    let app = TestApp::spawn().await;
    a_consultation()
        .window(at("2022-03-09T23:00:00Z"), at("2022-04-10T22:00:00Z"))
        .insert(&app)
        .await;

    let page = app.browser().get("/sl/kranj/socialno-varstvo").await;

    let words = page.text("main .state").replace('\u{a0}', " ");
    assert!(
        words.contains("nedelje, 10. aprila 2022, do 24.00"),
        "{words}"
    );
}

#[actix_web::test]
async fn the_form_is_there_only_while_the_window_is_open() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();
    let form = "/sl/kranj/socialno-varstvo/comment";

    assert!(browser.get(form).await.has("textarea#body"));
    app.clock.set(consultation.window.closes_at);
    assert!(!browser.get(form).await.has("textarea#body"));
}

#[actix_web::test]
async fn a_withdrawn_consultation_is_read_and_takes_no_comments() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().closing_in(20).insert(&app).await;
    let (id, now) = (consultation.id, app.clock.now());
    let withdraw = move |connection: &mut DbConnection| {
        diesel::update(consultations::table.find(id))
            .set(consultations::withdrawn_at.eq(now))
            .execute(connection)
            .map_err(DatabaseError::Query)
    };
    app.db().write(withdraw).await.unwrap();
    let browser = app.browser();

    let page = browser.get("/sl/kranj/socialno-varstvo").await;
    let refused = submit(&browser, &consultation, &[("body", "Prepozno?")]).await;

    assert_eq!((page.status, refused.status), (200, 409));
    assert!(!page.has("a[href$='/comment']"));
    assert!(refused.text.contains("Prepozno?"), "nothing typed is lost");
    assert!(app.mails_to("oseba@example.org").await.is_empty());
}
