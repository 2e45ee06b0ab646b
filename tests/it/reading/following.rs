//! What programs read: feeds, calendars, the sitemap, the ledger, linked data; and the home page over all authorities.

use atom_syndication::Feed;
use chrono::TimeDelta;
use posvet::testing::kernel::clock::Instant;
use posvet::testing::kernel::token::{digest, hex};
use serde_json::Value;

use super::BASE;
use crate::harness::{Page, TestApp, a_consultation};
use crate::preparing;

fn feed(page: &Page) -> Feed {
    assert_eq!(page.status, 200, "{}", page.text);
    let kind = page.header("content-type").unwrap();
    assert_eq!(kind, "application/atom+xml; charset=utf-8");
    page.text.parse().unwrap()
}

fn titles(feed: &Feed) -> Vec<String> {
    let titles = feed.entries().iter().map(|entry| entry.title().as_str());
    titles
        .map(|title| title.split(':').next().unwrap().to_owned())
        .collect()
}

#[actix_web::test]
async fn a_feed_tells_what_happened_and_no_minute_too_late() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().closing_in(20).insert(&app).await;
    let path = format!("{BASE}/feed.atom");
    let browser = app.browser();

    let before = feed(&browser.get(&path).await);
    let opened = titles(&before);
    assert_eq!(
        opened.first().map(String::as_str),
        Some("Odprto za pripombe")
    );
    app.clock.set(consultation.window.closes_at);
    let after = feed(&browser.get(&path).await);

    assert_eq!(titles(&after)[0], "Rok se je iztekel");
    assert_eq!(titles(&after)[1..], opened);
    let newest = &after.entries()[0];
    let closed: Instant = consultation.window.closes_at;
    assert_eq!(newest.updated().to_utc(), closed.utc());
    assert_eq!(after.updated(), newest.updated());
    assert!(newest.links()[0].href().ends_with(BASE));
    // An entry is the same for ever: its readers would show it twice.
    assert_eq!(after.entries()[1].id(), before.entries()[0].id());
    let english = feed(&browser.get("/en/kranj/feed.atom").await);
    assert_eq!(english.lang(), Some("en"));
    assert_eq!(titles(&english)[0], "The deadline has passed");
}

#[actix_web::test]
async fn a_feed_that_is_known_is_not_sent_again() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let first = app.browser().get("/sl/feed.atom").await;
    let tag = first.header("etag").unwrap();

    let request = app.browser().request(reqwest::Method::GET, "/sl/feed.atom");
    let again = app
        .browser()
        .send(request.header("if-none-match", tag))
        .await;

    assert_eq!((again.status, again.text.as_str()), (304, ""));
}

#[actix_web::test]
async fn an_extension_and_a_withdrawal_are_told_with_their_reason_and_change_the_calendar() {
    let (app, browser) = preparing::coordinator().await;
    preparing::prepare_and_announce(&browser).await;
    let browser = preparing::later(&app, "2022-03-20T08:00:00Z").await;
    let calendar = async || {
        let page = app
            .browser()
            .get(&format!("{}/calendar.ics", preparing::PUBLIC))
            .await;
        assert_eq!(
            page.header("content-type").unwrap(),
            "text/calendar; charset=utf-8"
        );
        page.text.replace("\r\n ", "")
    };
    let first = calendar().await;
    assert!(first.contains("DTSTART:20220309T230000Z"), "{first}");
    assert!(first.contains("DTEND:20220410T220000Z") && first.contains("SEQUENCE:0"));
    let uid = |file: &str| {
        file.lines()
            .find(|line| line.starts_with("UID:"))
            .unwrap()
            .to_owned()
    };

    let extend = format!("{}/overview/extend", preparing::DESK);
    let day = [("last_day", "2022-04-20"), ("reason", "Prošnja društev.")];
    assert!(browser.post(&extend, &day).await.has(".flash"));
    app.clock.set(app.clock.now().plus(TimeDelta::seconds(1)));
    app.state.pages.clear();
    let longer = calendar().await;
    assert!(longer.contains("DTEND:20220420T220000Z") && longer.contains("SEQUENCE:1"));
    assert_eq!(uid(&longer), uid(&first));
    let withdraw = format!("{}/overview/withdraw", preparing::DESK);
    let why = [("withdrawal", "Napaka v osnutku.")];
    assert!(browser.post(&withdraw, &why).await.has(".flash"));
    app.clock.set(app.clock.now().plus(TimeDelta::seconds(1)));
    app.state.pages.clear();

    assert!(calendar().await.contains("STATUS:CANCELLED"));
    let told = feed(
        &app.browser()
            .get(&format!("{}/feed.atom", preparing::PUBLIC))
            .await,
    );
    assert_eq!(
        titles(&told),
        [
            "Umaknjeno",
            "Rok je podaljšan",
            "Odprto za pripombe",
            "Napovedano"
        ]
    );
    let text = |number: usize| told.entries()[number].content().unwrap().value().unwrap();
    assert!(text(0).contains("Napaka v osnutku."), "{}", text(0));
    assert!(text(1).contains("Prošnja društev."), "{}", text(1));
}

