//! Where submissions stand: in time or late, waiting for their address or not; and that it adds up.

use chrono::TimeDelta;
use diesel::{ExpressionMethods as _, QueryDsl as _, RunQueryDsl as _};
use posvet::testing::consultations::Consultation;
use posvet::testing::db::DatabaseError;
use posvet::testing::db::{schema::consultations, schema::submissions};
use posvet::testing::kernel::clock::Instant;
use posvet::testing::kernel::ids::SubmissionId;
use posvet::testing::kernel::role::Role;
use posvet::testing::kernel::token::Flow;

use crate::harness::{TestApp, a_comment, a_consultation};

const REGISTER: &str = "/sl/kranj/socialno-varstvo/register";

async fn extend(app: &TestApp, consultation: &Consultation, closes_at: Instant) {
    let id = consultation.id;
    app.db()
        .write::<_, DatabaseError, _>(move |connection| {
            diesel::update(consultations::table.find(id))
                .set(consultations::closes_at.eq(closes_at))
                .execute(connection)?;
            posvet::testing::consultations::bump(connection, id)?;
            Ok(())
        })
        .await
        .unwrap();
    app.state.pages.clear();
}

/// The private address of the only submission.
async fn tracking(app: &TestApp) -> String {
    let id: SubmissionId = app
        .db()
        .read(|connection| {
            Ok::<_, DatabaseError>(
                submissions::table
                    .select(submissions::id)
                    .first(connection)?,
            )
        })
        .await
        .unwrap();
    let token = app.state.context.tokens.mint(Flow::Submission, id.uuid());
    format!("/sl/submissions/{id}/{token}")
}

#[actix_web::test]
async fn an_extension_does_not_make_timely_what_came_late() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().closing_in(-1).insert(&app).await;
    a_comment(&consultation).insert(&app).await;

    let before = app.browser().get(REGISTER).await;
    let extended = app.clock.now().plus(TimeDelta::days(10));
    extend(&app, &consultation, extended).await;
    let after = app.browser().get(REGISTER).await;
    let receipt = app.browser().get(&tracking(&app).await).await;

    for page in [&before, &after] {
        assert!(page.text(".sum").starts_with('0'), "{}", page.text(".sum"));
        assert!(page.text.contains("Po roku je prispela 1 pripomba"));
    }
    assert!(receipt.text("dl.facts").contains("po roku"));
}

#[actix_web::test]
async fn what_came_in_time_stays_in_time_when_the_window_is_read_again() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_comment(&consultation).insert(&app).await;

    app.clock.set(consultation.window.closes_at);
    let page = app.browser().get(REGISTER).await;

    assert!(page.text(".sum").starts_with('1'), "{}", page.text(".sum"));
}

#[actix_web::test]
async fn a_second_consultation_of_one_authority_in_one_year_has_a_prefix_of_its_own() {
    let app = TestApp::spawn().await;
    let mut prefixes = Vec::new();
    for slug in ["prva", "druga", "tretja"] {
        prefixes.push(
            a_consultation()
                .slug(slug)
                .insert(&app)
                .await
                .reference_prefix,
        );
    }

    let [first, second, third] = &prefixes[..] else {
        panic!("{prefixes:?}")
    };
    assert!(first.ends_with("-2022"), "{first}");
    assert_eq!(second, &format!("{first}B"));
    assert_eq!(third, &format!("{first}C"));
}

/// Three confirmed, two waiting, one expired, one late.
async fn one_of_each(app: &TestApp) -> Consultation {
    let consultation = a_consultation().closing_in(20).insert(app).await;
    let unconfirmed = || a_comment(&consultation).unconfirmed();
    unconfirmed().insert(app).await;
    app.clock.set(app.clock.now().plus(TimeDelta::days(8)));
    for _ in 0..3 {
        a_comment(&consultation).insert(app).await;
    }
    for _ in 0..2 {
        unconfirmed().insert(app).await;
    }
    let mut closed = consultation.clone();
    closed.window.closes_at = app.clock.now();
    a_comment(&closed).insert(app).await;
    consultation
}

const SUM: &str = "Prejetih je 6 vlog: 3 potrjene, 2 čakata na potrditev naslova, 1 je potekla brez potrditve. \
                   Po roku je prispela 1 vloga, ki je šteta posebej.";

#[actix_web::test]
async fn everywhere_the_received_are_the_confirmed_the_waiting_and_the_expired_and_the_late_apart()
{
    let app = TestApp::spawn().await;
    one_of_each(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;

    for path in [
        "/sl/kranj/socialno-varstvo",
        REGISTER,
        "/sl/desk/kranj/socialno-varstvo/release",
    ] {
        let page = coordinator.get(path).await;
        let text = page.text("main").replace('\u{a0}', " ");
        assert!(text.contains(SUM), "{path}: {text}");
    }
    let inbox = coordinator.get("/sl/desk/kranj/socialno-varstvo").await;
    let besides = "2 čakata na potrditev naslova, 1 je potekla brez potrditve.";
    let text = inbox.text("main").replace('\u{a0}', " ");
    assert!(text.contains(besides), "{text}");
    let stored: i64 = app
        .db()
        .read(|connection| {
            Ok::<_, DatabaseError>(submissions::table.count().get_result(connection)?)
        })
        .await
        .unwrap();
    assert_eq!(stored, 6 + 1);
}

#[actix_web::test]
async fn a_page_that_was_kept_says_expired_from_the_second_on() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().closing_in(20).insert(&app).await;
    a_comment(&consultation).unconfirmed().insert(&app).await;
    let ends = app.clock.now().plus(TimeDelta::days(7));
    let told = async |at: Instant, page: &str| {
        app.clock.set(at);
        let page = app.browser().get(page).await;
        page.text("main").contains("potekla brez potrditve")
    };

    for page in ["/sl/kranj/socialno-varstvo", REGISTER] {
        assert!(
            !told(ends.plus(TimeDelta::seconds(-1)), page).await,
            "{page}"
        );
        assert!(told(ends, page).await, "{page}");
    }
}
