//! The public register before the release: figures that add up, and no text.

use diesel::prelude::*;
use posvet::testing::db::schema::comments;
use posvet::testing::kernel::role::Role;

use crate::harness::{TestApp, a_comment, a_consultation};

#[actix_web::test]
async fn figures_are_the_sum_of_the_sections_and_leave_out_what_is_unconfirmed() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    for section in [1, 2, 2, 3] {
        a_comment(&consultation)
            .in_section(section)
            .insert(&app)
            .await;
    }
    a_comment(&consultation).insert(&app).await;
    a_comment(&consultation)
        .in_section(1)
        .unconfirmed()
        .insert(&app)
        .await;

    let page = app
        .browser()
        .get("/sl/kranj/socialno-varstvo/register")
        .await;

    let rows = page.texts("table.bars tbody td.num");
    let sum: u64 = rows
        .iter()
        .map(|number| number.parse::<u64>().unwrap())
        .sum();
    assert_eq!(rows, ["1", "2", "1", "1"]);
    assert!(
        page.text(".sum").starts_with(&sum.to_string()),
        "{}",
        page.text(".sum")
    );
}

#[actix_web::test]
async fn no_text_is_public_before_the_release() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_comment(&consultation)
        .body("Besedilo, ki še ni javno.")
        .insert(&app)
        .await;

    for path in ["", "/register", "/sections/1", "/register?q=besedilo"] {
        let page = app
            .browser()
            .get(&format!("/sl/kranj/socialno-varstvo{path}"))
            .await;
        assert_eq!(page.status, 200);
        assert!(!page.text.contains("ki še ni javno"), "{path}");
    }
}

#[actix_web::test]
async fn after_the_release_every_comment_stands_with_its_outcome_and_the_counts_are_the_databases()
{
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let mut ids = Vec::new();
    for (section, organisation) in [(1, Some("Organizacija A")), (1, None), (3, None)] {
        let comment = a_comment(&consultation)
            .in_section(section)
            .proposing("Vse leto.");
        let comment = organisation
            .into_iter()
            .fold(comment, |comment, name| comment.of_organisation(name));
        ids.push(comment.insert(&app).await);
    }
    app.clock.set(consultation.window.closes_at);
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    for (id, disposition) in ids
        .iter()
        .zip(["accepted_in_part", "not_accepted", "noted"])
    {
        let address = format!("/sl/desk/kranj/socialno-varstvo/comments/{id}");
        let form = [
            ("version", "0"),
            ("disposition", disposition),
            ("reason", "Zato, ker je tako prav."),
            (
                "text_change",
                if disposition == "accepted_in_part" {
                    "changed"
                } else {
                    "unchanged"
                },
            ),
            ("new_text", "Zavetišče obratuje od 1. oktobra do 31. marca."),
            ("action", "submit"),
        ];
        assert_eq!(reviewer.post(&address, &form).await.status, 200);
        assert_eq!(
            coordinator
                .post(&format!("{address}/approve"), &[("version", "1")])
                .await
                .status,
            200
        );
    }
    let before = app
        .browser()
        .get("/sl/kranj/socialno-varstvo/register")
        .await;
    assert!(
        !before.text.contains("Zato, ker"),
        "nothing is public before the release"
    );

    coordinator
        .post(
            "/sl/desk/kranj/socialno-varstvo/release",
            &[("confirm", "true")],
        )
        .await;

    let register = app
        .browser()
        .get("/sl/kranj/socialno-varstvo/register")
        .await;
    let text = register.text("main").replace('\u{a0}', " ");
    assert_eq!(text.matches("Zato, ker je tako prav.").count(), 3, "{text}");
    assert!(
        text.contains("Organizacija A") && !text.contains("Oseba"),
        "{text}"
    );
    assert!(
        register.text.contains("<del>novembra</del>")
            && register.text.contains("<ins>oktobra</ins>")
    );
    let stored: i64 = app
        .db()
        .read_blocking(|connection| {
            Ok::<_, posvet::testing::db::DatabaseError>(
                comments::table.count().get_result(connection)?,
            )
        })
        .unwrap();
    let cells: Vec<u64> = register
        .texts("table.grid tfoot td")
        .iter()
        .map(|cell| cell.parse().unwrap())
        .collect();
    let (total, parts) = cells.split_last().unwrap();
    assert_eq!((*total, parts.iter().sum::<u64>()), (3, 3));
    assert_eq!(stored, 3);
}

#[actix_web::test]
async fn the_register_is_filtered_by_section_outcome_submitter_and_words() {
    let app = TestApp::spawn_demo().await;
    let base = "/sl/kranj/socialno-varstvo-2022-2028-prva-obravnava/register";
    crate::harness::load_samples(&app).await;
    let count = async |query: &str| {
        app.browser()
            .get(&format!("{base}?{query}"))
            .await
            .texts("li.pair")
            .len()
    };

    let all = count("").await;
    assert_eq!(all, 37);
    assert!((1..all).contains(&count("section=3").await));
    assert!((1..all).contains(&count("disposition=not_accepted").await));
    assert!((1..all).contains(&count("submitter=organisation").await));
    assert!((1..all).contains(&count("q=zavetisca").await));
    assert_eq!(count("q=besedaki%C4%8Dnini").await, 0);
}
