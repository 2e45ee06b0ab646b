//! Before a notice is sent: who would get it, what is refused, and two people at one draft.

use posvet::testing::kernel::role::Role;

use super::{ANA, desk, draft, open, press, press_on};
use crate::harness::{TestApp, a_consultation, a_subscriber};

#[actix_web::test]
async fn the_rehearsal_shows_the_recipients_and_sends_nothing() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_subscriber(&consultation).email(ANA).insert(&app).await;
    a_subscriber(&consultation)
        .of_authority()
        .email("eva@example.org")
        .insert(&app)
        .await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;

    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;
    let page = open(&coordinator, &notice).await;

    assert!(page.contains("a…a@example.org") && page.contains("e…a@example.org"));
    assert!(!page.contains(ANA), "addresses are masked");
    assert!(page.contains("Pošlji 2 prejemnikoma"), "{page}");
    app.deliver().await;
    assert!(app.mails().is_empty());
}

#[actix_web::test]
async fn a_test_goes_to_the_coordinator_alone() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_subscriber(&consultation).email(ANA).insert(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;

    let page = press(&coordinator, &notice, "test", &[]).await;

    assert_eq!(page.status, 200);
    app.deliver().await;
    let mails = app.mails();
    assert_eq!(mails.len(), 1);
    assert_ne!(mails[0].to, ANA);
    assert!(mails[0].subject.ends_with("Rok se izteka"));
}

#[actix_web::test]
async fn nothing_leaves_unless_the_box_is_ticked() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_subscriber(&consultation).email(ANA).insert(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;

    let page = press(&coordinator, &notice, "send", &[]).await;

    assert_eq!(page.status, 422);
    assert!(app.mails_to(ANA).await.is_empty());
}

#[actix_web::test]
async fn what_leaves_is_what_was_rehearsed() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_subscriber(&consultation).email(ANA).insert(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;
    let changed = [("body", "Samo še danes."), ("confirm", "on")];

    let first = press(&coordinator, &notice, "send", &changed).await;
    assert_eq!(first.status, 422);
    assert!(first.text(".errors").contains("Osnutek je shranjen"));
    let stored = coordinator.get(&notice).await;
    assert_eq!(stored.text("textarea#body"), "Samo še danes.");
    assert!(app.mails_to(ANA).await.is_empty());

    let second = press_on(&coordinator, &notice, &first.text, "send", &changed).await;
    assert_eq!(second.status, 200);
    let mails = app.mails_to(ANA).await;
    assert!(mails[0].text.contains("Samo še danes."));
}

#[actix_web::test]
async fn every_error_of_a_notice_leads_to_something_on_the_page() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_subscriber(&consultation).email(ANA).insert(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;
    // Nobody has asked for notices about all consultations.
    let nobody = [("audience", "authority"), ("confirm", "on")];

    let refused = press(&coordinator, &notice, "send", &nobody).await;

    assert_eq!(refused.status, 422);
    for link in refused.hrefs() {
        if let Some(id) = link.strip_prefix('#') {
            assert!(refused.has(&format!("[id='{id}']")), "{link}");
        }
    }
}

#[actix_web::test]
async fn a_subject_is_one_line_whatever_was_typed() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let subject = "Rok\r\nBcc: eva@example.org";
    let fields = [
        ("subject", subject),
        ("body", "Še tri dni."),
        ("audience", "authority"),
    ];

    let page = coordinator.post(&desk(&consultation), &fields).await;

    assert_eq!(page.status, 200);
    assert_eq!(page.value("#subject"), "Rok Bcc: eva@example.org");
}

#[actix_web::test]
async fn of_two_who_edit_one_draft_the_second_is_told_and_loses_nothing() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;
    let opened = open(&coordinator, &notice).await;
    press(&coordinator, &notice, "save", &[("body", "Besedilo prve.")]).await;

    let mine = [("body", "Besedilo druge.")];
    let conflict = press_on(&coordinator, &notice, &opened, "save", &mine).await;

    assert_eq!(conflict.status, 409);
    assert!(conflict.text.contains("Besedilo prve.") && conflict.text.contains("Besedilo druge."));
    let again = press_on(&coordinator, &notice, &conflict.text, "save", &mine).await;
    assert_eq!(again.status, 200);
    assert!(!again.text.contains("Besedilo prve."));
}

#[actix_web::test]
async fn notices_of_another_authority_or_consultation_do_not_exist() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let other = a_consultation().slug("mladi").insert(&app).await;
    let foreign = a_consultation().in_authority("maribor").insert(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;

    let moved = notice.replace(&desk(&consultation), &desk(&other));
    assert_eq!(coordinator.get(&moved).await.status, 404);
    assert_eq!(coordinator.get(&desk(&foreign)).await.status, 404);
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    assert_eq!(reviewer.get(&notice).await.status, 404);
    assert_eq!(
        reviewer.post(&notice, &[("action", "send")]).await.status,
        404
    );
}
