//! What is ready and what is missing, and what can be done now.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use chrono::TimeDelta;

use super::errors;
use crate::accounts::Actor;
use crate::consultations::{
    self, Consultation, Content, Fault, Missing, Part, Phase, Prepared, PreviewLink, Requirement,
    Values,
};
use crate::db::{DbConnection, StoreResult};
use crate::desk::page::{GateRow, PartRow, PreviewRow, Workspace};
use crate::desk::web::{DeskPath, desk_site};
use crate::http::flash::Done;
use crate::http::render::FieldError;
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::local_time::local;
use crate::kernel::token::Flow;
use crate::notices;

/// What the page says first after an act.
const DONE: [&str; 12] = [
    "created",
    "saved-part",
    "announced",
    "extended",
    "withdrawn",
    "adopted",
    "deleted",
    "announcement-set",
    "announcement-taken-back",
    "preview-made",
    "preview-revoked",
    "outage-recorded",
];

/// The fields of the acts on this page.
const FIELDS: [&str; 13] = [
    "last_day",
    "reason",
    "withdrawal",
    "body",
    "session",
    "adopted_on",
    "document_title",
    "document_url",
    "announce_at",
    "label",
    "outage_from",
    "outage_until",
    "outage_reason",
];

pub(in crate::desk::web) async fn show_workspace(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<DeskPath>,
    done: Done,
) -> Result<HttpResponse, Error> {
    let refused = Refused {
        status: StatusCode::OK,
        values: Values::new(),
        errors: Vec::new(),
    };
    show(&state, &actor, lang, &path, refused, done).await
}

/// What was typed into the page and could not be done.
pub(super) struct Refused {
    pub(super) status: StatusCode,
    pub(super) values: Values,
    pub(super) errors: Vec<FieldError>,
}

impl Refused {
    pub(super) fn fields(values: Values, faults: &[Fault]) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            values,
            errors: errors(faults),
        }
    }

    /// Something cannot be done in the state the consultation is in.
    pub(super) fn act(key: &str) -> Self {
        Self {
            status: StatusCode::CONFLICT,
            values: Values::new(),
            errors: vec![FieldError::new("", key)],
        }
    }
}

pub(super) async fn show(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    path: &DeskPath,
    refused: Refused,
    done: Done,
) -> Result<HttpResponse, Error> {
    let consultation = path.find(state, actor).await?;
    let (now, of) = (state.now(), consultation.clone());
    let Look {
        gate,
        parts,
        adoption,
        previews,
        days_lost,
        subscribers,
    } = state
        .context
        .db
        .read(move |connection| look(connection, &of, now))
        .await?;
    let mut typed = refused.values;
    if days_lost > 0 && !typed.contains_key("last_day") {
        let last = consultation.window.closes_at.plus(TimeDelta::seconds(-1));
        let last = local(last, consultation.authority.zone).date_naive();
        let later = last + TimeDelta::days(days_lost);
        typed.insert("last_day".to_owned(), later.to_string());
    }
    let values = FIELDS.map(|name| {
        let value = typed.get(name).or_else(|| adoption.get(name));
        (name.to_owned(), value.cloned().unwrap_or_default())
    });
    let page = Workspace {
        title: consultation.title.clone(),
        phase: consultation.phase(now).into_str().to_owned(),
        opens_at: consultation.window.opens_at,
        closes_at: consultation.window.closes_at,
        ready: gate.iter().filter(|row| row.missing.is_none()).count(),
        gate,
        parts,
        announced_at: consultation.announced_at,
        shows_draft_early: consultation.shows_draft_early,
        can_write: !consultation.shows_draft(now),
        values: values.into(),
        errors: refused.errors,
        is_adopted: consultation.phase(now) == Phase::Adopted,
        days_lost,
        subscribers,
        previews: previews
            .iter()
            .map(|link| preview(state, lang, link))
            .collect(),
    };
    let own = format!("{}/overview", path.path());
    let mut site = desk_site(state, lang, &consultation, actor, &own);
    site.flash = done.one_of(&DONE);
    state.show(refused.status, lang, &site, &page)
}

