//! What people do with their own account.

use chrono::TimeDelta;

use super::{EMAIL, PASSWORD, ana_signed_in, is_signed_in, newest_link, sign_in};
use crate::harness::{Browser, TestApp};

const ACCOUNT: &str = "/sl/account";
const NEW: &str = "devet volkov in gozd";

async fn change_password(browser: &Browser, present: &str, new: &str) -> crate::harness::Page {
    let form = [("password", present), ("new_password", new)];
    browser.post("/sl/account/password", &form).await
}

#[actix_web::test]
async fn another_password_needs_the_present_one_and_ends_every_other_session() {
    let app = TestApp::spawn().await;
    let (here, elsewhere) = (ana_signed_in(&app).await, app.browser());
    sign_in(&elsewhere, EMAIL, PASSWORD).await;

    for (present, new, field) in [
        ("napačno geslo", NEW, "password"),
        ("", NEW, "password"),
        (PASSWORD, "kratko", "new_password"),
        (PASSWORD, EMAIL, "new_password"),
    ] {
        let page = change_password(&here, present, new).await;
        assert_eq!(page.status, 422, "{field}");
        assert!(page.has(&format!("#{field}-error")), "{}", page.text);
    }
    assert!(is_signed_in(&elsewhere).await);
    let page = change_password(&here, PASSWORD, NEW).await;

    assert!(page.has(".flash"), "{}", page.text);
    assert!(is_signed_in(&here).await && !is_signed_in(&elsewhere).await);
    assert_eq!(sign_in(&elsewhere, EMAIL, PASSWORD).await.status, 422);
    sign_in(&elsewhere, EMAIL, NEW).await;
    assert!(is_signed_in(&elsewhere).await);
    let told = app.mails_to(EMAIL).await;
    assert!(told.iter().any(|mail| mail.subject.contains("spremenjeno")));
}

#[actix_web::test]
async fn the_present_password_is_guessed_at_ten_times_and_signing_in_stays_possible() {
    let app = TestApp::spawn().await;
    let here = ana_signed_in(&app).await;
    for _guess in 0..10 {
        assert_eq!(
            change_password(&here, "napačno geslo", NEW).await.status,
            422
        );
    }

    let refused = change_password(&here, PASSWORD, NEW).await;

    assert_eq!(refused.status, 429);
    assert!(refused.header("retry-after").is_some());
    let owner = app.browser();
    sign_in(&owner, EMAIL, PASSWORD).await;
    assert!(is_signed_in(&owner).await);
}

#[actix_web::test]
async fn another_address_is_proved_first_and_both_are_told() {
    let app = TestApp::spawn().await;
    let here = ana_signed_in(&app).await;
    let ask = async |email: &str, password: &str| {
        let form = [("email", email), ("address_password", password)];
        here.post("/sl/account/address", &form).await
    };

    for (email, password, field) in [
        ("nova", PASSWORD, "email"),
        ("nova@example.org", "napačno geslo", "address_password"),
        ("administrator.0@example.org", PASSWORD, "email"),
    ] {
        let page = ask(email, password).await;
        assert_eq!(page.status, 422, "{email}");
        assert!(page.has(&format!("#{field}-error")), "{}", page.text);
        assert_eq!(page.value("#email"), email);
    }
    let asked = ask("Nova@example.org", PASSWORD).await;
    assert!(asked.has(".flash"), "{}", asked.text);
    let link = newest_link(
        &app,
        "Nova@example.org".to_lowercase().as_str(),
        "/new-address/",
    )
    .await;
    assert_eq!(
        sign_in(&app.browser(), "nova@example.org", PASSWORD)
            .await
            .status,
        422
    );

    let page = app.browser().get(&link).await;
    assert!(page.text.contains(EMAIL) && page.text.contains("nova@example.org"));
    let proved = app.browser().post(&link, &[]).await;

    assert_eq!(proved.url, "/sl/sign-in");
    assert!(is_signed_in(&here).await);
    assert_eq!(sign_in(&app.browser(), EMAIL, PASSWORD).await.status, 422);
    let browser = app.browser();
    sign_in(&browser, "nova@example.org", PASSWORD).await;
    assert!(is_signed_in(&browser).await);
    assert_eq!(app.browser().get(&link).await.status, 404, "used");
    for address in [EMAIL, "nova@example.org"] {
        let told = app.mails_to(address).await;
        let told = told
            .iter()
            .any(|mail| mail.subject.contains("je spremenjen"));
        assert!(told, "{address}");
    }
}

#[actix_web::test]
async fn people_see_where_they_are_signed_in_and_end_it() {
    let app = TestApp::spawn().await;
    let here = ana_signed_in(&app).await;
    let (phone, tablet) = (app.browser(), app.browser());
    let agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1";
    let request = phone.request(reqwest::Method::POST, "/sl/sign-in");
    let request = request.header("user-agent", agent);
    let request = request.header("sec-fetch-site", "same-origin");
    phone
        .send(request.form(&[("email", EMAIL), ("password", PASSWORD)]))
        .await;
    sign_in(&tablet, EMAIL, PASSWORD).await;

    let page = here.get(ACCOUNT).await;
    assert_eq!(page.texts("table tbody tr").len(), 3);
    assert!(page.text.contains("Safari, iPhone"), "{}", page.text);
    let end = page
        .texts("table tbody tr")
        .iter()
        .position(|row| row.contains("iPhone"));
    let selector = format!("table tbody tr:nth-child({}) button", end.unwrap() + 1);
    let name = page.attribute(&selector, "value").unwrap();
    assert!(page.has("button[value=others]"));

    let ended = here.post("/sl/account/sessions", &[("end", &name)]).await;
    assert!(ended.has(".flash") && !ended.text.contains("iPhone"));
    assert!(!is_signed_in(&phone).await && is_signed_in(&tablet).await);
    here.post("/sl/account/sessions", &[("end", "others")])
        .await;
    assert!(!is_signed_in(&tablet).await && is_signed_in(&here).await);
    // Nobody ends what is not theirs.
    let stranger = app
        .sign_in_as(posvet::testing::kernel::role::Role::Reviewer)
        .await;
    stranger
        .post("/sl/account/sessions", &[("end", &name)])
        .await;
    assert!(is_signed_in(&here).await);
}

#[actix_web::test]
async fn when_a_session_was_last_in_use_is_noted_to_ten_minutes() {
    let app = TestApp::spawn().await;
    let here = ana_signed_in(&app).await;
    let seen = async || {
        let page = here.get(ACCOUNT).await;
        page.text("table tbody tr td:nth-child(3)")
    };
    let first = seen().await;
    app.clock.set(app.clock.now().plus(TimeDelta::minutes(9)));
    assert_eq!(seen().await, first);
    assert_eq!(seen().await, first);

    app.clock.set(app.clock.now().plus(TimeDelta::minutes(1)));
    seen().await;

    // It is noted beside the answer, so the page after it shows it.
    for _try in 0..50 {
        if seen().await != first {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    panic!("it was not noted");
}
