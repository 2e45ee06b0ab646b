//! One error type for all handlers, and the middleware that turns it into a page.
//!
//! The page says what happened and what to do next, and gives back every long text the person had typed.

use std::fmt;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, ResponseError, web};

use super::limits::CompleteBody;
use super::observe::RequestId;
use super::page::{ErrorPage, SentForm, TypedText};
use super::state::AppState;
use crate::db::DatabaseError;
use crate::i18n::Language;

/// What a way back is called unless it leads to something special.
const BACK: &str = "http-error-back";

/// Why a request was not served.
#[derive(Debug)]
pub struct Error {
    status: StatusCode,
    details: Details,
    source: Option<anyhow::Error>,
}

/// What the error page needs; travels in the response's extensions to [`render`].
#[derive(Clone, Debug)]
struct Details {
    message_key: &'static str,
    back_url: Option<String>,
    /// Fluent id of what the way back is called.
    back_key: &'static str,
    /// Whether the same can be sent again once something else was done.
    can_be_sent_again: bool,
}

impl Error {
    /// An answer of `status` explained by the Fluent messages `{message_key}-title` and `{message_key}-next`.
    pub fn new(status: StatusCode, message_key: &'static str) -> Self {
        Self {
            status,
            details: Details {
                message_key,
                back_url: None,
                back_key: BACK,
                can_be_sent_again: false,
            },
            source: None,
        }
    }

    /// There is no such page, or the person may not know that there is.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "http-error-not-found")
    }

    /// The session has ended; at `url` another one begins, and then what was typed can be sent again from here.
    pub fn signed_out(url: impl Into<String>) -> Self {
        let mut error = Self::new(StatusCode::UNAUTHORIZED, "http-error-signed-out").back_to(url);
        error.details.back_key = "accounts-sign-in-submit";
        error.details.can_be_sent_again = true;
        error
    }

    /// A link from a mail holds no more.
    pub fn link_is_over() -> Self {
        Self::new(StatusCode::NOT_FOUND, "http-error-link-over")
    }

    /// The request cannot be understood.
    pub fn bad_request() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "http-error-bad-request")
    }

    /// A fault of ours; logged with its whole chain.
    pub fn internal(source: impl Into<anyhow::Error>) -> Self {
        let mut error = Self::new(StatusCode::INTERNAL_SERVER_ERROR, "http-error-internal");
        error.source = Some(source.into());
        error
    }

    /// The same error for one more person.
    pub fn again(&self) -> Self {
        let source = self.source.as_ref();
        Self {
            status: self.status,
            details: self.details.clone(),
            source: source.map(|source| anyhow::anyhow!("{source:?}")),
        }
    }

    /// The same error with a way back.
    pub fn back_to(mut self, url: impl Into<String>) -> Self {
        self.details.back_url = Some(url.into());
        self
    }
}

impl From<DatabaseError> for Error {
    fn from(error: DatabaseError) -> Self {
        match error {
            DatabaseError::Unavailable(source) => Self {
                source: Some(source),
                ..Self::new(StatusCode::SERVICE_UNAVAILABLE, "http-error-unavailable")
            },
            fault @ (DatabaseError::Query(_) | DatabaseError::Panicked) => Self::internal(fault),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.status.as_u16(), self.details.message_key)
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        if let Some(source) = &self.source {
            tracing::error!(error = ?source, status = self.status.as_u16(), "A request failed");
        }
        let mut response = HttpResponse::build(self.status);
        let mut response = response.finish();
        response.extensions_mut().insert(self.details.clone());
        response
    }
}

