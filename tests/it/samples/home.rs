//! Where a reader begins: the list of all consultations, those of one authority, a preview.

use posvet::testing::site::{
    page::AuthorityEntry, page::AuthorityList, page::Counts, page::Home, page::HomeEntry,
    page::PreviewPage, page::StandingText,
};

use super::reading::{CLOSES, OPENS};
use super::{Shown, at, bare, of_authority};

/// Adds them all.
pub fn add(shown: &mut Shown<'_>) {
    for (name, text) in [
        ("how", "<p>Pri nas tako.</p>"),
        ("privacy", ""),
        ("accessibility", ""),
    ] {
        let page = StandingText {
            name: name.into(),
            text_html: text.into(),
            text_lang: "sl".into(),
        };
        shown.add(&format!("standing-{name}"), &of_authority(), &page);
    }
    shown.add("preview", &of_authority(), &preview());
    let empty = PreviewPage {
        text: String::new(),
        purpose_html: String::new(),
        ..preview()
    };
    shown.add("preview-empty", &of_authority(), &empty);
    shown.add("authorities", &bare(), &authorities());
    shown.add("authorities-empty", &bare(), &AuthorityList::default());
    shown.add("home", &of_authority(), &home());
    shown.add("home-empty", &of_authority(), &Home::default());
}

fn preview() -> PreviewPage {
    PreviewPage {
        title: "Strategija razvoja socialnega varstva".into(),
        title_lang: "sl".into(),
        summary: "Kaj bo občina naredila.".into(),
        summary_lang: "sl".into(),
        purpose_html: "<p>Ker je potrebna.</p>".into(),
        purpose_lang: "sl".into(),
        opens_at: at(OPENS),
        closes_at: at(CLOSES),
        expires_at: at("2022-03-01T08:00:00Z"),
        text: "# Uvod\n\nMesto skrbi za vse.".into(),
    }
}

fn authorities() -> AuthorityList {
    let entry = |slug: &str, name: &str, open| AuthorityEntry {
        slug: slug.into(),
        name: name.into(),
        open,
    };
    AuthorityList {
        authorities: vec![
            entry("kranj", "Mestna občina Kranj", 2),
            entry("maribor", "Mestna občina Maribor", 0),
        ],
        q: "varstvo".into(),
        found: 6,
        can_search: true,
        lists: home(),
    }
}

fn home() -> Home {
    let entry = |title: &str, phase: &str| HomeEntry {
        authority_slug: "kranj".into(),
        authority_name: "Mestna občina Kranj".into(),
        slug: "socialno-varstvo".into(),
        title: title.into(),
        title_lang: "sl".into(),
        phase: phase.into(),
        opens_at: at(OPENS),
        closes_at: at(CLOSES),
        shows_draft: false,
        days_left: (phase == "open").then_some(3),
        answers_expected_on: Some("2022-05-13".into()),
        counts: Counts {
            submissions: 52,
            comments: 96,
            answered: 31,
            goals: 25,
        },
    };
    Home {
        open: vec![entry(
            "Strategija razvoja socialnega varstva v Mestni občini Kranj 2022–2028",
            "open",
        )],
        announced: vec![entry("Lokalni program za mlade 2023–2027", "announced")],
        answering: vec![entry(
            "Pravilnik o sofinanciranju programov socialnega varstva",
            "closed",
        )],
        done: vec![
            entry(
                "Analiza položaja invalidov v Mestni občini Kranj",
                "adopted",
            ),
            entry("Strategija razvoja varstva starejših 2020–2024", "answered"),
            entry("Umaknjen odlok", "withdrawn"),
        ],
        json_ld: "{}".into(),
    }
}
