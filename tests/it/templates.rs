//! Every template parses, is used, and makes a page anyone can use: with a keyboard, without scripts, in both languages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use posvet::testing::http::render::Templates;
use posvet::testing::i18n::{Catalogue, Language};
use scraper::{ElementRef, Html, Selector};
use walkdir::WalkDir;

use crate::samples::{self, Sample};

fn templates() -> Templates {
    let catalogue = Catalogue::load().expect("the catalogues are valid");
    Templates::load(Arc::new(catalogue)).expect("every template parses")
}

fn pages() -> Vec<Sample> {
    let templates = templates();
    [Language::Sl, Language::En]
        .into_iter()
        .flat_map(|lang| samples::pages(&templates, lang))
        .collect()
}

fn all<'a>(document: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    document.select(&selector).collect()
}

#[test]
fn every_page_has_a_sample() {
    let shown: BTreeSet<_> = pages()
        .into_iter()
        .map(|page| page.template.to_owned())
        .collect();

    let declared = declared_templates();

    assert_eq!(shown, declared);
}

#[test]
fn every_mail_has_a_sample() {
    let shown: BTreeSet<_> = samples::mails(&templates(), Language::Sl)
        .into_iter()
        .map(|(name, _)| name.to_owned())
        .collect();

    let folders = templates().names().into_iter().filter_map(|name| {
        let (message, _) = name.strip_prefix("email/")?.split_once('/')?;
        Some(message.to_owned())
    });

    assert_eq!(shown, folders.collect());
}

#[test]
fn no_template_is_unused() {
    let sources = sources();
    let declared = declared_templates();

    let unused: Vec<_> = templates()
        .names()
        .into_iter()
        .filter(|name| !declared.contains(name) && !name.starts_with("email/"))
        .filter(|name| {
            !sources.contains(&format!("\"{name}\"")) && !defines_a_used_component(name, &sources)
        })
        .collect();

    assert!(unused.is_empty(), "unused: {unused:#?}");
}

#[test]
fn every_page_has_one_heading_of_the_first_level_and_a_way_past_the_menu() {
    for page in pages() {
        let document = Html::parse_document(&page.html);

        assert_eq!(all(&document, "h1").len(), 1, "{}", page.name);
        assert_eq!(all(&document, "main#content").len(), 1, "{}", page.name);
        assert_eq!(
            all(&document, "body > a.skip[href='#content']").len(),
            1,
            "{}",
            page.name
        );
        assert!(!all(&document, "title").is_empty(), "{}", page.name);
    }
}

#[test]
fn every_page_names_its_language() {
    for page in pages() {
        let lang = page.name.rsplit('.').next().expect("a language");

        assert!(
            page.html.contains(&format!("<html lang=\"{lang}\">")),
            "{}",
            page.name
        );
    }
}

#[test]
fn no_page_has_scripts_inline_styles_or_requests_to_others() {
    for page in pages() {
        let document = Html::parse_document(&page.html);

        // A block of data is no script: nothing in it is run (HTML, "Processing the type attribute").
        let refused = all(
            &document,
            "script:not([type='application/ld+json']), script[src], style, iframe, object, embed, [style]",
        );
        assert!(refused.is_empty(), "{}", page.name);
        for feed in all(&document, "link[rel=alternate]") {
            let address = feed.attr("href").unwrap_or_default();
            let is_ours = address.starts_with('/') && address.ends_with("/feed.atom");
            assert!(is_ours, "{}: {address}", page.name);
        }
        for element in all(&document, "link[href]:not([rel=alternate]), [src]") {
            let address = element
                .attr("href")
                .or(element.attr("src"))
                .unwrap_or_default();
            let is_ours = ["/assets/", "/logos/"]
                .iter()
                .any(|ours| address.starts_with(ours));
            assert!(is_ours, "{}: {address}", page.name);
        }
        assert!(!page.html.contains(" onclick="), "{}", page.name);
    }
}

#[test]
fn ids_are_unique_and_everything_pointed_at_is_there() {
    for page in pages() {
        let document = Html::parse_document(&page.html);
        let mut ids = BTreeSet::new();
        for element in all(&document, "[id]") {
            let id = element.attr("id").unwrap_or_default();
            assert!(ids.insert(id), "{}: {id} twice", page.name);
        }

        for name in ["for", "aria-labelledby", "aria-describedby", "form"] {
            for element in all(&document, &format!("[{name}]")) {
                for id in element.attr(name).unwrap_or_default().split(' ') {
                    assert!(ids.contains(id), "{}: no #{id} for {name}", page.name);
                }
            }
        }
        for link in all(&document, "a[href^='#'], use[href^='#']") {
            let id = link
                .attr("href")
                .unwrap_or_default()
                .trim_start_matches('#');
            assert!(ids.contains(id), "{}: no #{id}", page.name);
        }
    }
}

