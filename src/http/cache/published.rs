//! Bytes in the three forms a browser may ask for, each compressed when it is first asked for.

use std::io::Write as _;
use std::sync::OnceLock;

use actix_web::HttpResponse;
use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::web::Bytes;

use super::Rendered;
use crate::documents::{atom, calendar, card, sitemap};
use crate::http::headers;
use crate::kernel::clock::Instant;
use crate::kernel::token::{digest, hex};

/// Bytes in the three forms a browser may ask for.
pub struct Published {
    pub(super) true_until: Instant,
    pub(super) fresh_until: Instant,
    kind: Kind,
    https: bool,
    /// What the entity tags of all forms begin with.
    tag: String,
    plain: Form,
    gzip: OnceLock<Form>,
    brotli: OnceLock<Form>,
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
    /// Quality and window (as a power of two) of brotli.
    pub brotli: (u32, u32),
}

/// A page: asked for anew each time, answered with 304 while it is the same.
pub(super) const PAGE: Kind = Kind {
    content_type: "text/html; charset=utf-8",
    cache_control: "no-cache",
    is_text: true,
    // A tenth of the time of quality 9 for the same bytes; a window larger than a page costs memory to clear.
    brotli: (6, 18),
};

/// The same for programs: asked for anew, too, since what they tell changes by the clock.
pub const FEED: Kind = PAGE.read_as(atom::MEDIA_TYPE);
pub const CALENDAR: Kind = PAGE.read_as(calendar::MEDIA_TYPE);
pub const SITEMAP: Kind = PAGE.read_as(sitemap::MEDIA_TYPE);
pub const PICTURE: Kind = Kind {
    is_text: false,
    ..PAGE.read_as(card::MEDIA_TYPE)
};
pub const DOCUMENT: Kind = PAGE.read_as("application/json; charset=utf-8");

impl Kind {
    const fn read_as(self, content_type: &'static str) -> Self {
        Self {
            content_type,
            ..self
        }
    }
}

/// The three forms.
#[derive(Clone, Copy)]
pub(super) enum Encoding {
    Plain,
    Gzip,
    Brotli,
}

impl Published {
    /// A rendered page or an asset. `https` is whether the site is served over TLS.
    pub(super) fn new(rendered: Rendered, https: bool) -> Self {
        Self::of(
            rendered.body,
            rendered.kind,
            https,
            (rendered.true_until, rendered.fresh_until),
        )
    }

    /// An asset, which stays what it is, in all its forms; call it away from the async threads.
    pub fn asset(bytes: Vec<u8>, kind: Kind, https: bool, now: Instant) -> Self {
        let asset = Self::of(bytes, kind, https, (now, now));
        asset.make(Encoding::Gzip);
        asset.make(Encoding::Brotli);
        asset
    }

    fn of(
        bytes: Vec<u8>,
        kind: Kind,
        https: bool,
        (true_until, fresh_until): (Instant, Instant),
    ) -> Self {
        let tag: String = hex(&digest(&[&bytes])).chars().take(20).collect();
        Self {
            true_until,
            fresh_until,
            kind,
            https,
            plain: Form::new(Encoding::Plain, bytes, &tag, kind, https),
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
            tag,
        }
    }

    /// Compresses the bytes unless it was done before; call it away from the async threads.
    pub(super) fn make(&self, encoding: Encoding) {
        if let Some(form) = self.compressed(encoding) {
            form.get_or_init(|| self.compress(encoding));
        }
    }

    /// Where a compressed form is kept, if there is one.
    fn compressed(&self, encoding: Encoding) -> Option<&OnceLock<Form>> {
        match encoding {
            Encoding::Gzip if self.kind.is_text => Some(&self.gzip),
            Encoding::Brotli if self.kind.is_text => Some(&self.brotli),
            _plain => None,
        }
    }

    fn compress(&self, encoding: Encoding) -> Form {
        let bytes = &self.plain.body;
        let form = |encoding, body| Form::new(encoding, body, &self.tag, self.kind, self.https);
        match encoding.compress(bytes, self.kind) {
            Ok(body) => form(encoding, body),
            Err(_memory) => form(Encoding::Plain, bytes.to_vec()),
        }
    }

    /// Bytes in memory, with those of the forms that are still to be made: text shrinks to a quarter or less.
    pub(super) fn weight(&self) -> usize {
        const HEADERS: usize = 3 * 1024;
        self.plain.body.len() * 3 / 2 + HEADERS
    }

    /// The answer in the form the request accepts, or 304 when it is known; none when that form was not made yet.
    pub fn answer(&self, request: &HeaderMap) -> Option<HttpResponse> {
        let form = match self.compressed(Encoding::accepted(request)) {
            Some(form) => form.get()?,
            None => &self.plain,
        };
        if is_known(request, &self.tag) {
            let mut response = HttpResponse::new(StatusCode::NOT_MODIFIED);
            *response.headers_mut() = form.known.clone();
            return Some(response);
        }
        let body = BoxBody::new(form.body.clone());
        let mut response = HttpResponse::new(StatusCode::OK).set_body(body);
        *response.headers_mut() = form.headers.clone();
        Some(response)
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
    fn compress(self, bytes: &[u8], kind: Kind) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Plain => Ok(bytes.to_vec()),
            Self::Gzip => {
                let level = flate2::Compression::new(6);
                let mut gzip = flate2::write::GzEncoder::new(Vec::new(), level);
                gzip.write_all(bytes)?;
                gzip.finish()
            }
            Self::Brotli => {
                let mut packed = Vec::new();
                let (quality, window) = kind.brotli;
                brotli::CompressorWriter::new(&mut packed, 4096, quality, window)
                    .write_all(bytes)?;
                Ok(packed)
            }
        }
    }

    pub(super) fn accepted(request: &HeaderMap) -> Self {
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
