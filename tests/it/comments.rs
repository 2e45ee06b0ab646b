//! A resident's comment: typed, received, confirmed, followed.

use chrono::TimeDelta;
use posvet::testing::kernel::clock::Instant;
use posvet::testing::kernel::role::Role;

use crate::harness::{TEXT, TestApp, a_consultation, deviations, submit};

#[actix_web::test]
async fn a_comment_is_received_with_a_reference_and_the_server_time() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;

    let receipt = submit(&app.browser(), &consultation, &[]).await;

    assert_eq!(receipt.status, 200);
    let reference = format!("{}-0001", consultation.reference_prefix);
    assert_eq!(receipt.header("posvet-reference"), Some(reference.clone()));
    assert_eq!(
        receipt.header("posvet-received-at"),
        Some(app.clock.now().to_string())
    );
    assert!(receipt.text("h1").contains(&reference));
    assert!(receipt.texts("main").concat().contains(TEXT));
}

#[actix_web::test]
async fn reference_numbers_have_no_gaps_even_when_a_submission_is_refused() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();

    submit(&browser, &consultation, &[]).await;
    submit(&browser, &consultation, &[("body", "")]).await;
    let second = submit(&browser, &consultation, &[]).await;

    assert_eq!(
        second.header("posvet-reference"),
        Some(format!("{}-0002", consultation.reference_prefix))
    );
}

#[actix_web::test]
async fn the_mail_asks_for_confirmation_and_looking_at_its_link_does_nothing() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();
    let receipt = submit(&browser, &consultation, &[]).await;
    let tracking = receipt.url;

    let mails = app.mails_to("oseba@example.org").await;
    assert_eq!(mails.len(), 1);
    let confirm = mails[0].link("/confirm");
    let looked = browser.get(&confirm).await;
    let policy = looked.header("referrer-policy");
    assert_eq!(policy.as_deref(), Some("same-origin"), "its button works");

    assert!(looked.has("form button"));
    assert!(
        browser
            .get(&tracking)
            .await
            .has(".state-unconfirmed, [data-state=unconfirmed]")
            || !is_confirmed(&app).await
    );
}

#[actix_web::test]
async fn the_button_confirms_once_and_a_receipt_is_mailed() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();
    submit(&browser, &consultation, &[]).await;
    let confirm = app.mails_to("oseba@example.org").await[0].link("/confirm");
    let mut connection = app.database.url.connect().unwrap();

    assert_eq!(deviations(&mut connection), []);
    let confirmed = browser.post(&confirm, &[]).await;
    let again = browser.post(&confirm, &[]).await;

    assert_eq!(deviations(&mut connection), []);

    assert_eq!((confirmed.status, again.status), (200, 200));
    assert!(is_confirmed(&app).await);
    assert_eq!(app.mails_to("oseba@example.org").await.len(), 2);
}

#[actix_web::test]
async fn the_receipt_page_cannot_confirm_for_the_owner_of_the_address() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();
    let receipt = submit(&browser, &consultation, &[]).await;
    let tracking = receipt.url;

    let forged = browser.post(&format!("{tracking}/confirm"), &[]).await;

    assert_eq!(forged.status, 404);
    assert!(!is_confirmed(&app).await);
}

#[actix_web::test]
async fn a_link_followed_after_the_grace_confirms_nothing() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();
    submit(&browser, &consultation, &[]).await;
    let confirm = app.mails_to("oseba@example.org").await[0].link("/confirm");

    app.clock.set(app.clock.now().plus(TimeDelta::days(7)));
    let late = browser.post(&confirm, &[]).await;

    assert_eq!(late.status, 410);
    assert!(!is_confirmed(&app).await);
}

