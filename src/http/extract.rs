//! What handlers ask for: the form or the query that was sent, the language of the page, the moment the request was
//! complete. Texts are plain texts from here on.

use std::future::{Ready, ready};
use std::str::FromStr;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use url::form_urlencoded;

use super::Error;
use super::limits::CompleteBody;
use super::state::AppState;
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::Id;
use crate::kernel::plain_text;

/// Fields that are taken as they were typed end so: every character of a password counts.
const AS_TYPED: &str = "password";

/// A URL-encoded form. Its values may have several lines; whoever wants one asks [`plain_text::line`]. Fields a person left
/// out must have defaults in `T`: a missing field is their business, told beside the field, and not a broken request.
#[derive(Debug)]
pub struct Form<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Form<T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let extensions = request.extensions();
        let form = extensions
            .get::<CompleteBody>()
            .and_then(|body| tidy(&body.bytes, plain_text::lines));
        ready(form.map(Self).ok_or_else(Error::bad_request))
    }
}

/// The query of an address. Its values are of one line, and have defaults in `T` as those of a form.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let query = tidy(request.query_string().as_bytes(), plain_text::line);
        ready(query.map(Self).ok_or_else(Error::bad_request))
    }
}

/// URL-encoded fields, their values taken in by `take`.
fn tidy<T: DeserializeOwned>(bytes: &[u8], take: fn(&str) -> String) -> Option<T> {
    let mut tidy = form_urlencoded::Serializer::new(String::new());
    for (name, value) in form_urlencoded::parse(bytes) {
        if name.ends_with(AS_TYPED) {
            tidy.append_pair(&name, &value);
        } else {
            tidy.append_pair(&name, &take(&value));
        }
    }
    serde_urlencoded::from_str(&tidy.finish()).ok()
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

/// A number in an address, in its one spelling: `3`, not `003` or `+3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Number(pub i32);

/// The text is no number as we write it.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("not a number as it stands in an address")]
pub struct NotANumber;

impl FromStr for Number {
    type Err = NotANumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let number: i32 = text.parse().map_err(|_other| NotANumber)?;
        if number.to_string() == text {
            Ok(Self(number))
        } else {
            Err(NotANumber)
        }
    }
}

impl TryFrom<String> for Number {
    type Error = NotANumber;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// The language the address begins with.
impl FromRequest for Language {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _payload: &mut Payload) -> Self::Future {
        let language = request
            .match_info()
            .get("lang")
            .and_then(|code| code.parse().ok());
        ready(language.ok_or_else(Error::not_found))
    }
}

/// An id in an address; anything else is an address that does not exist.
///
/// # Errors
/// 404.
pub fn id<Of>(text: &str) -> Result<Id<Of>, Error> {
    text.parse().map_err(|_not_an_id| Error::not_found())
}

/// The address of a page without its language, as [`crate::http::render::Site`] is given it.
pub fn path_without_language(request: &HttpRequest, lang: Language) -> &str {
    let path = request.path().strip_prefix('/').unwrap_or_default();
    path.strip_prefix(lang.into_str()).unwrap_or_default()
}
