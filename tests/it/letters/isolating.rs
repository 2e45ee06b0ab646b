//! Another person's text turns nothing of ours around.

use std::sync::Arc;

use diesel::prelude::*;
use posvet::testing::db::DatabaseError;
use posvet::testing::db::schema::authorities;
use posvet::testing::http::render::Templates;
use posvet::testing::i18n::{Catalogue, Language};
use posvet::testing::kernel::bidi;
use posvet::testing::kernel::role::Role;
use scraper::{ElementRef, Html};
use serde_json::json;

use crate::harness::{Page, TestApp, a_comment, a_consultation, a_subscriber};
use crate::samples;

const TURNING: &str = "Ana \u{202e}KAVON";
const ARABIC: &str = "محمد أحمد";

/// Elements in which a text stands for itself: browsers isolate them.
const BLOCKS: [&str; 21] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "li",
    "td",
    "th",
    "dd",
    "dt",
    "div",
    "summary",
    "legend",
    "option",
    "caption",
    "button",
    "blockquote",
    "figcaption",
    "section",
    "main",
    "textarea",
];

/// Pieces of a page whose letters can turn around what stands beside them.
fn unisolated(html: &str) -> Vec<String> {
    let document = Html::parse_document(html);
    let mut found = Vec::new();
    for node in document.tree.nodes() {
        if let Some(element) = node.value().as_element() {
            let spoken = element.attrs().filter(|(name, value)| {
                ["aria-label", "title", "alt", "placeholder", "content"].contains(name)
                    && turns(value)
            });
            found.extend(spoken.map(|(name, value)| format!("{name}={value:?}")));
        }
        let Some(text) = node.value().as_text().filter(|text| turns(text)) else {
            continue;
        };
        let mut around = node.ancestors().filter_map(ElementRef::wrap);
        let is_apart = around.any(|element| stands_apart(element, text));
        if !is_apart {
            found.push(text.to_string());
        }
    }
    found
}

/// Whether an element keeps a text apart from all others.
fn stands_apart(element: ElementRef<'_>, text: &str) -> bool {
    let (name, whole) = (element.value().name(), element.text().collect::<String>());
    name == "bdi"
        || element.attr("dir") == Some("auto")
        || name == "textarea"
        || (BLOCKS.contains(&name) && whole.trim() == text.trim())
}

/// Whether letters that turn stand outside an isolate.
fn turns(text: &str) -> bool {
    let mut open = 0;
    text.chars().any(|c| {
        match c {
            '\u{2068}' => open += 1,
            '\u{2069}' => open -= 1,
            _ => {}
        }
        open <= 0
            && c != '\u{2069}'
            && matches!(bidi::isolated(&c.to_string()), std::borrow::Cow::Owned(_))
    })
}

fn assert_isolated(page: &Page) {
    assert!(
        page.text.contains("KAVON") && page.text.contains(ARABIC),
        "{}",
        page.text
    );
    assert_eq!(unisolated(&page.text), [""; 0], "{}", page.url);
}

#[test]
fn no_page_has_a_place_where_a_text_could_turn_others_around() {
    let catalogue = Arc::new(Catalogue::load().unwrap());
    let templates = Templates::load(catalogue).unwrap();
    let pages = [Language::Sl, Language::En].map(|lang| samples::turned_pages(&templates, lang));
    let found: Vec<_> = pages
        .into_iter()
        .flatten()
        .map(|page| (page.name, unisolated(&page.html)))
        .filter(|(_name, texts)| !texts.is_empty())
        .collect();

    assert!(found.is_empty(), "{found:#?}");
}

