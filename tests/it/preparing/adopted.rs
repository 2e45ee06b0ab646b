//! The adopted text: another revision, beside what people commented on.

use posvet::testing::comments::Disposition;
use posvet::testing::db::schema::{paragraph_texts, revisions};
use posvet::testing::kernel::ids::ParagraphId;

use super::*;
use crate::harness::a_comment;

const PAGE: &str = "/sl/kranj/sprejeta";
const PART: &str = "/sl/desk/kranj/sprejeta/parts/text";

/// Number of the revision, id, words of every paragraph.
async fn paragraphs(app: &TestApp) -> Vec<(i32, ParagraphId, String)> {
    app.db()
        .read(|connection| {
            let all = paragraph_texts::table
                .inner_join(revisions::table.on(revisions::id.eq(paragraph_texts::revision_id)))
                .order((revisions::number, paragraph_texts::number))
                .select((
                    revisions::number,
                    paragraph_texts::paragraph_id,
                    paragraph_texts::body,
                ))
                .load(connection)?;
            Ok::<_, DatabaseError>(all)
        })
        .await
        .unwrap()
}

/// Saves the text as its form does.
async fn write(app: &TestApp, coordinator: &Browser, text: &str) {
    let base = base_of(&coordinator.get(PART).await);
    let fields = [("base", base.as_str()), ("action", "save"), ("text", text)];
    let saved = coordinator.post(PART, &fields).await;
    assert!(saved.has(".flash"), "{}", saved.text);
    app.clock
        .set(app.clock.now().plus(chrono::TimeDelta::seconds(1)));
    app.state.pages.clear();
}

#[actix_web::test]
async fn the_adopted_text_is_read_and_comments_keep_the_words_they_were_made_on() {
    let app = TestApp::spawn().await;
    let consultation = adopt(&app).await;
    let now = app.clock.now();
    app.clock.set(consultation.window.opens_at);
    let comment = a_comment(&consultation).in_section(2);
    comment.answered(Disposition::Accepted).insert(&app).await;
    app.clock.set(now);
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let overview = coordinator.get("/sl/desk/kranj/sprejeta/overview").await;
    assert!(
        overview.hrefs().contains(&PART.to_owned()),
        "{}",
        overview.text
    );
    let draft = coordinator.get(PART).await.text("#text");
    let adopted = draft
        .replacen(
            "# Poglavje 1",
            "# Novo poglavje\n\nČisto nove besede brez sorodnika.\n\n# Poglavje 1",
            1,
        )
        .replace("do 31. marca", "do 30. aprila");
    write(&app, &coordinator, &adopted).await;

    let page = app.browser().get(PAGE).await;
    assert!(says(&page, "Sprejeto besedilo po poglavjih") && says(&page, "Novo poglavje"));
    let section = app.browser().get(&format!("{PAGE}/sections/3")).await;
    assert!(
        says(&section, "Poglavje 2") && says(&section, "Sprejeto besedilo, različica 2"),
        "{}",
        section.text
    );
    assert!(says(&section, "do 30. aprila") && !says(&section, "31. marca"));
    let changes = app.browser().get(&format!("{PAGE}/changes")).await;
    assert!(page.hrefs().contains(&format!("{PAGE}/changes")));
    assert_eq!(
        changes.texts("main del"),
        ["izbrisano", "31. marca.", "31. marca.", "31. marca."]
    );
    assert_eq!(changes.texts("main ins")[..2], ["dodano", "Novo poglavje"]);
    assert!(
        says(
            &changes,
            "Spremenjeni odstavki in cilji: 3. Novi: 1. Črtani: 0."
        ),
        "{}",
        changes.text
    );
    // It was made on section 2, which is number 3 now.
    let of_two = format!("{PAGE}/register?section=2#results");
    assert!(page.hrefs().contains(&of_two) && section.hrefs().contains(&of_two));
    let new = app.browser().get(&format!("{PAGE}/sections/1")).await;
    assert!(!new.text.contains("register?section"), "{}", new.text);
    let filtered = app.browser().get(&of_two).await;
    assert!(
        says(&filtered, "1 pripomba ustreza izbiri"),
        "{}",
        filtered.text
    );
    let register = app.browser().get(&format!("{PAGE}/register")).await;
    let link = format!("{PAGE}/sections/3");
    assert!(register.hrefs().contains(&link), "{}", register.text);
    assert!(
        says(&register, "Poglavje 2.1, odstavek 1"),
        "{}",
        register.text
    );
    assert!(says(&register, "do 31. marca"), "{}", register.text);

    let all = paragraphs(&app).await;
    let of = |number: i32| all.iter().filter(move |one| one.0 == number);
    let kept = of(1).filter(|old| of(2).any(|new| new.1 == old.1)).count();
    assert_eq!((of(1).count(), kept, of(2).count()), (9, 9, 10));
    assert!(
        of(1).any(|one| one.2.contains("31. marca")),
        "the first one stays"
    );
}

#[actix_web::test]
async fn a_passage_that_was_left_out_by_mistake_is_the_same_when_it_comes_back() {
    let app = TestApp::spawn().await;
    adopt(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let draft = coordinator.get(PART).await.text("#text");
    let (before, _rest) = draft.split_once("# Poglavje 3").unwrap();

    write(&app, &coordinator, before).await;
    let changes = app.browser().get(&format!("{PAGE}/changes")).await;
    assert!(says(&changes, "Črtani: 3."), "{}", changes.text);
    write(&app, &coordinator, &draft).await;

    let all = paragraphs(&app).await;
    let ids = |number: i32| -> std::collections::BTreeSet<String> {
        let of = all.iter().filter(|one| one.0 == number);
        of.map(|one| one.1.to_string()).collect()
    };
    assert_eq!((ids(1).len(), ids(2).len()), (9, 6));
    assert_eq!(ids(1), ids(3));
    let changes = app.browser().get(&format!("{PAGE}/changes")).await;
    assert!(says(&changes, "tako, kot je bilo dano"), "{}", changes.text);
}

#[actix_web::test]
async fn nobody_changes_the_text_between_the_opening_and_the_adoption() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().released().insert(&app).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let part = format!("{}/parts/text", crate::desk::desk(&consultation));
    let form = coordinator.get(&part).await;
    assert!(!form.has("button[value=save]"), "{}", form.text);

    let base = base_of(&form);
    let fields = [("base", base.as_str()), ("action", "save"), ("text", DRAFT)];

    assert_eq!(coordinator.post(&part, &fields).await.status, 409);
    let changes = app
        .browser()
        .get("/sl/kranj/socialno-varstvo/changes")
        .await;
    assert!(
        says(&changes, "tako, kot je bilo dano v javno obravnavo"),
        "{}",
        changes.text
    );
}
