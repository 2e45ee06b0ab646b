//! What happens when: announcement, window, answers, decision, with the phases and events of the work among them.

use super::calendars::event_names;
use crate::consultations::{self, Consultation, Event, Phase};
use crate::kernel::clock::Instant;
use crate::kernel::local_time::{end_of_day, local, start_of_day};
use crate::kernel::rich_text;
use crate::site::page::{EventEntry, FileEntry, PhaseEntry};

/// The timeline: what was, what is, what is to come.
pub(super) fn timeline(
    consultation: &Consultation,
    (own, events): (&[consultations::PhaseEntry], &[Event]),
    now: Instant,
) -> Vec<PhaseEntry> {
    let mut entries = phases(consultation, now);
    let zone = consultation.authority.zone;
    let today = local(now, zone).date_naive();
    entries.extend(events.iter().filter_map(|event| {
        let (at, ends) = event.moments(zone).ok()?;
        Some(PhaseEntry {
            key: String::new(),
            title: Some(event.title.clone()),
            description: String::new(),
            state: if ends <= now { "past" } else { "coming" }.to_owned(),
            is_event: true,
            at: Some(at),
            until: None,
            expected_on: None,
        })
    }));
    for phase in own {
        let last = phase.ends_on.unwrap_or(phase.starts_on);
        let state = match today {
            today if today < phase.starts_on => "coming",
            today if last < today => "past",
            _ => "current",
        };
        entries.push(PhaseEntry {
            key: String::new(),
            title: Some(phase.title.clone()),
            description: phase.description.clone(),
            state: state.to_owned(),
            is_event: false,
            at: start_of_day(phase.starts_on, zone).ok(),
            until: phase.ends_on.and_then(|day| end_of_day(day, zone).ok()),
            expected_on: None,
        });
    }
    // Those of the future without a day stay at the end.
    entries.sort_by_key(|entry| (entry.at.is_none(), entry.at));
    entries
}

/// Events as the page tells them.
pub(super) fn events(
    consultation: &Consultation,
    events: &[Event],
    minutes: Vec<Option<FileEntry>>,
    now: Instant,
) -> Vec<EventEntry> {
    let zone = consultation.authority.zone;
    let entry = |((name, event), file): ((String, &Event), Option<FileEntry>)| {
        let (at, until) = event.moments(zone).ok()?;
        Some(EventEntry {
            name,
            title: event.title.clone(),
            description: event.description.clone(),
            place: event.place.clone(),
            url: event.url.clone(),
            at,
            until,
            minutes_html: rich_text::html(&event.minutes),
            minutes_file: file,
            is_past: until <= now,
        })
    };
    let named = event_names(events).into_iter().zip(events);
    named.zip(minutes).filter_map(entry).collect()
}

/// What the clock of the consultation says.
fn phases(consultation: &Consultation, now: Instant) -> Vec<PhaseEntry> {
    let rank = |phase| match phase {
        Phase::Preparing => 0,
        Phase::Announced => 1,
        Phase::Open => 2,
        Phase::Closed => 3,
        Phase::Answered => 4,
        Phase::Adopted | Phase::Withdrawn => 5,
    };
    let current = rank(consultation.phase(now));
    let entry = |key: &str, own: i32, at, until, expected_on| PhaseEntry {
        key: key.to_owned(),
        title: None,
        description: String::new(),
        state: if own < current {
            "past"
        } else if own == current {
            "current"
        } else {
            "coming"
        }
        .to_owned(),
        is_event: false,
        at,
        until,
        expected_on,
    };
    let window = consultation.window;
    let expected = consultation
        .answers_expected_on()
        .filter(|_day| consultation.released_at.is_none());
    vec![
        entry("announcement", 1, consultation.announced_at, None, None),
        entry(
            "window",
            2,
            Some(window.opens_at),
            Some(window.closes_at),
            None,
        ),
        entry(
            "answers",
            if consultation.released_at.is_some() {
                4
            } else {
                3
            },
            consultation.released_at,
            None,
            expected,
        ),
        entry("adoption", 5, consultation.adopted_at, None, None),
    ]
}
