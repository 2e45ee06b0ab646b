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
