//! A search finds the same on both databases: what `kernel::search_text` says, whatever was written.

use diesel::prelude::*;
use posvet::testing::comments::write_missing_words;
use posvet::testing::db::schema::comments;
use posvet::testing::db::{DatabaseError, dialect};
use posvet::testing::kernel::ids::CommentId;
use posvet::testing::kernel::role::Role;
use posvet::testing::kernel::search_text::Search;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

use crate::harness::{TestApp, a_comment, a_consultation};

const REGISTER: &str = "/sl/kranj/socialno-varstvo/register";
const DESK: &str = "/sl/desk/kranj/socialno-varstvo";

/// Texts that a database of its own mind divides, folds or drops in its own way.
fn texts() -> Vec<String> {
    let told = [
        "Zavetišče naj bo odprto vse leto.",
        "Zave\u{ad}ti\u{200b}šče v Kranju",
        "c\u{30c}as",
        "Київ і Москва",
        "東京 都",
        "مُحَمَّد",
        "कि",
        "a č 7 42",
        "0042/1 in 15/2022",
        "e-pošta ana@example.org https://example.org/pot?x=1",
        "o'neill \"navedek\" (oklepaj) * & | ! :* <-> NEAR AND OR NOT",
        "straße ﬁnance m² ½ ǆ İstanbul",
        "👩\u{200d}👧 ❤\u{fe0f}",
        "𐐷 ⅷ ꟁ 𞤀",
    ];
    let mut texts: Vec<String> = told.map(str::to_owned).to_vec();
    texts.push("č".repeat(3_000));
    let mut runner = TestRunner::deterministic();
    for _ in 0..150 {
        let text = proptest::collection::vec(any::<char>(), 1..12)
            .prop_map(|letters| letters.into_iter().filter(|c| !c.is_control()).collect());
        texts.push(text.new_tree(&mut runner).unwrap().current());
    }
    texts
}

#[actix_web::test]
async fn every_text_is_found_by_its_words_and_by_no_others() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let texts = texts();
    for text in &texts {
        a_comment(&consultation).body(text).insert(&app).await;
    }
    let stored: Vec<(i64, String)> = app
        .db()
        .read_blocking(|connection| {
            let rows = comments::table.select((comments::row_key, comments::search_text));
            Ok::<_, DatabaseError>(rows.order(comments::row_key).load(connection)?)
        })
        .unwrap();

    for text in &texts {
        let Search::Words(words) = Search::of(text) else {
            continue;
        };
        let search = Search::Words(words.clone());
        let expected: Vec<i64> = stored
            .iter()
            .filter(|(_key, stored)| search.finds(stored))
            .map(|(key, _stored)| *key)
            .collect();
        let (whole, beginnings) = app
            .db()
            .read_blocking(move |connection| {
                let whole = dialect::search_comments_after(connection, &words, 0, 1_000)?;
                let beginnings = dialect::search_comments(connection, &words)?;
                Ok::<_, DatabaseError>((whole, beginnings))
            })
            .unwrap();
        assert_eq!(whole, expected, "{text:?}");
        assert!(
            expected.iter().all(|key| beginnings.contains(key)),
            "{text:?}"
        );
    }
}

#[actix_web::test]
async fn words_that_are_taken_away_are_written_again() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).of_organisation("Društvo A");
    let comment = comment.insert(&app).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    respond(&reviewer, comment).await;
    let read = |connection: &mut posvet::testing::db::DbConnection| {
        let columns = (comments::search_text, comments::response_search_text);
        let rows = comments::table.select(columns).load(connection)?;
        Ok::<Vec<(String, String)>, DatabaseError>(rows)
    };
    let before = app.db().read_blocking(read).unwrap();
    let mut connection = app.db().url().connect().unwrap();
    diesel::update(comments::table)
        .set((
            comments::search_text.eq(""),
            comments::response_search_text.eq(""),
        ))
        .execute(&mut connection)
        .unwrap();
    write_missing_words(&mut connection).unwrap();

    assert_eq!(app.db().read_blocking(read).unwrap(), before);
    assert!(
        before
            .iter()
            .all(|(own, response)| !own.is_empty() && !response.is_empty())
    );
}

async fn respond(reviewer: &crate::harness::Browser, comment: CommentId) {
    let form = [
        ("version", "0"),
        ("disposition", "noted"),
        ("reason", "Nosečnice imajo prednost."),
        ("text_change", "unchanged"),
        ("action", "submit"),
    ];
    let page = reviewer
        .post(&format!("{DESK}/comments/{comment}"), &form)
        .await;
    assert_eq!(page.status, 200);
}

#[actix_web::test]
async fn what_stands_on_a_row_is_found_and_a_name_nobody_is_shown_is_not() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comments = [
        a_comment(&consultation)
            .body("Prva")
            .of_organisation("Zavod Čebelica"),
        a_comment(&consultation)
            .body("Druga")
            .named("Božidar Tratnik", false),
        a_comment(&consultation)
            .body("Tretja")
            .named("Živa Đorić", true),
    ];
    let mut ids = Vec::new();
    for comment in comments {
        ids.push(comment.insert(&app).await);
    }
    app.clock.set(consultation.window.closes_at);
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    for id in ids {
        respond(&reviewer, id).await;
        let address = format!("{DESK}/comments/{id}/approve");
        let page = coordinator.post(&address, &[("version", "1")]).await;
        assert_eq!(page.status, 200);
    }
    let register = async |query: &str| {
        let page = app.browser().get(&format!("{REGISTER}?q={query}")).await;
        page.texts("li.pair .sides > div:first-child .text")
            .join(" ")
    };
    assert_eq!(register("prednost").await, "", "nothing is public yet");
    coordinator
        .post(&format!("{DESK}/release"), &[("confirm", "true")])
        .await;
    let prefix = &consultation.reference_prefix;

    for (query, expected) in [
        (format!("{prefix}-0002"), "Druga"),
        (format!("{prefix}-0003%2F1").to_lowercase(), "Tretja"),
        (format!("{prefix}-0003%2F2"), ""),
        ("cebelice".to_owned(), "Prva"),
        ("nose%C4%8Dnica".to_owned(), "Prva Druga Tretja"),
        ("zive+doric".to_owned(), "Tretja"),
        ("Tratnik".to_owned(), ""),
        ("Bo%C5%BEidar".to_owned(), ""),
        ("%22*)(".to_owned(), ""),
        ("dru%C2%ADga".to_owned(), "Druga"),
        ("tretja+bo".to_owned(), ""),
        ("%C4%8D".repeat(3_000), ""),
    ] {
        assert_eq!(register(&query).await, expected, "register: {query}");
        let page = reviewer.get(&format!("{DESK}?view=all&q={query}")).await;
        assert_eq!(
            page.texts(".rows .cut").join(" "),
            expected,
            "desk: {query}"
        );
    }
    let nothing = app.browser().get(&format!("{REGISTER}?q=%22*)(")).await;
    assert!(!nothing.has("li.pair") && nothing.text("[role=status]").contains("nobena"));
}
