//! Who may add people, and how the first of them gets in.

use clap::Parser;
use posvet::testing::cli::CreateAdmin;
use posvet::testing::kernel::role::Role;

use super::{EMAIL, PASSWORD, PEOPLE, add_ana, is_signed_in, sign_in};
use crate::harness::TestApp;

#[actix_web::test]
async fn a_role_in_one_authority_opens_no_page_of_another() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let reviewer = app.sign_in_as(Role::Reviewer).await;

    assert_eq!(administrator.get(PEOPLE).await.status, 200);
    assert_eq!(
        administrator.get("/sl/desk/maribor/people").await.status,
        404
    );
    assert_eq!(
        administrator.get("/sl/desk/nikjer/people").await.status,
        404
    );
    assert_eq!(reviewer.get(PEOPLE).await.status, 404);
}

#[derive(Parser)]
struct CommandLine {
    #[command(flatten)]
    command: CreateAdmin,
}

/// Runs `posvet create-admin` for Ana with a password file.
pub(crate) async fn create_admin(
    app: &TestApp,
    authority: &[&str],
    password: &str,
) -> anyhow::Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("password");
    std::fs::write(&file, format!("{password}\n"))?;
    let file = file.to_string_lossy();
    let person = ["posvet", "--email", EMAIL, "--name", "Ana Novak"];
    let password = ["--password-file", &*file];
    let words = [&person[..], authority, &password[..]].concat();
    let state = &app.state;
    CommandLine::try_parse_from(words)?
        .command
        .run(&state.context)
        .await
}

#[actix_web::test]
async fn an_administrator_made_on_the_command_line_administers_a_new_authority() {
    let app = TestApp::spawn().await;
    let authority = ["--authority", "bled", "--authority-name", "Občina Bled"];
    create_admin(&app, &authority, PASSWORD)
        .await
        .expect("created");
    let browser = app.browser();

    sign_in(&browser, EMAIL, PASSWORD).await;

    let people = browser.get("/sl/desk/bled/people").await;
    assert_eq!(people.status, 200);
    assert!(people.text.contains("Občina Bled") && people.text.contains("Ana Novak"));
}

#[actix_web::test]
async fn an_administrator_who_forgot_the_password_gets_another_on_the_command_line() {
    let app = TestApp::spawn().await;
    add_ana(&app).await;
    let browser = app.browser();
    sign_in(&browser, EMAIL, PASSWORD).await;

    create_admin(&app, &["--authority", "kranj"], "novo geslo za Ano")
        .await
        .expect("appointed");

    assert!(!is_signed_in(&browser).await);
    assert_eq!(sign_in(&browser, EMAIL, PASSWORD).await.status, 422);
    sign_in(&browser, EMAIL, "novo geslo za Ano").await;
    assert_eq!(browser.get(PEOPLE).await.status, 200);
}

#[actix_web::test]
async fn the_command_line_refuses_unknown_authorities_and_weak_passwords() {
    let app = TestApp::spawn().await;

    let unknown = create_admin(&app, &["--authority", "nikjer"], PASSWORD).await;
    let reserved = ["--authority", "desk", "--authority-name", "Desk"];
    let reserved = create_admin(&app, &reserved, PASSWORD).await;
    let weak = create_admin(&app, &["--authority", "kranj"], "posvet-demo-2026").await;

    assert!(unknown.is_err() && reserved.is_err() && weak.is_err());
}
