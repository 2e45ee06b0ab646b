//! One consultation: state, purpose, sections, who decides, the ledger of its window.

use actix_web::{HttpRequest, HttpResponse, web};
use chrono::TimeDelta;

use super::SharedCounts;
use super::home::totals;
use crate::consultations::{
    self, Consultation, ConsultationPath, Phase, WindowEvent, consultation_site,
};
use crate::drafts::SectionSummary;
use crate::http::cache::{self, Found, Rendered};
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::local_time::local;
use crate::kernel::rich_text;
use crate::site::page::{ConsultationPage, Contact, LedgerEntry, PhaseEntry, SectionEntry};
use crate::site::store::CommentCounts;

pub(super) async fn show_consultation(
    state: web::Data<AppState>,
    counts: web::Data<SharedCounts>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<ConsultationPath>,
) -> Result<HttpResponse, Error> {
    cache::publish(&state, &request, &[], move |making| {
        let consultation = path.find_for_page(making)?;
        let counts = counts.of(&consultation, making)?;
        let data = Data {
            sections: consultations::shown_sections(making.connection, &consultation, making.now)?,
            ledger: consultations::list_window_events(making.connection, consultation.id)?,
            working_group: consultations::list_working_group(making.connection, consultation.id)?,
            counts,
        };
        let counted = data.counts.clone();
        let path = format!("/{}/{}", consultation.authority.slug, consultation.slug);
        let site = consultation_site(making.state, lang, &consultation, &path);
        let page = data.page(&consultation, lang, making.now);
        let html = making.state.render(lang, &site, &page)?;
        let changes = consultation.next_change(making.now);
        Ok(Rendered::with_figures(html, changes, &counted))
    })
    .await
}

struct Data {
    sections: Vec<SectionSummary>,
    counts: Found<CommentCounts>,
    ledger: Vec<WindowEvent>,
    working_group: Vec<String>,
}

impl Data {
    fn page(self, consultation: &Consultation, lang: Language, now: Instant) -> ConsultationPage {
        let english = lang == Language::En;
        let authority = &consultation.authority;
        ConsultationPage {
            title: consultation.title_in(english).to_owned(),
            title_lang: consultation.title_language(english).into_str().to_owned(),
            summary: consultation.summary_in(english).to_owned(),
            summary_lang: consultation.summary_language(english).into_str().to_owned(),
            phase: consultation.phase(now).into_str().to_owned(),
            opens_at: consultation.window.opens_at,
            closes_at: consultation.window.closes_at,
            days_left: consultation.days_left(now),
            answers_expected_on: consultation.answers_expected_on(),
            released_at: consultation.released_at,
            adoption: None,
            purpose_html: rich_text::html(&consultation.purpose),
            working_group: self.working_group,
            channels_html: rich_text::html(&consultation.channels_note),
            privacy_html: rich_text::html(&consultation.privacy_note),
            shows_draft: consultation.shows_draft(now),
            sections: self
                .sections
                .iter()
                .map(|section| entry(section, &self.counts.value))
                .collect(),
            counts: totals(&self.counts.value),
            standing: self.counts.value.standings.into(),
            counted_at: self.counts.at,
            phases: phases(consultation, now),
            ledger: self
                .ledger
                .iter()
                .map(|event| ledger(event, consultation))
                .collect(),
            contact: Contact {
                name: authority.department.clone(),
                email: authority.contact_email.clone(),
                phone: Some(authority.contact_phone.clone()).filter(|phone| !phone.is_empty()),
                postal_address: Some(authority.postal_address.clone())
                    .filter(|address| !address.is_empty()),
            },
        }
    }
}

fn entry(section: &SectionSummary, counts: &CommentCounts) -> SectionEntry {
    SectionEntry {
        number: section.number,
        title: section.title.clone(),
        goals: section.goals,
        comments: counts.on(section.id),
    }
}

fn ledger(event: &WindowEvent, consultation: &Consultation) -> LedgerEntry {
    let zone = consultation.authority.zone;
    let last_moment = event.window.closes_at.plus(TimeDelta::microseconds(-1));
    let days =
        local(last_moment, zone).date_naive() - local(event.window.opens_at, zone).date_naive();
    LedgerEntry {
        at: event.recorded_at,
        kind: event.kind.clone(),
        opens_at: event.window.opens_at,
        closes_at: event.window.closes_at,
        days: days.num_days() + 1,
        reason: Some(event.reason.clone()).filter(|reason| !reason.is_empty()),
    }
}

/// The timeline: what was, what is, what is to come.
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
