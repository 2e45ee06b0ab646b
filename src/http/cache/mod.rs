//! Published pages: the same for everybody, rendered once, kept compressed in memory.
//!
//! A page lives until something is published (every node polls one counter, see `consultations`), or until the moment
//! it named itself: the next opening, closing or midnight, or the minute after which its figures are old. However many ask
//! for a page that is not there, it is made once; a costly one takes a limited share of the connections for reading, so
//! that none is ever in the way of somebody who sends something.
//!
//! - [`published`](Published): bytes in the forms a browser may ask for.
//! - [`pages`](PublishedPages): what is kept, under one address each, within a bound of bytes.
//! - [`Recent`]: figures that many pages show, counted once for all of them.

mod flights;
mod pages;
mod published;
mod recent;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{HttpRequest, HttpResponse, web};
use std::sync::Arc;

pub use pages::{Epoch, PublishedPages};
pub use published::{CALENDAR, DOCUMENT, FEED, Kind, PICTURE, Published, SITEMAP};
pub use recent::{Figures, Found, Recent};

use super::Error;
use super::state::AppState;
use crate::db::DbConnection;
use crate::kernel::clock::Instant;
use pages::{Kept, address};
use published::{Encoding, PAGE};

/// A rendered page and the moments it stops being good enough and being true.
pub struct Rendered {
    pub body: Vec<u8>,
    /// What it is, when it is not a page.
    pub kind: Kind,
    /// What the page says by the clock is wrong from this moment on: nobody gets it any more.
    pub true_until: Instant,
    /// Its figures are old from this moment on: it is made anew, and only who asks meanwhile still gets it.
    pub fresh_until: Instant,
}

impl Rendered {
    /// A page that says nothing but what the clock and publications change.
    pub fn until(body: impl Into<Vec<u8>>, true_until: Instant) -> Self {
        Self {
            body: body.into(),
            kind: PAGE,
            true_until,
            fresh_until: true_until,
        }
    }

    /// A page that shows figures as well.
    pub fn with_figures<T>(html: String, true_until: Instant, figures: &Found<T>) -> Self {
        Self::until(html, true_until).bounded_by(figures)
    }

    /// The same for a program to read.
    pub fn of_kind(self, kind: Kind) -> Self {
        Self { kind, ..self }
    }

    /// The same page with these figures on it.
    pub fn bounded_by<T>(self, figures: &Found<T>) -> Self {
        let true_until = self.true_until.min(figures.true_until);
        Self {
            true_until,
            fresh_until: self.fresh_until.min(figures.fresh_until).min(true_until),
            ..self
        }
    }
}

/// What a page is made with.
pub struct Making<'a> {
    pub connection: &'a mut DbConnection,
    pub state: &'a AppState,
    /// The moment the page speaks of.
    pub now: Instant,
    /// How much had been published before anything was read.
    pub epoch: Epoch,
    /// The parameters the page reads, as part of its address.
    pub query: &'a str,
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
        let readable = matches!(*request.method(), Method::GET | Method::HEAD);
        let (path, query) = (request.path(), request.query_string());
        let page = readable.then(|| state.pages.fresh(path, query, state.now()))??;
        page.answer(request.headers())
    });
    match cached {
        Some(response) => Ok(request.into_response(response)),
        None => next
            .call(request)
            .await
            .map(ServiceResponse::map_into_boxed_body),
    }
}

/// Answers with the page at this address, which depends on the parameters `reads` and on nothing else a request says.
/// `make` is called, away from the async threads, unless the page is kept or somebody else is making it.
///
/// # Errors
/// What `make` returns, to everybody who waited for it.
pub async fn publish<F>(
    state: &AppState,
    request: &HttpRequest,
    reads: &'static [&'static str],
    make: F,
) -> Result<HttpResponse, Error>
where
    F: FnOnce(&mut Making<'_>) -> Result<Rendered, Error> + Send + 'static,
{
    let encoding = Encoding::accepted(request.headers());
    let (key, query) = address(request.path(), request.query_string(), reads);
    let epoch = state.pages.epoch();
    let page = match state.pages.find(&key, state.now()) {
        Kept::Fresh(page) => page,
        Kept::True(page) if state.pages.flights.is_under_way(&key, epoch) => page,
        _none => {
            let address = (key.clone(), query);
            let work = fly(state.clone(), address, reads, encoding, epoch, make);
            let flight = state.pages.flights.join(&key, epoch, work);
            flight.await.map_err(|error| error.again())?
        }
    };
    if let Some(answer) = page.answer(request.headers()) {
        return Ok(answer);
    }
    let made = Arc::clone(&page);
    web::block(move || made.make(encoding))
        .await
        .map_err(Error::internal)?;
    page.answer(request.headers())
        .ok_or_else(|| Error::internal(anyhow::anyhow!("a page without the form it was made in")))
}

/// Finds something as a page is made: with what pages share, on the connections pages may take.
///
/// # Errors
/// What `find` returns.
pub async fn find<T, F>(state: &AppState, find: F) -> Result<T, Error>
where
    F: FnOnce(&mut Making<'_>) -> Result<T, Error> + Send + 'static,
    T: Send + 'static,
{
    making(state.clone(), String::new(), state.pages.epoch(), find).await
}

async fn making<T, F>(state: AppState, query: String, epoch: Epoch, make: F) -> Result<T, Error>
where
    F: FnOnce(&mut Making<'_>) -> Result<T, Error> + Send + 'static,
    T: Send + 'static,
{
    let db = state.context.db.clone();
    db.read_page(move |connection: &mut DbConnection| {
        make(&mut Making {
            connection,
            now: state.now(),
            state: &state,
            epoch,
            query: &query,
        })
    })
    .await
}

/// Makes the page, with the form of who asked first, and keeps it unless something was published meanwhile.
async fn fly<F>(
    state: AppState,
    (key, query): (String, String),
    reads: &'static [&'static str],
    encoding: Encoding,
    epoch: Epoch,
    make: F,
) -> Result<Arc<Published>, Arc<Error>>
where
    F: FnOnce(&mut Making<'_>) -> Result<Rendered, Error> + Send + 'static,
{
    let made = making(state.clone(), query, epoch, move |making| {
        let rendered = make(making)?;
        let page = Published::new(rendered, making.state.site.https);
        page.make(encoding);
        Ok(Arc::new(page))
    });
    let page = made.await.map_err(Arc::new)?;
    state.pages.keep(&key, reads, &page, epoch, state.now());
    Ok(page)
}
