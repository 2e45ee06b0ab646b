//! Double opt-in and leaving.

use chrono::TimeDelta;
use posvet::testing::i18n::Language;
use posvet::testing::kernel::role::Role;
use reqwest::Method;

use super::{ANA, desk, draft, open, press, public, subscribe};
use crate::harness::{TestApp, a_consultation, a_subscriber};

#[actix_web::test]
async fn whoever_asks_gets_notices_only_after_pressing_the_button_behind_the_link() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let form = public("sl", &consultation, "/subscribe");
    let coordinator = app.sign_in_as(Role::Coordinator).await;

    let page = subscribe(&app.browser(), &form, ANA, "consultation").await;
    let mails = app.mails_to(ANA).await;

    assert_eq!(page.status, 200);
    assert_eq!(mails.len(), 1);
    let confirm = mails[0].link("/confirm");
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;
    open(&app.browser(), &confirm).await;
    assert!(
        !open(&coordinator, &notice)
            .await
            .contains("a…a@example.org")
    );

    assert_eq!(app.browser().post(&confirm, &[]).await.status, 200);
    assert!(
        open(&coordinator, &notice)
            .await
            .contains("a…a@example.org")
    );
}

#[actix_web::test]
async fn the_answer_is_the_same_for_an_address_that_is_subscribed_already() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_subscriber(&consultation).email(ANA).insert(&app).await;
    let form = public("sl", &consultation, "/subscribe");

    let known = subscribe(&app.browser(), &form, ANA, "consultation").await;
    let unknown = subscribe(&app.browser(), &form, "eva@example.org", "consultation").await;

    assert_eq!(known.status, unknown.status);
    assert_eq!(known.text, unknown.text);
    let to_ana = app.mails_to(ANA).await;
    let to_eva = app.mails_to("eva@example.org").await;
    assert_eq!((to_ana.len(), to_eva.len()), (1, 1));
    assert_ne!(to_ana[0].subject, to_eva[0].subject);
    to_ana[0].link("/unsubscribe");
}

#[actix_web::test]
async fn an_address_gets_at_most_three_mails_an_hour_however_it_is_spelt() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let form = public("sl", &consultation, "/subscribe");

    for spelling in [ANA, "Ana@example.org", "ANA@example.org", ANA, ANA] {
        let page = subscribe(&app.browser(), &form, spelling, "authority").await;
        assert_eq!(page.status, 200);
    }
    app.deliver().await;
    assert_eq!(app.mails().len(), 3);

    // What had to wait asks for the same, so it is one mail and reads like the others.
    app.clock.set(app.clock.now().plus(TimeDelta::minutes(60)));
    app.deliver().await;
    let mails = app.mails();
    assert_eq!(mails.len(), 4);
    assert_eq!(mails[3].subject, mails[0].subject);
}

#[actix_web::test]
async fn a_link_older_than_a_week_confirms_nothing() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let form = public("sl", &consultation, "/subscribe");
    subscribe(&app.browser(), &form, ANA, "consultation").await;
    let confirm = app.mails_to(ANA).await[0].link("/confirm");

    app.clock.set(app.clock.now().plus(TimeDelta::days(8)));
    let page = app.browser().post(&confirm, &[]).await;

    assert!(!page.text.contains("<button"), "{}", page.text);
    assert!(page.text.contains("Povezava ne velja več"));
}

#[actix_web::test]
async fn a_mail_service_unsubscribes_with_one_post_as_often_as_it_likes() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_subscriber(&consultation).email(ANA).insert(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;
    press(&coordinator, &notice, "send", &[("confirm", "on")]).await;
    let mails = app.mails_to(ANA).await;
    let (_name, header) = mails[0]
        .headers
        .iter()
        .find(|(name, _value)| name == "List-Unsubscribe")
        .expect("RFC 8058");
    let url = header.trim_matches(['<', '>']).splitn(4, '/').last();
    let url = format!("/{}", url.expect("a path"));

    open(&app.browser(), &url).await;
    for _time in 0..2 {
        let service = app.browser().staying();
        let request = service
            .request(Method::POST, &url)
            .header("origin", "https://mail.example")
            .form(&[("List-Unsubscribe", "One-Click")]);
        let page = service.send(request).await;
        assert_eq!((page.status, page.text.as_str()), (200, ""));
    }

    let next = draft(&coordinator, &consultation, "Rok se izteka").await;
    let page = press(&coordinator, &next, "send", &[("confirm", "on")]).await;
    assert_eq!(page.status, 422, "nobody is left");
    assert_eq!(app.mails_to(ANA).await.len(), 1);
}

#[actix_web::test]
async fn who_left_a_consultation_is_not_written_to_by_way_of_the_authority() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_subscriber(&consultation)
        .of_authority()
        .email(ANA)
        .insert(&app)
        .await;
    let form = public("sl", &consultation, "/subscribe");
    subscribe(&app.browser(), &form, ANA, "consultation").await;
    let first = app.mails_to(ANA).await;
    app.browser().post(&first[0].link("/confirm"), &[]).await;
    app.clock.set(app.clock.now().plus(TimeDelta::minutes(1)));

    let unsubscribe = first[0]
        .link("/confirm")
        .replace("/confirm", "/unsubscribe");
    app.browser().post(&unsubscribe, &[]).await;

    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;
    press(&coordinator, &notice, "send", &[("confirm", "on")]).await;
    assert_eq!(app.mails_to(ANA).await.len(), first.len());
}

#[actix_web::test]
async fn a_link_with_another_token_leads_nowhere() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let ana = a_subscriber(&consultation).email(ANA).insert(&app).await;
    let token = "A".repeat(43);

    for act in ["confirm", "unsubscribe"] {
        let url = format!("/sl/subscriptions/{ana}/{token}/{act}");
        assert_eq!(app.browser().get(&url).await.status, 404);
        assert_eq!(app.browser().post(&url, &[]).await.status, 404);
    }
}

#[actix_web::test]
async fn mistakes_are_told_beside_the_field_and_keep_what_was_typed() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let form = public("sl", &consultation, "/subscribe");

    let page = subscribe(&app.browser(), &form, "ana(at)example.org", "everything").await;
    let forged = [("email", ANA), ("scope", "authority"), ("nonce", "1.x")];
    let forged = app.browser().post(&form, &forged).await;

    assert_eq!((page.status, forged.status), (422, 422));
    assert!(page.text.contains("ana(at)example.org"));
    app.deliver().await;
    assert!(app.mails().is_empty());
}

#[actix_web::test]
async fn mails_speak_the_language_their_reader_subscribed_in() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    for (email, language) in [(ANA, Language::En), ("eva@example.org", Language::Sl)] {
        let subscriber = a_subscriber(&consultation).email(email);
        subscriber.language(language).insert(&app).await;
    }
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;

    press(&coordinator, &notice, "send", &[("confirm", "on")]).await;

    let english = app.mails_to(ANA).await;
    let slovene = app.mails_to("eva@example.org").await;
    let home = |lang| public(lang, &consultation, "");
    assert_eq!(english[0].link(&home("en")), home("en"));
    assert_eq!(slovene[0].link(&home("sl")), home("sl"));
    assert!(
        open(&coordinator, &desk(&consultation))
            .await
            .contains("Poslano")
    );
}
