//! What every request passes through: headers, limits, errors, the cache.

use std::time::Duration;

use reqwest::Method;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::harness::{TestApp, a_consultation, client_builder};

const PAGE: &str = "/sl/kranj/socialno-varstvo/sections/1";

#[actix_web::test]
async fn every_answer_carries_the_security_headers() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let browser = app.browser();

    for path in [
        PAGE,
        PAGE,
        "/sl/sign-in",
        "/healthz",
        "/nowhere",
        "/assets/posvet.css",
    ] {
        let page = browser.get(path).await;
        let policy = page.header("content-security-policy").unwrap_or_default();
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe"),
            "{path}: {policy}"
        );
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(
            page.header("x-content-type-options").as_deref(),
            Some("nosniff"),
            "{path}"
        );
        // With `no-referrer` browsers would say `Origin: null` with our own forms.
        assert_eq!(
            page.header("referrer-policy").as_deref(),
            Some("same-origin"),
            "{path}"
        );
        assert!(!page.has("meta[name=referrer]"), "{path}");
    }
}

#[actix_web::test]
async fn the_error_page_says_what_to_do_next_in_the_language_of_the_address() {
    let app = TestApp::spawn().await;

    let slovene = app.browser().get("/sl/ni/te/strani").await;
    let english = app.browser().get("/en/no/such/page").await;

    assert_eq!((slovene.status, english.status), (404, 404));
    assert_eq!(slovene.attribute("html", "lang").as_deref(), Some("sl"));
    assert_eq!(english.attribute("html", "lang").as_deref(), Some("en"));
    assert!(slovene.has("main a[href]") && slovene.header("x-request-id").is_some());
}

#[actix_web::test]
async fn a_published_page_comes_compressed_and_is_not_sent_twice() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let client = client_builder().no_gzip().no_brotli().build().unwrap();
    let url = format!("{}{PAGE}", app.base);
    let get = |encoding: &'static str, known: Option<String>| {
        let request = client.get(&url).header("accept-encoding", encoding);
        known
            .into_iter()
            .fold(request, |request, etag| {
                request.header("if-none-match", etag)
            })
            .send()
    };

    for encoding in ["br", "gzip"] {
        let first = get(encoding, None).await.unwrap();
        let etag = first.headers()["etag"].to_str().unwrap().to_owned();
        assert_eq!(first.headers()["content-encoding"], encoding);
        assert_eq!(get(encoding, Some(etag)).await.unwrap().status(), 304);
    }
    assert!(
        get("identity", None)
            .await
            .unwrap()
            .headers()
            .get("content-encoding")
            .is_none()
    );
}

#[actix_web::test]
async fn public_pages_set_no_cookie() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;

    for path in [
        "/sl",
        "/sl/kranj",
        "/sl/kranj/socialno-varstvo",
        PAGE,
        "/sl/kranj/socialno-varstvo/register",
    ] {
        assert_eq!(
            app.browser().get(path).await.header("set-cookie"),
            None,
            "{path}"
        );
    }
}

#[actix_web::test]
async fn acts_that_another_site_asks_for_are_refused() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let browser = app.browser();
    let post = |name: &'static str, value: &str| {
        let request = browser.request(Method::POST, "/sl/kranj/socialno-varstvo/comment");
        browser.send(request.header(name, value).form(&[("body", "Besedilo")]))
    };

    assert_eq!(post("sec-fetch-site", "cross-site").await.status, 403);
    assert_eq!(post("sec-fetch-site", "same-site").await.status, 403);
    assert_eq!(post("origin", "https://evil.example").await.status, 403);
    assert_eq!(post("origin", "null").await.status, 403);
    assert_eq!(post("referer", "http://evil.example/").await.status, 403);
    assert_eq!(post("sec-fetch-site", "same-origin").await.status, 422);
    assert_eq!(post("origin", &app.base).await.status, 422, "over http");
    assert_eq!(post("referer", &app.base).await.status, 422);
    assert_eq!(
        post("accept", "*/*").await.status,
        422,
        "a program has no visitor's cookies"
    );
}

#[actix_web::test]
async fn a_body_that_is_too_large_is_refused() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let browser = app.browser();
    let request = browser.request(Method::POST, "/sl/kranj/socialno-varstvo/comment");

    let page = browser
        .send(request.form(&[(
            "body",
            "a".repeat(posvet::testing::http::limits::LARGEST_BODY),
        )]))
        .await;

    assert_eq!(page.status, 413);
}

#[actix_web::test]
async fn malformed_requests_are_answered_and_never_break_the_server() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let browser = app.browser();

    for body in [
        &b"body=%ff%fe%fd"[..],
        b"\xff\xfe\x00",
        b"body=%",
        b"&&&===",
        b"{\"json\": true}",
    ] {
        let request = browser
            .request(Method::POST, "/sl/kranj/socialno-varstvo/comment")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.to_vec());
        let status = browser.send(request).await.status;
        assert!((400..500).contains(&status), "{status} {body:?}");
    }
    for path in [
        "/sl/kranj/%00",
        "/sl/%ff",
        "/sl/kranj/socialno-varstvo/sections/99999999999999999999",
        "/xx/kranj",
    ] {
        assert_eq!(browser.get(path).await.status / 100, 4, "{path}");
    }
}

#[actix_web::test]
async fn a_body_that_never_ends_is_given_up() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let address = app.base.trim_start_matches("http://").to_owned();
    let mut slow = TcpStream::connect(&address).await.unwrap();
    let head = "POST /sl/kranj/socialno-varstvo/comment HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\
                content-type: application/x-www-form-urlencoded\r\n\r\nbody=";
    slow.write_all(head.as_bytes()).await.unwrap();

    let mut answer = vec![0; 64];
    let waited = posvet::testing::http::limits::BODY_DEADLINE + Duration::from_secs(5);
    let read = tokio::time::timeout(waited, slow.read(&mut answer))
        .await
        .expect("within the deadline")
        .unwrap();

    assert!(String::from_utf8_lossy(&answer[..read]).starts_with("HTTP/1.1 408"));
}

#[actix_web::test]
async fn a_change_published_on_one_node_is_seen_on_the_other() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let other = app.second_node().await;
    other.start_workers();
    let there = app.browser().at(&format!("http://{}", other.address));
    let before = there.get("/sl/kranj/socialno-varstvo").await;

    let now = app.clock.now();
    app.db()
        .write::<_, posvet::testing::db::DatabaseError, _>(move |connection| {
            posvet::testing::consultations::mark_released(connection, consultation.id, now)?;
            posvet::testing::consultations::bump(connection, consultation.id)
        })
        .await
        .unwrap();
    app.clock.set(consultation.window.closes_at);

    let seen = tokio::time::timeout(Duration::from_secs(1), async {
        while there.get("/sl/kranj/socialno-varstvo").await.text == before.text {
            tokio::task::yield_now().await;
        }
    });
    assert!(seen.await.is_ok());
    other.stop().await;
}

#[actix_web::test]
async fn health_and_readiness_are_told_apart() {
    let app = TestApp::spawn().await;

    let (alive, ready) = (
        app.browser().get("/healthz").await,
        app.browser().get("/readyz").await,
    );

    assert_eq!((alive.status, ready.status), (200, 200));
    assert!(ready.text.contains("\"schema\":\"current\""));
}
