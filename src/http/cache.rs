//! Published pages: the same for everybody, rendered once, kept compressed in memory.
//!
//! A page lives until something is published (every node polls one counter, see `consultations`), or until the moment
//! it named itself: the next opening, closing or midnight, or the minute after which its figures are stale.

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::{Arc, PoisonError, RwLock};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse, web};

use super::Error;
use super::headers;
use super::state::AppState;
use crate::kernel::clock::Instant;
use crate::kernel::token::{digest, hex};

/// Pages kept; the whole Kranj draft in two languages needs 30.
const MOST_PAGES: usize = 2_000;

/// A rendered page and the moment it stops being true.
pub struct Rendered {
    pub html: String,
    pub fresh_until: Instant,
}

/// The pages in memory. Cheap to clone.
#[derive(Clone, Default)]
pub struct PublishedPages {
    pages: Arc<RwLock<HashMap<String, Arc<Published>>>>,
    /// Styles and fonts: part of the binary, so never forgotten.
    assets: Arc<RwLock<HashMap<String, Arc<Published>>>>,
}

/// Bytes in the three forms a browser may ask for.
pub struct Published {
    fresh_until: Instant,
    is_text: bool,
    /// What the entity tags of all forms begin with.
    tag: String,
    plain: Form,
    gzip: Form,
    brotli: Form,
}

/// One form with everything that is said with it, so that an answer only has to be copied.
struct Form {
    body: Bytes,
    headers: HeaderMap,
    /// Headers of a 304.
    known: HeaderMap,
}

/// What is said about the bytes besides their form.
#[derive(Clone, Copy)]
pub struct Kind {
    pub content_type: &'static str,
    pub cache_control: &'static str,
    /// Fonts are compressed already.
    pub is_text: bool,
}

/// A page: asked for anew each time, answered with 304 while it is the same.
const PAGE: Kind = Kind {
    content_type: "text/html; charset=utf-8",
    cache_control: "no-cache",
    is_text: true,
};

/// The three forms a page is kept in.
#[derive(Clone, Copy)]
enum Encoding {
    Plain,
    Gzip,
    Brotli,
}

impl PublishedPages {
    /// Forgets every page: something was published.
    pub fn clear(&self) {
        self.pages
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
    }

    /// The asset kept under this path.
    pub fn asset(&self, path: &str) -> Option<Arc<Published>> {
        let assets = self.assets.read().unwrap_or_else(PoisonError::into_inner);
        assets.get(path).cloned()
    }

    /// Keeps an asset.
    pub fn keep_asset(&self, path: &str, asset: Arc<Published>) {
        let mut assets = self.assets.write().unwrap_or_else(PoisonError::into_inner);
        assets.insert(path.to_owned(), asset);
    }

    fn fresh(&self, path: &str, now: Instant) -> Option<Arc<Published>> {
        let pages = self.pages.read().unwrap_or_else(PoisonError::into_inner);
        pages
            .get(path)
            .filter(|page| now < page.fresh_until)
            .cloned()
    }

    fn keep(&self, path: &str, page: Arc<Published>) {
        let mut pages = self.pages.write().unwrap_or_else(PoisonError::into_inner);
        if pages.len() >= MOST_PAGES {
            pages.clear();
        }
        pages.insert(path.to_owned(), page);
    }
}

/// Answers a published page at once, before anything else looks at the request.
///
/// # Errors
/// Those of what it wraps.
pub async fn serve(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let cached = request.app_data::<web::Data<AppState>>().and_then(|state| {
        let readable = matches!(*request.method(), Method::GET | Method::HEAD)
            && request.query_string().is_empty();
        let page = readable.then(|| state.pages.fresh(request.path(), state.now()))??;
        Some(page.answer(request.headers()))
    });
    match cached {
        Some(response) => Ok(request.into_response(response)),
        None => next
            .call(request)
            .await
            .map(ServiceResponse::map_into_boxed_body),
    }
}

