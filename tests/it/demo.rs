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
