//! Refuses acts that another site makes a visitor's browser do (CSRF).
//!
//! Every current browser sends `Sec-Fetch-Site`, every browser `Origin` on a POST. A request with neither comes from a
//! program, which has no visitor's cookies to abuse. See OWASP, "Cross-Site Request Forgery Prevention", Fetch Metadata.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::web;

use super::Error;
use super::state::AppState;

/// Ending of the one address that may be posted to from elsewhere: RFC 8058 one-click unsubscription. Its link carries
/// a token, and the mail service that posts has no cookies.
const ONE_CLICK: &str = "/unsubscribe";

/// Lets safe methods and acts of our own pages through.
///
/// # Errors
/// 403 for an act that comes from another site.
pub async fn check(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if request.method().is_safe() || request.path().ends_with(ONE_CLICK) || is_ours(&request) {
        return next
            .call(request)
            .await
            .map(ServiceResponse::map_into_boxed_body);
    }
    Ok(request.error_response(Error::new(StatusCode::FORBIDDEN, "http-error-cross-site")))
}

fn is_ours(request: &ServiceRequest) -> bool {
    let text = |name: &str| {
        request
            .headers()
            .get(name)
            .map(|value| value.to_str().unwrap_or("unreadable"))
    };
    match (text("sec-fetch-site"), text(header::ORIGIN.as_str())) {
        (Some(site), _) => site == "same-origin" || site == "none",
        (None, Some(origin)) => origin_matches(request, origin),
        (None, None) => true,
    }
}

fn origin_matches(request: &ServiceRequest, origin: &str) -> bool {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let from_host = origin
        .split_once("://")
        .is_some_and(|(_scheme, from)| Some(from) == host);
    let base = request
        .app_data::<web::Data<AppState>>()
        .map(|state| state.site.base_url.as_str());
    from_host
        || base.is_some_and(|base| {
            base == origin
                || base
                    .strip_prefix(origin)
                    .is_some_and(|path| path.starts_with('/'))
        })
}