/// Keeps a freshly rendered page and answers with it. The compression runs away from the async threads.
///
/// # Errors
/// A 500 when the compressor fails.
pub async fn publish(
    state: &AppState,
    request: &HttpRequest,
    rendered: Rendered,
) -> Result<HttpResponse, Error> {
    let https = state.site.https;
    let Rendered { html, fresh_until } = rendered;
    let page = web::block(move || Published::new(html.into_bytes(), PAGE, https, fresh_until))
        .await
        .map_err(Error::internal)?
        .map_err(Error::internal)?;
    let page = Arc::new(page);
    if request.query_string().is_empty() {
        state.pages.keep(request.path(), Arc::clone(&page));
    }
    Ok(page.answer(request.headers()))
}

impl Published {
    /// Compresses the bytes; call it away from the async threads. `https` is whether the site is served over TLS.
    ///
    /// # Errors
    /// When a compressor fails.
    pub fn new(
        bytes: Vec<u8>,
        kind: Kind,
        https: bool,
        fresh_until: Instant,
    ) -> std::io::Result<Self> {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
        let mut brotli = Vec::new();
        if kind.is_text {
            gzip.write_all(&bytes)?;
            brotli::CompressorWriter::new(&mut brotli, 4096, 9, 22).write_all(&bytes)?;
        }
        let tag: String = hex(&digest(&[&bytes])).chars().take(20).collect();
        let form = |encoding, body| Form::new(encoding, body, &tag, kind, https);
        Ok(Self {
            fresh_until,
            is_text: kind.is_text,
            gzip: form(Encoding::Gzip, gzip.finish()?),
            brotli: form(Encoding::Brotli, brotli),
            plain: form(Encoding::Plain, bytes),
            tag,
        })
    }

    /// The answer in the form the request accepts, or 304 when it is known.
    pub fn answer(&self, request: &HeaderMap) -> HttpResponse {
        let form = match Encoding::accepted(request) {
            Encoding::Gzip if self.is_text => &self.gzip,
            Encoding::Brotli if self.is_text => &self.brotli,
            _plain => &self.plain,
        };
        if is_known(request, &self.tag) {
            let mut response = HttpResponse::new(StatusCode::NOT_MODIFIED);
            *response.headers_mut() = form.known.clone();
            return response;
        }
        let body = BoxBody::new(form.body.clone());
        let mut response = HttpResponse::new(StatusCode::OK).set_body(body);
        *response.headers_mut() = form.headers.clone();
        response
    }
}

impl Form {
    fn new(encoding: Encoding, body: Vec<u8>, tag: &str, kind: Kind, https: bool) -> Self {
        let mut known = HeaderMap::new();
        let etag = format!("\"{tag}{}\"", encoding.suffix());
        insert(&mut known, header::ETAG, &etag);
        insert(&mut known, header::VARY, "accept-encoding, accept-language");
        insert(&mut known, header::CACHE_CONTROL, kind.cache_control);
        let mut headers = known.clone();
        insert(&mut headers, header::CONTENT_TYPE, kind.content_type);
        if let Some(name) = encoding.name() {
            insert(&mut headers, header::CONTENT_ENCODING, name);
        }
        for (name, value) in headers::security(https) {
            insert(&mut headers, HeaderName::from_static(name), value);
        }
        Self {
            body: body.into(),
            headers,
            known,
        }
    }
}

impl Encoding {
    fn accepted(request: &HeaderMap) -> Self {
        let accepted = request
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let offers = |name: &str| {
            accepted.split(',').any(|part| {
                let mut words = part.split(';').map(str::trim);
                words.next() == Some(name) && !words.any(|q| q == "q=0" || q == "q=0.0")
            })
        };
        if offers("br") {
            Self::Brotli
        } else if offers("gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }

    fn suffix(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Gzip => "-gz",
            Self::Brotli => "-br",
        }
    }
}

/// Whether the browser already has this page, in whichever encoding.
fn is_known(request: &HeaderMap, tag: &str) -> bool {
    request
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|known| known.contains(tag))
}

fn insert(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}
