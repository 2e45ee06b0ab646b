//! Counted sentences in Slovene: singular, dual, plural and genitive, also past a hundred, where they begin anew.

use posvet::testing::i18n::{Args, Catalogue, Language};

/// None, each of the four forms, and the same again from 100 on.
const NUMBERS: [u32; 11] = [0, 1, 2, 3, 5, 100, 101, 102, 103, 105, 202];

fn said(key: &str, variables: &[(&str, u32)]) -> String {
    let catalogue = Catalogue::load().expect("the catalogues are valid");
    let mut args = Args::new();
    for (name, value) in variables {
        args.set((*name).to_owned(), *value);
    }
    args.set("noun", "strategije");
    catalogue.format(Language::Sl, key, &args)
}

/// The sentence for each of the numbers, with `#` where the number stands.
fn forms(key: &str) -> Vec<String> {
    NUMBERS
        .iter()
        .map(|number| said(key, &[("count", *number)]).replacen(&number.to_string(), "#", 1))
        .collect()
}

/// What a table of four forms and one for zero makes of the numbers.
fn by_form<'a>(
    one: &'a str,
    two: &'a str,
    few: &'a str,
    other: &'a str,
    zero: &'a str,
) -> Vec<&'a str> {
    vec![zero, one, two, few, other, other, one, two, few, other, two]
}

#[test]
fn what_is_received_is_counted_in_four_forms() {
    assert_eq!(
        forms("site-count-comments"),
        by_form(
            "# pripomba",
            "# pripombi",
            "# pripombe",
            "# pripomb",
            "# pripomb"
        )
    );
    assert_eq!(
        forms("site-count-submissions"),
        by_form("# vloga", "# vlogi", "# vloge", "# vlog", "# vlog")
    );
    assert_eq!(
        forms("site-figures-received"),
        by_form(
            "prejeta pripomba",
            "prejeti pripombi",
            "prejete pripombe",
            "prejetih pripomb",
            "prejetih pripomb"
        )
    );
}

#[test]
fn what_is_not_counted_agrees_with_its_number() {
    assert_eq!(
        forms("consultations-standing-waiting"),
        by_form(
            "# čaka na potrditev naslova",
            "# čakata na potrditev naslova",
            "# čakajo na potrditev naslova",
            "# čaka na potrditev naslova",
            "# čaka na potrditev naslova",
        )
    );
    assert_eq!(
        forms("consultations-standing-expired"),
        by_form(
            "# je potekla brez potrditve",
            "# sta potekli brez potrditve",
            "# so potekle brez potrditve",
            "# jih je poteklo brez potrditve",
            "# jih je poteklo brez potrditve",
        )
    );
    assert_eq!(
        forms("site-figures-waiting"),
        by_form(
            "čaka na stališče",
            "čakata na stališče",
            "čakajo na stališče",
            "čaka na stališče",
            "čaka na stališče"
        )
    );
    assert_eq!(
        forms("site-pairs-matching"),
        by_form(
            "# pripomba ustreza izbiri.",
            "# pripombi ustrezata izbiri.",
            "# pripombe ustrezajo izbiri.",
            "# pripomb ustreza izbiri.",
            "Izbiri ne ustreza nobena pripomba.",
        )
    );
}

#[test]
fn a_share_agrees_with_both_its_numbers() {
    let share = |part, total| {
        format!(
            "{part} od {total} {}",
            said("site-state-approved", &[("part", part), ("total", total)])
        )
    };

    for (part, total, sentence) in [
        (0, 24, "0 od 24 pripomb ima potrjeno stališče"),
        (1, 1, "1 od 1 pripombe ima potrjeno stališče"),
        (2, 24, "2 od 24 pripomb imata potrjeno stališče"),
        (3, 24, "3 od 24 pripomb imajo potrjeno stališče"),
        (5, 24, "5 od 24 pripomb ima potrjeno stališče"),
        (100, 202, "100 od 202 pripomb ima potrjeno stališče"),
        (101, 101, "101 od 101 pripombe ima potrjeno stališče"),
        (102, 102, "102 od 102 pripomb imata potrjeno stališče"),
        (103, 105, "103 od 105 pripomb imajo potrjeno stališče"),
    ] {
        assert_eq!(share(part, total), sentence);
    }
    assert_eq!(
        said("site-home-answered", &[("answered", 3), ("total", 24)]),
        "Odgovorjeno na 3 od 24 pripomb"
    );
    assert_eq!(
        said("desk-progress-label", &[("part", 1), ("total", 101)]),
        "Potrjenih 1 od 101 pripombe"
    );
}

#[test]
fn whole_numbers_of_responses_are_told_without_a_wrong_both() {
    assert_eq!(
        forms("site-home-done-note"),
        vec![
            "Pripomb ni bilo",
            "Objavljeno je stališče do # pripombe",
            "Objavljeni sta stališči do # pripomb",
            "Objavljena so stališča do # pripomb",
            "Objavljena so stališča do # pripomb",
            "Objavljena so stališča do # pripomb",
            "Objavljena so stališča do # pripombe",
            "Objavljena so stališča do # pripomb",
            "Objavljena so stališča do # pripomb",
            "Objavljena so stališča do # pripomb",
            "Objavljena so stališča do # pripomb",
        ]
    );
}

#[test]
fn people_are_counted_and_addressed_in_their_cases() {
    assert_eq!(
        forms("notices-rehearsal-send"),
        by_form(
            "Pošlji # prejemniku",
            "Pošlji # prejemnikoma",
            "Pošlji # prejemnikom",
            "Pošlji # prejemnikom",
            "Pošlji # prejemnikom",
        )
    );
    assert_eq!(
        forms("desk-release-submit"),
        by_form(
            "Objavi # stališče",
            "Objavi # stališči",
            "Objavi # stališča",
            "Objavi # stališč",
            "Objavi # stališč"
        )
    );
}

#[test]
fn what_is_out_of_scope_is_named_by_the_consultations_own_noun() {
    assert_eq!(
        said("desk-disposition-out-of-scope", &[]),
        "Ni predmet strategije"
    );
    let catalogue = Catalogue::load().expect("the catalogues are valid");
    let mut args = Args::new();
    args.set("noun", "none");
    assert_eq!(
        catalogue.format(Language::Sl, "desk-disposition-out-of-scope", &args),
        "Ni predmet obravnave"
    );
}

/// "Mail" is what a postman brings; the words for the other kind are one.
#[test]
fn english_says_email() {
    for file in walkdir::WalkDir::new(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/locales/en"))
    {
        let path = file.expect("readable").into_path();
        if path.extension().is_none_or(|suffix| suffix != "ftl") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("readable");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (_id, words) = line.split_once(" = ").unwrap_or(("", line));
            let is_wrong = |word: &str| {
                let word = word
                    .trim_matches(|letter: char| !letter.is_alphanumeric())
                    .to_lowercase();
                ["mail", "mails", "e-mail", "e-mails"].contains(&word.as_str())
            };
            assert!(
                !words.split_whitespace().any(is_wrong),
                "{}: {line}",
                path.display()
            );
        }
    }
}
