//! Feeds: what has happened to every consultation, to those of one authority, to one.

use actix_web::{HttpRequest, HttpResponse, web};

use super::happenings;
use super::home::next_change;
use super::scope::Scope;
use crate::consultations::ConsultationPath;
use crate::documents::atom::{self, Feed};
use crate::http::cache::{self, FEED, Making, Rendered};
use crate::http::{AppState, Error};
use crate::i18n::Language;

/// Most entries of a feed.
const MOST: usize = 100;

pub(super) async fn feed_of_all(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
) -> Result<HttpResponse, Error> {
    cache::publish(&state, &request, &[], move |making| {
        let scope = Scope::all(making, lang)?;
        feed(making, lang, scope)
    })
    .await
}

pub(super) async fn feed_of_authority(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    cache::publish(&state, &request, &[], move |making| {
        let scope = Scope::authority(making, &path.1)?;
        feed(making, lang, scope)
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
        let scope = Scope::consultation(making, lang, &path)?;
        feed(making, lang, scope)
    })
    .await
}

fn feed(making: &mut Making<'_>, lang: Language, scope: Scope) -> Result<Rendered, Error> {
    let (state, now) = (making.state, making.now);
    let bounds = (MOST, now);
    let entries =
        happenings::entries(making.connection, state, lang, &scope.consultations, bounds)?;
    let base = &state.context.base_url;
    let page_url = format!("{base}/{}{}", lang.into_str(), scope.path);
    let feed = Feed {
        id: format!("{}#{}", scope.id, lang.into_str()),
        title: scope.title,
        lang,
        url: format!("{page_url}/feed.atom"),
        page_url,
        updated: entries.first().map_or(scope.since, |entry| entry.at),
        entries,
    };
    let changes = next_change(scope.consultations.iter(), now);
    Ok(Rendered::until(atom::write(&feed), changes).of_kind(FEED))
}
