//! Where a visitor begins: the language, the authorities, the consultations of one.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use url::form_urlencoded;

use super::{COUNTED_ANEW, SharedCounts, linked};
use crate::accounts;
use crate::consultations::{self, Authority, Consultation, Phase, authority_site};
use crate::http::cache::{self, Found, Rendered};
use crate::http::error::accept_language;
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::{limits, plain_text, search_text};
use crate::site::page::{AuthorityEntry, AuthorityList, Counts, Home, HomeEntry};
use crate::site::store::CommentCounts;

pub(super) async fn redirect_to_language(request: HttpRequest) -> HttpResponse {
    let lang = accept_language(&request)
        .and_then(Language::accepted)
        .unwrap_or_default();
    HttpResponse::Found()
        .insert_header((header::LOCATION, format!("/{}", lang.into_str())))
        .insert_header((header::VARY, "accept-language"))
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .finish()
}

pub(super) async fn list_authorities(
    state: web::Data<AppState>,
    shared: web::Data<SharedCounts>,
    request: HttpRequest,
    lang: Language,
) -> Result<HttpResponse, Error> {
    let authorities = state.context.db.read(accounts::list_authorities).await?;
    if let [only] = authorities.as_slice() {
        let address = format!("/{}/{}", lang.into_str(), only.slug);
        return Ok(HttpResponse::Found()
            .insert_header((header::LOCATION, address))
            .finish());
    }
    cache::publish(&state, &request, &["q"], move |making| {
        let authorities = accounts::list_authorities(making.connection)?;
        let mut public = consultations::list_all(making.connection)?;
        // One that is to be announced changes the page, too.
        let changes = next_change(public.iter(), making.now);
        public.retain(|one| one.is_public(making.now));
        let q = asked(making.query);
        let mut counted = Vec::new();
        for consultation in public.iter().filter(|one| is_found(one, &q)) {
            let counts = shared.of(consultation, making)?;
            counted.push((consultation.clone(), counts));
        }
        let page = AuthorityList {
            authorities: authorities
                .iter()
                .map(|one| authority_entry(one, &public, making.now))
                .collect(),
            can_search: public.len() > FEW,
            found: counted.len(),
            lists: home(&counted, lang, making.now),
            q,
        };
        let mut site = making.state.site();
        site.switch_url = Some(format!("/{}", lang.other().into_str()));
        let html = making.state.render(lang, &site, &page)?;
        let counts = counted.iter().map(|(_consultation, counts)| counts);
        Ok(counts.fold(Rendered::until(html, changes), Rendered::bounded_by))
    })
    .await
}

/// As many consultations are seen at a glance; among more one looks for them.
const FEW: usize = 20;

/// What is looked for.
fn asked(query: &str) -> String {
    let typed = form_urlencoded::parse(query.as_bytes()).find(|(name, _value)| name == "q");
    let typed = typed.map(|(_name, value)| plain_text::line(&value));
    typed
        .filter(|q| limits::SEARCH.allows(q))
        .unwrap_or_default()
}

/// Whether every word that is looked for is in a title or in the name of the authority, however it is inflected.
fn is_found(consultation: &Consultation, q: &str) -> bool {
    let text = [
        &consultation.title,
        consultation.title_in(true),
        &consultation.short_title,
        &consultation.authority.name,
    ];
    let known = search_text::words(&text.join(" "));
    let known: Vec<&str> = known.split(' ').collect();
    let asked = search_text::words(q);
    asked
        .split_whitespace()
        .all(|word| known.iter().any(|known| known.starts_with(word)))
}

fn authority_entry(authority: &Authority, public: &[Consultation], now: Instant) -> AuthorityEntry {
    let of_it = public.iter().filter(|one| one.authority.id == authority.id);
    AuthorityEntry {
        slug: authority.slug.clone(),
        name: authority.name.clone(),
        open: of_it.filter(|one| one.phase(now) == Phase::Open).count(),
    }
}

pub(super) async fn show_home(
    state: web::Data<AppState>,
    shared: web::Data<SharedCounts>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, slug) = path.into_inner();
    cache::publish(&state, &request, &[], move |making| {
        let found = accounts::find_authority(making.connection, &slug)?;
        let authority = found.ok_or_else(Error::not_found)?;
        let mut counted = Vec::new();
        for consultation in consultations::list_of_authority(making.connection, authority.id)? {
            let counts = shared.of(&consultation, making)?;
            counted.push((consultation, counts));
        }
        let page = Home {
            json_ld: linked::authority(&making.state.context.base_url, lang, &authority),
            ..home(&counted, lang, making.now)
        };
        let path = format!("/{}", authority.slug);
        let site = authority_site(making.state, lang, &authority, &path);
        let html = making.state.render(lang, &site, &page)?;
        let consultations = counted.iter().map(|(consultation, _counts)| consultation);
        let changes = next_change(consultations, making.now);
        let counts = counted.iter().map(|(_consultation, counts)| counts);
        Ok(counts.fold(Rendered::until(html, changes), Rendered::bounded_by))
    })
    .await
}

pub(super) fn next_change<'a>(
    consultations: impl Iterator<Item = &'a Consultation>,
    now: Instant,
) -> Instant {
    consultations
        .map(|consultation| consultation.next_change(now))
        .min()
        .unwrap_or_else(|| now.plus(COUNTED_ANEW))
}

fn home(counted: &[(Consultation, Found<CommentCounts>)], lang: Language, now: Instant) -> Home {
    let entries = |phases: &[Phase]| -> Vec<HomeEntry> {
        counted
            .iter()
            .filter(|(consultation, _)| consultation.is_public(now))
            .filter(|(consultation, _)| phases.contains(&consultation.phase(now)))
            .map(|(consultation, counts)| entry(consultation, &counts.value, lang, now))
            .collect()
    };
    let mut home = Home {
        open: entries(&[Phase::Open]),
        announced: entries(&[Phase::Announced]),
        answering: entries(&[Phase::Closed]),
        done: entries(&[Phase::Answered, Phase::Adopted, Phase::Withdrawn]),
        json_ld: String::new(),
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
        authority_slug: consultation.authority.slug.clone(),
        authority_name: consultation.authority.name.clone(),
        slug: consultation.slug.clone(),
        title: consultation.title_in(lang == Language::En).to_owned(),
        title_lang: consultation
            .title_language(lang == Language::En)
            .into_str()
            .to_owned(),
        phase: consultation.phase(now).into_str().to_owned(),
        opens_at: consultation.window.opens_at,
        closes_at: consultation.window.closes_at,
        days_left: consultation.days_left(now),
        answers_expected_on: consultation.answers_expected_on(),
        shows_draft: consultation.shows_draft(now),
        counts: totals(counts),
    }
}

/// The totals as pages show them.
pub(super) fn totals(counts: &CommentCounts) -> Counts {
    Counts {
        submissions: counts.standings.confirmed,
        comments: counts.comments(),
        answered: counts.answered,
        goals: counts.goals,
    }
}
