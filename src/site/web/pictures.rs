//! Pictures that pages show.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};

use super::home::next_change;
use crate::accounts;
use crate::consultations::ConsultationPath;
use crate::db::DatabaseError;
use crate::documents::card::{self, Card};
use crate::files::find_file;
use crate::http::cache::{self, PICTURE, Rendered};
use crate::http::{AppState, Error};
use crate::i18n::dates::{self, Style};
use crate::i18n::{Args, Language};
use crate::kernel::ids::FileId;

/// The logo of an authority. A changed one has another address, so it may be kept for a year.
pub(super) async fn show_logo(
    state: web::Data<AppState>,
    id: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let id: FileId = id.parse().map_err(|_no_id| Error::not_found())?;
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| match accounts::is_logo(connection, id)? {
            true => find_file(connection, id),
            false => Ok(None),
        })
        .await;
    let file = found?.ok_or_else(Error::not_found)?;
    let content = state.context.files.read(&file.place).await;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, file.kind.media_type()))
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .body(content.map_err(Error::internal)?))
}

/// The picture that is shown where somebody shares the link to a consultation.
pub(super) async fn show_card(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<ConsultationPath>,
) -> Result<HttpResponse, Error> {
    cache::publish(&state, &request, &[], move |making| {
        let one = path.find_for_page(making)?;
        let (authority, window) = (&one.authority, &one.window);
        let catalogue = &making.state.catalogue;
        let day = |at, style| dates::moment(catalogue, lang, authority.zone, at, style);
        let days = Args::from_iter([
            ("opening", day(window.opens_at, Style::DayShort)),
            ("closing", day(window.closes_at, Style::LastDayShort)),
        ]);
        let picture = card::paint(&Card {
            from: &authority.name,
            title: one.title_in(lang == Language::En),
            under: &catalogue.format(lang, "site-over", &days),
            colour: authority.colour().channels(),
        });
        let picture = picture.map_err(Error::internal)?;
        let changes = next_change([&one].into_iter(), making.now);
        Ok(Rendered::until(picture, changes).of_kind(PICTURE))
    })
    .await
}
