//! The demonstration: samples load, every page of theirs answers, mails can be read in the browser.

use crate::harness::{TestApp, load_samples};

#[actix_web::test]
async fn every_link_on_the_public_pages_leads_somewhere() {
    let app = TestApp::spawn_demo().await;
    load_samples(&app).await;
    let browser = app.browser();
    let mut waiting = vec!["/sl".to_owned(), "/en".to_owned(), "/mailbox".to_owned()];
    let mut seen = Vec::new();

    while let Some(path) = waiting.pop() {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 200, "{path}");
        for href in page.hrefs() {
            let path = href.split('#').next().unwrap_or_default().to_owned();
            if path.starts_with('/') && !seen.contains(&path) {
                seen.push(path.clone());
                waiting.push(path);
            }
        }
    }

    assert!(seen.len() > 60, "{}", seen.len());
}

#[actix_web::test]
async fn the_mailbox_is_there_on_a_demonstration_only() {
    let (demo, app) = (TestApp::spawn_demo().await, TestApp::spawn().await);

    assert_eq!(demo.browser().get("/mailbox").await.status, 200);
    assert_eq!(app.browser().get("/mailbox").await.status, 404);
}

#[actix_web::test]
async fn the_clock_of_a_demonstration_is_moved_by_whoever_looks_at_it_and_no_other() {
    let (demo, app) = (TestApp::spawn_demo().await, TestApp::spawn().await);
    let before = (demo.clock.now(), app.clock.now());
    let page = demo.browser().get("/mailbox").await;
    assert_eq!(page.texts("main form button").len(), 3, "{}", page.text);

    let moved = demo
        .browser()
        .post("/mailbox/clock", &[("days", "7")])
        .await;
    let too_far = demo
        .browser()
        .post("/mailbox/clock", &[("days", "365")])
        .await;
    let back = demo
        .browser()
        .post("/mailbox/clock", &[("days", "-7")])
        .await;
    let elsewhere = app.browser().post("/mailbox/clock", &[("days", "7")]).await;

    assert_eq!((moved.status, moved.url.as_str()), (200, "/mailbox"));
    assert_eq!(
        (too_far.status, back.status, elsewhere.status),
        (400, 400, 404)
    );
    assert_eq!(demo.clock.now().since(before.0), chrono::TimeDelta::days(7));
    assert_eq!(app.clock.now(), before.1);
}
