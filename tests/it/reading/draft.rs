//! An announced consultation says when its draft will be shown, and shows nothing of it before.

use chrono::TimeDelta;
use posvet::testing::app::routes;
use posvet::testing::consultations::Consultation;
use posvet::testing::http::Access;

use super::BASE;
use crate::harness::{TestApp, a_consultation};

/// Words of the draft of `a_consultation()`: a section's titles, a heading, a paragraph, a goal.
const DRAFT: [&str; 6] = [
    "Poglavje 1",
    "P1",
    "Stanje",
    "Zavetišče obratuje",
    "Nočno zavetišče",
    "Odpreti nočno",
];

async fn announced(app: &TestApp, is_early: bool) -> Consultation {
    let now = app.clock.now();
    let consultation =
        a_consultation().window(now.plus(TimeDelta::days(5)), now.plus(TimeDelta::days(30)));
    let consultation = if is_early {
        consultation.showing_its_draft_early()
    } else {
        consultation
    };
    consultation.insert(app).await
}

#[actix_web::test]
async fn no_public_page_shows_anything_of_a_draft_before_it_opens() {
    let app = TestApp::spawn().await;
    announced(&app, false).await;
    let visitor = app.browser();
    let of_a_consultation =
        |path: &&str| path.contains("{consultation}") || *path == "/{lang}/{authority}";
    let declared = routes();
    let paths = declared
        .iter()
        .filter(|route| route.method == "GET" && matches!(route.access, Access::Public))
        .map(|route| route.path)
        .filter(of_a_consultation);
    let mut asked = 0;

    for path in paths {
        let path = path
            .replace("{authority}", "kranj")
            .replace("{consultation}", "socialno-varstvo")
            .replace("{number}", "1")
            .replace("{reference}", "KRANJ-2022-1")
            .replace("{position}", "1");
        for query in ["", "?section=1&paragraph=1", "?section=1&paragraph=1.1"] {
            for lang in ["sl", "en"] {
                let address = format!("{}{query}", path.replace("{lang}", lang));
                let page = visitor.get(&address).await;
                let shown: Vec<_> = DRAFT
                    .iter()
                    .filter(|words| page.text.contains(**words))
                    .collect();
                assert!(shown.is_empty(), "{address}: {shown:?}");
                asked += 1;
            }
        }
    }
    assert!(asked >= 42, "{asked} addresses");
}

#[actix_web::test]
async fn a_section_that_is_not_shown_yet_leads_to_the_page_that_says_when() {
    let app = TestApp::spawn().await;
    let consultation = announced(&app, false).await;

    for number in [1, 99] {
        let page = app
            .browser()
            .get(&format!("{BASE}/sections/{number}"))
            .await;
        assert_eq!((page.status, page.url.as_str()), (200, BASE));
        let text = page.text(".state.told").replace('\u{a0}', " ");
        assert!(
            text.contains("12. aprila 2022") && text.contains("Takrat objavimo"),
            "{text}"
        );
    }

    app.clock.set(consultation.window.opens_at);
    let page = app.browser().get(&format!("{BASE}/sections/1")).await;
    assert!(page.text.contains("Zavetišče obratuje"));
}

#[actix_web::test]
async fn a_draft_that_is_to_be_read_early_can_be_read_and_the_pages_say_so() {
    let app = TestApp::spawn().await;
    announced(&app, true).await;

    let section = app.browser().get(&format!("{BASE}/sections/1")).await;
    let overview = app.browser().get(BASE).await;
    let home = app.browser().get("/sl/kranj").await;

    assert!(section.text.contains("Zavetišče obratuje") && !section.has(".act"));
    assert!(
        overview
            .text(".state.told")
            .replace('\u{a0}', " ")
            .contains("že zdaj")
    );
    assert!(overview.text.contains("Poglavje 1"));
    assert!(home.text("main").contains("že objavljen"));
}
