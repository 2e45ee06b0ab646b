//! What is answered to right, wrong and too many passwords.

use chrono::TimeDelta;
use posvet::testing::kernel::role::Role;

use super::{EMAIL, PASSWORD, PEOPLE, add_ana, is_signed_in, sign_in};
use crate::harness::{Browser, TestApp};

#[actix_web::test]
async fn the_right_password_leads_to_the_desk() {
    let app = TestApp::spawn().await;
    add_ana(&app).await;
    let browser = app.browser();

    let page = sign_in(&browser, "Ana.Novak@EXAMPLE.org", PASSWORD).await;

    assert_eq!(page.status, 200);
    assert!(is_signed_in(&browser).await);
}

#[actix_web::test]
async fn whoever_was_on_the_way_to_a_page_is_led_there_after_signing_in() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let browser = app.browser();
    let form = browser.get(&format!("{PEOPLE}?done=invited")).await;
    let expected = "value=\"/sl/desk/kranj/people?done=invited\"";
    assert!(form.text.replace("&#x2F;", "/").contains(expected));

    add_ana(&app).await;
    let form = [("email", EMAIL), ("password", PASSWORD), ("next", PEOPLE)];
    let page = browser.post("/sl/sign-in", &form).await;

    assert_eq!(page.status, 404, "a reviewer sees no people");
    assert_eq!(administrator.get(PEOPLE).await.status, 200);
}

#[actix_web::test]
async fn signing_in_never_leads_to_another_site() {
    let app = TestApp::spawn().await;
    add_ana(&app).await;

    for next in ["https://example.org/", "//example.org", "/\\example.org"] {
        let browser = app.browser();
        let form = [("email", EMAIL), ("password", PASSWORD), ("next", next)];
        let page = browser.post("/sl/sign-in", &form).await;

        assert_eq!(page.status, 200, "{next}");
        assert!(is_signed_in(&browser).await, "{next}");
    }
}

#[actix_web::test]
async fn a_wrong_password_gets_the_same_page_for_known_and_unknown_accounts() {
    let app = TestApp::spawn().await;
    add_ana(&app).await;

    let known = sign_in(&app.browser(), EMAIL, "napačno geslo").await;
    let unknown = sign_in(&app.browser(), "eva.novak@example.org", "napačno geslo").await;

    assert_eq!((known.status, unknown.status), (422, 422));
    assert_eq!(known.text.replace("ana.novak", "eva.novak"), unknown.text);
    assert!(known.text.contains(EMAIL));
    assert!(!known.text.contains("napačno geslo"));
}

#[actix_web::test]
async fn the_eleventh_guess_in_fifteen_minutes_is_refused_even_when_it_is_right() {
    let app = TestApp::spawn().await;
    add_ana(&app).await;
    let browser = app.browser();
    for _guess in 0..10 {
        assert_eq!(sign_in(&browser, EMAIL, "napačno geslo").await.status, 422);
    }

    let refused = sign_in(&browser, EMAIL, PASSWORD).await;
    assert_eq!(refused.status, 429);
    assert!(!is_signed_in(&browser).await);

    app.clock.set(app.clock.now().plus(TimeDelta::minutes(15)));
    sign_in(&browser, EMAIL, PASSWORD).await;
    assert!(is_signed_in(&browser).await);
}

#[actix_web::test]
async fn guesses_made_at_once_are_counted_one_by_one() {
    let app = TestApp::spawn().await;
    add_ana(&app).await;
    let browsers: Vec<Browser> = (0..20).map(|_| app.browser()).collect();

    let guesses = browsers
        .iter()
        .map(|browser| sign_in(browser, EMAIL, "napačno geslo"));
    let pages = futures_util::future::join_all(guesses).await;

    let checked = pages.iter().filter(|page| page.status == 422).count();
    assert_eq!(checked, 10);
}

#[actix_web::test]
async fn an_unknown_account_is_refused_after_as_many_guesses_as_a_known_one() {
    let app = TestApp::spawn().await;
    let browser = app.browser();
    for _guess in 0..10 {
        sign_in(&browser, "nihce@example.org", "napačno geslo").await;
    }

    let refused = sign_in(&browser, "nihce@example.org", "napačno geslo").await;

    assert_eq!(refused.status, 429);
}

#[actix_web::test]
async fn a_right_password_is_not_counted_as_a_guess() {
    let app = TestApp::spawn().await;
    add_ana(&app).await;
    let browser = app.browser();
    for _time in 0..12 {
        sign_in(&browser, EMAIL, PASSWORD).await;
    }

    assert!(is_signed_in(&browser).await);
}

#[actix_web::test]
async fn whoever_signed_in_here_before_is_not_locked_out_by_somebody_elses_guesses() {
    let app = TestApp::spawn().await;
    add_ana(&app).await;
    let (own, stranger) = (app.browser(), app.browser());
    sign_in(&own, EMAIL, PASSWORD).await;
    own.post("/sl/sign-out", &[]).await;
    assert!(own.cookie("posvet-device").is_some());
    for _guess in 0..11 {
        sign_in(&stranger, EMAIL, "napačno geslo").await;
    }
    assert_eq!(sign_in(&stranger, EMAIL, PASSWORD).await.status, 429);

    sign_in(&own, EMAIL, PASSWORD).await;

    assert!(is_signed_in(&own).await);
    // The browser is known for Ana alone, and guesses of its own are counted, too.
    let other = app.browser();
    other.set_cookie("posvet-device", &own.cookie("posvet-device").unwrap());
    for _guess in 0..10 {
        let status = sign_in(&other, EMAIL, "napačno geslo").await.status;
        assert_eq!(status, 422);
    }
    assert_eq!(sign_in(&other, EMAIL, PASSWORD).await.status, 429);
    for _guess in 0..10 {
        sign_in(&stranger, "eva@example.org", "napačno geslo").await;
    }
    assert_eq!(sign_in(&own, "eva@example.org", PASSWORD).await.status, 429);
}
