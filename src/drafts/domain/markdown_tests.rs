//! Drafts as people paste them.

use super::*;

const DRAFT: &str = "\
# Strategija 2022–2028

## Uvod

Mestna občina skrbi za *vse*.

Zavetišče nudi:

- posteljo,
- tuš.

### 1.1 Namen

Namen je preprost.

## Brezdomstvo

### Cilj 3.1: Zavetišče vso zimo

Odprto od novembra do marca.

- Kazalnik: število noči
- Nosilec: Center za socialno delo
- Rok: 2025

### Ključni cilj: Stanovanje najprej

Nosilec: občina
";

fn text(body: &str) -> WrittenPiece {
    WrittenPiece::Text(body.to_owned())
}

#[test]
fn headings_are_sections_and_blocks_are_passages() {
    let sections = parse(DRAFT, "Uvodno").expect("a draft");

    let titles: Vec<&str> = sections.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Uvod", "Brezdomstvo"]);
    assert_eq!(
        sections[0].pieces,
        [
            text("Mestna občina skrbi za *vse*."),
            text("Zavetišče nudi:\n\n- posteljo,\n- tuš."),
            WrittenPiece::Heading("1.1 Namen".to_owned()),
            text("Namen je preprost."),
        ]
    );
}

#[test]
fn goals_have_what_they_are_measured_by() {
    let sections = parse(DRAFT, "Uvodno").expect("a draft");

    assert_eq!(
        sections[1].pieces,
        [
            WrittenPiece::Goal(WrittenGoal {
                title: "Zavetišče vso zimo".to_owned(),
                body: "Odprto od novembra do marca.".to_owned(),
                is_key: false,
                indicator: "število noči".to_owned(),
                holder: "Center za socialno delo".to_owned(),
                deadline: "2025".to_owned(),
            }),
            WrittenPiece::Goal(WrittenGoal {
                title: "Stanovanje najprej".to_owned(),
                is_key: true,
                holder: "občina".to_owned(),
                ..WrittenGoal::default()
            }),
        ]
    );
}

#[test]
fn what_was_read_is_written_and_read_again_the_same() {
    let sections = parse(DRAFT, "Uvodno").expect("a draft");

    assert_eq!(parse(&write(&sections), "Uvodno"), Ok(sections));
}

#[test]
fn text_before_the_first_heading_is_kept() {
    let sections = parse("Najprej to.\n\n# Uvod\n\nIn to.", "Uvodno").expect("a draft");

    let titles: Vec<&str> = sections.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Uvodno", "Uvod"]);
    assert_eq!(sections[0].pieces, [text("Najprej to.")]);
}

#[test]
fn one_section_with_subsections_is_no_title() {
    let sections = parse("# Uvod\n\nBesedilo.\n\n## Namen\n\nTo.", "Uvodno").expect("a draft");

    assert_eq!(sections.len(), 1);
    assert_eq!(sections[0].title, "Uvod");
}

#[test]
fn a_text_without_headings_or_without_words_is_refused() {
    assert_eq!(parse("", "Uvodno"), Err(NoDraft::Empty));
    assert_eq!(parse("Samo besedilo.", "Uvodno"), Err(NoDraft::NoHeading));
    assert_eq!(
        parse("# Ena\n\nBesedilo.\n\n# Dve\n", "Uvodno"),
        Err(NoDraft::EmptySection(2))
    );
}

proptest::proptest! {
    #[test]
    fn nothing_that_is_pasted_breaks_it(text in "[#\\-* |a-zč:\n0-9>`]{0,200}") {
        if let Ok(sections) = parse(&text, "Uvodno") {
            proptest::prop_assert!(sections.iter().all(|section| !section.pieces.is_empty()));
        }
    }
}
