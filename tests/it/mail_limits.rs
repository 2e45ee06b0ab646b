//! Somebody types another person's address into every form there is: the mailbox is spared, and nothing is lost.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use diesel::{ExpressionMethods as _, QueryDsl as _, RunQueryDsl as _};
use posvet::testing::consultations::Consultation;
use posvet::testing::db::DatabaseError;
use posvet::testing::db::{schema::submissions, schema::subscriptions};

use crate::harness::{Page, TestApp, a_consultation};

const VICTIM: &str = "ana@example.org";

fn path(consultation: &Consultation, page: &str) -> String {
    let (authority, slug) = (&consultation.authority.slug, &consultation.slug);
    format!("/sl/{authority}/{slug}/{page}")
}

async fn comment(app: &TestApp, consultation: &Consultation, email: &str) -> Page {
    let fields = [
        ("section", "2"),
        ("paragraph", "1"),
        ("kind", "content"),
        ("body", "Noči so mrzle."),
        ("submitter_kind", "individual"),
        ("name", "Ana Novak"),
        ("email", email),
    ];
    let form = path(consultation, "comment");
    let page = app.browser().post(&form, &fields).await;
    assert_eq!(page.status, 200, "{}", page.text);
    page
}

async fn subscribe(app: &TestApp, consultation: &Consultation, scope: &str) -> Page {
    let form = path(consultation, "subscribe");
    let browser = app.browser();
    let nonce = browser.get(&form).await.value("input[name=nonce]");
    let fields = [("email", VICTIM), ("scope", scope), ("nonce", &nonce)];
    let page = browser.post(&form, &fields).await;
    assert_eq!(page.status, 200, "{}", page.text);
    page
}

/// How many mails the mailbox has got by now.
async fn got(app: &TestApp) -> usize {
    app.mails_to(VICTIM).await.len()
}

fn pass(app: &TestApp, time: TimeDelta) {
    app.clock.set(app.clock.now().plus(time));
}

/// Presses the button behind every link that confirms, in every mail.
async fn confirm_all(app: &TestApp) {
    let links: BTreeSet<String> = app
        .mails_to(VICTIM)
        .await
        .iter()
        .flat_map(|mail| mail.text.split_whitespace())
        .filter(|word| word.starts_with("http") && word.ends_with("/confirm"))
        .map(str::to_owned)
        .collect();
    for link in links {
        let (_scheme, rest) = link.split_once("://").expect("a link");
        let (_host, path) = rest.split_once('/').expect("a path");
        let page = app.browser().post(&format!("/{path}"), &[]).await;
        assert_eq!(page.status, 200, "{}", page.text);
    }
}

/// Submissions and subscriptions that wait for their confirmation, and all.
async fn waiting_and_all(app: &TestApp) -> ((i64, i64), (i64, i64)) {
    let counted = app.db().read::<_, DatabaseError, _>(|connection| {
        let unconfirmed = submissions::table.filter(submissions::confirmed_at.is_null());
        let pending = subscriptions::table.filter(subscriptions::state.eq("pending"));
        Ok((
            (
                unconfirmed.count().get_result(connection)?,
                pending.count().get_result(connection)?,
            ),
            (
                submissions::table.count().get_result(connection)?,
                subscriptions::table.count().get_result(connection)?,
            ),
        ))
    });
    counted.await.unwrap()
}

#[actix_web::test]
async fn twenty_submissions_and_five_subscriptions_are_three_mails_in_the_hour_and_one_after_it() {
    let app = TestApp::spawn().await;
    let kranj = a_consultation().insert(&app).await;
    let maribor = a_consultation().in_authority("maribor").insert(&app).await;

    for consultation in [&kranj, &maribor].into_iter().cycle().take(20) {
        comment(&app, consultation, VICTIM).await;
        app.deliver().await;
    }
    for (consultation, scope) in [
        (&kranj, "authority"),
        (&kranj, "consultation"),
        (&maribor, "authority"),
        (&maribor, "consultation"),
        (&maribor, "consultation"),
    ] {
        subscribe(&app, consultation, scope).await;
    }

    assert_eq!(got(&app).await, 3);
    assert_eq!(waiting_and_all(&app).await, ((20, 4), (20, 4)));
    pass(&app, TimeDelta::minutes(59));
    assert_eq!(got(&app).await, 3);
    pass(&app, TimeDelta::minutes(1));
    assert_eq!(got(&app).await, 4);
    confirm_all(&app).await;
    assert_eq!(waiting_and_all(&app).await, ((0, 0), (20, 4)));
}

#[actix_web::test]
async fn whoever_goes_on_all_day_causes_ten_mails_and_all_can_be_confirmed_in_the_end() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;

    for _hour in 0..24 {
        for tag in ["ana", "ana+1", "ANA"] {
            comment(&app, &consultation, &format!("{tag}@example.org")).await;
        }
        app.deliver().await;
        pass(&app, TimeDelta::minutes(59));
    }

    let in_a_day = app.mails().len();
    assert_eq!(in_a_day, 10, "to all spellings together");
    for _hour in 0..48 {
        pass(&app, TimeDelta::hours(1));
        app.deliver().await;
    }
    let links: BTreeSet<String> = app
        .mails()
        .iter()
        .flat_map(|mail| mail.text.split_whitespace())
        .filter(|word| word.starts_with("http") && word.ends_with("/confirm"))
        .map(str::to_owned)
        .collect();
    assert_eq!(links.len(), 24 * 3);
}

#[actix_web::test]
async fn whoever_has_confirmed_gets_each_mail_at_once() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    comment(&app, &consultation, VICTIM).await;
    confirm_all(&app).await;
    let before = got(&app).await;

    for _submission in 0..8 {
        comment(&app, &consultation, VICTIM).await;
    }

    assert_eq!(got(&app).await, before + 8);
}

#[actix_web::test]
async fn the_answer_does_not_tell_that_a_mailbox_has_had_its_mails() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let first = subscribe(&app, &consultation, "authority").await;
    for _submission in 0..5 {
        comment(&app, &consultation, VICTIM).await;
    }
    assert_eq!(got(&app).await, 3);

    let spared = subscribe(&app, &consultation, "authority").await;

    assert_eq!((spared.status, spared.text), (first.status, first.text));
    assert_eq!(got(&app).await, 3);
}
