//! The way to a confirmed address: what the mail says and does not say, another address, the mail once more, one
//! reminder, an end.

use chrono::TimeDelta;
use posvet::testing::consultations::Consultation;
use posvet::testing::submissions::remind_due;

use crate::harness::{Browser, Page, TestApp, a_consultation, submit};

const WRONG: &str = "oseba@exmaple.org";
const RIGHT: &str = "oseba@example.org";

/// Somebody who mistyped their address, on the receipt.
async fn mistyped(app: &TestApp) -> (Consultation, Browser, Page) {
    let consultation = a_consultation().closing_in(20).insert(app).await;
    let browser = app.browser();
    let receipt = submit(&browser, &consultation, &[("email", WRONG)]).await;
    assert_eq!(receipt.status, 200, "{}", receipt.text);
    (consultation, browser, receipt)
}

#[actix_web::test]
async fn the_mail_that_asks_to_confirm_carries_nothing_its_author_wrote() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let typed = [
        ("body", "Zaslužite na https://zlo.example/telo zdaj."),
        ("proposed_text", "Poglejte https://zlo.example/predlog vsi."),
        ("submitter_kind", "organisation"),
        ("organisation", "Nagrada zlo.example/organizacija"),
        ("name", "Kliknite zlo.example/ime"),
        ("publish_name", "true"),
    ];
    submit(&app.browser(), &consultation, &typed).await;
    app.clock.set(app.clock.now().plus(TimeDelta::days(5)));
    remind_due(&app.state.context).await.unwrap();

    let mails = app.mails_to("oseba@example.org").await;

    assert_eq!(mails.len(), 2, "the first and the reminder");
    for mail in mails {
        for part in [&mail.subject, &mail.text, &mail.html] {
            for word in ["zlo", "Zaslužite", "Poglejte", "Nagrada", "Kliknite"] {
                assert!(!part.contains(word), "{word} in {part}");
            }
        }
        let text = mail.text.replace('\u{a0}', " ");
        assert!(text.contains("odstavek 1"), "{text}");
        assert!(text.contains("Strategija socialnega varstva"), "{text}");
        assert!(
            text.contains("do četrtka, 14. aprila 2022, do 14.20"),
            "{text}"
        );
    }
}

#[actix_web::test]
async fn form_receipt_and_confirmation_page_say_until_when_to_confirm() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();

    let form = browser.get("/sl/kranj/socialno-varstvo/comment").await;
    let receipt = submit(&browser, &consultation, &[]).await;
    let mails = app.mails_to(RIGHT).await;
    let confirm = browser.get(&mails[0].link("/confirm")).await;

    for page in [form, receipt, confirm] {
        let text = page.text("main").replace('\u{a0}', " ");
        assert!(
            text.contains("do četrtka, 14. aprila 2022, do 14.20"),
            "{text}"
        );
    }
}

#[actix_web::test]
async fn the_form_leads_to_the_address_that_the_mail_tells_and_loading_it_again_sends_nothing() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let browser = app.browser();

    let sent = submit(&browser.staying(), &consultation, &[]).await;
    let address = sent.header("location").unwrap();
    let receipt = browser.get(&address).await;
    let again = browser.get(&address).await;

    assert_eq!(sent.status, 303);
    let over = receipt.text("main .over").replace('\u{a0}', " ");
    assert_eq!(over, "Potrdilo o prejemu");
    for name in ["posvet-reference", "posvet-received-at"] {
        assert!(sent.header(name).is_some(), "{name}");
        assert_eq!(sent.header(name), receipt.header(name));
        assert_eq!(sent.header(name), again.header(name));
    }
    let mails = app.mails_to(RIGHT).await;
    assert_eq!(mails.len(), 1);
    let (_place, token) = address.rsplit_once('/').unwrap();
    assert_eq!(mails[0].link(token), address);
}

#[actix_web::test]
async fn a_mistyped_address_is_shown_and_corrected_once_and_the_old_links_die() {
    let app = TestApp::spawn().await;
    let (_consultation, browser, receipt) = mistyped(&app).await;
    assert!(receipt.text(".told").contains(WRONG));
    let old = app.mails_to(WRONG).await;
    let old_confirm = old[0].link("/confirm");

    let corrected = browser
        .post(&format!("{}/address", receipt.url), &[("email", RIGHT)])
        .await;

    assert_eq!(corrected.status, 200, "{}", corrected.text);
    assert_ne!(corrected.url, receipt.url);
    assert!(corrected.text(".told").contains(RIGHT) && !corrected.text.contains(WRONG));
    for (path, is_post) in [
        (receipt.url.clone(), false),
        (old_confirm.clone(), false),
        (old_confirm, true),
        (format!("{}/again", receipt.url), true),
    ] {
        let page = match is_post {
            true => browser.post(&path, &[]).await,
            false => browser.get(&path).await,
        };
        assert_eq!(page.status, 404, "{path}");
        assert!(!page.text.contains(RIGHT), "{path}");
    }
    let new_confirm = app.mails_to(RIGHT).await[0].link("/confirm");
    assert_eq!(browser.post(&new_confirm, &[]).await.url, corrected.url);
    assert!(!browser.get(&corrected.url).await.text.contains(RIGHT));
}

