//! Around the announcement: one at a set moment, links for outsiders, notices that wait, an outage.

use super::*;
use crate::harness::Browser;

async fn announce_at(browser: &Browser, at: &str) -> Page {
    let url = format!("{DESK}/overview/announce");
    browser.post(&url, &[("announce_at", at)]).await
}

#[actix_web::test]
async fn an_announcement_at_a_set_moment_comes_by_the_clock_and_not_a_second_before() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    for wrong in [
        "kmalu",
        "2022-01-31T08:00",
        "2022-03-10T00:00",
        "2022-03-27T02:30",
    ] {
        let page = announce_at(&browser, wrong).await;
        assert_eq!(page.status, 422, "{wrong}");
        assert!(page.has("#announce_at-error"), "{wrong}: {}", page.text);
        assert_eq!(page.value("#announce_at"), wrong);
    }
    // The home page is kept from before, and has to change by itself.
    assert!(!app.browser().get("/sl/kranj").await.text.contains(PUBLIC));
    assert!(!app.browser().get("/sl").await.text.contains(PUBLIC));

    let set = announce_at(&browser, "2022-02-15T09:00").await;
    assert!(
        set.has(".flash") && says(&set, "15. februar 2022"),
        "{}",
        set.text
    );

    for (moment, status) in [("2022-02-15T07:59:59Z", 404), ("2022-02-15T08:00:00Z", 200)] {
        app.clock.set(at(moment));
        for path in ["", "/feed.atom", "/calendar.ics", "/ledger.json"] {
            let page = app.browser().get(&format!("{PUBLIC}{path}")).await;
            assert_eq!(page.status, status, "{path} at {moment}");
        }
        for list in [
            "/sl",
            "/sl/kranj",
            "/sl/feed.atom",
            "/sitemap.xml",
            "/sl/kranj/calendar.ics",
        ] {
            let page = app.browser().get(list).await;
            assert_eq!(
                page.text.contains(PUBLIC),
                status == 200,
                "{list} at {moment}"
            );
        }
    }
    let browser = app.sign_in_as(Role::Coordinator).await;
    let late = browser
        .post(&format!("{DESK}/overview/announce/take-back"), &[])
        .await;
    assert_eq!(late.status, 409);
    assert_eq!(app.browser().get(PUBLIC).await.status, 200);
}

#[actix_web::test]
async fn an_announcement_to_come_is_taken_back_and_the_window_is_open_to_change_again() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    announce_at(&browser, "2022-02-15T09:00").await;
    let window = [("first_day", "2022-03-12"), ("last_day", "2022-04-20")];
    assert_eq!(save(&browser, "window", &window).await.status, 409);

    let back = browser
        .post(&format!("{DESK}/overview/announce/take-back"), &[])
        .await;

    assert!(back.has(".flash"), "{}", back.text);
    assert_eq!(ledger(&app).await, []);
    assert!(save(&browser, "window", &window).await.has(".flash"));
    app.clock.set(at("2022-02-16T08:00:00Z"));
    assert_eq!(app.browser().get(PUBLIC).await.status, 404);
    let browser = app.sign_in_as(Role::Coordinator).await;
    assert!(announce(&browser).await.has(".flash"));
    assert_eq!(app.browser().get(PUBLIC).await.status, 200);
}

#[actix_web::test]
async fn a_lead_time_is_counted_from_the_moment_that_was_set() {
    let (_app, browser) = coordinator().await;
    prepare(&browser).await;

    let page = announce_at(&browser, "2022-03-06T09:00").await;

    assert_eq!(page.status, 409, "{}", page.text);
    assert!(page.has(".errors"));
}

#[actix_web::test]
async fn a_link_for_an_outsider_shows_the_draft_and_nothing_else_until_it_is_taken_back() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    crate::harness::a_consultation()
        .slug("druga")
        .insert(&app)
        .await;
    let preview = format!("{DESK}/overview/preview");
    assert!(
        browser
            .post(&preview, &[("label", "")])
            .await
            .has("#label-error")
    );
    let made = browser.post(&preview, &[("label", "Mestni svet")]).await;
    assert!(made.has(".flash"), "{}", made.text);
    let url = made.attribute("a.hash", "href").unwrap();
    let (_base, path) = url.split_once("/sl/").unwrap();
    let path = format!("/sl/{path}");

    let page = app.browser().get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(says(&page, "Mesto skrbi za vse.") && says(&page, "Zavetišče vso zimo"));
    assert!(!page.text.contains("druga") && !page.text.contains("Mestni svet"));
    assert_eq!(page.header("x-robots-tag").unwrap(), "noindex");
    assert_eq!(page.header("cache-control").unwrap(), "no-store");
    assert_eq!(app.browser().get(PUBLIC).await.status, 404);
    let (rest, _token) = path.rsplit_once('/').unwrap();
    let forged = format!("{rest}/{}", "A".repeat(43));
    assert_eq!(app.browser().get(&forged).await.status, 404);

    let link = made.attribute("button[name=link]", "value").unwrap();
    let back = browser
        .post(&format!("{preview}/revoke"), &[("link", &link)])
        .await;
    assert!(back.has(".flash") && !back.has("button[name=link]"));
    assert_eq!(app.browser().get(&path).await.status, 404);
    browser.post(&preview, &[("label", "Svetniki")]).await;
    let made = browser.get(&format!("{DESK}/overview")).await;
    let url = made.attribute("a.hash", "href").unwrap();
    let path = format!("/sl/{}", url.split_once("/sl/").unwrap().1);
    app.clock
        .set(app.clock.now().plus(chrono::TimeDelta::days(14)));
    assert_eq!(app.browser().get(&path).await.status, 404, "two weeks");
}

