//! Reads a request's body completely, within a size and a deadline, before anything else happens with it.
//!
//! The moment the last byte arrived is the legal time of a submission (product.md, "Norms"), so it is noted here and
//! nowhere else. The same moment begins the patience with the database.

use std::time::Duration;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::middleware::Next;
use actix_web::web::{Bytes, BytesMut};
use actix_web::{HttpMessage, web};
use futures_util::StreamExt as _;
use percent_encoding::percent_decode;

use super::Error;
use super::state::AppState;
use crate::db::Patience;
use crate::kernel::clock::Instant;
use crate::kernel::limits::{LARGEST_DESK_FORM, LARGEST_FORM};

/// Most bytes a body may have: every form fits, whatever its letters.
pub const LARGEST_BODY: usize = LARGEST_FORM;

/// Most bytes of the body of a request to this address: whole drafts are only sent to the desk.
fn largest_body(path: &str) -> usize {
    match path.split('/').nth(2) {
        Some("desk") => LARGEST_DESK_FORM,
        _ => LARGEST_BODY,
    }
}

/// Whether a file is brought to this address: its body is no text, and is read by the handler once it is known who brings it.
fn is_upload(path: &str) -> bool {
    path.split('/').nth(2) == Some("desk") && path.ends_with("/upload")
}

/// Longest time a body may take to arrive.
pub const BODY_DEADLINE: Duration = Duration::from_secs(15);

/// The body as it arrived, kept beside the request so that an error page can give it back.
#[derive(Clone, Debug)]
pub struct CompleteBody {
    pub bytes: Bytes,
    /// When the last byte had arrived.
    pub received_at: Instant,
}

impl CompleteBody {
    /// The fields of a URL-encoded form; empty when it is something else.
    pub fn fields(&self) -> Vec<(String, String)> {
        serde_urlencoded::from_bytes(&self.bytes).unwrap_or_default()
    }
}

/// Collects the body of every request that has one.
///
/// # Errors
/// 413 above [`LARGEST_BODY`], or what the desk may be sent, 408 after [`BODY_DEADLINE`], 400 when the connection breaks or what is sent is no text.
pub async fn complete_body(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if !is_text(request.uri().path().as_bytes()) || !is_text(request.query_string().as_bytes()) {
        return Ok(request.error_response(Error::bad_request()));
    }
    if !request.method().is_safe() && !is_upload(request.path()) {
        let payload = request.take_payload();
        let most = largest_body(request.path());
        let bytes = match tokio::time::timeout(BODY_DEADLINE, collect(payload, most)).await {
            Ok(Ok(bytes)) if !is_text(&bytes) => {
                return Ok(request.error_response(Error::bad_request()));
            }
            Ok(Ok(bytes)) => bytes,
            Ok(Err(error)) => return Ok(request.error_response(error)),
            Err(_elapsed) => {
                return Ok(request.error_response(Error::new(
                    StatusCode::REQUEST_TIMEOUT,
                    "http-error-too-slow",
                )));
            }
        };
        if let Some(state) = request.app_data::<web::Data<AppState>>() {
            let received_at = state.now();
            request
                .extensions_mut()
                .insert(CompleteBody { bytes, received_at });
        }
    }
    Patience::whole()
        .serve(next.call(request))
        .await
        .map(ServiceResponse::map_into_boxed_body)
}

/// Whether these are letters: UTF-8 once the percent signs are resolved, so that nothing is ever replaced by `�`, and
/// without the character NUL, which nobody types and PostgreSQL does not store.
fn is_text(encoded: &[u8]) -> bool {
    percent_decode(encoded)
        .decode_utf8()
        .is_ok_and(|text| !text.contains('\0'))
}

async fn collect(mut payload: Payload, most: usize) -> Result<Bytes, Error> {
    let mut body = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_broken| Error::bad_request())?;
        if body.len() + chunk.len() > most {
            return Err(Error::new(
                StatusCode::PAYLOAD_TOO_LARGE,
                "http-error-too-large",
            ));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body.freeze())
}
