//! A notice is sent once, to every recipient once, and every mail is accounted for.

use posvet::testing::kernel::role::Role;

use super::{ANA, draft, open, press, press_on};
use crate::harness::{TestApp, a_consultation, a_subscriber};

#[actix_web::test]
async fn an_address_on_two_lists_gets_one_mail() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_subscriber(&consultation).email(ANA).insert(&app).await;
    a_subscriber(&consultation)
        .of_authority()
        .email("Ana@example.org")
        .insert(&app)
        .await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;

    let page = press(&coordinator, &notice, "send", &[("confirm", "on")]).await;

    assert_eq!(page.status, 200);
    app.deliver().await;
    assert_eq!(app.mails().len(), 1);
}

#[actix_web::test]
async fn sending_twice_from_two_windows_sends_once() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_subscriber(&consultation).email(ANA).insert(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;
    let opened = open(&coordinator, &notice).await;
    let send = || press_on(&coordinator, &notice, &opened, "send", &[("confirm", "on")]);

    let (first, second) = futures_util::join!(send(), send());
    let third = send().await;

    for page in [first, second, third] {
        assert_eq!(page.status, 200, "{}", page.text);
    }
    assert_eq!(app.mails_to(ANA).await.len(), 1);
}

#[actix_web::test]
async fn sending_from_two_nodes_sends_once() {
    let app = TestApp::spawn().await;
    let node = app.second_node().await;
    let consultation = a_consultation().insert(&app).await;
    a_subscriber(&consultation).email(ANA).insert(&app).await;
    let here = app.sign_in_as(Role::Coordinator).await;
    let there = here.at(&format!("http://{}", node.address));
    let notice = draft(&here, &consultation, "Rok se izteka").await;
    let opened = open(&here, &notice).await;

    let (first, second) = futures_util::join!(
        press_on(&here, &notice, &opened, "send", &[("confirm", "on")]),
        press_on(&there, &notice, &opened, "send", &[("confirm", "on")]),
    );

    assert_eq!((first.status, second.status), (200, 200));
    assert_eq!(app.mails_to(ANA).await.len(), 1);
}

#[actix_web::test]
async fn what_was_sent_cannot_be_changed_and_the_typed_text_is_given_back() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_subscriber(&consultation).email(ANA).insert(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;
    let opened = open(&coordinator, &notice).await;
    press(&coordinator, &notice, "send", &[("confirm", "on")]).await;

    let late = [("body", "Popravljeno besedilo.")];
    let page = press_on(&coordinator, &notice, &opened, "save", &late).await;

    assert_eq!(page.status, 409);
    assert!(page.text.contains("Popravljeno besedilo."));
    assert!(!open(&coordinator, &notice).await.contains("Popravljeno"));
}

#[actix_web::test]
async fn the_report_adds_up_to_the_recipients() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    for name in ["ana", "eva", "iva"] {
        let email = format!("{name}@example.org");
        a_subscriber(&consultation).email(&email).insert(&app).await;
    }
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;

    press(&coordinator, &notice, "send", &[("confirm", "on")]).await;
    let waiting = open(&coordinator, &notice).await;
    app.deliver().await;
    let sent = open(&coordinator, &notice).await;

    assert_eq!(figures(&waiting), [3, 0, 3, 0, 0]);
    assert_eq!(figures(&sent), [3, 3, 0, 0, 0]);
}

/// Recipients, sent, waiting, deferred and failed, as the report shows them.
fn figures(html: &str) -> Vec<u64> {
    let (_before, sum) = html.split_once("class=\"sum\"").expect("a report");
    let (sum, _after) = sum.split_once("</p>").expect("closed");
    sum.split("<b>")
        .skip(1)
        .map(|part| part.split("</b>").next().expect("closed").parse())
        .collect::<Result<_, _>>()
        .expect("numbers")
}