#[actix_web::test]
async fn a_link_leads_to_the_public_page_once_there_is_one() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    let preview = format!("{DESK}/overview/preview");
    let made = browser.post(&preview, &[("label", "Mestni svet")]).await;
    let url = made.attribute("a.hash", "href").unwrap();
    let path = format!("/sl/{}", url.split_once("/sl/").unwrap().1);
    announce(&browser).await;

    assert_eq!(app.browser().get(&path).await.url, PUBLIC);
    assert_eq!(
        browser.post(&preview, &[("label", "Kdo")]).await.status,
        409
    );
}

#[actix_web::test]
async fn a_notice_about_an_announcement_and_an_extension_waits_as_a_draft() {
    let (app, browser) = coordinator().await;
    prepare_and_announce(&browser).await;
    let browser = later(&app, "2022-03-20T08:00:00Z").await;
    let day = [("last_day", "2022-04-20"), ("reason", "Prošnja društev.")];
    browser.post(&format!("{DESK}/overview/extend"), &day).await;

    let notices = browser.get(&format!("{DESK}/notices")).await;

    for subject in [
        "Napovedujemo javno obravnavo: Varstvo",
        "Rok je podaljšan: Varstvo",
    ] {
        assert!(says(&notices, subject), "{subject}: {}", notices.text);
    }
    let link = notices.hrefs().into_iter().find(|href| {
        href.contains("/notices/") && !href.ends_with("/new") && !href.contains("/report")
    });
    let draft = browser.get(&link.unwrap()).await;
    assert!(says(&draft, "do srede, 20. aprila 2022"), "{}", draft.text);
    assert_eq!(
        app.mails_to("ana@example.org").await.len(),
        0,
        "nothing is sent by itself"
    );
}

#[actix_web::test]
async fn an_outage_is_in_the_ledger_and_proposes_as_many_days_as_were_lost() {
    let (app, browser) = coordinator().await;
    prepare_and_announce(&browser).await;
    let url = format!("{DESK}/overview/outage");
    assert_eq!(
        browser.post(&url, &[]).await.status,
        409,
        "it is not open yet"
    );
    let browser = later(&app, "2022-03-22T08:00:00Z").await;
    let outage = |from: &'static str, until: &'static str, reason: &'static str| {
        [
            ("outage_from", from),
            ("outage_until", until),
            ("outage_reason", reason),
        ]
    };
    for (fields, field) in [
        (
            outage("2022-03-20T09:00", "2022-03-20T08:00", "Okvara."),
            "outage_until",
        ),
        (
            outage("2022-03-22T08:00", "2022-03-22T10:00", "Okvara."),
            "outage_until",
        ),
        (
            outage("2022-03-09T09:00", "2022-03-10T10:00", "Okvara."),
            "outage_from",
        ),
        (
            outage("včeraj", "2022-03-20T10:00", "Okvara."),
            "outage_from",
        ),
        (
            outage("2022-03-20T09:00", "2022-03-20T10:00", ""),
            "outage_reason",
        ),
    ] {
        let page = browser.post(&url, &fields).await;
        assert_eq!(page.status, 422, "{field}");
        assert!(
            page.has(&format!("#{field}-error")),
            "{field}: {}",
            page.text
        );
    }
    let before = app.browser().get(PUBLIC).await;

    let fields = outage("2022-03-20T09:00", "2022-03-21T12:00", "Okvara strežnika.");
    let recorded = browser.post(&url, &fields).await;

    assert!(
        recorded.has(".flash") && says(&recorded, "2 dneva več"),
        "{}",
        recorded.text
    );
    assert_eq!(recorded.value("#last_day"), "2022-04-12");
    app.state.pages.clear();
    let page = app.browser().get(PUBLIC).await;
    assert!(
        says(&page, "od 20. 3. 2022, 9.00 do 21. 3. 2022, 12.00"),
        "{}",
        page.text
    );
    assert!(says(&page, "Okvara strežnika."));
    assert_ne!(
        page.text("code.hash"),
        before.text("code.hash"),
        "the chain goes on"
    );
    let extend = [("last_day", "2022-04-12"), ("reason", "Izpad strani.")];
    let extended = browser
        .post(&format!("{DESK}/overview/extend"), &extend)
        .await;
    assert!(extended.has(".flash") && !says(&extended, "dneva več"));
    let feed = app.browser().get(&format!("{PUBLIC}/feed.atom")).await;
    assert!(
        feed.text.contains("Izpad strani: Strategija"),
        "{}",
        feed.text
    );
}
