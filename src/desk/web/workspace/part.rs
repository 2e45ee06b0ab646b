//! The form of one part of a consultation.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::fields::{fields, rows};
use super::plan::plan_of;
use super::{errors, values};
use crate::accounts::{Actor, By};
use crate::consultations::{
    self, Consultation, Content, Event, Fault, Part, Phase, SaveError, Values, differences,
    fingerprint,
};
use crate::db::Failure;
use crate::desk::page::{DifferenceEntry, EventOption, PartPage};
use crate::desk::web::{DeskPath, desk_site};
use crate::http::extract::Form;
use crate::http::render::FieldError;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;

/// Empty rows below those of a list.
const EMPTY_ROWS: usize = 2;
/// How many more the button adds.
const MORE_ROWS: usize = 3;

/// The part of an address that names a part of a consultation.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::desk::web) struct PartPath {
    authority: String,
    consultation: String,
    part: String,
}

impl PartPath {
    /// The address of a part.
    pub(super) fn of(desk: &DeskPath, part: Part) -> Self {
        Self {
            authority: desk.authority.clone(),
            consultation: desk.consultation.clone(),
            part: part.into_str().to_owned(),
        }
    }

    fn desk(&self) -> DeskPath {
        DeskPath {
            authority: self.authority.clone(),
            consultation: self.consultation.clone(),
        }
    }

    fn part(&self) -> Result<Part, Error> {
        self.part.parse().map_err(|_unknown| Error::not_found())
    }
}

/// What the page shows.
struct Shown {
    status: StatusCode,
    values: Values,
    base: String,
    errors: Vec<FieldError>,
    theirs: Vec<DifferenceEntry>,
    more_rows: usize,
}

pub(in crate::desk::web) async fn part_form(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<PartPath>,
) -> Result<HttpResponse, Error> {
    let (part, consultation) = (path.part()?, path.desk().find(&state, &actor).await?);
    let current = current(&state, &consultation, part).await?;
    let shown = Shown {
        status: StatusCode::OK,
        base: fingerprint(&current),
        values: current,
        errors: Vec::new(),
        theirs: Vec::new(),
        more_rows: EMPTY_ROWS,
    };
    show(&state, &actor, lang, &path, &consultation, shown)
}

