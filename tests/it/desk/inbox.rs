//! Lists, filters, search, the desk.

use super::{answer, desk, submit};
use crate::harness::{TestApp, a_comment, a_consultation};
use posvet::testing::kernel::role::Role;

#[tokio::test]
async fn the_inbox_filters_by_view_section_and_state() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let first = a_comment(&consultation).in_section(1).body("Prva");
    let first = first.insert(&app).await;
    a_comment(&consultation)
        .in_section(2)
        .body("Druga")
        .insert(&app)
        .await;
    a_comment(&consultation).body("Tretja").insert(&app).await;
    a_comment(&consultation)
        .body("Nepotrjena")
        .unconfirmed()
        .insert(&app)
        .await;
    let author = app.sign_in_as(Role::Reviewer).await;
    let second = app.sign_in_as(Role::Reviewer).await;
    submit(&author, &answer(&consultation, first)).await;
    let inbox = desk(&consultation);

    for (browser, query, expected) in [
        (&author, "view=all", "Prva Druga Tretja"),
        (&author, "view=all&section=2", "Druga"),
        (&author, "view=all&section=draft", "Tretja"),
        (&author, "view=all&state=in_approval", "Prva"),
        (&author, "view=all&section=2&state=in_approval", ""),
        // No state of work: nothing is filtered, and what waits to be confirmed is still not shown.
        (&author, "view=all&state=unconfirmed", "Prva Druga Tretja"),
        (&author, "view=new", "Druga Tretja"),
        (&author, "view=mine", "Prva"),
        (&author, "view=mine&state=in_approval", "Prva"),
        (&author, "view=mine&state=new", ""),
        (&author, "view=waiting", ""),
        (&second, "view=mine", ""),
        (&second, "view=waiting", "Prva"),
    ] {
        let page = browser.get(&format!("{inbox}?{query}")).await;
        assert_eq!(page.texts(".rows .cut").join(" "), expected, "{query}");
    }
}

#[tokio::test]
async fn the_search_finds_inflected_words_in_the_list_it_is_asked_in() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_comment(&consultation)
        .in_section(1)
        .body("Zavetišče naj obratuje vse leto.")
        .insert(&app)
        .await;
    a_comment(&consultation)
        .in_section(2)
        .body("Premalo je prostora v zavetišču.")
        .insert(&app)
        .await;
    a_comment(&consultation)
        .body("Več avtobusov.")
        .insert(&app)
        .await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let inbox = desk(&consultation);

    for (query, found) in [
        ("q=zavetisca", 2),
        ("q=zaveti%C5%A1%C4%8De&section=2", 1),
        ("q=zavetisca+prostor", 1),
        ("q=zavetisca+avtobus", 0),
        ("q=%22*)(", 0),
    ] {
        let page = reviewer.get(&format!("{inbox}?view=all&{query}")).await;
        assert_eq!(page.texts(".rows .cut").len(), found, "{query}");
    }
}

#[tokio::test]
async fn a_long_list_is_read_page_by_page_and_misses_nothing() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    for number in 0..120 {
        a_comment(&consultation)
            .body(&format!("Pripomba {number}"))
            .insert(&app)
            .await;
    }
    let reviewer = app.sign_in_as(Role::Reviewer).await;

    for query in ["view=all", "view=new&q=pripombe"] {
        let mut seen = Vec::new();
        let mut next = Some(format!("{}?{query}", desk(&consultation)));
        while let Some(address) = next {
            let page = reviewer.get(&address).await;
            let rows = page.texts(".rows .cut");
            assert!(rows.len() <= 50);
            seen.extend(rows);
            next = page.href("a[rel=next]");
        }
        let expected: Vec<String> = (0..120)
            .map(|number| format!("Pripomba {number}"))
            .collect();
        assert_eq!(seen, expected, "{query}");
    }
}

#[tokio::test]
async fn the_desk_lists_the_consultations_of_my_authority() {
    let app = TestApp::spawn().await;
    let mine = a_consultation().slug("nasa").insert(&app).await;
    let theirs = a_consultation()
        .slug("tuja")
        .in_authority("maribor")
        .insert(&app)
        .await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;

    let page = reviewer.get("/sl/desk").await;

    assert!(page.html().contains(&desk(&mine)));
    assert!(!page.html().contains(&desk(&theirs)));
}
