//! Invitations: what they give, how long they hold, and roles in one consultation.

use chrono::TimeDelta;
use posvet::testing::kernel::role::Role;

use super::{EMAIL, PASSWORD, PEOPLE, accept, invite, is_signed_in, newest_link, sign_in};
use crate::desk::desk as desk_of;
use crate::harness::{Browser, TestApp, a_comment, a_consultation};

#[actix_web::test]
async fn whoever_accepts_chooses_a_password_and_gets_the_role() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let link = invite(&app, &administrator, EMAIL, "reviewer", "").await;
    let browser = app.browser();

    let page = browser.get(&link).await;
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Mestna občina Kranj") && page.text.contains("član/ica"));
    let accepted = accept(&app, &link).await;

    assert_eq!(accepted.url, "/sl/sign-in");
    assert!(accepted.has(".flash"), "{}", accepted.text);
    sign_in(&browser, EMAIL, PASSWORD).await;
    assert!(is_signed_in(&browser).await);
    assert_eq!(browser.get(PEOPLE).await.status, 404, "a reviewer only");
    assert!(administrator.get(PEOPLE).await.text.contains("Ana Novak"));
    let again = browser.get(&link).await;
    assert_eq!((again.status, again.has("form.form")), (410, false));
    assert_eq!(accept(&app, &link).await.status, 410);
}

#[actix_web::test]
async fn what_is_wrong_is_said_beside_the_field_and_the_rest_is_kept() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;

    let wrong = [("email", "ana"), ("role", ""), ("consultation", "x")];
    let page = administrator.post(PEOPLE, &wrong).await;
    assert_eq!(page.status, 422);
    for field in ["email", "role", "consultation"] {
        assert!(page.has(&format!("#{field}-error")), "{field}");
    }
    assert_eq!(page.value("#email"), "ana");
    let link = invite(&app, &administrator, EMAIL, "reviewer", "").await;
    for (name, password, field) in [
        ("Ana Novak", "kratko", "password"),
        ("Ana Novak", "geslogeslogeslo", "password"),
        ("", PASSWORD, "display_name"),
    ] {
        let form = [("display_name", name), ("password", password)];
        let page = app.browser().post(&link, &form).await;
        assert_eq!(page.status, 422, "{password}");
        assert!(page.has(&format!("#{field}-error")), "{field}");
        assert_eq!(page.value("#display_name"), name);
        assert!(!page.text.contains(password), "the password comes back");
    }
    assert_eq!(accept(&app, &link).await.url, "/sl/sign-in");
    let again = [("email", EMAIL), ("role", "reviewer")];
    let has = administrator.post(PEOPLE, &again).await;
    assert_eq!(has.status, 422);
    assert!(has.has("#role-error"), "{}", has.text);
}

#[actix_web::test]
async fn an_invitation_holds_a_week_can_be_sent_again_and_taken_back() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let link = invite(&app, &administrator, EMAIL, "reviewer", "").await;
    app.clock.set(app.clock.now().plus(TimeDelta::days(7)));
    assert_eq!(app.browser().get(&link).await.status, 410);
    assert_eq!(accept(&app, &link).await.status, 410);

    let administrator = app.sign_in_as(Role::Administrator).await;
    let list = administrator.get(PEOPLE).await;
    let again = list.attribute("form[action$='/resend']", "action").unwrap();
    assert!(administrator.post(&again, &[]).await.has(".flash"));
    assert_eq!(app.mails_to(EMAIL).await.len(), 2);
    assert_eq!(newest_link(&app, EMAIL, "/invitations/").await, link);
    assert_eq!(app.browser().get(&link).await.status, 200);

    // Asking for the same once more is sending it again: one invitation, three mails.
    invite(&app, &administrator, EMAIL, "reviewer", "").await;
    assert_eq!(app.mails_to(EMAIL).await.len(), 3);
    let list = administrator.get(PEOPLE).await;
    assert_eq!(list.hrefs_of("form[action$='/revoke']").len(), 0);
    let back = list.attribute("form[action$='/revoke']", "action").unwrap();
    assert!(administrator.post(&back, &[]).await.has(".flash"));
    assert_eq!(accept(&app, &link).await.status, 410);
    assert!(
        !administrator
            .get(PEOPLE)
            .await
            .has("form[action$='/revoke']")
    );
    // A button pressed on an old page says how it stands.
    let late = administrator.post(&back, &[]).await;
    assert!(late.url.starts_with(PEOPLE) && late.has(".flash"));
}

#[actix_web::test]
async fn an_invitation_that_is_taken_back_before_its_mail_leaves_is_never_sent() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let form = [("email", EMAIL), ("role", "reviewer")];
    let list = administrator.post(PEOPLE, &form).await;
    let back = list.attribute("form[action$='/revoke']", "action").unwrap();

    administrator.post(&back, &[]).await;

    assert_eq!(app.mails_to(EMAIL).await.len(), 0);
}

