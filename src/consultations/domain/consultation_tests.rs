//! The rules of a consultation, one test each.

use super::*;

fn at(text: &str) -> Instant {
    Instant::new(text.parse().expect("RFC 3339"))
}

/// The consultation of Kranj, with its real window, after the release.
pub(crate) fn kranj() -> Consultation {
    let ids = crate::kernel::ids::Ids::seeded(1);
    let start = at("2022-02-28T08:00:00Z");
    Consultation {
        id: ids.next(start),
        authority: Authority {
            slug: "kranj".into(),
            name: "Mestna občina Kranj".into(),
            short_name: "Kranj".into(),
            reference_prefix: "KRANJ".into(),
            contact_email: "posvet@example.org".into(),
            ..Authority::begun(ids.next(start))
        },
        draft_id: ids.next(start),
        slug: "socialno".into(),
        reference_prefix: "KRANJ-2022".into(),
        title: "Strategija".into(),
        title_en: None,
        short_title: "Strategija".into(),
        summary: String::new(),
        summary_en: None,
        purpose: String::new(),
        purpose_en: None,
        target_groups: String::new(),
        target_groups_en: None,
        valid_from: None,
        valid_to: None,
        short_window_reason: String::new(),
        appointing_act: String::new(),
        preparing_body: String::new(),
        channels_note: String::new(),
        privacy_note: String::new(),
        window: Window {
            opens_at: at("2022-03-09T23:00:00Z"),
            closes_at: at("2022-04-10T22:00:00Z"),
        },
        answers_expected_at: None,
        announced_at: Some(start),
        released_at: Some(at("2022-05-16T08:00:00Z")),
        adopted_at: None,
        withdrawn_at: None,
        shows_draft_early: false,
        draft_noun: None,
        procedure: Procedure::Strategy,
    }
}

#[test]
fn the_clock_moves_a_consultation_through_its_phases() {
    let phases: Vec<_> = [
        "2022-02-01",
        "2022-03-01",
        "2022-03-10",
        "2022-04-11",
        "2022-05-17",
    ]
    .map(|day| kranj().phase(at(&format!("{day}T12:00:00Z"))))
    .into();

    assert_eq!(
        phases,
        [
            Phase::Preparing,
            Phase::Announced,
            Phase::Open,
            Phase::Closed,
            Phase::Answered
        ]
    );
}

#[test]
fn the_very_moment_of_a_withdrawal_is_out_and_the_one_before_is_in() {
    let moment = at("2022-03-20T12:00:00Z");
    let consultation = Consultation {
        withdrawn_at: Some(moment),
        ..kranj()
    };
    let before = moment.plus(chrono::TimeDelta::microseconds(-1));

    assert!(consultation.accepts_comments(before));
    assert!(!consultation.accepts_comments(moment));
    assert_eq!(consultation.phase(before), Phase::Open);
    assert_eq!(consultation.phase(moment), Phase::Withdrawn);
}

#[test]
fn a_draft_withdrawn_at_the_moment_it_opens_was_never_shown() {
    let consultation = Consultation {
        withdrawn_at: Some(kranj().window.opens_at),
        ..kranj()
    };

    assert!(!consultation.shows_draft(at("2022-03-20T12:00:00Z")));
}

#[test]
fn the_very_moment_of_the_opening_is_open_and_not_announced() {
    let consultation = kranj();
    let opens = consultation.window.opens_at;
    let before = opens.plus(chrono::TimeDelta::microseconds(-1));

    assert_eq!(consultation.phase(opens), Phase::Open);
    assert_eq!(consultation.phase(before), Phase::Announced);
    assert_eq!(consultation.next_change(before), opens);
    assert_ne!(consultation.next_change(opens), opens);
}

#[test]
fn english_pages_show_what_is_translated_and_say_what_is_not() {
    let consultation = Consultation {
        title_en: Some("Strategy".into()),
        purpose: "Zakaj.".into(),
        purpose_en: Some("Why.".into()),
        target_groups: "Vsi.".into(),
        ..kranj()
    };

    assert_eq!(consultation.title_in(true), "Strategy");
    assert_eq!(consultation.title_language(true), Language::En);
    assert_eq!(consultation.title_in(false), "Strategija");
    assert_eq!(consultation.title_language(false), Language::Sl);
    assert_eq!(consultation.purpose_in(true), ("Why.", Language::En));
    assert_eq!(consultation.purpose_in(false), ("Zakaj.", Language::Sl));
    assert_eq!(consultation.target_groups_in(true), ("Vsi.", Language::Sl));
    assert_eq!(consultation.summary_language(true), Language::Sl);
}

#[test]
fn the_second_consultation_of_a_year_has_a_letter() {
    let prefixes = [0, 1, 25, 26, 27].map(|earlier| reference_prefix("KRANJ", 2022, earlier));

    assert_eq!(
        prefixes,
        [
            "KRANJ-2022",
            "KRANJ-2022B",
            "KRANJ-2022Z",
            "KRANJ-2022AA",
            "KRANJ-2022AB"
        ]
    );
}

#[test]
fn a_draft_is_read_from_the_opening_on_or_from_the_announcement_where_that_was_said() {
    let (before, announced, open) = (
        at("2022-02-28T07:59:59Z"),
        at("2022-02-28T08:00:00Z"),
        at("2022-03-09T23:00:00Z"),
    );
    let early = Consultation {
        shows_draft_early: true,
        ..kranj()
    };

    assert_eq!(
        [before, announced, open].map(|now| kranj().shows_draft(now)),
        [false, false, true]
    );
    assert_eq!(
        [before, announced, open].map(|now| early.shows_draft(now)),
        [false, true, true]
    );
}

#[test]
fn a_draft_withdrawn_before_it_was_shown_stays_unread() {
    let withdrawn = |at_text| Consultation {
        withdrawn_at: Some(at(at_text)),
        ..kranj()
    };
    let later = at("2022-05-01T12:00:00Z");

    assert!(!withdrawn("2022-03-05T12:00:00Z").shows_draft(later));
    assert!(withdrawn("2022-03-15T12:00:00Z").shows_draft(later));
}

#[test]
fn days_left_count_local_days_and_are_zero_on_the_last() {
    assert_eq!(kranj().days_left(at("2022-03-07T12:00:00+01:00")), Some(3));
    assert_eq!(kranj().days_left(at("2022-04-07T23:59:59+02:00")), Some(3));
    assert_eq!(kranj().days_left(at("2022-04-10T23:59:59+02:00")), Some(0));
    assert_eq!(kranj().days_left(at("2022-04-11T00:00:00+02:00")), None);
}

#[test]
fn a_page_is_true_until_the_next_opening_closing_or_midnight() {
    assert_eq!(
        kranj().next_change(at("2022-04-07T12:00:00Z")),
        at("2022-04-07T22:00:00Z")
    );
    assert_eq!(
        kranj().next_change(at("2022-04-10T21:59:59Z")),
        at("2022-04-10T22:00:00Z")
    );
}
