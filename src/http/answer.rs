//! Answers to one person: no cache keeps them, the browser's own included.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, HttpResponseBuilder};

/// The beginning of such an answer.
pub fn private(status: StatusCode) -> HttpResponseBuilder {
    let mut answer = HttpResponse::build(status);
    answer.insert_header((header::CACHE_CONTROL, "no-store"));
    answer
}

/// A page.
pub fn page(status: StatusCode, html: String) -> HttpResponse {
    private(status)
        .content_type("text/html; charset=utf-8")
        .body(html)
}

/// After an act: the browser fetches `url`, so that going back or reloading does not act again.
pub fn see_other(url: &str) -> HttpResponse {
    private(StatusCode::SEE_OTHER)
        .insert_header((header::LOCATION, url))
        .finish()
}
