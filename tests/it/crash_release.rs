//! The process is killed in the middle of a release: it becomes public once, and each submitter gets one mail.
#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests fail by panicking, as tests do"
)]

use std::time::Duration;

use diesel::prelude::*;
use posvet::testing::db::{schema::consultations, schema::releases};
use posvet::testing::demo::DEMO_PASSWORD;
use posvet::testing::kernel::clock::Instant;
use reqwest::Method;

use crate::harness::{Browser, Program, TestDatabase, assert_released_once, until};

const CONSULTATION: &str = "kranj/socialno-varstvo-2022-2028-prva-obravnava";
const COMMENTS: usize = 4_000;
const KILLS: u64 = 6;

/// The answered sample, its release undone, with many more approved comments.
fn prepared(database: &TestDatabase) -> Program {
    let program = Program::on(database).prepare();
    let comments = COMMENTS.to_string();
    program.must(&[
        "seed",
        "--comments",
        &comments,
        "--consultation",
        CONSULTATION,
        "--answers",
        "approved",
    ]);
    let (_authority, slug) = CONSULTATION.split_once('/').unwrap();
    diesel::update(consultations::table.filter(consultations::slug.eq(slug)))
        .set(consultations::released_at.eq(None::<Instant>))
        .execute(&mut database.url.connect().unwrap())
        .unwrap();
    program
}

async fn sign_in(browser: &Browser) {
    let fields = [
        ("email", "koordinatorka@example.org"),
        ("password", DEMO_PASSWORD),
    ];
    assert_eq!(browser.post("/sl/sign-in", &fields).await.status, 200);
}

/// Presses the button; nothing when the connection broke.
async fn press(browser: &Browser) -> Option<u16> {
    let request = browser
        .request(Method::POST, &format!("/sl/desk/{CONSULTATION}/release"))
        .header("sec-fetch-site", "same-origin")
        .form(&[("confirm", "true")]);
    Some(request.send().await.ok()?.status().as_u16())
}

fn is_mailed(database: &TestDatabase) -> bool {
    let left: i64 = releases::table
        .filter(releases::mailed_at.is_null())
        .count()
        .get_result(&mut database.url.connect().unwrap())
        .unwrap();
    left == 0
}

#[actix_web::test]
async fn a_release_is_one_act_and_one_mail_each_despite_kills() {
    let database = TestDatabase::empty();
    let program = prepared(&database);
    let mut server = program.serve().await;
    let coordinator = server.browser();
    sign_in(&coordinator).await;

    let mut broken = 0;
    for round in 1..=KILLS {
        let browser = coordinator.at(&server.base);
        let pressing = press(&browser);
        let kill = async {
            tokio::time::sleep(Duration::from_millis(60 * round)).await;
            server.kill();
        };
        let (answer, ()) = futures_util::join!(pressing, kill);
        broken += usize::from(answer.is_none());
        server = program.serve().await;
    }
    let pressed = press(&coordinator.at(&server.base)).await;
    until(
        "every mail is in the outbox",
        Duration::from_secs(60),
        async || is_mailed(&database),
    )
    .await;

    assert!(broken > 0, "no kill came in time");
    assert_eq!(pressed, Some(200));
    assert_released_once(&database, "vlagatelj.%", COMMENTS);
    program.must(&["audit", "verify"]);
}
