//! Gives every request a number and writes one line about it: what was asked, how it ended, how long it took.
//! No address, no name, no query string: the log holds no personal data.

use std::fmt;
use std::time::Instant as Stopwatch;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, web};

use super::state::AppState;
use crate::kernel::token::hex;

/// Number of a request: in the answer's `x-request-id`, on the error page and in the log.
#[derive(Clone, Debug)]
pub struct RequestId(String);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Numbers and logs a request.
///
/// # Errors
/// Those of what it wraps.
pub async fn request(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let started = Stopwatch::now();
    let id = request
        .app_data::<web::Data<AppState>>()
        .map(|state| hex(&state.context.ids.bytes::<8>()))
        .unwrap_or_default();
    let header = HeaderValue::from_str(&id);
    request.extensions_mut().insert(RequestId(id.clone()));
    let mut response = next.call(request).await?.map_into_boxed_body();
    if let Ok(header) = header {
        response
            .headers_mut()
            .insert(HeaderName::from_static("x-request-id"), header);
    }
    let pattern = response.request().match_pattern();
    tracing::info!(
        request.id = id,
        http.method = %response.request().method(),
        http.route = pattern.as_deref().unwrap_or("unknown"),
        http.status = response.status().as_u16(),
        duration_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
        "Served a request"
    );
    Ok(response)
}
