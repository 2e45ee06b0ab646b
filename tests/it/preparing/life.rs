//! The gate, the announcement, what the clock does then, extension, withdrawal, adoption.

use chrono::TimeDelta;
use diesel::prelude::*;
use posvet::testing::db::DatabaseError;
use posvet::testing::db::schema::consultations;

use super::*;

#[actix_web::test]
async fn the_days_of_a_window_are_told_before_it_is_saved() {
    let (_app, browser) = coordinator().await;
    let fields = [
        ("title", ""),
        ("first_day", "2022-03-10"),
        ("last_day", "2022-04-10"),
        ("action", "check"),
    ];

    let page = browser.post("/sl/desk/kranj/new", &fields).await;

    assert_eq!(page.status, 200);
    for told in [
        "Rok je dolg 32 dni.",
        "delovniki: 22",
        "Premik ure: nedelja, 27. marec 2022",
        "ponedeljek, 11. april 2022",
    ] {
        assert!(says(&page, told), "{told}: {}", page.text);
    }
}

#[actix_web::test]
async fn the_gate_stays_shut_until_everything_is_there() {
    let (_app, browser) = coordinator().await;
    begin(&browser).await;

    let refused = announce(&browser).await;
    assert_eq!(refused.status, 409);
    assert!(
        says(&refused, "Napovedati še ne morete"),
        "{}",
        refused.text
    );

    save(&browser, "text", &[("text", DRAFT)]).await;
    save(&browser, "basics", &BASICS).await;
    assert_eq!(announce(&browser).await.status, 409);
    save(&browser, "channels", &CHANNELS).await;

    let announced = announce(&browser).await;
    assert_eq!(announced.status, 200, "{}", announced.text);
    assert!(says(&announced, "je napovedana"), "{}", announced.text);
}

#[actix_web::test]
async fn what_becomes_public_and_who_is_told_is_said_before_the_button_is_pressed() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    let overview = async || browser.get(&format!("{DESK}/overview")).await;

    let page = overview().await;
    for told in [
        "Takoj postane javna stran obravnave, z rokom, brez besedila osnutka.",
        "10. marca 2022, ob 0.00",
        "10. aprila 2022, ob 24.00",
        "Naročnikov še ni",
    ] {
        assert!(says(&page, told), "{told}: {}", page.text);
    }
    let other = a_consultation().slug("druga").insert(&app).await;
    let of_kranj = crate::harness::a_subscriber(&other);
    of_kranj.of_authority().insert(&app).await;
    let elsewhere = crate::harness::a_subscriber(&other).email("eva@example.org");
    elsewhere.insert(&app).await;

    let page = overview().await;
    assert!(says(&page, "ki ga dobi 1 naročnik;"), "{}", page.text);
}

#[actix_web::test]
async fn a_short_window_needs_a_reason_which_is_public() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    let short = [("first_day", "2022-03-10"), ("last_day", "2022-03-20")];
    save(&browser, "window", &short).await;

    let refused = announce(&browser).await;
    assert_eq!(refused.status, 409);
    assert!(
        says(&refused, "najkrajši brez razloga je 30"),
        "{}",
        refused.text
    );

    let with_reason = [short[0], short[1], ("short_window_reason", "Rok razpisa.")];
    save(&browser, "window", &with_reason).await;
    assert_eq!(announce(&browser).await.status, 200);
    let page = app.browser().get(PUBLIC).await;
    assert!(says(&page, "Razlog: Rok razpisa."), "{}", page.text);
}

#[actix_web::test]
async fn an_announced_consultation_opens_takes_comments_and_closes_by_the_clock() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    announce(&browser).await;
    let anyone = app.browser();

    let announced = anyone.get(PUBLIC).await;
    assert_eq!(announced.status, 200);
    assert!(says(&announced, "Koordinatorka"), "{}", announced.text);
    assert!(
        !announced.text.contains("Brezdomstvo"),
        "{}",
        announced.text
    );
    let early = anyone.get(&format!("{PUBLIC}/sections/2")).await;
    assert_eq!(early.url, PUBLIC);

    app.clock.set(at("2022-03-09T23:00:00Z"));
    let open = anyone.get(&format!("{PUBLIC}/sections/2")).await;
    assert_eq!(open.status, 200, "{}", open.text);
    assert!(says(&open, "Zavetišče vso zimo"), "{}", open.text);
    assert_eq!(anyone.get(&format!("{PUBLIC}/comment")).await.status, 200);

    app.clock.set(at("2022-04-10T22:00:00Z"));
    let closed = anyone.get(PUBLIC).await;
    assert!(
        says(&closed, "Zaprto") || says(&closed, "odgovarja"),
        "{}",
        closed.text
    );
}

