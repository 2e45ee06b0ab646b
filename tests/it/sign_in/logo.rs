//! The logo of an authority, and the languages of its pages.

use image::ImageFormat;
use posvet::testing::kernel::role::Role;

use super::settings::{settings_of_kranj, settings_with};
use crate::harness::{Browser, Page, TestApp, a_consultation, picture};

const SETTINGS: &str = "/sl/desk/kranj/settings";

async fn set(browser: &Browser, words: &str, action: &str, (name, content): (&str, &[u8])) -> Page {
    let fields = [("logo_text", words), ("action", action)];
    let path = format!("{SETTINGS}/logo/upload");
    browser
        .upload(&path, &fields, ("logo_file", name, content))
        .await
}

/// Gives Kranj a logo; its id.
pub(crate) async fn a_logo(app: &TestApp) -> String {
    let administrator = app.sign_in_as(Role::Administrator).await;
    let content = picture(8, 8, ImageFormat::Png);
    let page = set(&administrator, "Orel", "save", ("grb.png", &content)).await;
    let shown = page.attribute("#content img.logo", "src");
    shown.unwrap().rsplit('/').next().unwrap().to_owned()
}

async fn logo_of(app: &TestApp, path: &str) -> Option<String> {
    app.state.pages.clear();
    app.browser().get(path).await.attribute(".brand img", "src")
}

#[actix_web::test]
async fn a_logo_is_on_every_page_of_its_authority_with_what_it_shows_in_words() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    a_consultation().insert(&app).await;
    let large = picture(1280, 320, ImageFormat::Jpeg);

    let saved = set(&administrator, "Grb: orel", "save", ("grb.jpg", &large)).await;

    assert!(saved.has(".flash"), "{}", saved.text);
    let page = app.browser().get("/en/kranj/socialno-varstvo").await;
    assert!(page.has(".brand img[lang=sl]"), "{}", page.text);
    let words = page.attribute(".brand img", "alt").unwrap();
    assert!(words.contains("Grb: orel"), "{words}");
    let first = page.attribute(".brand img", "src").unwrap();
    let answer = app.browser().request(reqwest::Method::GET, &first);
    let answer = answer.send().await.unwrap();
    assert_eq!(answer.headers()["content-type"], "image/jpeg");
    assert!(
        answer.headers()["cache-control"]
            .to_str()
            .unwrap()
            .contains("immutable")
    );
    let shown = image::load_from_memory(&answer.bytes().await.unwrap()).unwrap();
    assert_eq!((shown.width(), shown.height()), (640, 160));
    assert_eq!(logo_of(&app, "/sl/maribor").await, None);

    // Other words, the same picture; settings leave it as it is.
    let none: (&str, &[u8]) = ("", b"");
    assert!(
        set(&administrator, "Orel", "save", none)
            .await
            .has(".flash")
    );
    assert!(settings_of_kranj(&administrator).await.has(".flash"));
    assert_eq!(logo_of(&app, "/sl/kranj").await, Some(first.clone()));
    let other = picture(8, 8, ImageFormat::Png);
    assert!(
        set(&administrator, "Orel", "save", ("grb.png", &other))
            .await
            .has(".flash")
    );
    let second = logo_of(&app, "/sl/kranj").await.unwrap();
    assert_ne!(first, second);
    assert_eq!(app.browser().get(&first).await.status, 404);
    assert!(set(&administrator, "", "remove", none).await.has(".flash"));
    assert_eq!(logo_of(&app, "/sl/kranj").await, None);
    assert_eq!(app.browser().get(&second).await.status, 404);
}

#[actix_web::test]
async fn what_is_no_picture_and_a_picture_without_words_is_refused_beside_the_field() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>";
    let right = picture(8, 8, ImageFormat::WebP);

    for (words, content, field, told) in [
        ("Orel", &svg[..], "logo_file", "PNG"),
        ("Orel", b"%PDF-1.7\n", "logo_file", "PNG"),
        ("Orel", b"\x89PNG\r\n\x1a\n", "logo_file", "prebrati"),
        ("Orel", b"", "logo_file", "izpolnite"),
        ("", &right, "logo_text", "izpolnite"),
    ] {
        let page = set(&administrator, words, "save", ("grb.png", content)).await;
        assert_eq!(page.status, 422, "{told}");
        let said = page.text(&format!("#{field}-error"));
        assert!(
            said.to_lowercase().contains(&told.to_lowercase()),
            "{told}: {said}"
        );
        assert_eq!(page.value("#logo_text"), words);
        assert_eq!(page.value("#short_name"), "Kranj", "the rest of the page");
    }
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let strange = set(&coordinator, "Orel", "save", ("grb.webp", &right)).await;
    assert_eq!(strange.status, 404);
}

#[actix_web::test]
async fn english_pages_are_offered_only_by_an_authority_that_has_them() {
    let app = TestApp::spawn().await;
    let administrator = app.sign_in_as(Role::Administrator).await;
    let consultation = a_consultation().insert(&app).await;
    let path = "kranj/socialno-varstvo";
    let public = app.browser();
    let map = public.get("/sitemap.xml").await;
    assert!(
        map.text.contains(&format!("/en/{path}</loc>")),
        "{}",
        map.text
    );
    assert!(
        public
            .get(&format!("/sl/{path}"))
            .await
            .has(".top a[hreflang=en]")
    );

    let saved = settings_with(&administrator, "english", "").await;
    assert!(
        saved.has(".flash") && saved.has(".top a[hreflang=en]"),
        "the desk keeps both"
    );
    app.state.pages.clear();

    let map = public.get("/sitemap.xml").await;
    assert!(
        map.text.contains(&format!("/sl/{path}</loc>")),
        "{}",
        map.text
    );
    assert!(!map.text.contains("/en/kranj"), "{}", map.text);
    assert!(
        !public
            .get(&format!("/sl/{path}"))
            .await
            .has(".top a[hreflang]")
    );
    let english = public.get(&format!("/en/{path}")).await;
    assert_eq!(english.status, 200, "an old link still opens");
    assert_eq!(
        english.attribute("meta[name=robots]", "content").unwrap(),
        "noindex"
    );
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let form = coordinator
        .get(&format!(
            "{}/parts/basics",
            crate::desk::desk(&consultation)
        ))
        .await;
    assert!(!form.has("#title_en") && form.has("input[type=hidden][name=title_en]"));
}
