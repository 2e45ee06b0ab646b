//! What has happened to consultations, as feeds tell it.

use std::cmp::Reverse;

use chrono_tz::Tz;

use crate::consultations::{self, Consultation, WindowEventKind};
use crate::db::{DbConnection, StoreResult};
use crate::documents::atom::Entry;
use crate::http::AppState;
use crate::i18n::dates::{self, Style};
use crate::i18n::{Args, Language};
use crate::kernel::clock::Instant;

/// One thing that happened.
struct Happening {
    /// Its message.
    key: &'static str,
    at: Instant,
    opens_at: Instant,
    closes_at: Instant,
    /// Why, where somebody said so in public.
    reason: String,
}

/// Everything that has happened to a consultation the public may know of, the newest first.
fn list(
    connection: &mut DbConnection,
    consultation: &Consultation,
    now: Instant,
) -> StoreResult<Vec<Happening>> {
    if !consultation.is_public(now) {
        return Ok(Vec::new());
    }
    let window = consultation.window;
    let happening = |key, at| Happening {
        key,
        at,
        opens_at: window.opens_at,
        closes_at: window.closes_at,
        reason: String::new(),
    };
    let mut all: Vec<Happening> = consultations::list_window_events(connection, consultation.id)?
        .into_iter()
        .map(|event| Happening {
            key: match event.kind {
                WindowEventKind::Announced => "site-feed-announced",
                WindowEventKind::Extended => "site-feed-extended",
                WindowEventKind::Outage => "site-feed-outage",
                WindowEventKind::Withdrawn => "site-feed-withdrawn",
            },
            at: event.recorded_at,
            opens_at: event.window.opens_at,
            closes_at: event.window.closes_at,
            reason: event.reason,
        })
        .collect();
    let was_withdrawn_before = |at| consultation.withdrawn_at.is_some_and(|end| end <= at);
    for (key, at) in [
        ("site-feed-opened", window.opens_at),
        ("site-feed-closed", window.closes_at),
    ] {
        if !was_withdrawn_before(at) {
            all.push(happening(key, at));
        }
    }
    let later = [
        ("site-feed-answered", consultation.released_at),
        ("site-feed-adopted", consultation.adopted_at),
    ];
    all.extend(
        later
            .into_iter()
            .filter_map(|(key, at)| Some(happening(key, at?))),
    );
    all.retain(|one| one.at <= now);
    all.sort_by_key(|one| Reverse(one.at));
    Ok(all)
}

/// What has happened to these consultations, as entries of a feed, the newest `most` first.
pub(super) fn entries(
    connection: &mut DbConnection,
    state: &AppState,
    lang: Language,
    consultations: &[Consultation],
    (most, now): (usize, Instant),
) -> StoreResult<Vec<Entry>> {
    let mut all = Vec::new();
    for consultation in consultations {
        for happening in list(connection, consultation, now)? {
            all.push(entry(state, lang, consultation, &happening));
        }
    }
    all.sort_by(|one, other| (other.at, &other.id).cmp(&(one.at, &one.id)));
    all.truncate(most);
    Ok(all)
}

fn entry(
    state: &AppState,
    lang: Language,
    consultation: &Consultation,
    happening: &Happening,
) -> Entry {
    let base = &state.context.base_url;
    let (code, authority, slug) = (
        lang.into_str(),
        &consultation.authority.slug,
        &consultation.slug,
    );
    let page = match happening.key {
        "site-feed-answered" => "/register",
        _ => "",
    };
    let title = Args::from_iter([("title", consultation.title_in(lang == Language::En))]);
    Entry {
        id: format!(
            "tag:{},2026:{}/{}/{}",
            host(base),
            consultation.id,
            happening.key.trim_start_matches("site-feed-"),
            happening.at.micros()
        ),
        title: state.catalogue.format(lang, happening.key, &title),
        url: format!("{base}/{code}/{authority}/{slug}{page}"),
        at: happening.at,
        text: text(state, lang, consultation.authority.zone, happening),
        author: consultation.authority.name.clone(),
    }
}

/// The window in words, and why it is so.
fn text(state: &AppState, lang: Language, zone: Tz, happening: &Happening) -> String {
    let written = |at, style| dates::moment(&state.catalogue, lang, zone, at, style);
    let opening = written(happening.opens_at, Style::OpeningAccusative);
    let deadline = written(happening.closes_at, Style::Deadline);
    let mut args = Args::new();
    args.set("opening", opening);
    args.set("deadline", deadline);
    let said = match happening.key {
        "site-feed-outage" => "site-ledger-outage",
        _ => "site-feed-window",
    };
    args.set("from", written(happening.opens_at, Style::Stamp));
    args.set("until", written(happening.closes_at, Style::Stamp));
    let window = state.catalogue.format(lang, said, &args);
    if happening.reason.is_empty() {
        return window;
    }
    let reason = Args::from_iter([("reason", happening.reason.as_str())]);
    let reason = state.catalogue.format(lang, "site-ledger-reason", &reason);
    format!("{window} {reason}")
}

/// The host of an address, for ids that are the same for ever (RFC 4151).
pub(super) fn host(base_url: &str) -> &str {
    let rest = base_url
        .split_once("://")
        .map_or(base_url, |(_scheme, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or(rest)
}
