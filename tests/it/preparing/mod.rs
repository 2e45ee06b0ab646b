//! From nothing to a public consultation and to its adoption, with nothing but the pages of the desk.

mod adopted;
mod around;
mod bringing;
mod events;
mod life;
mod parts;

pub(crate) use bringing::bring;

use diesel::prelude::*;
use posvet::testing::consultations::Consultation;
use posvet::testing::db::DatabaseError;
use posvet::testing::db::schema::window_events;
use posvet::testing::kernel::clock::Instant;
use posvet::testing::kernel::role::Role;

use crate::harness::{Browser, Page, TestApp, a_consultation};

pub(super) const DRAFT: &str = "# Uvod\n\nMesto skrbi za vse.\n\n# Brezdomstvo\n\n## Ključni cilj: Zavetišče vso zimo\n\nOdprto od oktobra.\n\n- Kazalnik: noči\n";
pub const DESK: &str = "/sl/desk/kranj/strategija-varstva-2022-2028";
pub const PUBLIC: &str = "/sl/kranj/strategija-varstva-2022-2028";

pub fn at(text: &str) -> Instant {
    Instant::new(text.parse().unwrap())
}

/// A coordinator of Kranj on 1 February 2022, three weeks before the day on which the tests usually begin.
pub async fn coordinator() -> (TestApp, Browser) {
    let app = TestApp::spawn().await;
    app.clock.set(at("2022-02-01T08:00:00Z"));
    let browser = app.sign_in_as(Role::Coordinator).await;
    (app, browser)
}

pub(super) async fn begin(browser: &Browser) -> Page {
    begin_in(browser, "2022-03-10", "2022-04-10").await
}

async fn begin_in(browser: &Browser, first_day: &str, last_day: &str) -> Page {
    let fields = [
        ("title", "Strategija varstva 2022–2028"),
        ("first_day", first_day),
        ("last_day", last_day),
    ];
    browser.post("/sl/desk/kranj/new", &fields).await
}

/// Saves a part as its form does.
pub(super) async fn save(browser: &Browser, part: &str, fields: &[(&str, &str)]) -> Page {
    let form = browser.get(&format!("{DESK}/parts/{part}")).await;
    let base = base_of(&form);
    let mut all = vec![("base", base.as_str()), ("action", "save")];
    all.extend(fields);
    browser.post(&format!("{DESK}/parts/{part}"), &all).await
}

/// Whether the page says these words, however they are bound together.
pub(super) fn says(page: &Page, words: &str) -> bool {
    let text = page.texts("main").join(" ").replace('\u{a0}', " ");
    let text = text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.contains(words)
}

/// The clock goes on; sessions have ended meanwhile, so another coordinator signs in.
pub async fn later(app: &TestApp, moment: &str) -> Browser {
    app.clock.set(at(moment));
    app.sign_in_as(Role::Coordinator).await
}

pub(super) fn base_of(form: &Page) -> String {
    form.value("input[name=base]")
}

pub(super) const BASICS: [(&str, &str); 6] = [
    ("title", "Strategija varstva 2022–2028"),
    ("short_title", "Varstvo"),
    ("slug", "strategija-varstva-2022-2028"),
    ("purpose", "Ker je potrebna."),
    ("valid_from", "2022"),
    ("valid_to", "2028"),
];

pub(super) const CHANNELS: [(&str, &str); 4] = [
    ("channels_note", "Tudi po pošti."),
    ("privacy_note", "Izbrišemo v dveh letih."),
    ("contact_0_name", "Koordinatorka"),
    ("contact_0_email", "socialno@example.org"),
];

/// Everything the gate asks for.
pub async fn prepare(browser: &Browser) {
    prepare_in(browser, "2022-03-10", "2022-04-10").await;
}

/// The same with another window.
pub(super) async fn prepare_in(browser: &Browser, first_day: &str, last_day: &str) {
    begin_in(browser, first_day, last_day).await;
    save(browser, "text", &[("text", DRAFT)]).await;
    save(browser, "basics", &BASICS).await;
    save(browser, "channels", &CHANNELS).await;
}

/// The same, announced.
pub async fn prepare_and_announce(browser: &Browser) {
    prepare(browser).await;
    assert!(announce(browser).await.has(".flash"));
}

pub(super) async fn announce(browser: &Browser) -> Page {
    browser
        .post(&format!("{DESK}/overview/announce"), &[])
        .await
}

pub(super) async fn ledger(app: &TestApp) -> Vec<(String, String)> {
    app.db()
        .read(|connection| {
            Ok::<_, DatabaseError>(
                window_events::table
                    .order(window_events::recorded_at)
                    .select((window_events::kind, window_events::reason))
                    .load(connection)?,
            )
        })
        .await
        .unwrap()
}

/// A consultation is prepared, announced, extended and withdrawn; another one is given up, a third adopted.
pub async fn live_through(app: &TestApp) {
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let desk = "/sl/desk/kranj/strategija-varstva-2022-2028";
    let act = async |act: &str, fields: &[(&str, &str)]| {
        let url = format!("{desk}/overview/{act}");
        let done = coordinator.post(&url, fields).await;
        assert_eq!(done.status, 200, "{act}: {}", done.text);
    };
    prepare_in(&coordinator, "2022-05-10", "2022-06-20").await;
    act("delete", &[]).await;
    prepare_in(&coordinator, "2022-05-10", "2022-06-20").await;
    act("announce", &[("announce_at", "2022-05-01T09:00")]).await;
    act("announce/take-back", &[]).await;
    act("preview", &[("label", "Svetniki")]).await;
    let page = coordinator.get(&format!("{desk}/overview")).await;
    let link = page.attribute("button[name=link]", "value").unwrap();
    act("preview/revoke", &[("link", &link)]).await;
    act("announce", &[]).await;
    act(
        "extend",
        &[("last_day", "2022-06-30"), ("reason", "Prazniki.")],
    )
    .await;
    act("withdraw", &[("withdrawal", "Napaka.")]).await;
    a_consultation().slug("izpadla").insert(app).await;
    let written = |hours| {
        let at = app.clock.now().plus(chrono::TimeDelta::hours(hours));
        at.utc().format("%Y-%m-%dT%H:%M").to_string()
    };
    let (from, until) = (written(-30), written(-24));
    let outage = [
        ("outage_from", from.as_str()),
        ("outage_until", &until),
        ("outage_reason", "Okvara."),
    ];
    let url = "/sl/desk/kranj/izpadla/overview/outage";
    let recorded = coordinator.post(url, &outage).await;
    assert!(recorded.has(".flash"), "{}", recorded.text);
    adopt(app).await;
}

/// A released consultation under `/kranj/sprejeta`, adopted.
async fn adopt(app: &TestApp) -> Consultation {
    let consultation = a_consultation()
        .slug("sprejeta")
        .released()
        .insert(app)
        .await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let fields = [
        ("body", "Mestni svet"),
        ("session", "33. seja"),
        ("adopted_on", "2022-04-06"),
    ];
    let url = "/sl/desk/kranj/sprejeta/overview/adopt";
    let adopted = coordinator.post(url, &fields).await;
    assert_eq!(adopted.status, 200, "{}", adopted.text);
    consultation
}
