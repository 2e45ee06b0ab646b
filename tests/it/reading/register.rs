//! The register after the release: on screen in pages, on paper in parts, each comment at an address that stays.

use posvet::testing::comments::Disposition;
use posvet::testing::consultations::Consultation;
use posvet::testing::submissions::reference;

use super::BASE;
use crate::harness::{TestApp, a_comment, a_consultation};

/// A released consultation with this many answered comments, alternately in sections 1 and 2.
async fn released(app: &TestApp, comments: usize) -> Consultation {
    let consultation = a_consultation().released().insert(app).await;
    let opened = consultation.window.opens_at;
    let now = app.clock.now();
    app.clock.set(opened);
    let insert = |number: usize| {
        let (section, disposition) = match number % 2 {
            0 => (1, Disposition::Accepted),
            _ => (2, Disposition::NotAccepted),
        };
        a_comment(&consultation)
            .in_section(section)
            .body(&format!("Pripomba številka {number}."))
            .answered(disposition)
            .insert(app)
    };
    insert(0).await;
    // The others many at once, so that they share commits.
    for start in (1..comments).step_by(50) {
        let some = start..comments.min(start + 50);
        futures_util::future::join_all(some.map(insert)).await;
    }
    app.clock.set(now);
    consultation
}

#[actix_web::test]
async fn the_register_and_its_paper_say_whose_they_are() {
    let app = TestApp::spawn().await;
    released(&app, 2).await;

    for path in ["register", "register/print"] {
        let page = app.browser().get(&format!("{BASE}/{path}")).await;
        assert_eq!(
            page.text(".head .over").replace('\u{a0}', " "),
            "Strategija socialnega varstva"
        );
    }
}

#[actix_web::test]
async fn the_address_of_a_comment_leads_to_the_page_that_holds_it() {
    let app = TestApp::spawn().await;
    let consultation = released(&app, 60).await;
    let visitor = app.browser();

    for number in [1, 50, 51, 60] {
        let reference = reference(&consultation.reference_prefix, number);
        let address = format!("{BASE}/register/{reference}/1");
        let answer = visitor.staying().get(&address).await;
        let location = answer.header("location").unwrap();
        let (page, anchor) = location.split_once('#').unwrap();

        let page = visitor.get(page).await;

        assert_eq!(answer.status, 303);
        assert_eq!(anchor, format!("{reference}-1"));
        assert!(page.has(&format!("li.pair[id='{anchor}']")), "{address}");
        assert_eq!(page.href(&format!("[id='{anchor}'] h3 a")), Some(address));
    }
}

#[actix_web::test]
async fn only_a_released_comment_has_an_address() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_comment(&consultation).insert(&app).await;
    let first = reference(&consultation.reference_prefix, 1);
    let second = reference(&consultation.reference_prefix, 2);
    a_comment(&consultation)
        .answered(Disposition::Noted)
        .insert(&app)
        .await;

    for path in [
        format!("{first}/1"),
        format!("{second}/2"),
        format!("{second}/01"),
        "KRANJ/x".to_owned(),
    ] {
        let page = app.browser().get(&format!("{BASE}/register/{path}")).await;
        assert_eq!(page.status, 404, "{path}");
    }
}

#[actix_web::test]
async fn paper_holds_every_comment_with_the_table_of_figures_open() {
    let app = TestApp::spawn().await;
    released(&app, 60).await;

    let screen = app.browser().get(&format!("{BASE}/register")).await;
    let paper = app.browser().get(&format!("{BASE}/register/print")).await;
    let section = app
        .browser()
        .get(&format!("{BASE}/register/print?section=2"))
        .await;

    assert_eq!(screen.texts("li.pair").len(), 50);
    assert_eq!(paper.texts("li.pair").len(), 60);
    assert_eq!(section.texts("li.pair").len(), 30);
    assert!(paper.has("table.grid") && !paper.has("details table.grid"));
    assert!(screen.hrefs().contains(&format!("{BASE}/register/print")));
}

#[actix_web::test]
async fn a_large_register_is_printed_in_parts_and_says_which_part_this_is() {
    let app = TestApp::spawn().await;
    released(&app, 501).await;
    let visitor = app.browser();

    let first = visitor.get(&format!("{BASE}/register/print")).await;
    let next = first.href("ol.pages li:last-child a").unwrap();
    let last = visitor.get(&next).await;

    assert_eq!(first.texts("li.pair").len(), 500);
    assert_eq!(last.texts("li.pair").len(), 1);
    let words = last.text("#results").replace('\u{a0}', " ");
    assert!(
        words.contains("2. del od 2: pripombe od 501. do 501."),
        "{words}"
    );
    assert_eq!(
        visitor
            .get(&format!("{BASE}/register/print?part=3"))
            .await
            .status,
        404
    );
}

#[actix_web::test]
async fn what_filters_nothing_breaks_nothing() {
    let app = TestApp::spawn().await;
    released(&app, 2).await;

    for query in [
        "section=99",
        "section=x",
        "disposition=perhaps",
        "submitter=who",
        "part=x",
        "part=0",
        "after=x",
    ] {
        for path in ["register", "register/print"] {
            let page = app.browser().get(&format!("{BASE}/{path}?{query}")).await;
            assert_eq!(
                (page.status, page.texts("li.pair").len()),
                (200, 2),
                "{path}?{query}"
            );
        }
    }
}

#[actix_web::test]
async fn every_count_leads_to_as_many_comments() {
    let app = TestApp::spawn().await;
    released(&app, 5).await;
    let visitor = app.browser();
    let mut followed = 0;

    for path in ["", "/register"] {
        let page = visitor.get(&format!("{BASE}{path}")).await;
        for link in [
            "ol.toc .n a",
            ".sum a",
            "table.bars .num a",
            "table.grid .num a",
        ] {
            let counts = page.texts(link);
            for (place, count) in counts.iter().enumerate() {
                let number: String = count.chars().filter(char::is_ascii_digit).collect();
                let address = page.hrefs_of(link).swap_remove(place);
                let found = visitor.get(&address).await.texts("li.pair").len();
                assert_eq!(found.to_string(), number, "{address} from {link}");
                assert!(address.ends_with("#results"), "{address}");
                followed += 1;
            }
        }
    }
    assert_eq!(followed, 2 + 2 + 2 + 4);
}

#[actix_web::test]
async fn a_chosen_filter_leads_past_the_chart() {
    let app = TestApp::spawn().await;
    released(&app, 60).await;

    let page = app
        .browser()
        .get(&format!("{BASE}/register?section=1"))
        .await;

    assert_eq!(
        page.attribute("form.filters", "action"),
        Some(format!("{BASE}/register#results"))
    );
    assert!(page.has("#results"));
    assert!(
        app.browser()
            .get(&format!("{BASE}/sections/1"))
            .await
            .hrefs()
            .contains(&format!("{BASE}/register?section=1#results"))
    );
}
