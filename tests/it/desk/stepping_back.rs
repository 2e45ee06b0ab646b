//! Taking back what waits for approval, opening again what is approved.

use super::{REASON, Two, answer, answer_fully, approve, desk, finished, submit};
use crate::harness::{Browser, Page, TestApp, a_comment, a_consultation};
use posvet::testing::kernel::role::Role;

async fn take_back(browser: &Browser, address: &str, version: &str) -> Page {
    let address = format!("{address}/take-back");
    browser.post(&address, &[("version", version)]).await
}

async fn reopen(browser: &Browser, address: &str, version: &str, note: &str) -> Page {
    let address = format!("{address}/reopen");
    let form = [("version", version), ("note", note)];
    browser.post(&address, &form).await
}

/// The history as the page tells it, newest first.
fn history(page: &Page) -> String {
    page.texts(".trail span").join(" | ")
}

#[tokio::test]
async fn the_author_takes_back_what_waits_and_writes_on() {
    let two = Two::before(a_consultation(), Role::Reviewer).await;
    let (address, author, second) = (&two.address, &two.author, &two.second);
    submit(author, address).await;
    let form = format!("form[action^='{address}/take-back']");
    assert!(author.get(address).await.has(&form));
    assert!(!second.get(address).await.has(&form));

    let taken = take_back(author, address, "1").await;

    assert_eq!(taken.status, 200);
    assert_eq!(taken.text("textarea#reason"), REASON);
    assert_eq!(taken.value("input[name=version]"), "2");
    assert!(
        history(&taken).contains("umaknjeno iz potrjevanja"),
        "{}",
        history(&taken)
    );
    let again = author.post(address, &finished("2", "submit")).await;
    assert_eq!(again.status, 200);
    assert_eq!(approve(second, address, "3").await.status, 200);
}

#[tokio::test]
async fn only_the_author_takes_a_response_back() {
    let two = Two::before(a_consultation(), Role::Coordinator).await;
    let (address, author, coordinator) = (&two.address, &two.author, &two.second);
    submit(author, address).await;

    let refused = take_back(coordinator, address, "1").await;

    assert_eq!(refused.status, 422);
    assert!(refused.has(".errors"));
    assert!(!author.get(address).await.has("textarea#reason"));
}

#[tokio::test]
async fn of_taking_back_and_approving_at_once_the_second_is_told() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let author = app.sign_in_as(Role::Reviewer).await;
    let second = app.sign_in_as(Role::Reviewer).await;
    for is_author_first in [true, false] {
        let comment = a_comment(&consultation).insert(&app).await;
        let address = answer(&consultation, comment);
        submit(&author, &address).await;

        let (first, late) = if is_author_first {
            let first = take_back(&author, &address, "1").await;
            (first, approve(&second, &address, "1").await)
        } else {
            let first = approve(&second, &address, "1").await;
            (first, take_back(&author, &address, "1").await)
        };

        assert_eq!((first.status, late.status), (200, 409));
        assert!(late.text("h1").contains("vmes spremenilo"));
        let page = author.get(&address).await;
        assert_eq!(page.has("textarea#reason"), is_author_first);
        assert!(page.html().contains(REASON));
    }
}

#[tokio::test]
async fn a_coordinator_opens_again_what_is_approved_and_says_why() {
    let two = Two::before(a_consultation(), Role::Reviewer).await;
    let (address, author, second) = (&two.address, &two.author, &two.second);
    let coordinator = two.app.sign_in_as(Role::Coordinator).await;
    answer_fully(author, second, address).await;
    let form = format!("form[action^='{address}/reopen']");
    assert!(coordinator.get(address).await.has(&form));
    assert!(!second.get(address).await.has(&form));

    let silent = reopen(&coordinator, address, "2", " ").await;
    let opened = reopen(&coordinator, address, "2", "Predpis se je spremenil.").await;

    assert_eq!((silent.status, opened.status), (422, 200));
    assert!(silent.has(".errors a[href='#note']"));
    let page = author.get(address).await;
    assert_eq!(page.text("textarea#reason"), REASON);
    assert!(
        page.text("section[aria-labelledby=returned]")
            .contains("Predpis se je spremenil.")
    );
    assert!(
        history(&page).contains("znova odprto, seznanjeni: »Predpis se je spremenil.«"),
        "{}",
        history(&page)
    );
    author.post(address, &finished("3", "submit")).await;
    assert_eq!(approve(second, address, "4").await.status, 200);
}

#[tokio::test]
async fn a_member_does_not_open_again_what_is_approved() {
    let two = Two::before(a_consultation(), Role::Coordinator).await;
    let (address, author, second) = (&two.address, &two.author, &two.second);
    answer_fully(author, second, address).await;

    assert_eq!(reopen(author, address, "2", "Ker.").await.status, 404);
    assert!(!author.get(address).await.has("textarea#reason"));
}

#[tokio::test]
async fn the_second_of_two_who_open_again_gets_the_note_back() {
    let two = Two::before(a_consultation(), Role::Coordinator).await;
    let (address, author, coordinator) = (&two.address, &two.author, &two.second);
    answer_fully(author, coordinator, address).await;
    reopen(coordinator, address, "2", "Prvi razlog.").await;

    let late = reopen(coordinator, address, "2", "Drugi razlog.").await;

    assert_eq!(late.status, 409);
    assert!(late.html().contains("Drugi razlog."));
    assert!(!author.get(address).await.html().contains("Drugi razlog."));
}

#[tokio::test]
async fn nothing_is_opened_again_after_the_release() {
    let two = Two::before(a_consultation().closing_in(-1), Role::Coordinator).await;
    let (address, author, coordinator) = (&two.address, &two.author, &two.second);
    answer_fully(author, coordinator, address).await;
    let release = format!("{}/release", desk(&two.consultation));
    coordinator.post(&release, &[("confirm", "true")]).await;

    let page = coordinator.get(address).await;
    let refused = reopen(coordinator, address, "3", "Prepozno.").await;

    assert!(!page.has("form[action*='/reopen']"));
    assert_eq!(refused.status, 409);
}

#[tokio::test]
async fn a_release_waits_for_what_was_opened_again() {
    let two = Two::before(a_consultation().closing_in(-1), Role::Coordinator).await;
    let (address, author, coordinator) = (&two.address, &two.author, &two.second);
    answer_fully(author, coordinator, address).await;
    reopen(coordinator, address, "2", "Še enkrat.").await;

    let release = format!("{}/release", desk(&two.consultation));
    let refused = coordinator.post(&release, &[("confirm", "true")]).await;

    assert_eq!(refused.status, 409);
}
