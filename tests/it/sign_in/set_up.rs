//! The one-time address of an empty installation.

use std::os::unix::fs::PermissionsExt as _;

use chrono::TimeDelta;
use posvet::testing::accounts::set_up_token;

use crate::harness::{Browser, Program, TestApp, TestDatabase};

const FORM: [(&str, &str); 6] = [
    ("name", "Mestna občina Novo mesto"),
    ("short_name", "Novo mesto"),
    ("contact_email", "posvet@example.org"),
    ("display_name", "Skrbnica"),
    ("email", "skrbnica@example.org"),
    ("password", "osem konjev in voz"),
];

fn address(app: &TestApp) -> String {
    let context = &app.state.context;
    format!(
        "/sl/set-up/{}",
        set_up_token(&context.tokens, context.now())
    )
}

#[actix_web::test]
async fn the_first_administrator_is_made_once_signs_in_and_gets_a_mail() {
    let app = TestApp::spawn().await;
    let (browser, address) = (app.browser(), address(&app));
    assert_eq!(browser.get(&address).await.status, 200);
    let mut form = FORM.to_vec();
    form.push(("coordinates", "true"));

    let made = browser.post(&address, &form).await;

    assert_eq!((made.status, made.url.as_str()), (200, "/sl/sign-in"));
    assert!(made.has(".flash"), "{}", made.text);
    assert_eq!(browser.get(&address).await.status, 404);
    assert_eq!(browser.post(&address, &FORM).await.status, 404);
    let credentials = [("email", FORM[4].1), ("password", FORM[5].1)];
    let desk = browser.post("/sl/sign-in", &credentials).await;
    assert_eq!(desk.url, "/sl/desk", "{}", desk.text);
    for page in ["/sl/desk/novo-mesto/people", "/sl/desk/novo-mesto/new"] {
        assert_eq!(browser.get(page).await.status, 200, "{page}");
    }
    let mails = app.mails_to("skrbnica@example.org").await;
    assert_eq!(mails.len(), 1);
    assert!(
        mails[0].subject.contains("Posvet je nastavljen"),
        "{}",
        mails[0].subject
    );
}

#[actix_web::test]
async fn an_address_that_is_forged_or_a_day_old_leads_nowhere() {
    let app = TestApp::spawn().await;
    let (browser, address) = (app.browser(), address(&app));
    let forged = format!("{address}0");

    assert_eq!(browser.get(&forged).await.status, 404);
    assert_eq!(browser.get("/sl/set-up/0-0").await.status, 404);
    app.clock.set(app.clock.now().plus(TimeDelta::hours(24)));
    assert_eq!(browser.get(&address).await.status, 404);
    assert_eq!(browser.post(&address, &FORM).await.status, 404);
}

#[actix_web::test]
async fn what_is_wrong_is_said_beside_the_field_and_the_rest_is_kept() {
    let app = TestApp::spawn().await;
    let (browser, address) = (app.browser(), address(&app));
    let wrong = [
        ("name", "Mestna občina Novo mesto"),
        ("short_name", ""),
        ("contact_email", "posvet"),
        ("display_name", "Skrbnica"),
        ("email", "skrbnica@example.org"),
        ("password", "kratko"),
        ("slug", "desk"),
    ];

    let page = browser.post(&address, &wrong).await;

    assert_eq!(page.status, 422);
    for field in ["short_name", "contact_email", "password", "slug"] {
        assert!(page.has(&format!("#{field}-error")), "{field}");
    }
    assert_eq!(page.value("#name"), "Mestna občina Novo mesto");
    assert_eq!(page.value("#slug"), "desk");
    let right = browser.post(&address, &FORM).await;
    assert_eq!(right.url, "/sl/sign-in");
    assert_eq!(browser.get("/sl/novo-mesto").await.status, 200);
}

#[actix_web::test]
async fn a_server_on_an_empty_database_says_where_it_is_set_up_to_its_owner_alone() {
    let database = TestDatabase::migrated();
    let server = Program::on(&database).serve().await;
    let browser = Browser::new(&server.base);
    let file = database.folder.path().join("data/set-up-address");

    browser.get("/sl").await;
    let address = std::fs::read_to_string(&file).unwrap();

    let mode = std::fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let (_base, token) = address.trim().split_once("/sl/set-up/").unwrap();
    let page = browser.get(&format!("/sl/set-up/{token}")).await;
    assert_eq!(page.status, 200, "{}", page.text);
}

#[actix_web::test]
async fn a_server_that_cannot_write_the_address_down_serves() {
    let database = TestDatabase::migrated();
    let in_the_way = database.folder.path().join("data/set-up-address");
    std::fs::create_dir_all(in_the_way).unwrap();

    let server = Program::on(&database).serve().await;

    assert_eq!(Browser::new(&server.base).get("/sl").await.status, 200);
}
