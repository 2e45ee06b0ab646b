//! On English pages and in English mails every Slovene text is marked as Slovene, so that it is read out as such.

use std::sync::Arc;

use posvet::testing::http::render::Templates;
use posvet::testing::i18n::{Catalogue, Language};
use scraper::node::Node;
use scraper::{ElementRef, Html};

use crate::samples;

fn templates() -> Templates {
    let catalogue = Catalogue::load().expect("the catalogues are valid");
    Templates::load(Arc::new(catalogue)).expect("every template parses")
}

/// Texts with Slovene letters that are read out as English.
fn unmarked(html: &str) -> Vec<String> {
    let document = Html::parse_document(html);
    let texts = document.tree.nodes().filter_map(|node| match node.value() {
        Node::Text(text) if text.chars().any(|letter| "čšžČŠŽ".contains(letter)) => {
            Some((node, text.trim().to_owned()))
        }
        _ => None,
    });
    // A name has no language, and what a reader looks for is in one that nobody knows.
    let is_nobodys = |text: &str| text.starts_with("Signed in as ") || text.contains("Search: ");
    texts
        .filter(|(_node, text)| !is_nobodys(text))
        .filter(|(node, _text)| {
            let above: Vec<ElementRef<'_>> =
                node.ancestors().filter_map(ElementRef::wrap).collect();
            // A title and a field hold plain text: nothing in them can be marked.
            let is_plain = above
                .iter()
                .any(|element| ["title", "textarea"].contains(&element.value().name()));
            // A mail is written in the language its recipient submitted in: so are the recipient's own words.
            let is_own = above.iter().any(|element| {
                let class = element.attr("class").unwrap_or_default();
                element.value().name() == "p" && ["lines", "quote"].contains(&class)
            });
            let lang = above.iter().find_map(|element| element.attr("lang"));
            !is_plain && !is_own && lang != Some("sl")
        })
        .map(|(_node, text)| text)
        .collect()
}

#[test]
fn english_pages_mark_what_is_slovene() {
    // What submitters and colleagues wrote for the desk alone is in a language nobody knows.
    let is_public =
        |template: &str| !template.starts_with("desk/") && !template.starts_with("demo/");
    let pages = samples::pages(&templates(), Language::En);
    let found: Vec<_> = pages
        .iter()
        .filter(|page| is_public(page.template))
        .map(|page| (&page.name, unmarked(&page.html)))
        .filter(|(_name, texts)| !texts.is_empty())
        .collect();

    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn english_mails_mark_what_is_slovene() {
    let found: Vec<_> = samples::mails(&templates(), Language::En)
        .into_iter()
        .map(|(name, mail)| (name, unmarked(&mail.html)))
        .filter(|(_name, texts)| !texts.is_empty())
        .collect();

    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn slovene_pages_mark_nothing_but_the_way_to_english() {
    for page in samples::pages(&templates(), Language::Sl) {
        let document = Html::parse_document(&page.html);
        let selector = scraper::Selector::parse("body [lang]").expect("a selector");
        for element in document.select(&selector) {
            assert_eq!(element.attr("hreflang"), Some("en"), "{}", page.name);
        }
    }
}

#[test]
fn our_own_words_within_the_draft_are_marked_back() {
    let pages = samples::pages(&templates(), Language::En);
    let section = pages
        .iter()
        .find(|page| page.template == "site/section.html")
        .expect("a sample");
    let document = Html::parse_document(&section.html);
    let selector = scraper::Selector::parse(".para[lang=sl] .acts").expect("a selector");

    assert!(
        document
            .select(&selector)
            .all(|acts| acts.attr("lang") == Some("en"))
    );
}
