//! What search engines are told: which pages there are, and which are nobody's business.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};

use super::home::next_change;
use crate::accounts::{self, Authority};
use crate::consultations;
use crate::documents::sitemap::{self, PageAddresses};
use crate::http::cache::{self, Rendered, SITEMAP};
use crate::http::{AppState, Error, assets};

/// Standing pages that are worth finding.
const STANDING: [&str; 3] = ["/pages/how", "/pages/privacy", "/pages/accessibility"];

pub(super) async fn show_sitemap(
    state: web::Data<AppState>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    cache::publish(&state, &request, &[], move |making| {
        let (now, base) = (making.now, making.state.context.base_url.to_string());
        // Each with whether it is offered in English.
        let mut paths: Vec<(String, bool)> = vec![(String::new(), true)];
        let authorities = accounts::list_authorities(making.connection)?;
        let own = |one: &Authority| (format!("/{}", one.slug), one.is_english_offered);
        paths.extend(authorities.iter().map(own));
        let all = consultations::list_all(making.connection)?;
        for one in all.iter().filter(|one| one.is_public(now)) {
            let page = format!("/{}/{}", one.authority.slug, one.slug);
            let is_english = one.authority.is_english_offered;
            for section in consultations::shown_sections(making.connection, one, now)? {
                paths.push((format!("{page}/sections/{}", section.number), is_english));
            }
            if one.released_at.is_some_and(|released| released <= now) {
                paths.push((format!("{page}/register"), is_english));
            }
            paths.push((page, is_english));
        }
        paths.extend(STANDING.map(|path| (path.to_owned(), true)));
        let pages: Vec<PageAddresses> = paths
            .iter()
            .map(|(path, is_english)| {
                let slovene = ("sl", format!("{base}/sl{path}"));
                let english = is_english.then(|| ("en", format!("{base}/en{path}")));
                [Some(slovene), english].into_iter().flatten().collect()
            })
            .collect();
        let xml = sitemap::write(&pages).map_err(Error::internal)?;
        let changes = next_change(all.iter(), now);
        Ok(Rendered::until(xml, changes).of_kind(SITEMAP))
    })
    .await
}

/// The rules (RFC 9309), and where the list of pages is.
pub(super) async fn show_robots(state: web::Data<AppState>) -> Result<HttpResponse, Error> {
    let rules = assets::find("robots.txt").ok_or_else(Error::not_found)?;
    let rules = String::from_utf8_lossy(&rules.bytes).into_owned();
    let base = &state.context.base_url;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "public, max-age=86400"))
        .body(format!("{rules}\nSitemap: {base}/sitemap.xml\n")))
}