#[actix_web::test]
async fn an_announced_window_is_only_extended_and_the_ledger_says_why() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    announce(&browser).await;
    let browser = later(&app, "2022-04-07T08:00:00Z").await;

    let locked = save(
        &browser,
        "window",
        &[("first_day", "2022-03-10"), ("last_day", "2022-04-08")],
    )
    .await;
    assert_eq!(locked.status, 409);
    let extend = |last_day: &'static str, reason: &'static str| {
        let fields = [("last_day", last_day), ("reason", reason)];
        let browser = &browser;
        async move {
            browser
                .post(&format!("{DESK}/overview/extend"), &fields)
                .await
        }
    };
    let shorter = extend("2022-04-09", "Ker.").await;
    assert_eq!(shorter.status, 422);
    assert!(says(&shorter, "samo na poznejši dan"), "{}", shorter.text);
    let silent = extend("2022-04-20", " ").await;
    assert_eq!(silent.status, 422);
    assert_eq!(silent.value("#last_day"), "2022-04-20");

    let extended = extend("2022-04-20", "Izpad elektrike.").await;
    assert_eq!(extended.status, 200, "{}", extended.text);
    app.clock.set(app.clock.now().plus(TimeDelta::seconds(2)));
    let page = app.browser().get(PUBLIC).await;
    assert!(says(&page, "20. aprila 2022"), "{}", page.text);
    assert!(says(&page, "Razlog: Izpad elektrike."), "{}", page.text);
    let said = |kind: &str, reason: &str| (kind.to_owned(), reason.to_owned());
    assert_eq!(
        ledger(&app).await,
        [said("announced", ""), said("extended", "Izpad elektrike.")]
    );
}

#[actix_web::test]
async fn a_withdrawn_consultation_takes_no_comments_and_says_why() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    announce(&browser).await;
    let browser = later(&app, "2022-03-20T08:00:00Z").await;
    let withdraw = |reason: &'static str| {
        let browser = &browser;
        async move {
            let url = format!("{DESK}/overview/withdraw");
            browser.post(&url, &[("withdrawal", reason)]).await
        }
    };

    assert_eq!(withdraw("").await.status, 422);
    assert_eq!(withdraw("Napaka v izračunu.").await.status, 200);
    assert_eq!(withdraw("Še enkrat.").await.status, 409);

    let page = app.browser().get(PUBLIC).await;
    assert!(says(&page, "Razlog: Napaka v izračunu."), "{}", page.text);
    assert!(!page.text.contains("/comment\""), "{}", page.text);
}

#[actix_web::test]
async fn the_adoption_is_recorded_after_the_answers_and_a_correction_keeps_what_was_said() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    announce(&browser).await;
    let browser = later(&app, "2022-05-20T08:00:00Z").await;
    let adopt = |session: &'static str, day: &'static str, reason: &'static str| {
        let fields = [
            ("body", "Mestni svet"),
            ("session", session),
            ("adopted_on", day),
            ("document_url", "https://example.org/strategija.pdf"),
            ("reason", reason),
        ];
        let browser = &browser;
        async move {
            browser
                .post(&format!("{DESK}/overview/adopt"), &fields)
                .await
        }
    };
    assert_eq!(adopt("33. seja", "2022-05-19", "").await.status, 409);
    let released = at("2022-05-16T08:00:00Z");
    app.db()
        .write::<_, DatabaseError, _>(move |connection| {
            diesel::update(consultations::table)
                .set(consultations::released_at.eq(Some(released)))
                .execute(connection)?;
            Ok(())
        })
        .await
        .unwrap();

    assert_eq!(adopt("33. seja", "2022-06-22", "").await.status, 422);
    let adopted = adopt("33. seja", "2022-05-19", "").await;
    assert_eq!(adopted.status, 200, "{}", adopted.text);
    assert_eq!(adopt("34. seja", "2022-05-19", "").await.status, 422);
    app.clock.set(app.clock.now().plus(TimeDelta::seconds(1)));
    assert_eq!(
        adopt("34. seja", "2022-05-19", "Napačna seja.")
            .await
            .status,
        200
    );

    app.clock.set(app.clock.now().plus(TimeDelta::seconds(2)));
    let page = app.browser().get(PUBLIC).await;
    for told in ["34. seja", "33. seja", "Napačna seja.", "Sprejeto"] {
        assert!(says(&page, told), "{told}: {}", page.text);
    }
}