#[actix_web::test]
async fn whoever_has_an_account_keeps_it_and_takes_only_the_role() {
    let app = TestApp::spawn().await;
    app.person(EMAIL, app.maribor, Role::Reviewer).await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let link = invite(&app, &administrator, EMAIL, "coordinator", "").await;
    let browser = app.browser();

    let page = browser.get(&link).await;
    assert!(!page.has("#password"), "{}", page.text);
    // A password sent along all the same changes nothing.
    assert_eq!(accept(&app, &link).await.url, "/sl/sign-in");

    assert_eq!(sign_in(&browser, EMAIL, PASSWORD).await.status, 422);
    sign_in(&browser, EMAIL, crate::harness::PASSWORD).await;
    assert_eq!(browser.get("/sl/desk/kranj/new").await.status, 200);
}

#[actix_web::test]
async fn a_link_that_is_forged_or_for_something_else_opens_nothing() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let link = invite(&app, &administrator, EMAIL, "administrator", "").await;
    let (rest, token) = link.rsplit_once('/').unwrap();

    for wrong in [
        format!("{rest}/{}", "A".repeat(43)),
        link.replace("/invitations/", "/new-password/"),
        link.replace("/invitations/", "/new-address/"),
        format!("/sl/invitations/00000000-0000-7000-8000-000000000000/{token}"),
    ] {
        assert_eq!(app.browser().get(&wrong).await.status, 404, "{wrong}");
        assert_eq!(accept(&app, &wrong).await.status, 404, "{wrong}");
    }
}

#[actix_web::test]
async fn only_administrators_of_the_authority_invite_and_only_to_its_consultations() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let theirs = a_consultation().in_authority("maribor").insert(&app).await;
    let ours = a_consultation().insert(&app).await;
    let id = theirs.id.to_string();

    let foreign = [
        ("email", EMAIL),
        ("role", "reviewer"),
        ("consultation", id.as_str()),
    ];
    assert_eq!(administrator.post(PEOPLE, &foreign).await.status, 404);
    let id = ours.id.to_string();
    let of_one = [
        ("email", EMAIL),
        ("role", "administrator"),
        ("consultation", id.as_str()),
    ];
    let refused = administrator.post(PEOPLE, &of_one).await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("#consultation-error"), "{}", refused.text);
    assert_eq!(app.mails_to(EMAIL).await.len(), 0);
}

/// Somebody with a role in one consultation of Kranj.
async fn of_one(app: &TestApp, role: &str, consultation: &str) -> Browser {
    let administrator = app.sign_in_as(Role::Administrator).await;
    let link = invite(app, &administrator, EMAIL, role, consultation).await;
    accept(app, &link).await;
    let browser = app.browser();
    sign_in(&browser, EMAIL, PASSWORD).await;
    browser
}

#[actix_web::test]
async fn a_role_in_one_consultation_opens_that_one_alone() {
    let app = TestApp::spawn().await;
    let this = a_consultation().insert(&app).await;
    let other = a_consultation().slug("druga").insert(&app).await;
    let theirs = a_consultation().in_authority("maribor").insert(&app).await;
    let browser = of_one(&app, "coordinator", &this.id.to_string()).await;

    let home = browser.get("/sl/desk").await;
    assert_eq!(
        home.hrefs_of(&format!("a[href='{}']", desk_of(&this)))
            .len(),
        1
    );
    assert!(!home.text.contains(&desk_of(&other)), "{}", home.text);
    for page in ["", "/overview", "/parts/basics", "/notices", "/release"] {
        let open = browser.get(&format!("{}{page}", desk_of(&this))).await;
        assert_eq!(open.status, 200, "{page}");
        for closed in [&other, &theirs] {
            let closed = browser.get(&format!("{}{page}", desk_of(closed))).await;
            assert_eq!(closed.status, 404, "{page}");
        }
    }
    for closed in ["new", "people", "settings"] {
        let closed = browser.get(&format!("/sl/desk/kranj/{closed}")).await;
        assert_eq!(closed.status, 404);
    }
    // And it is enough to act there: an extension needs a coordinator.
    let path = format!("{}/overview/extend", desk_of(&this));
    let day = [("last_day", "2022-05-20"), ("reason", "Prošnja društev.")];
    let extended = browser.post(&path, &day).await;
    assert!(extended.has(".flash"), "{}", extended.text);
    let path = format!("{}/overview/extend", desk_of(&other));
    assert_eq!(browser.post(&path, &day).await.status, 404);
}

#[actix_web::test]
async fn a_reviewer_of_one_consultation_answers_there_and_loses_it_with_the_box() {
    let app = TestApp::spawn().await;
    let this = a_consultation().insert(&app).await;
    let comment = a_comment(&this).insert(&app).await;
    let browser = of_one(&app, "reviewer", &this.id.to_string()).await;
    let address = crate::desk::answer(&this, comment);

    let saved = browser
        .post(&address, &crate::desk::finished("0", "submit"))
        .await;
    assert_eq!(saved.status, 200, "{}", saved.text);
    let overview = format!("{}/overview", desk_of(&this));
    assert_eq!(browser.get(&overview).await.status, 404);

    let administrator = app.sign_in_as(Role::Administrator).await;
    let person = super::page_of(&app, EMAIL).await;
    let page = administrator.get(&person).await;
    assert!(page.has("input[name=in_one][checked]"), "{}", page.text);
    let emptied = administrator.post(&person, &[]).await;
    assert!(emptied.url.starts_with(PEOPLE) && emptied.has(".flash"));
    assert_eq!(browser.get(&address).await.status, 404);
    assert!(!administrator.get(PEOPLE).await.text.contains(EMAIL));
}
