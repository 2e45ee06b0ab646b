//! One consultation: state, purpose, sections, who decides, the ledger of its window.

use actix_web::{HttpRequest, HttpResponse, web};
use chrono::TimeDelta;

use super::home::totals;
use super::timeline::{events, timeline};
use super::{SharedCounts, documents, linked};
use crate::consultations::{
    self, Authority, Consultation, ConsultationPath, Event, Member, Part, Relation, WindowEvent,
    consultation_site, heads,
};
use crate::db::{DbConnection, StoreResult};
use crate::drafts::{self, SectionSummary};
use crate::http::cache::{self, Found, Rendered};
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::local_time::local;
use crate::kernel::rich_text;
use crate::site::page::{
    Adoption, ConsultationPage, Contact, ContactEntry, CorrectedAdoption, DocumentEntry, FileEntry,
    FormerTitle, LedgerEntry, MemberEntry, RelationEntry, SectionEntry,
};
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
        let events = consultations::list_events(making.connection, consultation.id)?;
        let data = Data {
            sections: consultations::shown_sections(making.connection, &consultation, making.now)?,
            ledger: consultations::list_window_events(making.connection, consultation.id)?,
            working_group: consultations::list_members(making.connection, consultation.id)?,
            contacts: consultations::list_contacts(making.connection, consultation.id)?,
            relations: consultations::list_relations(making.connection, consultation.id)?,
            phases: consultations::list_phases(making.connection, consultation.id)?,
            minutes: documents::list_minutes(making.connection, &events)?,
            events,
            documents: documents::list(making.connection, &consultation)?,
            adoptions: consultations::list_adoptions(making.connection, consultation.id)?,
            titles: title_history(making.connection, &consultation)?,
            commented: drafts::first_sections(making.connection, consultation.draft_id)?,
            revision: drafts::revision(making.connection, consultation.draft_id)?
                .map(|revision| revision.number),
            counts,
        };
        let counted = data.counts.clone();
        let path = format!("/{}/{}", consultation.authority.slug, consultation.slug);
        let site = consultation_site(making.state, lang, &consultation, &path);
        let base = &making.state.context.base_url;
        let json_ld = linked::consultation(base, lang, &consultation, &data.events);
        let page = ConsultationPage {
            json_ld,
            ..data.page(&consultation, lang, making.now)
        };
        let html = making.state.render(lang, &site, &page)?;
        let ends = page.events.iter().map(|event| event.until);
        let next = ends.filter(|end| making.now < *end).min();
        let changes = consultation.next_change(making.now);
        let changes = next.map_or(changes, |end| end.min(changes));
        Ok(Rendered::with_figures(html, changes, &counted))
    })
    .await
}

struct Data {
    sections: Vec<SectionSummary>,
    counts: Found<CommentCounts>,
    ledger: Vec<WindowEvent>,
    working_group: Vec<Member>,
    contacts: Vec<consultations::Contact>,
    relations: Vec<Relation>,
    phases: Vec<consultations::PhaseEntry>,
    events: Vec<Event>,
    minutes: Vec<Option<FileEntry>>,
    documents: Vec<DocumentEntry>,
    adoptions: Vec<consultations::Adoption>,
    titles: Vec<FormerTitle>,
    /// The sections as they were put to the public.
    commented: Vec<SectionSummary>,
    /// Number of the revision that is shown.
    revision: Option<i32>,
}

impl Data {
    fn page(self, consultation: &Consultation, lang: Language, now: Instant) -> ConsultationPage {
        let english = lang == Language::En;
        let code = |language: Language| language.into_str().to_owned();
        let (purpose, purpose_lang) = consultation.purpose_in(english);
        let (target_groups, target_groups_lang) = consultation.target_groups_in(english);
        ConsultationPage {
            json_ld: String::new(),
            title: consultation.title_in(english).to_owned(),
            title_lang: code(consultation.title_language(english)),
            summary: consultation.summary_in(english).to_owned(),
            summary_lang: code(consultation.summary_language(english)),
            phase: consultation.phase(now).into_str().to_owned(),
            opens_at: consultation.window.opens_at,
            closes_at: consultation.window.closes_at,
            days_left: consultation.days_left(now),
            answers_expected_on: consultation.answers_expected_on(),
            released_at: consultation.released_at,
            adoption: adoption(self.adoptions),
            purpose_html: rich_text::html(purpose),
            purpose_lang: code(purpose_lang),
            target_groups: target_groups.to_owned(),
            target_groups_lang: code(target_groups_lang),
            period: period(consultation.valid_from, consultation.valid_to),
            titles: self.titles,
            relations: entries(self.relations),
            working_group: entries(self.working_group),
            appointing_act: consultation.appointing_act.clone(),
            channels_html: rich_text::html(&consultation.channels_note),
            privacy_html: rich_text::html(&consultation.privacy_note),
            shows_draft: consultation.shows_draft(now),
            sections: self
                .sections
                .iter()
                .map(|section| entry(section, &self.commented, &self.counts.value))
                .collect(),
            counts: totals(&self.counts.value),
            standing: self.counts.value.standings.into(),
            counted_at: self.counts.at,
            phases: timeline(consultation, (&self.phases, &self.events), now),
            is_adopted_text: self
                .revision
                .is_some_and(|revision| consultation.is_adopted_text(revision, now)),
            preparing_body: consultation.preparing_body.clone(),
            events: events(consultation, &self.events, self.minutes, now),
            documents: self.documents,
            ledger_head: heads(&self.ledger).pop().unwrap_or_default(),
            ledger: self
                .ledger
                .iter()
                .map(|event| ledger(event, consultation))
                .collect(),
            contact: contact(&consultation.authority),
            contacts: entries(self.contacts),
        }
    }
}

