//! The second factor: set, asked for, lost, required.

use chrono::TimeDelta;
use posvet::testing::kernel::role::Role;
use totp_rs::{Builder, Secret, Totp};

use super::{EMAIL, PASSWORD, PEOPLE, ana_signed_in, is_signed_in, page_of, sign_in};
use crate::harness::{Browser, Page, TestApp};

const FACTOR: &str = "/sl/account/second-factor";
const CODE: &str = "/sl/sign-in/code";

/// An application on a telephone: it knows the key from the page and nothing else.
struct Application(Totp);

impl Application {
    fn scanned(page: &Page) -> Self {
        let key: String = page.text(".setup code").replace(' ', "");
        let secret = Secret::try_from_base32(&key).unwrap();
        Self(
            Builder::new()
                .with_secret(secret)
                .with_account_name("ana")
                .build()
                .unwrap(),
        )
    }

    fn code(&self, app: &TestApp) -> String {
        let seconds = app.clock.now().micros() / 1_000_000;
        self.0.generate(seconds.try_into().unwrap()).to_string()
    }
}

/// Sets the second factor of whoever is signed in; gives the application and the recovery codes.
async fn set(app: &TestApp, browser: &Browser, password: &str) -> (Application, Vec<String>) {
    let page = browser.get(FACTOR).await;
    assert!(page.has("svg.qr path"), "{}", page.text);
    let application = Application::scanned(&page);
    let seed = page.value("input[name=seed]");
    let code = application.code(app);
    let form = [
        ("seed", seed.as_str()),
        ("code", &code),
        ("password", password),
    ];
    let done = browser.post(FACTOR, &form).await;
    let codes = done.texts(".codes code");
    assert_eq!((done.status, codes.len()), (200, 10), "{}", done.text);
    (application, codes)
}

async fn enter(browser: &Browser, code: &str) -> Page {
    browser.post(CODE, &[("code", code)]).await
}

/// The next half minute: a code is taken once.
fn wait(app: &TestApp) {
    app.clock.set(app.clock.now().plus(TimeDelta::seconds(30)));
}

#[actix_web::test]
async fn after_the_password_a_code_is_needed_and_each_is_good_once() {
    let app = TestApp::spawn().await;
    let here = ana_signed_in(&app).await;
    let (application, _codes) = set(&app, &here, PASSWORD).await;
    let used = application.code(&app);
    let browser = app.browser();

    let page = sign_in(&browser, EMAIL, PASSWORD).await;
    assert_eq!(page.url, CODE);
    assert!(
        !is_signed_in(&browser).await,
        "the password alone opens nothing"
    );
    sign_in(&browser, EMAIL, PASSWORD).await;
    for wrong in ["", "000000", &used] {
        let page = enter(&browser, wrong).await;
        assert_eq!(page.status, 422, "{wrong}");
        assert!(page.has("#code-error"), "{}", page.text);
    }
    wait(&app);
    let code = application.code(&app);
    let (first, last) = code.split_at(3);
    let entered = enter(&browser, &format!("{first} {last}")).await;
    assert_eq!(entered.url, "/sl/desk", "{}", entered.text);
    assert!(is_signed_in(&browser).await);

    let thief = app.browser();
    sign_in(&thief, EMAIL, PASSWORD).await;
    assert_eq!(enter(&thief, &code).await.status, 422, "overheard");
    let told = app.mails_to(EMAIL).await;
    assert!(told.iter().any(|mail| mail.subject.contains("nastavljena")));
}

