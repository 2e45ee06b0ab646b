//! What handlers ask for: the form that was sent, the language of the page, the moment the request was complete.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::de::DeserializeOwned;

use super::Error;
use super::limits::CompleteBody;
use super::state::AppState;
use crate::i18n::Language;
use crate::kernel::clock::Instant;

/// A URL-encoded form. Fields a person left out must have defaults in `T`: a missing field is their business, told
/// beside the field, and not a broken request.
#[derive(Debug)]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Form<T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let extensions = request.extensions();
        let form = extensions
            .get::<CompleteBody>()
            .and_then(|body| serde_urlencoded::from_bytes(&body.bytes).ok());
        ready(form.map(Self).ok_or_else(Error::bad_request))
    }
}

/// When the complete request had arrived; for a request without a body, now.
#[derive(Clone, Copy, Debug)]
pub struct ReceivedAt(pub Instant);

impl FromRequest for ReceivedAt {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let received = request
            .extensions()
            .get::<CompleteBody>()
            .map(|body| body.received_at)
            .or_else(|| {
                request
                    .app_data::<web::Data<AppState>>()
                    .map(|state| state.now())
            });
        ready(received.map(Self).ok_or_else(Error::bad_request))
    }
}

/// The language the address begins with.
impl FromRequest for Language {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let language = request.match_info().get("lang").and_then(Self::parse);
        ready(language.ok_or_else(Error::not_found))
    }
}
