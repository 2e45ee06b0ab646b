//! The new text of a passage: it starts with the present one or the proposed one, and nothing typed is lost.

use super::{answer, desk, submit};
use crate::harness::{Page, TestApp, a_comment, a_consultation};
use posvet::testing::kernel::role::Role;

const PRESENT: &str = "Zavetišče obratuje od 1. novembra do 31. marca.";
const PROPOSED: &str = "Zavetišče obratuje vse leto.";

fn form<'a>(text_change: &'a str, new_text: &'a str, action: &'a str) -> [(&'a str, &'a str); 6] {
    [
        ("version", "0"),
        ("disposition", "accepted"),
        ("reason", "Prav imate."),
        ("text_change", text_change),
        ("new_text", new_text),
        ("action", action),
    ]
}

fn new_text(page: &Page) -> String {
    page.text("textarea#new_text")
}

#[tokio::test]
async fn the_new_text_starts_with_the_present_one() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).in_section(1).insert(&app).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let address = answer(&consultation, comment);

    let page = reviewer.get(&address).await;

    assert_eq!(new_text(&page), PRESENT);
    assert!(!page.has(".redline"));
    assert!(!page.has("button[name=take][value=proposed]"));
}

#[tokio::test]
async fn the_proposed_wording_is_taken_at_one_press_and_the_rest_is_kept() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).in_section(1).proposing(PROPOSED);
    let comment = comment.insert(&app).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let address = format!("{}?view=all&section=1", answer(&consultation, comment));
    let button = "button[name=take][value=proposed]";
    let target = reviewer.get(&address).await.attribute(button, "formaction");
    assert_eq!(target.unwrap(), format!("{address}#new_text"));

    for (take, expected) in [("proposed", PROPOSED), ("present", PRESENT)] {
        let sent = [
            ("version", "0"),
            ("disposition", "accepted_in_part"),
            ("reason", "Napol napisano"),
            ("new_text", "Moj osnutek."),
            ("take", take),
        ];
        let page = reviewer.post(&address, &sent).await;

        assert_eq!(page.status, 200);
        assert_eq!(new_text(&page), expected);
        assert_eq!(page.text("textarea#reason"), "Napol napisano");
        assert!(page.has("input[name=disposition][value=accepted_in_part][checked]"));
        assert!(page.has("input[name=text_change][value=changed][checked]"));
        assert_eq!(page.value("input[name=version]"), "0");
        assert!(page.has(&format!(".way a[href^='{}?view=all']", desk(&consultation))));
    }
    let untouched = reviewer.get(&address).await;
    assert_eq!(untouched.value("input[name=version]"), "0");
}

#[tokio::test]
async fn taking_a_wording_when_a_colleague_was_faster_loses_nothing() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).in_section(1).proposing(PROPOSED);
    let comment = comment.insert(&app).await;
    let first = app.sign_in_as(Role::Reviewer).await;
    let second = app.sign_in_as(Role::Reviewer).await;
    let address = answer(&consultation, comment);
    submit(&first, &address).await;

    let refused = second
        .post(
            &address,
            &[
                ("version", "0"),
                ("reason", "Moj razlog."),
                ("take", "proposed"),
            ],
        )
        .await;

    assert_eq!(refused.status, 409);
    assert!(refused.html().contains("Moj razlog."));
}

#[tokio::test]
async fn the_present_text_is_no_new_one() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).in_section(1).insert(&app).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let address = answer(&consultation, comment);

    let same = reviewer
        .post(&address, &form("changed", PRESENT, "submit"))
        .await;
    let unchanged = reviewer
        .post(&address, &form("unchanged", PRESENT, "submit"))
        .await;

    assert_eq!((same.status, unchanged.status), (422, 200));
    assert!(same.has(".errors a[href='#new_text']"));
    assert!(!unchanged.html().contains("Novo besedilo odlomka"));
}

#[tokio::test]
async fn a_comment_on_the_whole_draft_has_no_present_text_and_the_form_says_so() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;

    let page = reviewer.get(&answer(&consultation, comment)).await;

    assert_eq!(new_text(&page), "");
    assert!(
        page.text("#new_text-hint")
            .contains("ne nanaša na en sam odstavek")
    );
    assert!(!page.has("button[name=take]"));
}

#[tokio::test]
async fn not_accepted_without_a_reason_is_not_even_a_draft() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let address = answer(&consultation, comment);
    let form = [
        ("version", "0"),
        ("disposition", "not_accepted"),
        ("reason", " "),
        ("new_text", "Nekaj že napisanega."),
        ("action", "save"),
    ];

    let refused = reviewer.post(&address, &form).await;

    assert_eq!(refused.status, 422);
    assert!(refused.has(".errors a[href='#reason']"));
    assert_eq!(new_text(&refused), "Nekaj že napisanega.");
    assert_eq!(
        reviewer.get(&address).await.value("input[name=version]"),
        "0"
    );
}
