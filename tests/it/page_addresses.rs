//! Each page has one address.

use crate::harness::{TestApp, a_consultation};

const DRAFT: &str = "/sl/kranj/socialno-varstvo";

#[actix_web::test]
async fn other_spellings_of_an_address_lead_to_the_one_for_good() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let browser = app.browser().staying();

    for (typed, right) in [
        ("/sl/", "/sl"),
        ("/sl//kranj", "/sl/kranj"),
        ("/SL/Kranj", "/sl/kranj"),
        ("/sl/%6Branj/", "/sl/kranj"),
        ("/sl/kranj/socialno-varstvo/", DRAFT),
        ("/sl/Desk/kranj/", "/sl/desk/kranj"),
        (
            "/sl/kranj/Socialno-Varstvo/register/?page=2&q=Ana",
            "/sl/kranj/socialno-varstvo/register?page=2&q=Ana",
        ),
        (
            "/sl/submissions/00000000-0000-7000-8000-000000000000/AbC/",
            "/sl/submissions/00000000-0000-7000-8000-000000000000/AbC",
        ),
    ] {
        let page = browser.get(typed).await;
        assert_eq!(page.status, 308, "{typed}");
        assert_eq!(page.header("location").as_deref(), Some(right), "{typed}");
    }
}

#[actix_web::test]
async fn what_only_looks_like_an_address_of_ours_is_not_found() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let browser = app.browser().staying();
    let section = format!("{DRAFT}/sections/1");
    assert_eq!(browser.get(&section).await.status, 200);

    for typed in [
        format!("{DRAFT}/sections/001"),
        format!("{DRAFT}/sections/+1"),
        format!("{DRAFT}/sections/1.0"),
        format!("{DRAFT}/sections/-1"),
        format!("{DRAFT}/comment?section=01"),
        format!("{DRAFT}/comment?section=%2B1"),
        "/kranj".to_owned(),
        "/kranj/socialno-varstvo".to_owned(),
        "/de/kranj".to_owned(),
    ] {
        assert_eq!(browser.get(&typed).await.status, 404, "{typed}");
    }
}

#[actix_web::test]
async fn no_spelling_leads_to_another_site() {
    let app = TestApp::spawn().await;
    let browser = app.browser().staying();

    for typed in ["//evil.example/", "///evil.example", "/%5Cevil.example/"] {
        let page = browser.get(typed).await;
        let location = page.header("location").unwrap_or_default();
        assert!(
            location.is_empty() || location == "/evil.example",
            "{typed}: {location}"
        );
    }
}

#[actix_web::test]
async fn search_engines_and_browsers_find_what_they_ask_for_unasked() {
    let app = TestApp::spawn().await;
    let browser = app.browser();

    let robots = browser.get("/robots.txt").await;
    let icon = browser.get("/favicon.ico").await;

    assert_eq!((robots.status, icon.status), (200, 200));
    assert_eq!(icon.header("content-type").as_deref(), Some("image/x-icon"));
    for private in [
        "/*/desk",
        "/*/submissions/",
        "/*/subscriptions/",
        "/*/register?",
    ] {
        let line = format!("Disallow: {private}\n");
        assert!(robots.text.contains(&line), "{private}");
    }
}