#[actix_web::test]
async fn a_name_turns_nothing_around_in_the_register_and_on_the_desk() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    let named = a_comment(&consultation).named(TURNING, true).body(ARABIC);
    let organisation = a_comment(&consultation)
        .of_organisation(ARABIC)
        .body(TURNING);
    let comments = [named.insert(&app).await, organisation.insert(&app).await];
    app.clock.set(consultation.window.closes_at);
    let reviewer = app.sign_in_as(Role::Reviewer).await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    let desk = "/sl/desk/kranj/socialno-varstvo";
    for comment in comments {
        let address = format!("{desk}/comments/{comment}");
        let form = [
            ("version", "0"),
            ("disposition", "noted"),
            ("reason", TURNING),
            ("text_change", "unchanged"),
            ("action", "submit"),
        ];
        assert_isolated(&reviewer.post(&address, &form).await);
        coordinator
            .post(&format!("{address}/approve"), &[("version", "1")])
            .await;
    }
    coordinator
        .post(&format!("{desk}/release"), &[("confirm", "true")])
        .await;

    assert_isolated(
        &app.browser()
            .get("/sl/kranj/socialno-varstvo/register")
            .await,
    );
    assert_isolated(&reviewer.get(&format!("{desk}?view=all")).await);
}

#[actix_web::test]
async fn a_name_turns_nothing_around_on_the_tracking_page() {
    let app = TestApp::spawn().await;
    a_consultation().insert(&app).await;
    let fields = [
        ("kind", "content"),
        ("body", ARABIC),
        ("submitter_kind", "individual"),
        ("name", TURNING),
        ("publish_name", "on"),
        ("email", "oseba@example.org"),
    ];

    let page = app
        .browser()
        .post("/sl/kranj/socialno-varstvo/comment", &fields)
        .await;

    assert_isolated(&page);
}

#[actix_web::test]
async fn mails_isolate_senders_subjects_and_texts() {
    let app = TestApp::spawn().await;
    let consultation = a_consultation().insert(&app).await;
    a_subscriber(&consultation)
        .email("eva@example.org")
        .insert(&app)
        .await;
    let coordinator = app.sign_in_as(Role::Coordinator).await;
    app.db()
        .write::<_, DatabaseError, _>(|connection| {
            let renamed = diesel::update(authorities::table).set(authorities::name.eq(ARABIC));
            Ok(renamed.execute(connection)?)
        })
        .await
        .unwrap();
    let notices = "/sl/desk/kranj/socialno-varstvo/notices";
    let fields = [
        ("subject", TURNING),
        ("body", ARABIC),
        ("audience", "consultation"),
    ];
    let draft = coordinator.post(notices, &fields).await;
    assert_eq!(draft.status, 200, "{}", draft.text);
    let version = draft.value("[name=version]");
    let sending = [
        ("version", version.as_str()),
        ("action", "send"),
        ("confirm", "on"),
    ];
    let sent = coordinator
        .post(&draft.url, &[&fields[..], &sending].concat())
        .await;
    assert_eq!(sent.status, 200, "{}", sent.text);

    let mails = app.mails_to("eva@example.org").await;

    let mail = mails.first().expect("a mail");
    assert_eq!(mail.from, format!("\u{2068}{ARABIC}\u{2069}"));
    assert_eq!(mail.subject, format!("\u{2068}{TURNING}\u{2069}"));
    assert!(
        mail.text.contains(&format!("\u{2068}{ARABIC}\u{2069}")),
        "{}",
        mail.text
    );
    assert_eq!(
        unisolated(&mail.html).len(),
        0,
        "{:?}",
        unisolated(&mail.html)
    );
}

#[test]
fn a_title_is_isolated_in_the_sentence_of_every_mail() {
    let catalogue = Arc::new(Catalogue::load().unwrap());
    let templates = Templates::load(catalogue).unwrap();
    let site = samples::of_consultation();
    let params = json!({ "subject": ARABIC, "confirm_url": "", "unsubscribe_url": "" });

    let mail = templates.render_mail(Language::Sl, &site, "confirm_subscription", &params);

    let mail = mail.unwrap();
    for text in [&mail.subject, &mail.text] {
        assert!(
            text.contains(&format!("\u{2068}{ARABIC}\u{2069}")),
            "{text}"
        );
        assert!(!text.contains("\u{2068}\u{2068}"), "{text}");
    }
    assert_eq!(
        unisolated(&mail.html).len(),
        0,
        "{:?}",
        unisolated(&mail.html)
    );
}