/// What is good to have, with as many rows as there are.
const GOOD: [Part; 5] = [
    Part::Group,
    Part::Events,
    Part::Documents,
    Part::Relations,
    Part::Phases,
];

/// What the page is made of.
struct Look {
    gate: Vec<GateRow>,
    parts: Vec<PartRow>,
    /// What was said of the adoption.
    adoption: Values,
    previews: Vec<PreviewLink>,
    /// For outages the window was not extended for.
    days_lost: i64,
    /// Whom a notice would reach.
    subscribers: i64,
}

/// A link for outsiders, with its address.
fn preview(state: &AppState, lang: Language, link: &PreviewLink) -> PreviewRow {
    let context = &state.context;
    let token = context.tokens.mint(Flow::Preview, link.id.uuid());
    let (base, lang) = (&context.base_url, lang.into_str());
    PreviewRow {
        id: link.id.to_string(),
        label: link.label.clone(),
        url: format!("{base}/{lang}/preview/{}/{token}", link.id),
        expires_at: link.expires_at,
    }
}

fn look(
    connection: &mut DbConnection,
    consultation: &Consultation,
    now: Instant,
) -> StoreResult<Look> {
    let prepared = consultations::prepared(connection, consultation)?;
    let today = local(now, consultation.authority.zone).date_naive();
    let gate = prepared
        .check(today)
        .map(|(requirement, missing)| gate_row(&prepared, requirement, missing));
    let mut parts = Vec::new();
    for part in GOOD {
        let count = match consultations::read_content(connection, consultation, part)? {
            Content::Group(group) => group.members.len(),
            Content::Relations(relations) => relations.len(),
            Content::Phases(phases) => phases.len(),
            Content::Events(events) => events.len(),
            Content::Documents(documents) => documents.len(),
            _ => 0,
        };
        parts.push(part_row(part.into_str(), part, count));
    }
    if consultation.authority.is_english_offered {
        let english = usize::from(consultation.title_en.is_some());
        parts.push(part_row("english", Part::Basics, english));
    }
    let adoptions = consultations::list_adoptions(connection, consultation.id)?;
    let adoption = adoptions.last().map(consultations::Adoption::values);
    Ok(Look {
        subscribers: match consultation.announced_at {
            None => notices::count_everybody(connection, consultation)?,
            Some(_announced) => 0,
        },
        gate: gate.into(),
        parts,
        adoption: adoption.unwrap_or_default(),
        previews: consultations::list_previews(connection, consultation.id, now)?,
        days_lost: consultations::days_lost(&consultations::list_window_events(
            connection,
            consultation.id,
        )?),
    })
}

fn part_row(key: &str, part: Part, count: usize) -> PartRow {
    PartRow {
        key: key.to_owned(),
        part: part.into_str().to_owned(),
        count,
    }
}

fn gate_row(prepared: &Prepared, requirement: Requirement, missing: Option<Missing>) -> GateRow {
    let (missing, days, least) = match missing {
        None => (None, prepared.plan.days(), prepared.shortest_window),
        Some(Missing::Nothing) => (Some("nothing"), 0, 0),
        Some(Missing::NoReason { days, least }) => (Some("no_reason"), days, least),
        Some(Missing::TooSoon { days, least }) => (Some("too_soon"), days, least),
        Some(Missing::Opened) => (Some("opened"), 0, prepared.announced_before),
    };
    GateRow {
        key: requirement.into_str().to_owned(),
        part: requirement.part().into_str().to_owned(),
        field: requirement.field().to_owned(),
        missing: missing.map(str::to_owned),
        days,
        least,
        count: match requirement {
            Requirement::Text => prepared.sections,
            Requirement::Contact => prepared.contacts,
            _ => 0,
        },
    }
}
