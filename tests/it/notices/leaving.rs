//! Who leaves gets nothing more, wherever the mail stands at that moment.

use diesel::{ExpressionMethods as _, QueryDsl as _, RunQueryDsl as _};
use posvet::testing::db::lease::Hold;
use posvet::testing::db::schema::outbox;
use posvet::testing::db::{DatabaseError, DbConnection, StoreResult};
use posvet::testing::kernel::clock::Instant;
use posvet::testing::kernel::role::Role;
use posvet::testing::kernel::token::Flow;
use posvet::testing::mail::kind::Lane;
use posvet::testing::mail::outbox::queue;

use super::{draft, open, press};
use crate::harness::{TestApp, a_consultation, a_subscriber};

const SUBSCRIBERS: usize = 40;

/// Every fourth mail stays as it is, the others are put off, parked, or in the hands of a worker that has not begun.
fn scatter(connection: &mut DbConnection, hold: Hold, now: Instant) -> StoreResult<()> {
    let keys: Vec<i64> = outbox::table.select(outbox::row_key).load(connection)?;
    for (place, row_key) in keys.iter().enumerate() {
        let state = match place % 4 {
            0 | 1 => "queued",
            2 => "deferred",
            _ => "parked",
        };
        let later = now.plus(chrono::TimeDelta::minutes(if place % 4 == 0 {
            0
        } else {
            5
        }));
        diesel::update(outbox::table.filter(outbox::row_key.eq(row_key)))
            .set((outbox::state.eq(state), outbox::next_attempt_at.eq(later)))
            .execute(connection)?;
    }
    let taken = queue::claim(connection, Lane::Mass, hold, now, 100)?;
    assert_eq!(taken.len(), SUBSCRIBERS / 4);
    Ok(())
}

#[actix_web::test]
async fn whoever_unsubscribes_before_the_mail_leaves_does_not_get_it() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let mut links = Vec::new();
    for number in 0..SUBSCRIBERS {
        let email = format!("narocnik{number}@example.org");
        let id = a_subscriber(&consultation).email(&email).insert(&app).await;
        let token = app.state.context.tokens.mint(Flow::Subscription, id.uuid());
        links.push(format!("/sl/subscriptions/{id}/{token}/unsubscribe"));
    }
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;
    press(&coordinator, &notice, "send", &[("confirm", "on")]).await;
    let now = app.clock.now();
    let hold = Hold {
        lease: app.state.context.ids.next(now),
        until: now.plus(chrono::TimeDelta::minutes(2)),
    };
    let scattered = app
        .db()
        .write::<_, DatabaseError, _>(move |connection| scatter(connection, hold, now));
    scattered.await.unwrap();

    for link in &links {
        assert_eq!(app.browser().post(link, &[]).await.status, 200);
    }
    for _hour in 0..3 {
        app.deliver().await;
        app.clock
            .set(app.clock.now().plus(chrono::TimeDelta::hours(1)));
    }

    assert_eq!(app.mails().len(), 0);
    let report = open(&coordinator, &notice).await;
    let (_before, sum) = report.split_once("class=\"sum\"").expect("a report");
    let (sum, _after) = sum.split_once("</p>").expect("closed");
    let figures: Vec<&str> = sum
        .split("<b>")
        .skip(1)
        .map(|part| part.split("</b>").next().expect("closed"))
        .collect();
    assert_eq!(figures, ["40", "0", "0", "0", "0", "40"]);
    assert!(sum.contains("zadržano (odjava)"), "{sum}");
    assert!(report.contains("Pošiljanje je končano"));
}

#[actix_web::test]
async fn whoever_left_a_consultation_and_joined_the_authority_later_gets_its_notices() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().closing_in(20).insert(&app).await;
    let leaver = a_subscriber(&consultation).email("ana@example.org");
    let id = leaver.insert(&app).await;
    let stayed = a_subscriber(&consultation)
        .of_authority()
        .email("bor@example.org");
    stayed.insert(&app).await;
    let bor = a_subscriber(&consultation)
        .email("bor@example.org")
        .insert(&app)
        .await;
    app.clock
        .set(app.clock.now().plus(chrono::TimeDelta::hours(1)));
    for left in [id, bor] {
        let token = app
            .state
            .context
            .tokens
            .mint(Flow::Subscription, left.uuid());
        let link = format!("/sl/subscriptions/{left}/{token}/unsubscribe");
        assert_eq!(app.browser().post(&link, &[]).await.status, 200);
    }
    app.clock
        .set(app.clock.now().plus(chrono::TimeDelta::hours(1)));
    let joined = a_subscriber(&consultation)
        .of_authority()
        .email("ana@example.org");
    joined.insert(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let notice = draft(&coordinator, &consultation, "Rok se izteka").await;

    press(&coordinator, &notice, "send", &[("confirm", "on")]).await;

    assert_eq!(app.mails_to("ana@example.org").await.len(), 1);
    assert!(
        app.mails_to("bor@example.org").await.is_empty(),
        "the last word was no"
    );
}
