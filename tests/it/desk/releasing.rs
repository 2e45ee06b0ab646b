//! The closing gate and what the release does.

use super::{REASON, answer, answer_fully, desk, finished};
use crate::harness::{TestApp, a_comment, a_consultation, deviations};
use posvet::testing::kernel::role::Role;

#[tokio::test]
async fn responses_are_not_released_while_a_comment_has_none() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().closing_in(-1).insert(&app).await;
    let answered = a_comment(&consultation).insert(&app).await;
    a_comment(&consultation).insert(&app).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    answer_fully(&reviewer, &coordinator, &answer(&consultation, answered)).await;
    let release = format!("{}/release", desk(&consultation));

    let refused = coordinator.post(&release, &[("confirm", "true")]).await;

    assert_eq!(refused.status, 409);
    assert!(refused.has(".errors"));
    assert!(!refused.has("#confirm"));
}

#[tokio::test]
async fn responses_are_not_released_while_the_window_is_open() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().closing_in(3).insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    answer_fully(&reviewer, &coordinator, &answer(&consultation, comment)).await;
    let release = format!("{}/release", desk(&consultation));

    let refused = coordinator.post(&release, &[("confirm", "true")]).await;

    assert_eq!(refused.status, 409);
}

#[tokio::test]
async fn a_release_makes_all_responses_public_and_writes_to_each_submitter_once() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().closing_in(-1).insert(&app).await;
    let ana = a_comment(&consultation).email("ana@example.org");
    let ana = ana.insert(&app).await;
    let bor = a_comment(&consultation).email("bor@example.org");
    let bor = bor.insert(&app).await;
    let unconfirmed = a_comment(&consultation)
        .email("cene@example.org")
        .unconfirmed();
    unconfirmed.insert(&app).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    for comment in [ana, bor] {
        answer_fully(&reviewer, &coordinator, &answer(&consultation, comment)).await;
    }
    let release = format!("{}/release", desk(&consultation));

    let unsure = coordinator.post(&release, &[]).await;
    let released = coordinator.post(&release, &[("confirm", "true")]).await;
    let again = coordinator.post(&release, &[("confirm", "true")]).await;
    app.deliver().await;

    assert_eq!(
        (unsure.status, released.status, again.status),
        (422, 200, 200)
    );
    let mut recipients: Vec<String> = app.mails().into_iter().map(|mail| mail.to).collect();
    recipients.sort();
    assert_eq!(recipients, ["ana@example.org", "bor@example.org"]);
    assert!(app.mails()[0].text.contains(REASON));
    let register = format!(
        "/sl/{}/{}/register",
        consultation.authority.slug, consultation.slug
    );
    assert!(app.browser().get(&register).await.html().contains(REASON));
}

#[tokio::test]
async fn a_released_response_cannot_be_changed() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().closing_in(-1).insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await;
    let address = answer(&consultation, comment);
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    answer_fully(&reviewer, &coordinator, &address).await;
    let release = format!("{}/release", desk(&consultation));
    coordinator.post(&release, &[("confirm", "true")]).await;

    let rewritten = reviewer.post(&address, &finished("3", "submit")).await;
    let sent_back = coordinator
        .post(
            &format!("{address}/return"),
            &[("version", "3"), ("note", "Še enkrat.")],
        )
        .await;

    assert_eq!((rewritten.status, sent_back.status), (409, 409));
}

#[tokio::test]
async fn what_the_working_group_did_is_as_the_audit_chain_says() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().closing_in(-1).insert(&app).await;
    let comment = a_comment(&consultation).insert(&app).await;
    let address = answer(&consultation, comment);
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let mut connection = app.database.url.connect().unwrap();
    let back = [("version", "1"), ("note", "Še enkrat.")];

    reviewer.post(&address, &finished("0", "submit")).await;
    assert_eq!(deviations(&mut connection), []);
    coordinator.post(&format!("{address}/return"), &back).await;
    assert_eq!(deviations(&mut connection), []);
    reviewer.post(&address, &finished("2", "save")).await;
    assert_eq!(deviations(&mut connection), []);
    reviewer.post(&address, &finished("3", "submit")).await;
    let approved = [("version", "4")];
    coordinator
        .post(&format!("{address}/approve"), &approved)
        .await;
    assert_eq!(deviations(&mut connection), []);
    let release = format!("{}/release", desk(&consultation));
    let released = coordinator.post(&release, &[("confirm", "true")]).await;

    assert_eq!(released.status, 200);
    assert_eq!(deviations(&mut connection), []);
}

#[tokio::test]
async fn a_reviewer_cannot_release() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().closing_in(-1).insert(&app).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let release = format!("{}/release", desk(&consultation));

    assert_eq!(reviewer.get(&release).await.status, 404);
    assert_eq!(
        reviewer.post(&release, &[("confirm", "true")]).await.status,
        404
    );
}
