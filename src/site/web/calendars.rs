//! Calendars: windows, phases and events of every consultation, of those of one authority, of one; one event alone.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::happenings::host;
use super::home::next_change;
use super::scope::Scope;
use crate::consultations::{
    self, Consultation, ConsultationPath, Event, PhaseEntry, WindowEvent, WindowEventKind,
};
use crate::documents::calendar::{self, Calendar, Entry, When};
use crate::http::cache::{self, CALENDAR, Making, Rendered};
use crate::http::{AppState, Error};
use crate::i18n::{Args, Language};
use crate::kernel::token::{digest, hex};

/// The address of an event of a consultation.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct EventPath {
    authority: String,
    consultation: String,
    event: String,
}

pub(super) async fn calendar_of_all(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
) -> Result<HttpResponse, Error> {
    cache::publish(&state, &request, &[], move |making| {
        let scope = Scope::all(making, lang)?;
        of(making, lang, scope)
    })
    .await
}

pub(super) async fn calendar_of_authority(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    cache::publish(&state, &request, &[], move |making| {
        let scope = Scope::authority(making, &path.1)?;
        of(making, lang, scope)
    })
    .await
}

pub(super) async fn calendar_of_consultation(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<ConsultationPath>,
) -> Result<HttpResponse, Error> {
    cache::publish(&state, &request, &[], move |making| {
        let scope = Scope::consultation(making, lang, &path)?;
        of(making, lang, scope)
    })
    .await
}

/// One event, for whoever means to come.
pub(super) async fn calendar_of_event(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<EventPath>,
) -> Result<HttpResponse, Error> {
    cache::publish(&state, &request, &[], move |making| {
        let named = ConsultationPath {
            authority: path.authority.clone(),
            consultation: path.consultation.clone(),
        };
        let one = named.find_for_page(making)?;
        let events = consultations::list_events(making.connection, one.id)?;
        let names = event_names(&events).into_iter();
        let mut named = names
            .zip(&events)
            .filter(|(name, _event)| *name == path.event);
        let entry = named.find_map(|(name, of)| event(making.state, lang, &one, (name, of)));
        let entry = entry.ok_or_else(Error::not_found)?;
        let file = calendar::write(&Calendar {
            name: entry.summary.clone(),
            entries: vec![entry],
        });
        let changes = next_change([&one].into_iter(), making.now);
        Ok(Rendered::until(file, changes).of_kind(CALENDAR))
    })
    .await
}

/// What events are called in addresses and calendars: by their titles, so that one whose day or place changes stays the same.
/// Those of one title are told apart by their number.
pub(super) fn event_names(events: &[Event]) -> Vec<String> {
    let titles = || events.iter().map(|event| event.title.as_str());
    let name = |(place, title): (usize, &str)| {
        let before = titles().take(place).filter(|one| *one == title).count();
        let number = before.to_string();
        let name = hex(&digest(&[title.as_bytes(), number.as_bytes()]));
        name.chars().take(16).collect()
    };
    titles().enumerate().map(name).collect()
}

fn of(making: &mut Making<'_>, lang: Language, scope: Scope) -> Result<Rendered, Error> {
    let (state, now) = (making.state, making.now);
    let mut entries = Vec::new();
    for consultation in scope.consultations.iter().filter(|one| one.is_public(now)) {
        let ledger = consultations::list_window_events(making.connection, consultation.id)?;
        entries.push(window(state, lang, consultation, &ledger));
        let phases = consultations::list_phases(making.connection, consultation.id)?;
        let phases = phases.iter().zip(1..);
        entries.extend(phases.map(|(one, number)| phase(state, lang, consultation, one, number)));
        let events = consultations::list_events(making.connection, consultation.id)?;
        let named = event_names(&events).into_iter().zip(&events);
        entries.extend(named.filter_map(|named| event(state, lang, consultation, named)));
    }
    let file = calendar::write(&Calendar {
        name: scope.title,
        entries,
    });
    let changes = next_change(scope.consultations.iter(), now);
    Ok(Rendered::until(file, changes).of_kind(CALENDAR))
}

/// The time in which comments are accepted.
fn window(
    state: &AppState,
    lang: Language,
    consultation: &Consultation,
    ledger: &[WindowEvent],
) -> Entry {
    let changes = ledger.iter().filter(|event| {
        [WindowEventKind::Extended, WindowEventKind::Withdrawn].contains(&event.kind)
    });
    let last = ledger.last().map(|event| event.recorded_at);
    let title = Args::from_iter([("title", consultation.title_in(lang == Language::En))]);
    Entry {
        uid: uid(state, consultation, "window"),
        when: When::Moments(consultation.window.opens_at, consultation.window.closes_at),
        summary: state.catalogue.format(lang, "site-calendar-window", &title),
        description: consultation.summary_in(lang == Language::En).to_owned(),
        location: String::new(),
        url: address(state, lang, consultation),
        changed_at: last.unwrap_or(consultation.window.opens_at),
        sequence: u32::try_from(changes.count()).unwrap_or(u32::MAX),
        is_cancelled: consultation.withdrawn_at.is_some(),
    }
}

/// A named phase of the work, in whole days.
fn phase(
    state: &AppState,
    lang: Language,
    consultation: &Consultation,
    phase: &PhaseEntry,
    number: u32,
) -> Entry {
    let announced = consultation.announced_at;
    Entry {
        uid: uid(state, consultation, &format!("phase-{number}")),
        when: When::Days(phase.starts_on, phase.ends_on.unwrap_or(phase.starts_on)),
        summary: format!("{}: {}", consultation.short_title, phase.title),
        description: phase.description.clone(),
        location: String::new(),
        url: address(state, lang, consultation),
        changed_at: announced.unwrap_or(consultation.window.opens_at),
        sequence: 0,
        is_cancelled: consultation.withdrawn_at.is_some(),
    }
}

/// A workshop, a hearing, a session.
fn event(
    state: &AppState,
    lang: Language,
    consultation: &Consultation,
    (name, event): (String, &Event),
) -> Option<Entry> {
    let (starts, ends) = event.moments(consultation.authority.zone).ok()?;
    let (revised, announced) = (event.revised.at, consultation.announced_at);
    Some(Entry {
        uid: uid(state, consultation, &format!("event-{name}")),
        when: When::Moments(starts, ends),
        summary: event.title.clone(),
        description: event.description.clone(),
        location: event.place.clone(),
        url: address(state, lang, consultation),
        changed_at: revised.max(announced).unwrap_or(starts),
        sequence: u32::try_from(event.revised.times).unwrap_or(0),
        is_cancelled: consultation.withdrawn_at.is_some(),
    })
}

fn uid(state: &AppState, consultation: &Consultation, what: &str) -> String {
    format!(
        "{}-{what}@{}",
        consultation.id,
        host(&state.context.base_url)
    )
}

fn address(state: &AppState, lang: Language, consultation: &Consultation) -> String {
    let (base, lang) = (&state.context.base_url, lang.into_str());
    format!(
        "{base}/{lang}/{}/{}",
        consultation.authority.slug, consultation.slug
    )
}
