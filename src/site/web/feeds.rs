//! Feeds: what has happened to every consultation, to those of one authority, to one.

use actix_web::{HttpRequest, HttpResponse, web};

use super::happenings;
use super::home::next_change;
use crate::accounts;
use crate::consultations::{self, Consultation, ConsultationPath};
use crate::documents::atom::{self, Feed};
use crate::http::cache::{self, FEED, Making, Rendered};
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::kernel::clock::Instant;

/// Most entries of a feed.
const MOST: usize = 100;

pub(super) async fn feed_of_all(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
) -> Result<HttpResponse, Error> {
    cache::publish(&state, &request, &[], move |making| {
        let all = consultations::list_all(making.connection)?;
        let base = making.state.context.base_url.to_string();
        let named = Named {
            id: base,
            title: making.state.catalogue.text(lang, "site-feed-title"),
            path: String::new(),
            since: Instant::EPOCH,
        };
        feed(making, lang, named, &all)
    })
    .await
}

pub(super) async fn feed_of_authority(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, slug) = path.into_inner();
    cache::publish(&state, &request, &[], move |making| {
        let authority = accounts::find_authority(making.connection, &slug)?;
        let authority = authority.ok_or_else(Error::not_found)?;
        let all = consultations::list_of_authority(making.connection, authority.id)?;
        let named = Named {
            id: format!("urn:uuid:{}", authority.id),
            title: authority.name,
            path: format!("/{slug}"),
            since: Instant::EPOCH,
        };
        feed(making, lang, named, &all)
    })
    .await
}

pub(super) async fn feed_of_consultation(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<ConsultationPath>,
) -> Result<HttpResponse, Error> {
    cache::publish(&state, &request, &[], move |making| {
        let one = path.find_for_page(making)?;
        let named = Named {
            id: format!("urn:uuid:{}", one.id),
            title: one.title_in(lang == Language::En).to_owned(),
            path: format!("/{}/{}", one.authority.slug, one.slug),
            since: one.announced_at.unwrap_or(Instant::EPOCH),
        };
        feed(making, lang, named, &[one])
    })
    .await
}

/// What a feed is of.
struct Named {
    id: String,
    title: String,
    /// The page that says the same, without the language.
    path: String,
    /// When it began, for a feed without entries.
    since: Instant,
}

fn feed(
    making: &mut Making<'_>,
    lang: Language,
    named: Named,
    consultations: &[Consultation],
) -> Result<Rendered, Error> {
    let (state, now) = (making.state, making.now);
    let bounds = (MOST, now);
    let entries = happenings::entries(making.connection, state, lang, consultations, bounds)?;
    let base = &state.context.base_url;
    let page_url = format!("{base}/{}{}", lang.into_str(), named.path);
    let feed = Feed {
        id: format!("{}#{}", named.id, lang.into_str()),
        title: named.title,
        lang,
        url: format!("{page_url}/feed.atom"),
        page_url,
        updated: entries.first().map_or(named.since, |entry| entry.at),
        entries,
    };
    let changes = next_change(consultations.iter(), now);
    Ok(Rendered::until(atom::write(&feed), changes).of_kind(FEED))
}