#[actix_web::test]
async fn an_address_is_corrected_only_once() {
    let app = TestApp::spawn().await;
    let (_consultation, browser, receipt) = mistyped(&app).await;
    let form = format!("{}/address", receipt.url);
    let corrected = browser.post(&form, &[("email", RIGHT)]).await;

    assert!(!corrected.has("input[name=email]"));
    let form = format!("{}/address", corrected.url);
    let again = browser
        .post(&form, &[("email", "tretji@example.org")])
        .await;

    assert!(again.text(".told").contains(RIGHT), "{}", again.text);
    assert!(app.mails_to("tretji@example.org").await.is_empty());
}

#[actix_web::test]
async fn a_wrong_or_unchanged_address_is_refused_beside_the_field_and_comes_back() {
    let app = TestApp::spawn().await;
    let (_consultation, browser, receipt) = mistyped(&app).await;
    let form = format!("{}/address", receipt.url);

    for typed in ["oseba(at)example.org", WRONG] {
        let refused = browser.post(&form, &[("email", typed)]).await;
        assert_eq!(refused.status, 422, "{typed}");
        assert_eq!(refused.value("input#email"), typed);
        assert!(refused.has(".errors a[href='#email']"), "{}", refused.text);
        assert!(refused.has("details[open] input#email"));
    }
    assert_eq!(app.mails_to(WRONG).await.len(), 1);
}

#[actix_web::test]
async fn the_mail_is_sent_again_but_not_at_every_press() {
    let app = TestApp::spawn().await;
    let (_consultation, browser, receipt) = mistyped(&app).await;
    let button = format!("{}/again", receipt.url);

    let too_early = browser.post(&button, &[]).await;
    app.clock.set(app.clock.now().plus(TimeDelta::minutes(2)));
    let sent = browser.post(&button, &[]).await;
    browser.post(&button, &[]).await;

    assert!(too_early.has(".flash") && sent.has(".flash"));
    assert_ne!(too_early.text(".flash"), sent.text(".flash"));
    let mails = app.mails_to(WRONG).await;
    assert_eq!(mails.len(), 2);
    assert_eq!(mails[0].link("/confirm"), mails[1].link("/confirm"));
}

#[actix_web::test]
async fn one_reminder_is_sent_two_days_before_the_end_however_many_nodes_look() {
    let app = TestApp::spawn().await;
    mistyped(&app).await;
    let node = app.second_node().await;
    let (start, day) = (app.clock.now(), TimeDelta::days(1));

    app.clock
        .set(start.plus(day * 5).plus(TimeDelta::seconds(-1)));
    assert_eq!(remind_due(&app.state.context).await.unwrap(), 0);
    app.clock.set(start.plus(day * 5));
    let (here, there) = futures_util::join!(
        remind_due(&app.state.context),
        remind_due(&node.state.context)
    );
    app.clock.set(start.plus(day * 6));
    let later = remind_due(&app.state.context).await.unwrap();

    assert_eq!((here.unwrap() + there.unwrap(), later), (1, 0));
    let mails = app.mails_to(WRONG).await;
    assert_eq!(mails.len(), 2);
    assert!(
        mails[1].subject.starts_with("Opomnik"),
        "{}",
        mails[1].subject
    );
}

#[actix_web::test]
async fn who_has_confirmed_or_let_the_time_pass_is_not_reminded() {
    let app = TestApp::spawn().await;
    let (consultation, browser, _receipt) = mistyped(&app).await;
    submit(&browser, &consultation, &[]).await;
    let confirm = app.mails_to(RIGHT).await[0].link("/confirm");
    browser.post(&confirm, &[]).await;

    app.clock.set(app.clock.now().plus(TimeDelta::days(7)));

    assert_eq!(remind_due(&app.state.context).await.unwrap(), 0);
}

#[actix_web::test]
async fn when_the_time_has_passed_the_page_says_so_and_offers_nothing_that_no_longer_helps() {
    let app = TestApp::spawn().await;
    let (_consultation, browser, receipt) = mistyped(&app).await;

    app.clock.set(app.clock.now().plus(TimeDelta::days(7)));
    let page = browser.get(&receipt.url).await;
    let again = browser.post(&format!("{}/again", receipt.url), &[]).await;

    assert!(
        page.text("dl.facts")
            .contains("rok za potrditev naslova je potekel")
    );
    assert!(
        !page.has("form") && !page.text.contains(WRONG),
        "{}",
        page.text
    );
    assert_eq!(again.url, receipt.url);
    assert_eq!(app.mails_to(WRONG).await.len(), 1);
}
