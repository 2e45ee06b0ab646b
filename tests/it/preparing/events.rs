//! Events: beside the draft in order, in the calendar, each as a file of its own; minutes afterwards.

use super::*;

const EVENTS: [(&str, &str); 7] = [
    ("event_0_title", "Okrogla miza"),
    ("event_0_starts_at", "2022-03-30T17:00"),
    ("event_0_ends_at", "2022-03-30T19:00"),
    ("event_0_place", "velika dvorana, 1. nadstropje"),
    ("event_0_description", "Za vse."),
    ("event_1_title", "Delavnica"),
    ("event_1_starts_at", "14. 2. 2022, 9.00"),
];

#[actix_web::test]
async fn events_and_documents_are_public_in_order_and_in_the_calendar() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    assert!(save(&browser, "events", &EVENTS).await.has(".flash"));
    let documents = [
        ("related_0_title", "Analiza položaja"),
        ("related_0_url", "https://example.org/analiza.pdf"),
    ];
    assert!(save(&browser, "documents", &documents).await.has(".flash"));
    let group = [("preparing_body", "Regionalna razvojna agencija")];
    assert!(save(&browser, "group", &group).await.has(".flash"));
    announce(&browser).await;

    let page = app.browser().get(PUBLIC).await;
    let titles = page.texts("section[aria-labelledby=events] h3");
    assert_eq!(titles, ["Delavnica", "Okrogla miza"]);
    for told in ["velika dvorana", "Regionalna razvojna agencija", "17.00"] {
        assert!(says(&page, told), "{told}: {}", page.text);
    }
    assert!(
        page.hrefs()
            .contains(&"https://example.org/analiza.pdf".to_owned())
    );
    let calendar = app.browser().get(&format!("{PUBLIC}/calendar.ics")).await;
    let calendar = calendar.text.replace("\r\n ", "");
    for line in [
        "SUMMARY:Okrogla miza",
        "LOCATION:velika dvorana\\, 1. nadstropje",
        "DTSTART:20220330T150000Z",
        "DTEND:20220330T170000Z",
        "DTSTART:20220214T080000Z",
    ] {
        assert!(
            calendar.lines().any(|one| one == line),
            "{line} in {calendar}"
        );
    }
    let linked = page.text("script[type='application/ld+json']");
    let linked: serde_json::Value = serde_json::from_str(&linked).unwrap();
    assert_eq!(linked["subEvent"][1]["name"], "Okrogla miza");
    assert_eq!(
        linked["subEvent"][1]["location"]["name"],
        "velika dvorana, 1. nadstropje"
    );
    // Minutes are written afterwards, and an event that is over says so at once.
    let browser = later(&app, "2022-03-30T17:00:00Z").await;
    assert!(says(&app.browser().get(PUBLIC).await, "je minilo"));
    let mut minutes = EVENTS.to_vec();
    minutes.push(("event_0_minutes", "Prišlo je **trideset** ljudi."));
    assert!(save(&browser, "events", &minutes).await.has(".flash"));
    app.state.pages.clear();
    let page = app.browser().get(PUBLIC).await;
    assert!(
        page.text.contains("<strong>trideset</strong>"),
        "{}",
        page.text
    );
}

#[actix_web::test]
async fn an_event_that_is_to_come_has_a_calendar_file_of_its_own() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    let mut events = EVENTS.to_vec();
    events.push(("event_2_title", "Delavnica"));
    events.push(("event_2_starts_at", "2022-04-04T09:00"));
    assert!(save(&browser, "events", &events).await.has(".flash"));
    announce(&browser).await;

    let page = app.browser().get(PUBLIC).await;
    let links: Vec<String> = page
        .hrefs()
        .into_iter()
        .filter(|link| link.contains("/events/"))
        .collect();
    let mut begin = Vec::new();
    for link in &links {
        let file = app.browser().get(link).await;
        let kind = file.header("content-type").unwrap();
        assert!(kind.starts_with("text/calendar"), "{kind}");
        assert_eq!(file.text.matches("BEGIN:VEVENT").count(), 1, "{link}");
        let line = file.text.lines().find(|line| line.starts_with("DTSTART"));
        begin.push(line.unwrap().to_owned());
    }
    assert_eq!(
        begin,
        [
            "DTSTART:20220214T080000Z",
            "DTSTART:20220330T150000Z",
            "DTSTART:20220404T070000Z"
        ],
        "{links:?}"
    );
    let calendar = app.browser().get(&format!("{PUBLIC}/calendar.ics")).await;
    let calendar = calendar.text.replace("\r\n ", "");
    let identities: std::collections::BTreeSet<&str> = calendar
        .lines()
        .filter(|line| line.starts_with("UID:"))
        .collect();
    let entries = calendar.matches("BEGIN:VEVENT").count();
    assert_eq!(identities.len(), entries, "{calendar}");

    let none = format!("{PUBLIC}/events/0f1e2d3c4b5a6978.ics");
    assert_eq!(app.browser().get(&none).await.status, 404);
    later(&app, "2022-04-05T09:00:00Z").await;
    let page = app.browser().get(PUBLIC).await;
    assert!(!page.text.contains("/events/"), "they are over");
}