#[actix_web::test]
async fn a_confirmation_after_closing_does_not_make_a_comment_late() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();
    submit(&browser, &consultation, &[]).await;
    let confirm = app.mails_to("oseba@example.org").await[0].link("/confirm");

    app.clock
        .set(consultation.window.closes_at.plus(TimeDelta::hours(1)));
    browser.post(&confirm, &[]).await;

    assert!(is_confirmed(&app).await);
}

#[actix_web::test]
async fn wrong_fields_are_named_beside_them_and_nothing_typed_is_lost() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;

    let page = submit(
        &app.browser(),
        &consultation,
        &[("kind", ""), ("email", "oseba(at)example.org")],
    )
    .await;

    assert_eq!(page.status, 422);
    assert_eq!(page.text("textarea#body"), TEXT);
    assert_eq!(page.value("input#email"), "oseba(at)example.org");
    assert_eq!(page.value("input#name"), "Oseba Zasebna");
    let links: Vec<_> = [".errors a[href='#kind']", ".errors a[href='#email']"]
        .map(|link| page.has(link))
        .into();
    assert_eq!(links, [true, true], "{}", page.text);
    assert!(
        page.attribute("input#email", "aria-describedby")
            .unwrap()
            .contains("email-error")
    );
}

#[actix_web::test]
async fn a_hundred_people_at_once_get_a_hundred_different_numbers() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser().staying();

    let sent = (0..100).map(|_| submit(&browser, &consultation, &[]));
    let receipts = futures_util::future::join_all(sent).await;

    let mut references: Vec<_> = receipts
        .iter()
        .map(|page| page.header("posvet-reference").unwrap())
        .collect();
    references.sort();
    references.dedup();
    assert_eq!(references.len(), 100);
    assert_eq!(
        references.last(),
        Some(&format!("{}-0100", consultation.reference_prefix))
    );
}

#[actix_web::test]
async fn a_private_name_and_address_are_on_no_public_page() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();
    submit(&browser, &consultation, &[]).await;
    let confirm = app.mails_to("oseba@example.org").await[0].link("/confirm");
    browser.post(&confirm, &[]).await;

    let base = format!("/sl/{}/{}", consultation.authority.slug, consultation.slug);
    for path in ["", "/sections/2", "/register"] {
        let page = app.browser().get(&format!("{base}{path}")).await;
        assert_eq!(page.status, 200);
        assert!(
            !page.text.contains("Oseba Zasebna") && !page.text.contains("oseba@example.org"),
            "{path}"
        );
    }
}

#[actix_web::test]
async fn a_passage_that_is_not_in_the_draft_is_not_found() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;

    let page = submit(&app.browser(), &consultation, &[("paragraph", "99")]).await;

    assert_eq!(page.status, 404);
    assert!(
        page.text.contains("Noči so mrzle"),
        "the typed text comes back: {}",
        page.text
    );
}

async fn is_confirmed(app: &TestApp) -> bool {
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let inbox = reviewer
        .get("/sl/desk/kranj/socialno-varstvo?view=all")
        .await;
    inbox.text.contains("Noči so mrzle")
}

/// The window decides by the moment the complete request arrived.
#[actix_web::test]
async fn the_last_second_is_in_and_midnight_is_out_with_the_text_given_back() {
    let app = TestApp::spawn().await;
    let at = |text: &str| Instant::new(text.parse().unwrap());
    let consultation = a_consultation()
        .window(at("2022-03-09T23:00:00Z"), at("2022-04-10T22:00:00Z"))
        .insert(&app)
        .await;
    let browser = app.browser();

    app.clock.set(at("2022-04-10T23:59:59+02:00"));
    let last = submit(&browser, &consultation, &[]).await;
    app.clock.set(at("2022-04-11T00:00:00+02:00"));
    let late = submit(&browser, &consultation, &[("name", "")]).await;

    assert_eq!(last.status, 200);
    assert_eq!(late.status, 409);
    assert!(
        late.text
            .contains("Noči so mrzle tudi oktobra &lt;in&gt; aprila."),
        "{}",
        late.text
    );
}
