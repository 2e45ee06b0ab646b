//! The same form sent twice: one submission as long as nothing was changed.

use chrono::TimeDelta;

use crate::harness::{COMPLETE, TestApp, a_consultation, form_of, submit};

#[actix_web::test]
async fn the_same_key_twice_is_one_submission_with_one_receipt() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();

    let first = submit(&browser, &consultation, &[("idempotency_key", "k-1")]).await;
    app.clock.set(app.clock.now().plus(TimeDelta::minutes(5)));
    let again = submit(&browser, &consultation, &[("idempotency_key", "k-1")]).await;

    assert_eq!((first.status, again.status), (200, 200));
    assert_eq!(
        first.header("posvet-reference"),
        again.header("posvet-reference")
    );
    assert_eq!(
        first.header("posvet-received-at"),
        again.header("posvet-received-at")
    );
    assert_eq!(app.mails_to("oseba@example.org").await.len(), 1);
}

#[actix_web::test]
async fn a_repeat_after_closing_still_gets_its_receipt() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();
    let first = submit(&browser, &consultation, &[("idempotency_key", "k-1")]).await;

    app.clock
        .set(consultation.window.closes_at.plus(TimeDelta::seconds(5)));
    let again = submit(&browser, &consultation, &[("idempotency_key", "k-1")]).await;

    assert_eq!(again.status, 200);
    assert_eq!(
        first.header("posvet-reference"),
        again.header("posvet-reference")
    );
}

#[actix_web::test]
async fn another_text_under_a_used_key_is_refused_and_comes_back() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();
    submit(&browser, &consultation, &[("idempotency_key", "k-1")]).await;

    let other = submit(
        &browser,
        &consultation,
        &[("idempotency_key", "k-1"), ("body", "Drugo besedilo.")],
    )
    .await;

    assert_eq!(other.status, 409);
    assert_eq!(other.text("textarea#body"), "Drugo besedilo.");
    assert_ne!(other.value("input[name=idempotency_key]"), "k-1");
}

#[actix_web::test]
async fn another_address_under_a_used_key_is_no_repeat() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();
    submit(&browser, &consultation, &[("idempotency_key", "k-1")]).await;

    let changed = [("idempotency_key", "k-1"), ("email", "druga@example.org")];
    let other = submit(&browser, &consultation, &changed).await;

    assert_eq!(other.status, 409);
    assert_eq!(other.value("input[name=email]"), "druga@example.org");
    assert!(app.mails_to("druga@example.org").await.is_empty());
}

#[actix_web::test]
async fn the_key_of_the_header_counts_too() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();
    let send = || {
        let request = browser.request(reqwest::Method::POST, &form_of(&consultation));
        browser.send(request.header("idempotency-key", "\"abc\"").form(&COMPLETE))
    };

    let (first, again) = (send().await, send().await);

    assert_eq!(
        first.header("posvet-reference"),
        again.header("posvet-reference")
    );
}

#[actix_web::test]
async fn whatever_is_changed_under_a_used_key_makes_it_another_submission() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();
    let first = [("idempotency_key", "k-1"), ("publish_name", "true")];
    submit(&browser, &consultation, &first).await;

    for (field, value) in [
        ("publish_name", ""),
        ("name", "Oseba Druga"),
        ("email", "druga@example.org"),
        ("kind", "general"),
        ("paragraph", ""),
        ("section", "3"),
        ("proposed_text", "Vse leto."),
    ] {
        let mut changed = vec![("idempotency_key", "k-1")];
        if field != "publish_name" {
            changed.push(("publish_name", "true"));
        }
        changed.push((field, value));
        let page = submit(&browser, &consultation, &changed).await;

        assert_eq!(page.status, 409, "{field}");
        assert_ne!(page.value("input[name=idempotency_key]"), "k-1", "{field}");
        assert_eq!(
            page.has("input[name=publish_name][checked]"),
            field != "publish_name",
            "{field}"
        );
    }
}
