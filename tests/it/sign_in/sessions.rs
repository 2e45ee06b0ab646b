//! When a session begins and what ends it.

use chrono::TimeDelta;
use posvet::testing::kernel::role::Role;

use super::{EMAIL, PASSWORD, PEOPLE, add_ana, is_signed_in, sign_in};
use crate::harness::TestApp;

#[actix_web::test]
async fn each_sign_in_begins_a_new_session_and_ends_the_old_one() {
    let app = TestApp::spawn().await;
    add_ana(&app).await;
    let browser = app.browser();
    sign_in(&browser, EMAIL, PASSWORD).await;
    let first = browser.cookie("posvet").expect("a session");

    sign_in(&browser, EMAIL, PASSWORD).await;
    let second = browser.cookie("posvet").expect("a session");

    assert_ne!(first, second);
    let thief = app.browser();
    thief.set_cookie("posvet", &first);
    assert!(!is_signed_in(&thief).await);
}

#[actix_web::test]
async fn a_session_planted_before_signing_in_is_not_used() {
    let app = TestApp::spawn().await;
    add_ana(&app).await;
    let planted = "A".repeat(43);
    let browser = app.browser();
    browser.set_cookie("posvet", &planted);

    sign_in(&browser, EMAIL, PASSWORD).await;

    let thief = app.browser();
    thief.set_cookie("posvet", &planted);
    assert!(is_signed_in(&browser).await);
    assert!(!is_signed_in(&thief).await);
}

#[actix_web::test]
async fn signing_out_ends_the_session_itself_and_not_only_the_cookie() {
    let app = TestApp::spawn().await;
    let browser = app.sign_in_as(Role::Reviewer).await;
    let copy = app.browser();
    copy.set_cookie("posvet", &browser.cookie("posvet").expect("a session"));
    assert!(is_signed_in(&copy).await);

    browser.post("/sl/sign-out", &[]).await;

    assert_eq!(browser.cookie("posvet"), None);
    assert!(!is_signed_in(&copy).await);
}

#[actix_web::test]
async fn signing_out_takes_an_act_and_not_a_link() {
    let app = TestApp::spawn().await;
    let browser = app.sign_in_as(Role::Reviewer).await;

    assert_eq!(browser.get("/sl/sign-out").await.status, 405);

    assert!(is_signed_in(&browser).await);
}

#[actix_web::test]
async fn a_session_lasts_twelve_hours() {
    let app = TestApp::spawn().await;
    let browser = app.sign_in_as(Role::Reviewer).await;

    let begun = app.clock.now();
    app.clock
        .set(begun.plus(TimeDelta::hours(12) - TimeDelta::seconds(1)));
    assert!(is_signed_in(&browser).await);

    app.clock.set(begun.plus(TimeDelta::hours(12)));
    assert!(!is_signed_in(&browser).await);
}

#[actix_web::test]
async fn an_act_after_the_session_has_ended_gives_the_typed_text_back() {
    let app = TestApp::spawn().await;
    let browser = app.sign_in_as(Role::Administrator).await;
    app.clock.set(app.clock.now().plus(TimeDelta::hours(13)));

    let page = browser
        .post(
            PEOPLE,
            &[("reason", "Dolga utemeljitev, ki je nihče ne piše dvakrat.")],
        )
        .await;

    assert_eq!(page.status, 401);
    assert!(
        page.text
            .contains("Dolga utemeljitev, ki je nihče ne piše dvakrat.")
    );
    assert!(
        page.text
            .replace("&#x2F;", "/")
            .contains("/sl/sign-in?next=")
    );
}

#[actix_web::test]
async fn what_was_typed_in_a_form_is_sent_again_with_one_press_after_signing_in() {
    let app = TestApp::spawn().await;
    let browser = app.sign_in_as(Role::Administrator).await;
    let settings = "/sl/desk/kranj/settings";
    app.clock.set(app.clock.now().plus(TimeDelta::hours(13)));
    let refused = super::settings::settings_of_kranj(&browser).await;
    assert_eq!(refused.status, 401);
    assert_eq!(refused.attribute("main form", "action").unwrap(), settings);
    let kept = |name: &str| refused.value(&format!("main form input[name={name}]"));
    assert_eq!(kept("postal_address"), "Slovenski trg 1");

    let fields = super::settings::FIELDS.map(|(name, _value)| (name, kept(name)));
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let again = app.sign_in_as(Role::Administrator).await;
    let saved = again.post(settings, &fields).await;

    assert_eq!(saved.status, 200, "{}", saved.text);
    assert_eq!(saved.value("#postal_address"), "Slovenski trg 1");
    // A password is typed again, and is on no page.
    let secret = [
        ("current_password", "staro geslo"),
        ("new_password", "novo geslo za vse"),
    ];
    let refused = browser.post("/sl/account/password", &secret).await;
    assert_eq!(refused.status, 401);
    assert!(!refused.text.contains("geslo za vse") && !refused.has("main form"));
}

#[actix_web::test]
async fn what_another_site_sends_is_no_form_to_be_sent_again() {
    let app = TestApp::spawn().await;
    let browser = app.browser().staying();
    let request = browser
        .request(reqwest::Method::POST, "/sl/desk/kranj/settings")
        .header("sec-fetch-site", "cross-site")
        .form(&[("name", "Tuje besedilo")]);

    let refused = browser.send(request).await;

    assert_eq!(refused.status, 403);
    assert!(!refused.has("main form") && !refused.text.contains("Tuje besedilo"));
}
