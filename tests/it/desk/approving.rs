//! The second member.

use super::{REASON, Two, answer, answer_fully, approve, finished, submit};
use crate::harness::{TestApp, a_comment, a_consultation};
use posvet::testing::kernel::role::Role;

#[tokio::test]
async fn the_author_cannot_approve_their_own_response() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await;
    let address = answer(&consultation, comment);
    let author = app.sign_in_as(Role::Reviewer).await;
    submit(&author, &address).await;

    let refused = approve(&author, &address, "1").await;

    assert_eq!(refused.status, 422);
    assert!(refused.has(".errors"));
    assert!(!refused.has(&format!("form[action='{address}/approve']")));
}

#[tokio::test]
async fn a_second_member_approves_and_nothing_is_public_yet() {
    let two = Two::before(a_consultation().closing_in(-1), Role::Coordinator).await;
    let (address, author, second) = (&two.address, &two.author, &two.second);

    answer_fully(author, second, address).await;

    let page = second.get(address).await;
    let register = format!(
        "/sl/{}/{}/register",
        two.consultation.authority.slug, two.consultation.slug
    );
    assert!(!page.has("textarea#reason"));
    assert!(page.html().contains(REASON));
    assert!(
        !two.app
            .browser()
            .get(&register)
            .await
            .html()
            .contains(REASON)
    );
}

#[tokio::test]
async fn a_response_is_sent_back_with_a_note_and_written_again() {
    let two = Two::before(a_consultation(), Role::Reviewer).await;
    let (address, author, second) = (&two.address, &two.author, &two.second);
    submit(author, address).await;
    let back = format!("{address}/return");

    let silent = second.post(&back, &[("version", "1")]).await;
    let returned = second
        .post(&back, &[("version", "1"), ("note", "Navedite predpis.")])
        .await;

    assert_eq!((silent.status, returned.status), (422, 200));
    let page = author.get(address).await;
    assert!(page.has("textarea#reason"));
    assert!(page.html().contains("Navedite predpis."));
    assert_eq!(
        author.post(address, &finished("2", "submit")).await.status,
        200
    );
}
