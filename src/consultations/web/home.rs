//! Where a visitor begins: the language, the authorities, the consultations of one.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::TimeDelta;

use super::authority_site;
use crate::accounts;
use crate::consultations::domain::{Consultation, Phase};
use crate::consultations::page::{AuthorityEntry, AuthorityList, Counts, Home, HomeEntry};
use crate::consultations::store::{self, CommentCounts};
use crate::db::DatabaseError;
use crate::http::cache::{self, Rendered};
use crate::http::error::accept_language;
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::clock::Instant;

pub(super) async fn redirect_to_language(request: HttpRequest) -> HttpResponse {
    let lang = accept_language(&request)
        .and_then(Language::accepted)
        .unwrap_or_default();
    HttpResponse::Found()
        .insert_header((header::LOCATION, format!("/{}", lang.code())))
        .insert_header((header::VARY, "accept-language"))
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .finish()
}

pub(super) async fn list_authorities(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
) -> Result<HttpResponse, Error> {
    let (authorities, consultations) = state
        .db
        .read(|connection| {
            Ok::<_, DatabaseError>((
                accounts::list_authorities(connection)?,
                store::list_all(connection)?,
            ))
        })
        .await?;
    if let [only] = authorities.as_slice() {
        let address = format!("/{}/{}", lang.code(), only.slug);
        return Ok(HttpResponse::Found()
            .insert_header((header::LOCATION, address))
            .finish());
    }
    let now = state.now();
    let is_open = |slug: &str| {
        let open = consultations
            .iter()
            .filter(|one| one.authority.slug == slug && one.phase(now) == Phase::Open);
        open.count() as u64
    };
    let page = AuthorityList {
        authorities: authorities
            .iter()
            .map(|one| AuthorityEntry {
                slug: one.slug.clone(),
                name: one.name.clone(),
                open: is_open(&one.slug),
            })
            .collect(),
    };
    let mut site = state.site();
    site.switch_url = Some(format!("/{}", lang.other().code()));
    let html = state.render(lang, &site, &page)?;
    let fresh_until = next_change(&consultations, now);
    cache::publish(&state, &request, Rendered { html, fresh_until }).await
}

pub(super) async fn show_home(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, slug) = path.into_inner();
    let found = state
        .db
        .read(move |connection| {
            let Some(authority) = accounts::find_authority(connection, &slug)? else {
                return Ok::<_, DatabaseError>(None);
            };
            let consultations = store::list_of_authority(connection, authority.id)?;
            let mut counted = Vec::new();
            for consultation in consultations {
                let counts = store::count_comments(connection, &consultation)?;
                counted.push((consultation, counts));
            }
            Ok(Some((authority, counted)))
        })
        .await?;
    let (authority, counted) = found.ok_or_else(Error::not_found)?;
    let now = state.now();
    let page = home(&counted, lang, now);
    let path = format!("/{}", authority.slug);
    let html = state.render(
        lang,
        &authority_site(&state, lang, &authority, &path),
        &page,
    )?;
    let consultations: Vec<_> = counted
        .into_iter()
        .map(|(consultation, _)| consultation)
        .collect();
    let fresh_until = next_change(&consultations, now).min(now.plus(TimeDelta::seconds(60)));
    cache::publish(&state, &request, Rendered { html, fresh_until }).await
}

fn next_change(consultations: &[Consultation], now: Instant) -> Instant {
    let changes = consultations
        .iter()
        .map(|consultation| consultation.next_change(now));
    changes
        .min()
        .unwrap_or_else(|| now.plus(TimeDelta::minutes(1)))
}

fn home(counted: &[(Consultation, CommentCounts)], lang: Language, now: Instant) -> Home {
    let entries = |phases: &[Phase]| -> Vec<HomeEntry> {
        counted
            .iter()
            .filter(|(consultation, _)| phases.contains(&consultation.phase(now)))
            .map(|(consultation, counts)| entry(consultation, counts, lang, now))
            .collect()
    };
    let mut home = Home {
        open: entries(&[Phase::Open]),
        announced: entries(&[Phase::Announced]),
        answering: entries(&[Phase::Closed]),
        done: entries(&[Phase::Answered, Phase::Adopted, Phase::Withdrawn]),
    };
    home.open.sort_by_key(|entry| entry.closes_at);
    home.announced.sort_by_key(|entry| entry.opens_at);
    home
}

fn entry(
    consultation: &Consultation,
    counts: &CommentCounts,
    lang: Language,
    now: Instant,
) -> HomeEntry {
    HomeEntry {
        slug: consultation.slug.clone(),
        title: consultation.title_in(lang == Language::En).to_owned(),
        phase: consultation.phase(now).code().to_owned(),
        opens_at: consultation.window.opens_at,
        closes_at: consultation.window.closes_at,
        days_left: consultation.days_left(now),
        answers_expected_on: consultation.answers_expected_on(),
        counts: totals(counts),
    }
}

/// The totals as pages show them.
pub(super) fn totals(counts: &CommentCounts) -> Counts {
    let number = |count: i64| u64::try_from(count).unwrap_or_default();
    Counts {
        submissions: number(counts.submissions),
        comments: number(counts.comments()),
        answered: number(counts.answered),
        goals: number(counts.goals),
    }
}