/// Fills empty error answers with a page in the visitor's language, and says with every 503 when to come back.
///
/// # Errors
/// Those of what it wraps: a middleware below answers with `ServiceRequest::error_response`, because an error would lose
/// the request and with it what was typed.
pub async fn render(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let mut response = next.call(request).await?.map_into_boxed_body();
    if response.status() == StatusCode::SERVICE_UNAVAILABLE {
        let seconds = HeaderValue::from_static("5");
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    if !response.status().is_client_error() && !response.status().is_server_error() {
        return Ok(response);
    }
    if response.response().body().size().is_eof() || has_details(&response) {
        return Ok(with_page(response));
    }
    Ok(response)
}

fn has_details(response: &ServiceResponse<BoxBody>) -> bool {
    response.response().extensions().contains::<Details>()
}

fn with_page(response: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
    let (request, mut response) = response.into_parts();
    let known = response.extensions_mut().remove::<Details>();
    let details = known.unwrap_or_else(|| standard(response.status()));
    let body = page(&request, response.status(), details);
    let mut response = response.set_body(body).map_into_boxed_body();
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/html; charset=utf-8"),
    );
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    ServiceResponse::new(request, response)
}

/// What to say about a status that came without words, from actix itself.
fn standard(status: StatusCode) -> Details {
    let message_key = match status {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => "http-error-not-found",
        StatusCode::PAYLOAD_TOO_LARGE => "http-error-too-large",
        StatusCode::REQUEST_TIMEOUT => "http-error-too-slow",
        StatusCode::FORBIDDEN => "http-error-cross-site",
        StatusCode::SERVICE_UNAVAILABLE => "http-error-unavailable",
        StatusCode::TOO_MANY_REQUESTS => "http-error-too-many",
        status if status.is_server_error() => "http-error-internal",
        _ => "http-error-bad-request",
    };
    Details {
        message_key,
        back_url: None,
        back_key: BACK,
        can_be_sent_again: false,
    }
}

fn page(request: &HttpRequest, status: StatusCode, details: Details) -> String {
    let Some(state) = request.app_data::<web::Data<AppState>>() else {
        return status.to_string();
    };
    let page = ErrorPage {
        status: status.as_u16(),
        message_key: details.message_key.to_owned(),
        back_url: details.back_url,
        back_key: details.back_key.to_owned(),
        typed: typed(request),
        again: details.can_be_sent_again.then(|| again(request)).flatten(),
        request_id: request
            .extensions()
            .get::<RequestId>()
            .map(ToString::to_string),
    };
    state
        .render(language(request), &state.site(), &page)
        .unwrap_or_else(|error| {
            tracing::error!(%error, "The error page could not be rendered");
            status.to_string()
        })
}

/// The form as it was sent, so that one press sends it again. Secrets are typed again.
fn again(request: &HttpRequest) -> Option<SentForm> {
    let extensions = request.extensions();
    let mut fields = extensions.get::<CompleteBody>()?.fields();
    fields.retain(|(name, _value)| !name.ends_with("password") && name != "code");
    let action = request.uri().path_and_query()?.to_string();
    (!fields.is_empty()).then_some(SentForm { action, fields })
}

/// The texts a person would have to type again: everything long in the form they sent.
fn typed(request: &HttpRequest) -> Vec<TypedText> {
    const TEXTS: [(&str, &str); 6] = [
        ("body", "http-typed-body"),
        ("proposed_text", "http-typed-proposed-text"),
        ("subject", "http-typed-subject"),
        ("reason", "http-typed-reason"),
        ("new_text", "http-typed-new-text"),
        ("note", "http-typed-note"),
    ];
    let extensions = request.extensions();
    let Some(body) = extensions.get::<CompleteBody>() else {
        return Vec::new();
    };
    body.fields()
        .into_iter()
        .filter(|(_name, text)| !text.trim().is_empty())
        .filter_map(|(name, text)| {
            let (_field, label) = TEXTS.iter().find(|(field, _label)| *field == name)?;
            Some(TypedText {
                label_key: (*label).to_owned(),
                text,
            })
        })
        .collect()
}

/// The `Accept-Language` header, if it is text.
pub fn accept_language(request: &HttpRequest) -> Option<&str> {
    request
        .headers()
        .get(header::ACCEPT_LANGUAGE)?
        .to_str()
        .ok()
}

/// The language of the address, else the visitor's first choice.
pub fn language(request: &HttpRequest) -> Language {
    let from_path = request
        .path()
        .split('/')
        .nth(1)
        .and_then(|code| code.parse().ok());
    from_path
        .or_else(|| Language::accepted(accept_language(request)?))
        .unwrap_or_default()
}
