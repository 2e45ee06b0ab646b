//! Writing responses: nothing typed is lost, nothing is overwritten unseen.

use super::{REASON, answer, approve, desk, submit};
use crate::harness::{TestApp, a_comment, a_consultation};
use posvet::testing::kernel::role::Role;

#[tokio::test]
async fn a_saved_draft_comes_back_as_it_was_typed() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await;
    let address = answer(&consultation, comment);
    let reviewer = app.sign_in_as(Role::Reviewer).await;

    let saved = reviewer
        .post(
            &address,
            &[
                ("version", "0"),
                ("reason", "Še ni <gotovo>\r\nza danes"),
                ("action", "save"),
            ],
        )
        .await;
    let page = reviewer.get(&address).await;

    assert_eq!(saved.status, 200);
    assert_eq!(page.text("textarea#reason"), "Še ni <gotovo>\nza danes");
    assert_eq!(page.value("input[name=version]"), "1");
}

#[tokio::test]
async fn not_accepted_without_a_reason_is_refused_and_nothing_is_lost() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await;
    let address = answer(&consultation, comment);
    let reviewer = app.sign_in_as(Role::Reviewer).await;

    let refused = reviewer
        .post(
            &address,
            &[
                ("version", "0"),
                ("disposition", "not_accepted"),
                ("reason", " "),
                ("text_change", "changed"),
                ("new_text", "Zavetišče obratuje vse leto."),
                ("action", "submit"),
            ],
        )
        .await;

    assert_eq!(refused.status, 422);
    assert!(refused.has(".errors a[href='#reason']"));
    assert!(refused.has("input[name=disposition][value=not_accepted][checked]"));
    assert_eq!(
        refused.text("textarea#new_text"),
        "Zavetišče obratuje vse leto."
    );
    assert_eq!(
        reviewer.get(&address).await.value("input[name=version]"),
        "0"
    );
}

#[tokio::test]
async fn a_response_in_approval_is_not_overwritten_and_the_typed_text_is_given_back() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await;
    let address = answer(&consultation, comment);
    let author = app.sign_in_as(Role::Reviewer).await;
    submit(&author, &address).await;

    let refused = author
        .post(
            &address,
            &[
                ("version", "1"),
                ("reason", "Prepozno."),
                ("action", "save"),
            ],
        )
        .await;

    assert_eq!(refused.status, 409);
    assert!(refused.html().contains("Prepozno."));
    assert!(refused.html().contains(REASON));
}

#[tokio::test]
async fn the_second_of_two_people_sees_both_texts_and_decides() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await;
    let address = answer(&consultation, comment);
    let first = app.sign_in_as(Role::Reviewer).await;
    let second = app.sign_in_as(Role::Reviewer).await;
    let text = |version, reason| [("version", version), ("reason", reason), ("action", "save")];

    first.post(&address, &text("0", "Prvo besedilo")).await;
    let conflict = second.post(&address, &text("0", "Drugo besedilo")).await;

    assert_eq!(conflict.status, 409);
    assert_eq!(conflict.text("textarea#reason"), "Drugo besedilo");
    assert!(
        conflict
            .text("section[aria-labelledby=theirs]")
            .contains("Prvo besedilo")
    );
    let version = conflict.value("input[name=version]");
    let deliberate = second
        .post(&address, &text(&version, "Drugo besedilo"))
        .await;
    assert_eq!(deliberate.status, 200);
    assert_eq!(
        first.get(&address).await.text("textarea#reason"),
        "Drugo besedilo"
    );
}

#[tokio::test]
async fn of_twenty_who_save_at_once_one_wins_and_the_others_are_told() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await;
    let address = answer(&consultation, comment);
    let reviewer = app.sign_in_as(Role::Reviewer).await;

    for version in ["0", "1"] {
        let texts: Vec<String> = (0..20)
            .map(|number| format!("Besedilo {version}-{number}"))
            .collect();
        let forms: Vec<_> = texts
            .iter()
            .map(|text| {
                [
                    ("version", version),
                    ("reason", text.as_str()),
                    ("action", "save"),
                ]
            })
            .collect();
        let saves = forms.iter().map(|form| reviewer.post(&address, form));
        let pages = futures_util::future::join_all(saves).await;

        let told = pages.iter().filter(|page| page.status == 409).count();
        let winner = pages.iter().position(|page| page.status == 200);
        assert_eq!(told, 19);
        let stored = reviewer.get(&address).await.text("textarea#reason");
        assert_eq!(Some(stored), winner.map(|number| texts[number].clone()));
    }
}

#[tokio::test]
async fn a_save_that_does_not_say_what_it_saw_is_refused() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;

    let refused = reviewer
        .post(
            &answer(&consultation, comment),
            &[("reason", "Dolgo besedilo"), ("action", "save")],
        )
        .await;

    assert_eq!(refused.status, 428);
    assert!(refused.html().contains("Dolgo besedilo"));
}

#[tokio::test]
async fn a_comment_of_another_authority_or_consultation_does_not_exist() {
    let app = TestApp::spawn().await;
    let mine = a_consultation().slug("nasa").insert(&app).await;
    let sibling = a_consultation().slug("sestrska").insert(&app).await;
    let theirs = a_consultation()
        .slug("tuja")
        .in_authority("maribor")
        .insert(&app)
        .await;
    let comment = a_comment(&theirs).insert(&app).await;
    let other = a_comment(&sibling).insert(&app).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;

    for address in [
        answer(&theirs, comment),
        answer(&mine, comment),
        answer(&mine, other),
        desk(&theirs),
    ] {
        assert_eq!(reviewer.get(&address).await.status, 404, "{address}");
    }
    for address in [answer(&theirs, comment), answer(&mine, other)] {
        assert_eq!(submit(&reviewer, &address).await.status, 404, "{address}");
        assert_eq!(approve(&reviewer, &address, "1").await.status, 404);
    }
}

#[tokio::test]
async fn what_people_write_stays_text_on_the_desk() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let script = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    let comment = a_comment(&consultation)
        .body(script)
        .proposing(script)
        .in_section(1)
        .insert(&app)
        .await;
    let address = answer(&consultation, comment);
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let form = [
        ("version", "0"),
        ("reason", script),
        ("text_change", "changed"),
        ("new_text", script),
        ("action", "save"),
    ];
    reviewer.post(&address, &form).await;

    for address in [
        address,
        format!("{}?view=all&q={script}", desk(&consultation)),
    ] {
        let page = reviewer.get(&address).await;

        assert_eq!(page.status, 200);
        assert!(!page.has("main script, main img"));
        assert!(page.html().contains("&lt;script&gt;"));
    }
}