#[actix_web::test]
async fn a_recovery_code_is_good_once_and_new_ones_end_the_old() {
    let app = TestApp::spawn().await;
    let here = ana_signed_in(&app).await;
    let (_application, codes) = set(&app, &here, PASSWORD).await;

    let browser = app.browser();
    sign_in(&browser, EMAIL, PASSWORD).await;
    assert_eq!(
        enter(&browser, &codes[0].to_uppercase()).await.url,
        "/sl/desk"
    );
    let thief = app.browser();
    sign_in(&thief, EMAIL, PASSWORD).await;
    assert_eq!(enter(&thief, &codes[0]).await.status, 422);
    let account = here.get("/sl/account").await;
    assert!(account.text.contains("9 kod"), "{}", account.text);

    let wrong = [("codes_password", "napačno geslo")];
    let refused = here.post(&format!("{FACTOR}/codes"), &wrong).await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("#codes_password-error"), "{}", refused.text);
    let right = [("codes_password", PASSWORD)];
    let renewed = here.post(&format!("{FACTOR}/codes"), &right).await;
    let new = renewed.texts(".codes code");
    assert_eq!(new.len(), 10);
    assert_eq!(enter(&thief, &codes[1]).await.status, 422);
    assert_eq!(enter(&thief, &new[1]).await.url, "/sl/desk");
}

#[actix_web::test]
async fn codes_are_guessed_at_ten_times_and_a_sign_in_waits_ten_minutes() {
    let app = TestApp::spawn().await;
    let here = ana_signed_in(&app).await;
    let (application, _codes) = set(&app, &here, PASSWORD).await;
    let browser = app.browser();
    sign_in(&browser, EMAIL, PASSWORD).await;
    wait(&app);
    for guess in 0..10 {
        assert_eq!(enter(&browser, &format!("{guess:06}")).await.status, 422);
    }
    let refused = enter(&browser, &application.code(&app)).await;
    assert_eq!(refused.status, 429);
    assert!(refused.header("retry-after").is_some());

    app.clock.set(app.clock.now().plus(TimeDelta::minutes(16)));
    let over = enter(&browser, &application.code(&app)).await;
    assert_eq!(over.status, 422);
    assert!(!over.has("#code"), "the sign-in is over: {}", over.text);
    let page = browser.get(CODE).await;
    assert!(!page.has("#code") && page.hrefs().contains(&"/sl/sign-in".to_owned()));
    sign_in(&browser, EMAIL, PASSWORD).await;
    assert_eq!(
        enter(&browser, &application.code(&app)).await.url,
        "/sl/desk"
    );
}

#[actix_web::test]
async fn a_wrong_code_at_the_beginning_keeps_the_application_and_stores_nothing() {
    let app = TestApp::spawn().await;
    let here = ana_signed_in(&app).await;
    let page = here.get(FACTOR).await;
    let (application, seed) = (Application::scanned(&page), page.value("input[name=seed]"));
    let code = application.code(&app);

    for (code, password, field) in [
        ("000000", PASSWORD, "code"),
        ("", PASSWORD, "code"),
        (code.as_str(), "napačno geslo", "password"),
        (code.as_str(), "", "password"),
    ] {
        let form = [
            ("seed", seed.as_str()),
            ("code", code),
            ("password", password),
        ];
        let refused = here.post(FACTOR, &form).await;
        assert_eq!(refused.status, 422, "{field}");
        assert!(refused.has(&format!("#{field}-error")), "{}", refused.text);
        assert_eq!(refused.value("input[name=seed]"), seed);
        assert_eq!(refused.text(".setup code"), page.text(".setup code"));
    }
    let other = app.browser();
    assert_eq!(sign_in(&other, EMAIL, PASSWORD).await.url, "/sl/desk");
    let forged = [
        ("seed", "x"),
        ("code", code.as_str()),
        ("password", PASSWORD),
    ];
    assert_eq!(here.post(FACTOR, &forged).await.status, 400);
}

