//! Authorities: another one, its colour, its standing texts.

use posvet::testing::kernel::role::Role;

use super::settings::settings_with;
use crate::harness::{TestApp, a_consultation};

const NEW: &str = "/sl/desk/kranj/authorities/new";
const FORM: [(&str, &str); 3] = [
    ("name", "Občina Bled"),
    ("short_name", "Bled"),
    ("contact_email", "posvet.bled@example.org"),
];
const TEXTS: &str = "/sl/desk/kranj/texts";

#[actix_web::test]
async fn an_administrator_makes_another_authority_and_administers_it() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;

    let made = administrator.post(NEW, &FORM).await;

    assert_eq!(made.url, "/sl/desk/bled/settings", "{}", made.text);
    assert!(made.has(".flash") && made.value("#name") == "Občina Bled");
    assert_eq!(app.browser().get("/sl/bled").await.status, 200);
    assert_eq!(administrator.get("/sl/desk/bled/people").await.status, 200);
    let other = app.sign_in_as(Role::Administrator).await;
    assert_eq!(other.get("/sl/desk/bled/people").await.status, 404);
    let again = administrator.post(NEW, &FORM).await;
    assert_eq!(again.status, 422);
    assert!(again.has("#slug-error"), "{}", again.text);
    assert_eq!(again.value("#name"), "Občina Bled");
}

#[actix_web::test]
async fn an_authority_stands_on_no_page_of_posvets_own() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;

    for reserved in [
        "people",
        "subscribe",
        "sign-in",
        "desk",
        "assets",
        "invitations",
        "preview",
    ] {
        let mut form = FORM.to_vec();
        form.push(("slug", reserved));
        let refused = administrator.post(NEW, &form).await;
        assert_eq!(refused.status, 422, "{reserved}");
        assert!(refused.has("#slug-error"), "{reserved}");
    }
    let empty = administrator.post(NEW, &[]).await;
    for field in ["name", "short_name", "contact_email", "slug"] {
        assert!(empty.has(&format!("#{field}-error")), "{field}");
    }
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    assert_eq!(coordinator.post(NEW, &FORM).await.status, 404);
}

#[actix_web::test]
async fn a_colour_that_cannot_be_read_is_refused_with_its_measured_contrast() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    a_consultation().insert(&app).await;

    for (colour, told) in [
        ("#ffcc00", "1.5"),
        ("#767676", "4.5"),
        ("zelena", "#1a5f4b"),
    ] {
        let page = settings_with(&administrator, "main_colour", colour).await;
        assert_eq!(page.status, 422, "{colour}");
        assert!(
            page.text("#main_colour-error").contains(told),
            "{}",
            page.text("#main_colour-error")
        );
        assert_eq!(page.value("#main_colour"), colour);
    }
    let saved = settings_with(&administrator, "main_colour", "#1A5F4B").await;
    assert!(saved.has(".flash"), "{}", saved.text);
    app.state.pages.clear();

    let page = app.browser().get("/sl/kranj/socialno-varstvo").await;
    let style = page.attribute("link[href*=colours]", "href").unwrap();
    assert_eq!(style, "/assets/colours/1a5f4b.css");
    let style = app.browser().get(&style).await;
    assert_eq!(
        style.header("content-type").unwrap(),
        "text/css; charset=utf-8"
    );
    assert!(style.text.contains("#1a5f4b"), "{}", style.text);
    for none in ["ffcc00", "1A5F4B", "1a5f4", "red", "1a5f4b;x"] {
        let page = app
            .browser()
            .get(&format!("/assets/colours/{none}.css"))
            .await;
        assert_ne!(page.status, 200, "{none}");
    }
    assert!(
        !app.browser()
            .get("/sl/maribor")
            .await
            .has("link[href*=colours]")
    );
}

#[actix_web::test]
async fn an_authority_says_its_own_texts_and_gets_posvets_back() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let page = async |path: &str| {
        app.state.pages.clear();
        app.browser().get(path).await
    };
    let statement = page("/sl/kranj/pages/accessibility").await;
    for told in [
        "Znane omejitve",
        "inšpekcijo",
        "2026",
        "posvet.kranj@example.org",
    ] {
        assert!(statement.text.contains(told), "{told}: {}", statement.text);
    }
    let default = page("/sl/kranj/pages/privacy").await;
    assert_eq!(default.status, 200);
    let link = page("/sl/kranj").await;
    assert!(link.hrefs().contains(&"/sl/kranj/pages/privacy".to_owned()));

    let texts = [
        (
            "privacy_sl",
            "Pri nas **izbrišemo** vse. <script>alert(1)</script>",
        ),
        ("how_en", "This is how."),
    ];
    let saved = administrator.post(TEXTS, &texts).await;

    assert!(saved.has(".flash"), "{}", saved.text);
    assert_eq!(saved.text("#how_en").trim(), "This is how.");
    let own = page("/sl/kranj/pages/privacy").await;
    assert!(
        own.text.contains("<strong>izbrišemo</strong>"),
        "{}",
        own.text
    );
    assert!(!own.text.contains("<script>alert"), "{}", own.text);
    let english = page("/en/kranj/pages/privacy").await;
    assert!(
        english.has("div.prose[lang=sl]"),
        "marked: {}",
        english.text
    );
    assert!(
        page("/en/kranj/pages/how")
            .await
            .text
            .contains("This is how.")
    );
    assert!(
        !page("/sl/kranj/pages/how")
            .await
            .text
            .contains("This is how.")
    );
    assert!(
        !page("/sl/maribor/pages/privacy")
            .await
            .text
            .contains("izbrišemo</strong>")
    );
    assert_eq!(page("/sl/kranj/pages/nothing").await.status, 404);
    administrator.post(TEXTS, &[]).await;
    let back = page("/sl/kranj/pages/privacy").await;
    assert_eq!(back.text("main"), default.text("main"));
}
