//! What an administrator changes about people.

use posvet::testing::kernel::role::Role;

use super::{EMAIL, PASSWORD, PEOPLE, ana_signed_in, id_of, is_signed_in, page_of, sign_in};
use crate::harness::TestApp;

#[actix_web::test]
async fn a_disabled_person_is_out_at_once_and_comes_back_as_they_were() {
    let app = TestApp::spawn().await;
    let ana = ana_signed_in(&app).await;
    assert!(is_signed_in(&ana).await);
    let administrator = app.sign_in_as(Role::Administrator).await;
    let person = page_of(&app, EMAIL).await;

    let disabled = administrator.post(&format!("{person}/disable"), &[]).await;

    assert!(disabled.has(".flash"), "{}", disabled.text);
    assert!(!is_signed_in(&ana).await);
    assert_eq!(sign_in(&ana, EMAIL, PASSWORD).await.status, 422);
    let invited = [("email", EMAIL), ("role", "coordinator")];
    assert!(
        administrator
            .post(PEOPLE, &invited)
            .await
            .has("#email-error")
    );
    let enabled = administrator.post(&format!("{person}/enable"), &[]).await;
    assert!(enabled.has(".flash"), "{}", enabled.text);
    sign_in(&ana, EMAIL, PASSWORD).await;
    assert!(is_signed_in(&ana).await);
}

#[actix_web::test]
async fn roles_are_given_and_taken_on_the_page_of_the_person() {
    let app = TestApp::spawn().await;
    let ana = ana_signed_in(&app).await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let person = page_of(&app, EMAIL).await;
    let page = administrator.get(&person).await;
    assert!(page.has("#roles[checked]") && !page.has("#roles-coordinator[checked]"));

    let both = [("roles", "reviewer"), ("roles", "coordinator")];
    let saved = administrator.post(&person, &both).await;

    assert!(saved.has(".flash") && saved.has("#roles-coordinator[checked]"));
    assert!(
        !is_signed_in(&ana).await,
        "a new right begins with a password"
    );
    sign_in(&ana, EMAIL, PASSWORD).await;
    assert_eq!(ana.get("/sl/desk/kranj/new").await.status, 200);
    let one = [("roles", "reviewer")];
    administrator.post(&person, &one).await;
    assert_eq!(ana.get("/sl/desk/kranj/new").await.status, 404);
    assert!(is_signed_in(&ana).await);
}

#[actix_web::test]
async fn the_last_administrator_stays() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let me = page_of(&app, "administrator.0@example.org").await;

    for act in ["", "/disable"] {
        let page = administrator.post(&format!("{me}{act}"), &[]).await;
        assert_eq!(page.status, 422, "{act}");
        assert!(page.has(".errors"), "{}", page.text);
    }
    // Somebody who may not sign in is nobody who could take over.
    let other = app
        .person("drugi@example.org", app.kranj, Role::Administrator)
        .await;
    administrator
        .post(&format!("{PEOPLE}/{other}/disable"), &[])
        .await;
    assert_eq!(administrator.post(&me, &[]).await.status, 422);
    administrator
        .post(&format!("{PEOPLE}/{other}/enable"), &[])
        .await;
    let gone = administrator.post(&me, &[]).await;
    assert_eq!(gone.status, 404, "the list is for administrators");
}

#[actix_web::test]
async fn two_administrators_who_remove_each_other_at_once_leave_one() {
    let app = TestApp::spawn().await;
    let one = app.sign_in_as(Role::Administrator).await;
    let other = app.sign_in_as(Role::Administrator).await;
    let page_of_one = page_of(&app, "administrator.0@example.org").await;
    let page_of_other = page_of(&app, "administrator.1@example.org").await;

    let (first, second) =
        futures_util::join!(one.post(&page_of_other, &[]), other.post(&page_of_one, &[]));

    let done = [&first, &second].map(|page| page.status == 200);
    assert_eq!(done.iter().filter(|done| **done).count(), 1, "{done:?}");
}

#[actix_web::test]
async fn an_account_that_works_elsewhere_too_is_not_ended_from_here() {
    let app = TestApp::spawn().await;
    let ana = ana_signed_in(&app).await;
    let elsewhere = app.sign_in_at(app.maribor, Role::Administrator).await;
    let id = id_of(&app, EMAIL).await;
    let there = format!("/sl/desk/maribor/people/{id}");
    assert_eq!(elsewhere.get(&there).await.status, 404, "not theirs");
    assert_eq!(
        elsewhere
            .post(&format!("{there}/disable"), &[])
            .await
            .status,
        404
    );

    app.grant(id, app.maribor, Role::Reviewer).await;
    sign_in(&ana, EMAIL, PASSWORD).await;
    for act in ["disable", "second-factor"] {
        let page = elsewhere.post(&format!("{there}/{act}"), &[]).await;
        assert_eq!(page.status, 422, "{act}");
    }
    assert!(is_signed_in(&ana).await);
    let emptied = elsewhere.post(&there, &[]).await;
    assert!(emptied.has(".flash"), "{}", emptied.text);
    assert_eq!(elsewhere.get(&there).await.status, 404);
    assert!(is_signed_in(&ana).await, "Kranj's reviewer still");
}