pub(in crate::desk::web) async fn save_part(
    state: web::Data<AppState>,
    actor: web::ReqData<Actor>,
    lang: Language,
    path: web::Path<PartPath>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Error> {
    let (part, consultation) = (path.part()?, path.desk().find(&state, &actor).await?);
    let mut typed = values(pairs);
    let action = typed.remove("action").unwrap_or_default();
    let base = typed.remove("base").unwrap_or_default();
    let again = |status, errors, theirs, base, more_rows| Shown {
        status,
        values: typed.clone(),
        base,
        errors,
        theirs,
        more_rows,
    };
    let shown = match (action.as_str(), Content::parse(part, &typed)) {
        ("more", _) => again(StatusCode::OK, Vec::new(), Vec::new(), base, MORE_ROWS),
        (_, Err(faults)) => unprocessable(again, &faults, base),
        ("check", Ok(_content)) => again(StatusCode::OK, Vec::new(), Vec::new(), base, EMPTY_ROWS),
        (_, Ok(content)) => {
            let by = By::Staff(Actor::clone(&actor));
            let what = (part, content);
            let context = &state.context;
            match consultations::save(context, &by, consultation.id, what, base.clone()).await {
                Ok(()) => return Ok(saved(lang, &path, &typed)),
                Err(Failure::Refused(SaveError::Wrong(faults))) => {
                    unprocessable(again, &faults, base)
                }
                Err(Failure::Refused(SaveError::Changed(theirs))) => {
                    let told = differences(&theirs, &typed).into_iter().map(difference);
                    let error = FieldError::new("theirs", "desk-part-changed");
                    let base = fingerprint(&theirs);
                    again(
                        StatusCode::CONFLICT,
                        vec![error],
                        told.collect(),
                        base,
                        EMPTY_ROWS,
                    )
                }
                Err(Failure::Refused(SaveError::Public)) => {
                    let error = FieldError::new("", "desk-part-locked");
                    again(
                        StatusCode::CONFLICT,
                        vec![error],
                        Vec::new(),
                        base,
                        EMPTY_ROWS,
                    )
                }
                Err(Failure::Refused(SaveError::NotAllowed(_))) => return Err(Error::not_found()),
                Err(Failure::Database(error)) => return Err(error.into()),
            }
        }
    };
    show(&state, &actor, lang, &path, &consultation, shown)
}

/// A part as it is, with what is wrong with a file that was brought to it.
pub(super) async fn show_upload(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    (path, part): (&PartPath, Part),
    consultation: &Consultation,
    (status, typed, errors): (StatusCode, [(&str, String); 2], Vec<FieldError>),
) -> Result<HttpResponse, Error> {
    let mut current = current(state, consultation, part).await?;
    let base = fingerprint(&current);
    current.extend(typed.map(|(name, value)| (name.to_owned(), value)));
    let shown = Shown {
        status,
        values: current,
        base,
        errors,
        theirs: Vec::new(),
        more_rows: EMPTY_ROWS,
    };
    show(state, actor, lang, path, consultation, shown)
}

fn unprocessable(
    again: impl FnOnce(StatusCode, Vec<FieldError>, Vec<DifferenceEntry>, String, usize) -> Shown,
    faults: &[Fault],
    base: String,
) -> Shown {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    again(status, errors(faults), Vec::new(), base, EMPTY_ROWS)
}

/// The workspace, at the address the consultation has now.
fn saved(lang: Language, path: &PartPath, typed: &Values) -> HttpResponse {
    let slug = match path.part.as_str() {
        "basics" => typed.get("slug").map_or("", |slug| slug.trim()),
        _ => &path.consultation,
    };
    answer::see_other(&format!(
        "/{}/desk/{}/{slug}/overview?done=saved-part",
        lang.into_str(),
        path.authority
    ))
}

async fn current(
    state: &AppState,
    consultation: &Consultation,
    part: Part,
) -> Result<Values, Error> {
    let of = consultation.clone();
    let content = state
        .context
        .db
        .read(move |connection| consultations::read_content(connection, &of, part))
        .await?;
    Ok(content.values())
}

fn show(
    state: &AppState,
    actor: &Actor,
    lang: Language,
    path: &PartPath,
    consultation: &Consultation,
    shown: Shown,
) -> Result<HttpResponse, Error> {
    let (part, now) = (path.part()?, state.now());
    let is_announced = consultation.announced_at.is_some();
    let plan = match part {
        Part::Window => plan_of(&shown.values, &consultation.authority),
        _ => None,
    };
    let events = match part {
        Part::Events => saved_events(&shown.values, &shown.base),
        _ => Vec::new(),
    };
    let value = |name: &str| shown.values.get(name).cloned().unwrap_or_default();
    let page = PartPage {
        part: part.into_str().to_owned(),
        values: fields(part)
            .iter()
            .map(|name| ((*name).to_owned(), value(name)))
            .collect(),
        rows: rows(part, &shown.values, shown.more_rows),
        base: shown.base,
        errors: shown.errors,
        theirs: shown.theirs,
        is_locked: match part {
            Part::Window => is_announced,
            Part::Text => consultation.is_text_locked(now),
            _ => false,
        },
        is_announced,
        is_adopted: consultation.phase(now) == Phase::Adopted,
        plan,
        events,
    };
    let own = format!("{}/parts/{}", path.desk().path(), path.part);
    let site = desk_site(state, lang, consultation, actor, &own);
    state.show(shown.status, lang, &site, &page)
}

/// The events to choose from when minutes are brought; none as long as something is typed that is not saved and would be left
/// behind.
fn saved_events(values: &Values, base: &str) -> Vec<EventOption> {
    match Content::parse(Part::Events, values) {
        Ok(content) if fingerprint(&content.values()) == base => match content {
            Content::Events(events) => events.iter().map(event_option).collect(),
            _other => Vec::new(),
        },
        _unsaved => Vec::new(),
    }
}

fn event_option(event: &Event) -> EventOption {
    EventOption {
        key: event.key(),
        title: event.title.clone(),
        on: event.starts_at.date().to_string(),
    }
}

/// A field by its own name and the number of its row.
pub(super) fn difference((field, before, after): (&str, &str, &str)) -> DifferenceEntry {
    let in_list = || -> Option<(&str, usize, &str)> {
        let (list, rest) = field.split_once('_')?;
        let (number, column) = rest.split_once('_')?;
        Some((list, number.parse().ok()?, column))
    };
    let (name, row) = match in_list() {
        Some((list, number, column)) => (format!("{list}_{column}"), number + 1),
        None => (field.to_owned(), 0),
    };
    DifferenceEntry {
        field: name,
        row,
        before: before.to_owned(),
        after: after.to_owned(),
    }
}
