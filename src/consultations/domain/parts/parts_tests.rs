//! Each part is read and written the same; whatever is wrong is named.

use super::*;
use crate::consultations::domain::values::{Fault, FaultKind, Values};

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// Everything that may stand in the fields of the parts without a list.
fn samples() -> Vec<(Part, Values)> {
    vec![
        (
            Part::Basics,
            values(&[
                ("title", "Strategija za obdobje 2022–2028"),
                ("short_title", "Socialno varstvo"),
                ("slug", "socialno-varstvo"),
                ("summary", "Kaj in zakaj."),
                ("purpose", "Razlogi.\n\nCilji."),
                ("target_groups", "Starejši"),
                ("draft_noun", "strategije"),
                ("procedure", "strategy"),
                ("valid_from", "2022"),
                ("valid_to", "2028"),
                ("title_en", "Strategy 2022–2028"),
            ]),
        ),
        (
            Part::Text,
            values(&[("text", "# Uvod\n\nBesedilo.\n\n# Cilji\n\n## Cilj: Dom\n")]),
        ),
        (
            Part::Window,
            values(&[
                ("first_day", "2022-03-10"),
                ("last_day", "2022-04-10"),
                ("answers_on", "2022-05-13"),
                ("short_window_reason", "Nujno."),
                ("shows_draft_early", "true"),
            ]),
        ),
    ]
}

/// The same of the parts with lists.
fn lists() -> Vec<(Part, Values)> {
    vec![
        (
            Part::Channels,
            values(&[
                ("channels_note", "Po pošti."),
                ("privacy_note", "Izbrišemo v dveh letih."),
                ("contact_0_name", "Koordinatorka"),
                ("contact_0_email", "socialno@example.org"),
                ("contact_0_hours", "9.00–12.00"),
            ]),
        ),
        (
            Part::Group,
            values(&[
                ("preparing_body", "Razvojna agencija"),
                ("appointing_act", "Sklep župana"),
                ("member_0_role", "Direktorica centra"),
                ("member_0_name", "Oseba A"),
                ("member_0_public", "true"),
                ("member_1_role", "Predstavnik društva"),
            ]),
        ),
        (
            Part::Relations,
            values(&[
                ("relation_0_title", "Varstvo starejših"),
                ("relation_0_period", "2020–2024"),
                ("relation_0_url", "https://example.org/starejsi"),
            ]),
        ),
        (
            Part::Phases,
            values(&[
                ("phase_0_title", "Kvantitativni del"),
                ("phase_0_starts_on", "2022-01-10"),
                ("phase_0_ends_on", "2022-02-10"),
            ]),
        ),
        (
            Part::Events,
            values(&[
                ("event_0_title", "Okrogla miza"),
                ("event_0_description", "Za vse."),
                ("event_0_place", "velika dvorana"),
                ("event_0_url", "https://example.org/miza"),
                ("event_0_starts_at", "2022-03-30T17:00"),
                ("event_0_ends_at", "2022-03-30T19:00"),
                ("event_0_minutes", "Prišlo je trideset ljudi."),
            ]),
        ),
        (
            Part::Documents,
            values(&[
                ("related_0_title", "Analiza položaja"),
                ("related_0_url", "https://example.org/analiza.pdf"),
                ("related_1_title", "Poročilo"),
                ("related_1_file", "01a222be-91c0-775b-bc96-ab606a4e4076"),
            ]),
        ),
    ]
}

#[test]
fn what_is_read_is_written_the_same() {
    let samples = [samples(), lists()].concat();
    assert_eq!(samples.len(), Part::VARIANTS.len());
    for (part, values) in samples {
        let content = Content::parse(part, &values).expect("right");

        assert_eq!(content.values(), values, "{part:?}");
    }
}

#[test]
fn every_wrong_field_is_named_at_once() {
    for (part, wrong, expected) in [
        (
            Part::Basics,
            vec![
                ("slug", "people"),
                ("valid_from", "2028"),
                ("valid_to", "2022"),
            ],
            vec![
                ("title", FaultKind::Missing),
                ("slug", FaultKind::NoSlug),
                ("valid_to", FaultKind::EndsBefore),
                ("short_title", FaultKind::Missing),
            ],
        ),
        (
            Part::Window,
            vec![("first_day", "2022-04-31")],
            vec![
                ("first_day", FaultKind::NoDay),
                ("last_day", FaultKind::Missing),
            ],
        ),
        (
            Part::Window,
            vec![("first_day", "2022-04-10"), ("last_day", "2022-04-09")],
            vec![("last_day", FaultKind::EndsBefore)],
        ),
        (
            Part::Channels,
            vec![("contact_3_phone", "04 123")],
            vec![("contact_3_name", FaultKind::Missing)],
        ),
        (
            Part::Relations,
            vec![
                ("relation_0_title", "A"),
                ("relation_0_url", "javascript:alert(1)"),
            ],
            vec![("relation_0_url", FaultKind::NoLink)],
        ),
        (
            Part::Phases,
            vec![
                ("phase_0_title", "A"),
                ("phase_0_starts_on", "2022-03-02"),
                ("phase_0_ends_on", "2022-03-01"),
            ],
            vec![("phase_0_ends_on", FaultKind::EndsBefore)],
        ),
    ] {
        let faults = Content::parse(part, &values(&wrong)).expect_err("wrong");

        let expected: Vec<Fault> = expected
            .into_iter()
            .map(|(field, kind)| Fault::new(field, kind))
            .collect();
        assert_eq!(faults, expected, "{part:?}");
    }
}

#[test]
fn a_window_of_one_day_is_a_day_long() {
    let plan = Content::parse(
        Part::Window,
        &values(&[("first_day", "10. 3. 2022"), ("last_day", "10. 3. 2022")]),
    );
    let Ok(Content::Window(plan)) = plan else {
        panic!("a plan");
    };

    let window = plan.window(chrono_tz::Europe::Ljubljana).expect("exists");

    assert_eq!(window.closes_at.since(window.opens_at).num_hours(), 24);
}

#[test]
fn a_draft_of_too_many_passages_is_refused() {
    let draft = |passages: usize| {
        let text = format!("# Uvod\n\n{}", "A.\n\n".repeat(passages));
        Content::parse(Part::Text, &values(&[("text", &text)]))
    };

    assert!(draft(3_000).is_ok());
    let fault = Fault::new("text", FaultKind::TooMany(3_000));
    assert_eq!(draft(3_001), Err(vec![fault]));
}
