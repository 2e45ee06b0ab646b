//! One function takes every text that comes in.

use diesel::prelude::*;
use posvet::testing::db::DatabaseError;
use posvet::testing::db::{schema::comments, schema::staff, schema::submitters};
use posvet::testing::kernel::role::Role;

use crate::harness::{Page, TestApp, a_comment, a_consultation};
use crate::sign_in::invite;

const FORM: &str = "/sl/kranj/socialno-varstvo/comment";
const BLANK: &str = "\u{200b}\u{2060}\u{ad}\u{3164}\u{2800}\u{202e}\u{fe0f}";

/// A complete comment, with these fields instead of the usual ones.
async fn send(app: &TestApp, changed: &[(&str, &str)]) -> Page {
    let mut fields = vec![
        ("section", "2"),
        ("kind", "content"),
        ("body", "Pripomba."),
        ("submitter_kind", "individual"),
        ("name", "Oseba A"),
        ("email", "oseba@example.org"),
    ];
    for (name, value) in changed {
        fields.retain(|(kept, _)| kept != name);
        fields.push((name, value));
    }
    app.browser().post(FORM, &fields).await
}

#[actix_web::test]
async fn what_is_not_utf_8_is_refused_wherever_it_stands() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let browser = app.browser();

    for body in [
        &b"body=%E8as"[..],
        b"body=%C4",
        b"body=\xe8as",
        b"body=a%00b",
    ] {
        let request = browser
            .request(reqwest::Method::POST, FORM)
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.to_vec());
        let page = browser.send(request).await;

        assert_eq!(page.status, 400, "{body:?}");
        assert!(!page.text.contains('\u{fffd}'));
    }
    for address in ["/register?q=%E8as", "/sections/%E8", "/%FF"] {
        let page = browser
            .get(&format!("/sl/kranj/socialno-varstvo{address}"))
            .await;
        assert_eq!(page.status, 400, "{address}");
    }
}

#[actix_web::test]
async fn a_comment_is_stored_composed_in_lines_and_without_control_characters() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;

    let page = send(
        &app,
        &[
            (
                "body",
                "\u{feff}C\u{30c}as\rena\u{b}dva\u{2028}tri\u{1b}[31m\u{85}s\u{202e}tiri ",
            ),
            ("name", "Z\u{30c}iga\u{2028}C\u{30c}opic\u{301}"),
        ],
    )
    .await;

    assert_eq!(page.status, 200, "{}", page.text);
    let (body, name): (String, String) = app
        .db()
        .read_blocking(|connection| {
            let body = comments::table.select(comments::body).first(connection)?;
            let name = submitters::table
                .select(submitters::name)
                .first(connection)?;
            Ok::<_, DatabaseError>((body, name))
        })
        .unwrap();
    assert_eq!(body, "Čas\nena\ndva\ntri[31m\ns\u{202e}tiri");
    assert_eq!(name, "Žiga Čopić");
}

#[actix_web::test]
async fn a_field_in_which_nothing_can_be_seen_is_empty() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;

    for (field, error) in [
        ("body", "#body-error"),
        ("name", "#name-error"),
        ("email", "#email-error"),
    ] {
        let page = send(&app, &[(field, BLANK)]).await;
        assert_eq!(page.status, 422, "{field}");
        assert!(page.has(error), "{field}: {}", page.text);
    }
    let nameless = [("submitter_kind", "organisation"), ("organisation", BLANK)];
    let page = send(&app, &nameless).await;
    assert_eq!(page.status, 422);
    assert!(page.has("#organisation-error"));
}

#[actix_web::test]
async fn not_accepted_needs_a_reason_that_can_be_seen() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let comment = a_comment(&consultation).in_section(1).insert(&app).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let address = format!("/sl/desk/kranj/socialno-varstvo/comments/{comment}");

    let page = reviewer
        .post(
            &address,
            &[
                ("version", "0"),
                ("disposition", "not_accepted"),
                ("reason", BLANK),
                ("text_change", "unchanged"),
                ("action", "submit"),
            ],
        )
        .await;

    assert_eq!(page.status, 422);
    assert!(page.has("#reason-error"), "{}", page.text);
}

#[actix_web::test]
async fn a_colleague_has_a_name_that_can_be_seen() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let add = |name: &'static str, email: &'static str| {
        let (administrator, app) = (administrator.clone(), &app);
        async move {
            let link = invite(app, &administrator, email, "reviewer", "").await;
            let fields = [("display_name", name), ("password", "lipa kraj vode")];
            app.browser().post(&link, &fields).await.status
        }
    };

    assert_eq!(add(BLANK, "a@example.org").await, 422);
    assert_eq!(add("C\u{30c}rt  Oseba\u{85}", "b@example.org").await, 200);
    let names: Vec<String> = app
        .db()
        .read_blocking(|connection| {
            Ok::<_, DatabaseError>(staff::table.select(staff::display_name).load(connection)?)
        })
        .unwrap();
    assert!(names.contains(&"Črt Oseba".to_owned()), "{names:?}");
}
