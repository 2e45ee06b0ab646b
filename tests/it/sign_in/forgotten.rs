//! A forgotten password.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use posvet::testing::kernel::role::Role;

use super::{EMAIL, PASSWORD, ana_signed_in, is_signed_in, newest_link, page_of, sign_in};
use crate::harness::{Page, TestApp};

const FORGOTTEN: &str = "/sl/forgotten-password";
const NEW: &str = "devet volkov in gozd";

async fn ask(app: &TestApp, email: &str) -> Page {
    app.browser().post(FORGOTTEN, &[("email", email)]).await
}

async fn links_to_ana(app: &TestApp) -> usize {
    let mails = app.mails_to(EMAIL).await;
    mails
        .iter()
        .filter(|mail| mail.text.contains("/new-password/"))
        .count()
}

#[actix_web::test]
async fn the_link_sets_another_password_once_and_ends_every_session() {
    let app = TestApp::spawn().await;
    let signed_in = ana_signed_in(&app).await;
    ask(&app, "Ana.Novak@example.org").await;
    let link = newest_link(&app, EMAIL, "/new-password/").await;
    let browser = app.browser();

    let weak = browser.post(&link, &[("new_password", "kratko")]).await;
    assert_eq!(weak.status, 422);
    assert!(weak.has("#new_password-error"), "{}", weak.text);
    assert!(is_signed_in(&signed_in).await);
    let set = browser.post(&link, &[("new_password", NEW)]).await;

    assert_eq!(set.url, "/sl/sign-in");
    assert!(!is_signed_in(&signed_in).await && !is_signed_in(&browser).await);
    assert_eq!(sign_in(&browser, EMAIL, PASSWORD).await.status, 422);
    sign_in(&browser, EMAIL, NEW).await;
    assert!(is_signed_in(&browser).await);
    assert_eq!(browser.get(&link).await.status, 404);
    let again = browser.post(&link, &[("new_password", PASSWORD)]).await;
    assert_eq!(again.status, 404);
}

#[actix_web::test]
async fn nothing_tells_whether_an_address_has_an_account() {
    let app = TestApp::spawn().await;
    ana_signed_in(&app).await;
    let timed = async |email: &str| {
        let begun = Instant::now();
        let page = ask(&app, email).await;
        (page.status, page.text, begun.elapsed())
    };

    let known = timed(EMAIL).await;
    let unknown = timed("nihce@example.org").await;

    assert_eq!((known.0, &known.1), (unknown.0, &unknown.1));
    let least = Duration::from_millis(400);
    assert!(known.2 >= least && unknown.2 >= least);
    let apart = known.2.abs_diff(unknown.2);
    assert!(apart < Duration::from_millis(150), "{apart:?}");
    assert_eq!(app.mails_to("nihce@example.org").await.len(), 0);
    let wrong = ask(&app, "ana").await;
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.value("#email"), "ana");
}

#[actix_web::test]
async fn a_link_holds_an_hour_and_goes_nowhere_after_another_password() {
    let app = TestApp::spawn().await;
    let ana = ana_signed_in(&app).await;
    ask(&app, EMAIL).await;
    let link = newest_link(&app, EMAIL, "/new-password/").await;
    app.clock.set(app.clock.now().plus(TimeDelta::hours(1)));
    assert_eq!(app.browser().get(&link).await.status, 404);

    ask(&app, EMAIL).await;
    let link = newest_link(&app, EMAIL, "/new-password/").await;
    assert_eq!(app.browser().get(&link).await.status, 200);
    let form = [("password", PASSWORD), ("new_password", NEW)];
    ana.post("/sl/account/password", &form).await;
    let late = app
        .browser()
        .post(&link, &[("new_password", PASSWORD)])
        .await;
    assert_eq!(late.status, 404);
}

#[actix_web::test]
async fn a_mailbox_gets_three_links_an_hour_and_a_disabled_account_none() {
    let app = TestApp::spawn().await;
    ana_signed_in(&app).await;
    for _time in 0..5 {
        assert_eq!(ask(&app, EMAIL).await.status, 200);
    }
    assert_eq!(links_to_ana(&app).await, 3);

    let administrator = app.sign_in_as(Role::Administrator).await;
    let link = newest_link(&app, EMAIL, "/new-password/").await;
    let person = page_of(&app, EMAIL).await;
    administrator.post(&format!("{person}/disable"), &[]).await;
    app.clock.set(app.clock.now().plus(TimeDelta::minutes(59)));
    assert_eq!(app.browser().get(&link).await.status, 404);
    app.clock.set(app.clock.now().plus(TimeDelta::minutes(2)));
    ask(&app, EMAIL).await;
    assert_eq!(links_to_ana(&app).await, 3);
}
