//! Compresses pages that are made for one person, where that tells nobody anything (ADR 0013). Published pages are kept
//! compressed already, see [`super::cache`].

use std::io::Write as _;

use actix_web::body::{BodySize, BoxBody, MessageBody, to_bytes};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, AcceptEncoding, Encoding, Header as _, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::{self, Bytes};

use super::Error;
use super::routing::{Access, AccessTable};

/// Parameters that choose from a closed set and come back into a page only as one of its words.
const CLOSED: [&str; 5] = ["view", "section", "state", "after", "done"];

/// Below this a page fits into one packet anyway.
const SMALLEST: u64 = 1_000;

/// Cheap levels: the page is sent once.
const GZIP: u32 = 3;
const BROTLI: u32 = 3;

/// Compresses what may be compressed.
///
/// # Errors
/// Those of what it wraps, or a 500 when a compressor fails.
pub async fn pages(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let may_be = tells_nothing(&request);
    let mut response = next.call(request).await?.map_into_boxed_body();
    if !may_be || !is_plain_page(&response) {
        return Ok(response);
    }
    response
        .headers_mut()
        .append(header::VARY, HeaderValue::from_static("accept-encoding"));
    let supported = [Encoding::brotli(), Encoding::gzip(), Encoding::identity()];
    let accepted = AcceptEncoding::parse(response.request()).ok();
    let chosen = accepted.and_then(|accepted| accepted.negotiate(supported.iter()));
    let compress = match chosen {
        Some(encoding) if encoding == Encoding::brotli() => brotli,
        Some(encoding) if encoding == Encoding::gzip() => gzip,
        _plain => return Ok(response),
    };
    let (request, response) = response.into_parts();
    let (mut response, body) = response.into_parts();
    let bytes = to_bytes(body).await.map_err(|_lost| Error::bad_request())?;
    let (name, bytes) = compress(&bytes).map_err(Error::internal)?;
    response
        .headers_mut()
        .insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    let response = response.set_body(BoxBody::new(bytes));
    Ok(ServiceResponse::new(request, response))
}

/// Whether nothing somebody else can choose stands in the page beside something only this visitor may know.
fn tells_nothing(request: &ServiceRequest) -> bool {
    if request.method() != Method::GET {
        return false;
    }
    let table = request.app_data::<web::Data<AccessTable>>();
    let pattern = request.match_pattern().unwrap_or_default();
    let access = table.and_then(|table| table.access(request.method(), &pattern));
    match access {
        Some(Access::Public) | None => true,
        Some(Access::Link | Access::SignedIn | Access::Roles(_) | Access::Demo) => {
            is_closed(request.query_string())
        }
    }
}

/// Whether a query holds no words of its own.
fn is_closed(query: &str) -> bool {
    serde_urlencoded::from_str(query).is_ok_and(|pairs: Vec<(String, String)>| {
        pairs
            .iter()
            .all(|(name, value)| value.is_empty() || CLOSED.contains(&name.as_str()))
    })
}

fn is_plain_page(response: &ServiceResponse) -> bool {
    let headers = response.headers();
    let is_page = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let is_large =
        matches!(response.response().body().size(), BodySize::Sized(size) if size >= SMALLEST);
    is_page && is_large && !headers.contains_key(header::CONTENT_ENCODING)
}

fn brotli(page: &Bytes) -> std::io::Result<(&'static str, Vec<u8>)> {
    let mut bytes = Vec::new();
    brotli::CompressorWriter::new(&mut bytes, 4096, BROTLI, 18).write_all(page)?;
    Ok(("br", bytes))
}

fn gzip(page: &Bytes) -> std::io::Result<(&'static str, Vec<u8>)> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(GZIP));
    encoder.write_all(page)?;
    Ok(("gzip", encoder.finish()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_that_could_hold_words_is_not_closed() {
        for closed in ["", "state=new&section=3&q=", "done=saved"] {
            assert!(is_closed(closed), "{closed}");
        }
        for open in ["q=ana", "state=new&q=ana", "next=%2Fsl", "anything=x"] {
            assert!(!is_closed(open), "{open}");
        }
    }
}