#[test]
fn every_input_has_a_label() {
    for page in pages() {
        let document = Html::parse_document(&page.html);
        let labelled: BTreeSet<_> = all(&document, "label[for]")
            .into_iter()
            .filter_map(|label| label.attr("for"))
            .collect();
        let inside: BTreeSet<_> = all(&document, "label input")
            .into_iter()
            .filter_map(|input| input.attr("id"))
            .collect();

        for input in all(&document, "input:not([type=hidden]), select, textarea") {
            let id = input.attr("id").unwrap_or_default();
            assert!(
                labelled.contains(id) || inside.contains(id),
                "{}: #{id}",
                page.name
            );
        }
    }
}

#[test]
fn errors_come_first_are_announced_and_focused() {
    let page = pages()
        .into_iter()
        .find(|page| page.name == "comment-form-errors.sl")
        .expect("a sample");

    let document = Html::parse_document(&page.html);

    let summary = all(&document, ".errors[role=alert][tabindex='-1'][autofocus]");
    assert_eq!(summary.len(), 1);
    assert_eq!(all(&document, ".errors li a").len(), 4);
    assert_eq!(all(&document, "[aria-invalid=true]").len(), 3);
    assert!(page.html.find("class=\"errors\"") < page.html.find("<form"));
    assert!(page.html.contains("<title>Napaka:"));
}

#[test]
fn typed_text_is_given_back_letter_by_letter_and_escaped() {
    let templates = templates();
    for (name, mail) in samples::mails(&templates, Language::Sl) {
        if !matches!(name, "submission_received" | "responses_released") {
            continue;
        }
        assert!(
            mail.html
                .contains("oktobra.<br>Podaljšajte &lt;obratovanje&gt;.")
        );
        assert!(mail.text.contains("oktobra.\nPodaljšajte <obratovanje>."));
    }
}

#[test]
fn the_mail_about_a_released_response_shows_what_changes() {
    let templates = templates();
    let (_, mail) = samples::mails(&templates, Language::Sl)
        .into_iter()
        .find(|(name, _mail)| *name == "responses_released")
        .expect("a sample");

    let document = Html::parse_document(&mail.html);

    let words = |selector| {
        let found = all(&document, selector).into_iter();
        found.flat_map(|element| element.text()).collect::<String>()
    };
    assert!(words(".quote del").contains("<ni>"));
    assert!(words(".quote ins").contains("& dostopen"));
    assert!(mail.text.contains("Seznam je javen & dostopen."));
}

#[test]
fn the_closed_form_gives_the_text_back_and_offers_nothing_to_send() {
    let page = pages()
        .into_iter()
        .find(|page| page.name == "comment-form-closed.sl")
        .expect("a sample");

    let document = Html::parse_document(&page.html);

    assert_eq!(all(&document, "textarea[readonly]").len(), 2);
    assert!(all(&document, "form[method=post]").is_empty());
}

#[test]
fn a_section_is_the_same_for_everyone() {
    for page in pages()
        .into_iter()
        .filter(|page| page.name.starts_with("section"))
    {
        let document = Html::parse_document(&page.html);

        assert!(all(&document, "form, input").is_empty(), "{}", page.name);
    }
}

#[test]
fn mails_are_plain_in_both_parts() {
    let templates = templates();
    for lang in [Language::Sl, Language::En] {
        for (name, mail) in samples::mails(&templates, lang) {
            assert!(
                !mail.subject.is_empty() && !mail.subject.contains('\n'),
                "{name}"
            );
            for sign in ["&amp;", "&lt;", "&#", "\u{a0}", "{{", "\n\n\n"] {
                assert!(!mail.text.contains(sign), "{name}: {sign:?} in the text");
            }
            for sign in ["<img", "<script", "<link", "src="] {
                assert!(!mail.html.contains(sign), "{name}: {sign} in the html");
            }
        }
    }
}

fn declared_templates() -> BTreeSet<String> {
    let source = |folder: &str| {
        WalkDir::new(root().join(folder))
            .into_iter()
            .map(|entry| entry.expect("readable").into_path())
            .filter(|path| path.extension().is_some_and(|suffix| suffix == "rs"))
            .map(|path| fs::read_to_string(path).expect("readable"))
            .collect::<String>()
    };
    source("src")
        .split("const TEMPLATE: &'static str = \"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next().map(str::to_owned))
        .collect()
}

/// All templates as one text.
fn sources() -> String {
    let names = templates().names();
    names
        .iter()
        .map(|name| fs::read_to_string(root().join("templates").join(name)).expect("readable"))
        .collect()
}

fn defines_a_used_component(name: &str, sources: &str) -> bool {
    let text = fs::read_to_string(root().join("templates").join(name)).expect("readable");
    text.split("{% component ")
        .skip(1)
        .filter_map(|rest| rest.split('(').next())
        .any(|component| sources.contains(&format!("<{component} ")))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