#[actix_web::test]
async fn a_wrong_time_is_refused_beside_its_field() {
    let (_app, browser) = coordinator().await;
    begin(&browser).await;

    for (time, end, field) in [
        ("jutri", "", "event_0_starts_at"),
        ("", "", "event_0_starts_at"),
        ("2022-03-27T02:30", "", "event_0_starts_at"),
        ("2022-03-30T17:00", "2022-03-30T17:00", "event_0_ends_at"),
    ] {
        let fields = [
            ("event_0_title", "Okrogla miza"),
            ("event_0_starts_at", time),
            ("event_0_ends_at", end),
        ];
        let page = save(&browser, "events", &fields).await;
        assert_eq!(page.status, 422, "{time}");
        assert!(
            page.has(&format!("#{field}-error")),
            "{time}: {}",
            page.text
        );
        assert_eq!(page.value("#event_0_title"), "Okrogla miza");
    }
    let no_link = [("related_0_title", "Analiza"), ("related_0_url", "")];
    let page = save(&browser, "documents", &no_link).await;
    assert!(page.has("#related_0_url-error"), "{}", page.text);
}

#[actix_web::test]
async fn minutes_are_brought_as_a_file_of_their_event_and_taken_away_again() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    assert!(save(&browser, "events", &EVENTS).await.has(".flash"));
    announce(&browser).await;
    let form = browser.get(&format!("{DESK}/parts/events")).await;
    let keys = [1, 2].map(|at| form.value(&format!("#upload_event option:nth-child({at})")));
    assert_eq!(
        keys,
        [
            "2022-02-14T09:00 Delavnica",
            "2022-03-30T17:00 Okrogla miza"
        ]
    );
    let bring = async |event: &str, content: &[u8]| {
        let path = format!("{DESK}/parts/events/upload");
        let fields = [("upload_event", event)];
        let file = ("upload_file", "Zapisnik.pdf", content);
        browser.upload(&path, &fields, file).await
    };

    let refused = bring(&keys[1], b"MZ").await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("#upload_file-error"), "{}", refused.text);
    assert_eq!(refused.value("#upload_event option[selected]"), keys[1]);
    let of_none = bring("2022-03-30T17:00 Ples", b"%PDF-1.7\n").await;
    assert_eq!(of_none.status, 422);
    assert!(of_none.has("#upload_event-error"), "{}", of_none.text);
    assert!(bring(&keys[1], b"%PDF-1.7\n").await.has(".flash"));

    app.state.pages.clear();
    let page = app.browser().get(PUBLIC).await;
    let minutes = page.texts("section[aria-labelledby=events] li a[href*=documents]");
    assert_eq!(minutes.len(), 1, "{}", page.text);
    assert!(minutes[0].contains("Okrogla miza"), "{minutes:?}");
    let link = page.attribute("a[href*=documents]", "href").unwrap();
    assert_eq!(app.browser().get(&link).await.text, "%PDF-1.7\n");

    // Saved with everything else, gone when its tick is taken away.
    let form = browser.get(&format!("{DESK}/parts/events")).await;
    let file = form.value("#event_1_file");
    let mut kept = vec![
        ("event_0_title", "Okrogla miza"),
        ("event_0_starts_at", "2022-03-30T18:00"),
        ("event_0_file", file.as_str()),
    ];
    assert!(save(&browser, "events", &kept).await.has(".flash"));
    assert_eq!(app.browser().get(&link).await.status, 200);
    kept.pop();
    assert!(save(&browser, "events", &kept).await.has(".flash"));
    assert_eq!(app.browser().get(&link).await.status, 404);
}

#[actix_web::test]
async fn calendars_are_told_that_an_event_was_moved() {
    let (app, browser) = coordinator().await;
    prepare(&browser).await;
    assert!(save(&browser, "events", &EVENTS).await.has(".flash"));
    announce(&browser).await;
    let entry = async || {
        app.state.pages.clear();
        let calendar = app.browser().get(&format!("{PUBLIC}/calendar.ics")).await;
        let calendar = calendar.text.replace("\r\n ", "");
        let entries = calendar.split("BEGIN:VEVENT");
        let entry = entries.filter(|entry| entry.contains("SUMMARY:Okrogla miza"));
        let entry = entry.last().unwrap().to_owned();
        let line = |name: &str| {
            let line = entry.lines().find(|line| line.starts_with(name));
            line.unwrap_or_else(|| panic!("{name} in {entry}"))
                .to_owned()
        };
        (line("UID:"), line("SEQUENCE:"), line("LAST-MODIFIED:"))
    };
    let first = entry().await;
    assert_eq!(first.1, "SEQUENCE:0");

    // Minutes are nothing a calendar shows.
    let mut minutes = EVENTS.to_vec();
    minutes.push(("event_0_minutes", "Prišlo je trideset ljudi."));
    assert!(save(&browser, "events", &minutes).await.has(".flash"));
    assert_eq!(entry().await, first);
    let browser = later(&app, "2022-03-20T08:00:00Z").await;
    let mut moved = EVENTS.to_vec();
    moved[1] = ("event_0_starts_at", "2022-03-30T16:00");
    assert!(save(&browser, "events", &moved).await.has(".flash"));

    let second = entry().await;
    assert_eq!(first.0, second.0, "it is the same event");
    assert_eq!(second.1, "SEQUENCE:1");
    assert_eq!(second.2, "LAST-MODIFIED:20220320T080000Z");
}