#[actix_web::test]
async fn an_authority_that_requires_it_leads_everybody_there_and_loses_no_text() {
    let app = TestApp::spawn().await;
    let consultation = crate::harness::a_consultation().insert(&app).await;
    let comment = crate::harness::a_comment(&consultation).insert(&app).await;
    let ana = ana_signed_in(&app).await;
    let address = crate::desk::answer(&consultation, comment);
    assert_eq!(ana.get(&address).await.status, 200);
    let administrator = app.sign_in_as(Role::Administrator).await;
    let required = super::settings::settings_with(&administrator, "second_factor", "true").await;
    assert!(required.has("#code"), "the administrator is led there, too");

    assert_eq!(ana.get("/sl/desk").await.url, FACTOR);
    let act = ana
        .post(&address, &crate::desk::finished("0", "submit"))
        .await;
    assert_eq!(act.status, 403);
    assert!(act.text.contains("Obratovanje podaljšamo"), "{}", act.text);
    assert_eq!(ana.get("/sl/account").await.status, 200);
    let elsewhere = app.sign_in_at(app.maribor, Role::Reviewer).await;
    assert_eq!(elsewhere.get("/sl/desk").await.url, "/sl/desk");

    set(&app, &ana, PASSWORD).await;
    assert_eq!(ana.get(&address).await.status, 200);
    let form = [("remove_password", PASSWORD)];
    let kept = ana.post(&format!("{FACTOR}/remove"), &form).await;
    assert_eq!(kept.status, 422);
    assert!(kept.has("#remove_password-error"), "{}", kept.text);
}

#[actix_web::test]
async fn whoever_lost_it_gets_it_removed_by_an_administrator_and_is_told() {
    let app = TestApp::spawn().await;
    let ana = ana_signed_in(&app).await;
    set(&app, &ana, PASSWORD).await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let person = page_of(&app, EMAIL).await;
    assert!(
        administrator
            .get(&person)
            .await
            .has("form[action$='/second-factor']")
    );

    let reset = administrator
        .post(&format!("{person}/second-factor"), &[])
        .await;

    assert!(reset.has(".flash"), "{}", reset.text);
    assert!(!is_signed_in(&ana).await);
    assert_eq!(sign_in(&ana, EMAIL, PASSWORD).await.url, "/sl/desk");
    let told = app.mails_to(EMAIL).await;
    assert!(told.iter().any(|mail| mail.subject.contains("odstranjena")));
    assert_eq!(administrator.get(PEOPLE).await.status, 200);
}

/// Everything that is done about a second factor, an invitation and an account, for whoever looks at what it leaves behind.
pub(crate) async fn change_every_factor(app: &TestApp) {
    let administrator = app.sign_in_as(Role::Administrator).await;
    let email = "eva@example.org";
    let link = super::invite(app, &administrator, email, "reviewer", "").await;
    super::accept(app, &link).await;
    super::invite(app, &administrator, "bor@example.org", "reviewer", "").await;
    let list = administrator.get(PEOPLE).await;
    let back = list.attribute("form[action$='/revoke']", "action").unwrap();
    administrator.post(&back, &[]).await;
    let eva = app.browser();
    sign_in(&eva, email, PASSWORD).await;
    set(app, &eva, PASSWORD).await;
    eva.post(&format!("{FACTOR}/codes"), &[("codes_password", PASSWORD)])
        .await;
    eva.post(
        &format!("{FACTOR}/remove"),
        &[("remove_password", PASSWORD)],
    )
    .await;
    let form = [
        ("email", "eva.nova@example.org"),
        ("address_password", PASSWORD),
    ];
    eva.post("/sl/account/address", &form).await;
    let link = super::newest_link(app, "eva.nova@example.org", "/new-address/").await;
    eva.post(&link, &[]).await;
    let form = [
        ("password", PASSWORD),
        ("new_password", "devet volkov in gozd"),
    ];
    let changed = eva.post("/sl/account/password", &form).await;
    assert!(changed.has(".flash"), "{}", changed.text);
    let person = page_of(app, "eva.nova@example.org").await;
    administrator
        .post(&person, &[("roles", "coordinator")])
        .await;
    let texts = administrator
        .post("/sl/desk/kranj/texts", &[("how_sl", "Tako.")])
        .await;
    assert!(texts.has(".flash"), "{}", texts.text);
    let authority = [
        ("name", "Občina Bled"),
        ("short_name", "Bled"),
        ("contact_email", "posvet.bled@example.org"),
    ];
    let made = administrator
        .post("/sl/desk/kranj/authorities/new", &authority)
        .await;
    assert!(made.has(".flash"), "{}", made.text);
    for act in ["disable", "enable"] {
        let page = administrator.post(&format!("{person}/{act}"), &[]).await;
        assert!(page.has(".flash"), "{act}: {}", page.text);
    }
}