#[actix_web::test]
async fn the_ledger_can_be_worked_out_again_from_its_file_alone() {
    let (app, browser) = preparing::coordinator().await;
    preparing::prepare_and_announce(&browser).await;
    let browser = preparing::later(&app, "2022-03-20T08:00:00Z").await;
    let extend = format!("{}/overview/extend", preparing::DESK);
    let day = [("last_day", "2022-04-20"), ("reason", "Prošnja <društev>.")];
    assert!(browser.post(&extend, &day).await.has(".flash"));
    app.state.pages.clear();

    let page = app.browser().get(preparing::PUBLIC).await;
    let file = app
        .browser()
        .get(&format!("{}/ledger.json", preparing::PUBLIC))
        .await;

    let file: Value = serde_json::from_str(&file.text).unwrap();
    let entries = file["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2);
    let mut head = Vec::new();
    for entry in entries {
        let text = |name: &str| entry[name].as_str().unwrap().to_owned();
        let micros = |name: &str| {
            let at: chrono::DateTime<chrono::Utc> = text(name).parse().unwrap();
            at.timestamp_micros().to_be_bytes()
        };
        head = digest(&[
            &head,
            text("kind").as_bytes(),
            &micros("opens_at"),
            &micros("closes_at"),
            text("reason").as_bytes(),
            &micros("recorded_at"),
        ])
        .to_vec();
        assert_eq!(hex(&head), text("head"));
    }
    assert_eq!(file["head"], hex(&head));
    assert!(page.text.contains(&hex(&head)), "the page prints it");
}

#[actix_web::test]
async fn the_sitemap_names_what_may_be_read_in_both_languages() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let answered = a_consultation().slug("odgovorjena").released();
    answered.insert(&app).await;

    let map = app.browser().get("/sitemap.xml").await;

    assert_eq!(
        map.header("content-type").unwrap(),
        "application/xml; charset=utf-8"
    );
    for path in [
        "/sl",
        "/en/kranj",
        BASE,
        "/sl/kranj/socialno-varstvo/sections/2",
    ] {
        assert!(map.text.contains(&format!("{path}</loc>")), "{path}");
    }
    assert!(map.text.contains("/sl/kranj/odgovorjena/register</loc>"));
    assert!(
        !map.text
            .contains("/sl/kranj/socialno-varstvo/register</loc>")
    );
    let robots = app.browser().get("/robots.txt").await;
    let line = robots
        .text
        .lines()
        .find(|line| line.starts_with("Sitemap: "));
    assert!(
        line.is_some_and(|line| line.ends_with("/sitemap.xml")),
        "{}",
        robots.text
    );
}

#[actix_web::test]
async fn pages_say_to_programs_what_they_are() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let said = |page: &Page| -> Value {
        let script = page.text("script[type='application/ld+json']");
        serde_json::from_str(&script).unwrap_or_else(|error| panic!("{error}: {script}"))
    };

    let page = app.browser().get(BASE).await;
    let (consultation, authority) = (said(&page), said(&app.browser().get("/sl/kranj").await));

    assert_eq!(consultation["@type"], "Event");
    assert_eq!(consultation["organizer"]["name"], "Mestna občina Kranj");
    assert_eq!(
        consultation["eventStatus"],
        "https://schema.org/EventScheduled"
    );
    assert_eq!(authority["@type"], "GovernmentOrganization");
    assert_eq!(authority["email"], "posvet.kranj@example.org");
    let meta = |name: &str| page.attribute(&format!("meta[property='og:{name}']"), "content");
    assert_eq!(meta("title"), Some(page.text("h1")));
    assert!(meta("url").is_some_and(|url| url.ends_with(BASE)));
    let card = meta("image").unwrap();
    assert!(
        card.ends_with("/card.png") && card.starts_with("http"),
        "{card}"
    );
    let picture = |address: String| app.browser().request(reqwest::Method::GET, &address);
    let answer = picture(format!("{BASE}/card.png")).send().await.unwrap();
    assert_eq!(answer.headers()["content-type"], "image/png");
    assert_eq!(answer.headers()["cache-control"], "no-cache");
    let tag = answer.headers()["etag"].clone();
    let shown = image::load_from_memory(&answer.bytes().await.unwrap()).unwrap();
    assert_eq!((shown.width(), shown.height()), (1200, 630));
    let again = picture(format!("{BASE}/card.png")).header("if-none-match", tag);
    assert_eq!(again.send().await.unwrap().status(), 304);
    let feed = page.attribute("link[rel=alternate]", "href");
    assert_eq!(feed, Some(format!("{BASE}/feed.atom")));
}

#[actix_web::test]
async fn among_more_than_twenty_consultations_one_looks_for_them() {
    let app = TestApp::spawn().await;
    for number in 0..20 {
        let slug = format!("obravnava-{number}");
        a_consultation().slug(&slug).insert(&app).await;
    }
    let all = app.browser().get("/sl").await;
    assert!(!all.has("input[name=q]") && all.texts("article.state h3").len() == 20);
    let theirs = a_consultation().in_authority("maribor").closing_in(1);
    theirs.insert(&app).await;
    app.state.pages.clear();

    let all = app.browser().get("/sl").await;
    assert!(all.has("input[name=q]"), "{}", all.text);
    assert_eq!(all.texts("article.state h3").len(), 21);
    let first = all.text("article.state");
    assert!(
        first.contains("Mestna občina Maribor"),
        "the closest deadline first: {first}"
    );
    let found = app.browser().get("/sl?q=MARIBORA").await;
    assert_eq!(found.texts("article.state h3").len(), 1);
    assert_eq!(found.value("#q"), "MARIBORA");
    let none = app.browser().get("/sl?q=%C5%BEirafa").await;
    assert_eq!(none.texts("article.state h3").len(), 0);
    assert!(none.text("[role=status]").contains('0'));
}
