//! Pages that tell about the service itself, and the styles and fonts.

use std::sync::Arc;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::TimeDelta;

use super::cache::{self, Kind, Published, Rendered};
use super::page::StaticPage;
use super::routing::{Access, Route};
use super::state::AppState;
use super::{Error, assets};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::colour::Colour;

/// Standing pages and assets.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/{lang}/pages/{name}", Access::Public, || {
            web::to(show_static_page)
        }),
        Route::get("/favicon.ico", Access::Public, || {
            web::to(|| show_well_known("favicon.ico"))
        }),
        Route::get("/assets/colours/{colour}.css", Access::Public, || {
            web::to(show_colour)
        }),
        Route::get("/assets/{file:.*}", Access::Public, || web::to(show_asset)),
    ]
}

/// The standing texts there are.
const NAMES: [&str; 3] = ["how", "privacy", "accessibility"];

async fn show_static_page(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, name) = path.into_inner();
    if !NAMES.contains(&name.as_str()) {
        return Err(Error::not_found());
    }
    cache::publish(&state, &request, &[], move |making| {
        let mut site = making.state.site();
        site.switch_url = Some(format!("/{}/pages/{name}", lang.other().into_str()));
        let html = making.state.render(lang, &site, &StaticPage { name })?;
        let tomorrow = making.now.plus(TimeDelta::days(1));
        Ok(Rendered::until(html, tomorrow))
    })
    .await
}

/// What browsers look for unasked, at an address they know without its hash.
async fn show_well_known(name: &'static str) -> Result<HttpResponse, Error> {
    let file = assets::find(name).ok_or_else(Error::not_found)?;
    Ok(HttpResponse::Ok()
        .content_type(file.mime)
        .insert_header((header::CACHE_CONTROL, "public, max-age=86400"))
        .body(file.bytes.into_owned()))
}

/// The style sheet of a main colour. It is the same for ever, whoever uses it, and only legible colours have one. In the dark
/// Posvet's own colours are kept: no darker surface was measured with it.
async fn show_colour(colour: web::Path<String>) -> Result<HttpResponse, Error> {
    let colour = Colour::parse(&colour).filter(|one| one.is_legible() && one.digits() == *colour);
    let digits = colour.ok_or_else(Error::not_found)?.digits();
    let style = format!(
        "@media print, (prefers-color-scheme: light) {{ :root {{ --ds-color-accent-base-default: #{digits}; \
         --ds-color-accent-base-hover: color-mix(in srgb, #{digits} 85%, black); \
         --ds-color-accent-base-active: color-mix(in srgb, #{digits} 70%, black); \
         --ds-color-accent-text-subtle: #{digits}; --ds-color-accent-border-strong: #{digits} }} }}\n"
    );
    Ok(HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(style))
}

async fn show_asset(
    state: web::Data<AppState>,
    request: HttpRequest,
    file: web::Path<String>,
) -> Result<HttpResponse, Error> {
    let kept = state.pages.asset(&file);
    let published = match kept {
        Some(published) => published,
        None => {
            let published = pack(&file, state.site.https, state.now()).await?;
            state.pages.keep_asset(&file, Arc::clone(&published));
            published
        }
    };
    published
        .answer(request.headers())
        .ok_or_else(Error::not_found)
}

/// The asset in its three forms. Styles are asked for by the hash of their content; a font that changes gets another
/// name, because style sheets name it without a hash. So both are kept for a year.
async fn pack(file: &str, https: bool, now: Instant) -> Result<Arc<Published>, Error> {
    let asset = assets::find(file).ok_or_else(Error::not_found)?;
    let kind = Kind {
        content_type: asset.mime,
        cache_control: "public, max-age=31536000, immutable",
        is_text: asset.mime.starts_with("text/") || asset.mime == "image/svg+xml",
        // Packed once and read for a year.
        brotli: (11, 22),
    };
    let bytes = asset.bytes.into_owned();
    let published = web::block(move || Published::asset(bytes, kind, https, now))
        .await
        .map_err(Error::internal)?;
    Ok(Arc::new(published))
}