fn entries<Row, Shown: From<Row>>(rows: Vec<Row>) -> Vec<Shown> {
    rows.into_iter().map(Shown::from).collect()
}

fn contact(authority: &Authority) -> Contact {
    let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    Contact {
        name: authority.department.clone(),
        email: authority.contact_email.clone(),
        phone: some(&authority.contact_phone),
        postal_address: some(&authority.postal_address),
    }
}

/// `2022–2028`, `2022` or nothing.
fn period(from: Option<i32>, to: Option<i32>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from != to => format!("{from}–{to}"),
        (Some(year), _) | (None, Some(year)) => year.to_string(),
        (None, None) => String::new(),
    }
}

/// The titles and periods it had since it was announced, the last one first.
fn title_history(
    connection: &mut DbConnection,
    consultation: &Consultation,
) -> StoreResult<Vec<FormerTitle>> {
    let Some(announced) = consultation.announced_at else {
        return Ok(Vec::new());
    };
    let (id, part) = (consultation.id, Part::Basics);
    let changes = consultations::list_changes_of(connection, id, part, announced)?;
    Ok(changes
        .into_iter()
        .filter(|change| {
            let told = ["title", "valid_from", "valid_to"];
            change
                .differences()
                .iter()
                .any(|(field, ..)| told.contains(field))
        })
        .map(|change| {
            let year = |field: &str| change.before.get(field).and_then(|year| year.parse().ok());
            FormerTitle {
                title: change.before.get("title").cloned().unwrap_or_default(),
                period: period(year("valid_from"), year("valid_to")),
                until: change.changed_at,
            }
        })
        .collect())
}

/// What was said last of the adoption, and what was said before.
fn adoption(mut all: Vec<consultations::Adoption>) -> Option<Adoption> {
    let last = all.pop()?;
    let after = all.iter().skip(1).chain([&last]);
    let corrected = all
        .iter()
        .zip(after)
        .map(|(said, correction)| CorrectedAdoption {
            body: said.body.clone(),
            session: said.session.clone(),
            on: said.adopted_on.to_string(),
            corrected_at: correction.recorded_at,
            reason: correction.reason.clone(),
        });
    let corrected = corrected.collect();
    Some(Adoption {
        body: last.body,
        session: last.session,
        on: last.adopted_on.to_string(),
        document_title: last.document_title,
        document_url: last.document_url,
        corrected,
    })
}

impl From<Relation> for RelationEntry {
    fn from(relation: Relation) -> Self {
        Self {
            title: relation.title,
            period: relation.period,
            url: relation.url,
        }
    }
}

impl From<Member> for MemberEntry {
    /// Names nobody agreed to publish stay inside.
    fn from(member: Member) -> Self {
        Self {
            role: member.role_name,
            name: Some(member.name).filter(|name| member.is_name_public && !name.is_empty()),
        }
    }
}

impl From<consultations::Contact> for ContactEntry {
    fn from(contact: consultations::Contact) -> Self {
        Self {
            name: contact.name,
            email: contact.email,
            phone: contact.phone,
            hours: contact.hours,
        }
    }
}

fn entry(
    section: &SectionSummary,
    commented: &[SectionSummary],
    counts: &CommentCounts,
) -> SectionEntry {
    SectionEntry {
        register_number: section.number_among(commented),
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
        kind: event.kind.into_str().to_owned(),
        opens_at: event.window.opens_at,
        closes_at: event.window.closes_at,
        days: days.num_days() + 1,
        reason: Some(event.reason.clone()).filter(|reason| !reason.is_empty()),
    }
}
