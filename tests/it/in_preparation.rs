//! A consultation that is not announced yet does not exist for the public, at any address.

use chrono::TimeDelta;
use posvet::testing::app::routes;
use posvet::testing::http::Access;
use posvet::testing::kernel::role::Role;

use crate::harness::{TestApp, a_consultation};

#[actix_web::test]
async fn nothing_below_a_consultation_in_preparation_is_found_by_the_public() {
    let app = TestApp::spawn().await;
    let opens = app.clock.now().plus(TimeDelta::days(30));
    a_consultation()
        .window(opens, opens.plus(TimeDelta::days(30)))
        .insert(&app)
        .await;

    let mut looked_at = 0;
    for route in routes() {
        if route.access != Access::Public || !route.path.contains("{consultation}") {
            continue;
        }
        looked_at += 1;
        let path = route
            .path
            .replace("{lang}", "sl")
            .replace("{authority}", "kranj")
            .replace("{consultation}", "socialno-varstvo")
            .replace("{number}", "1")
            .replace("{event}", "0f1e2d3c4b5a6978")
            .replace("{document_id}", "01a222be-91c0-775b-bc96-ab606a4e4076")
            .replace("{reference}", "KRANJ-2022-0001")
            .replace("{position}", "1");
        assert!(
            !path.contains('{'),
            "a parameter this test does not know: {path}"
        );
        let browser = app.browser();
        let answer = if route.method.as_str() == "POST" {
            browser.post(&path, &[("email", "ana@example.org")]).await
        } else {
            browser.get(&path).await
        };
        assert_eq!(answer.status, 404, "{} {path}", route.method);
    }
    assert!(looked_at >= 6, "{looked_at}");
}

#[actix_web::test]
async fn nothing_that_tells_of_all_consultations_tells_of_one_in_preparation() {
    let app = TestApp::spawn().await;
    let opens = app.clock.now().plus(TimeDelta::days(30));
    let hidden = a_consultation().slug("skrita-strategija");
    let hidden = hidden.window(opens, opens.plus(TimeDelta::days(30)));
    hidden.insert(&app).await;
    a_consultation().insert(&app).await;

    for path in [
        "/sl?q=strategija",
        "/sl",
        "/en",
        "/sl/kranj",
        "/sl/feed.atom",
        "/sl/kranj/feed.atom",
        "/sl/calendar.ics",
        "/en/kranj/calendar.ics",
        "/sitemap.xml",
    ] {
        let page = app.browser().get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(
            page.text.contains("socialno-varstvo"),
            "{path}: {}",
            page.text
        );
        assert!(!page.text.contains("skrita"), "{path}: {}", page.text);
    }
}

#[actix_web::test]
async fn those_who_prepare_it_see_it() {
    let app = TestApp::spawn().await;
    let opens = app.clock.now().plus(TimeDelta::days(30));
    a_consultation()
        .window(opens, opens.plus(TimeDelta::days(30)))
        .insert(&app)
        .await;

    let coordinator = app.sign_in_as(Role::Coordinator).await;

    for path in ["", "/notices/new"] {
        let page = coordinator
            .get(&format!("/sl/desk/kranj/socialno-varstvo{path}"))
            .await;
        assert_eq!(page.status, 200, "{path}");
    }
}
