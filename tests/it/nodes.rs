//! Two nodes on one database, and people who send the same thing to both.

use futures_util::future::join_all;

use posvet::testing::comments::{Disposition, Work};
use posvet::testing::kernel::role::Role;

use crate::harness::{Browser, Page, TestApp, a_comment, a_consultation};

async fn submit(browser: Browser, form: &str, key: String) -> Page {
    let fields = [
        ("section", "2"),
        ("kind", "content"),
        ("body", "Noči so mrzle tudi oktobra."),
        ("submitter_kind", "individual"),
        ("name", "Oseba Zasebna"),
        ("email", "oseba@example.org"),
        ("idempotency_key", &key),
    ];
    browser.post(form, &fields).await
}

#[actix_web::test]
async fn the_same_key_sent_to_two_nodes_at_once_is_one_submission_with_one_receipt() {
    let app = TestApp::spawn().await;
    let node = app.second_node().await;
    let consultation = a_consultation().insert(&app).await;
    let form = format!("/sl/kranj/{}/comment", consultation.slug);
    let here = app.browser().staying();
    let there = here.at(&format!("http://{}", node.address));

    let pairs = join_all((0..100).map(|number| {
        let key = format!("k-{number}");
        let first = submit(here.clone(), &form, key.clone());
        futures_util::future::join(first, submit(there.clone(), &form, key))
    }));

    for (first, second) in pairs.await {
        assert_eq!((first.status, second.status), (303, 303), "{}", first.text);
        assert_eq!(
            first.header("posvet-reference"),
            second.header("posvet-reference")
        );
    }
}

#[actix_web::test]
async fn comments_on_two_consultations_sent_to_two_nodes_at_once_are_all_received() {
    let app = TestApp::spawn().await;
    let node = app.second_node().await;
    let here = app.browser().staying();
    let there = here.at(&format!("http://{}", node.address));
    let mut forms = Vec::new();
    for slug in ["prvi", "drugi", "tretji"] {
        let consultation = a_consultation().slug(slug).insert(&app).await;
        forms.push(format!("/sl/kranj/{}/comment", consultation.slug));
    }

    let sent = join_all((0..300).map(|number| {
        let browser = if number % 2 == 0 { &here } else { &there };
        submit(
            browser.clone(),
            &forms[number / 2 % 3],
            format!("k-{number}"),
        )
    }));

    for page in sent.await {
        assert_eq!(page.status, 303, "{}", page.text);
    }
}

#[actix_web::test]
async fn a_release_on_one_node_is_seen_on_the_other_within_a_second_or_so() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().closing_in(-1).insert(&app).await;
    a_comment(&consultation)
        .in_state(Work::Approved)
        .answered(Disposition::Accepted)
        .insert(&app)
        .await;
    let node = app.second_node().await;
    // Its first look at what was published makes it forget all pages: what is seen before that proves nothing.
    let begun = node.state.pages.epoch();
    node.start_workers();
    while node.state.pages.epoch() == begun {
        tokio::task::yield_now().await;
    }
    let there = app.browser().at(&format!("http://{}", node.address));
    let register = format!("/sl/kranj/{}/register", consultation.slug);
    let before = there.get(&register).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let release = format!("{}/release", crate::desk::desk(&consultation));

    let released = coordinator.post(&release, &[("confirm", "true")]).await;

    assert_eq!(
        (before.status, released.status),
        (200, 200),
        "{}",
        released.text
    );
    let reference = format!("{}-0001", consultation.reference_prefix);
    assert!(!before.text.contains(&reference));
    let seen = async {
        while !there.get(&register).await.text.contains(&reference) {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(5), seen)
        .await
        .expect("the other node goes on showing the old page");
    node.stop().await;
}
