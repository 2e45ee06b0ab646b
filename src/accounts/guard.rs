//! Stands before every route and lets pass whom the route's declaration admits. What is not declared does not exist.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpResponse, web};

use chrono::TimeDelta;

use super::domain::{Actor, SessionToken};
use super::service::{self, Named};
use super::web::{SECOND_FACTOR, cookie, sign_in_url};
use crate::db::DatabaseError;
use crate::http::error::language;
use crate::http::routing::{Access, AccessTable};
use crate::http::{AppState, Error, answer};
use crate::kernel::clock::Instant;
use crate::kernel::role::Role;

/// How exactly is noted when a session was last in use: a note for every page would be a write for every page.
const SEEN_TO: TimeDelta = TimeDelta::minutes(10);

/// Asks the declaration of the route who may pass. Public pages pass without a look at the database or a cookie; for
/// the others the [`Actor`] is read, once, and put into the request.
///
/// Everyone else is answered 404 for what is not declared, not for this installation or not for this person; 405 for
/// another method; 401 for an act after the session has ended, so that its page can give back what was typed; a page
/// then leads to signing in. These are answers and not errors, because an error would lose the request on its way out
/// and with it what was typed.
///
/// # Errors
/// Those of what it wraps.
pub async fn admit(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let (Some(state), Some(table)) = (
        request.app_data::<web::Data<AppState>>().cloned(),
        request.app_data::<web::Data<AccessTable>>().cloned(),
    ) else {
        let missing = anyhow::anyhow!("the guard needs the application state and the access table");
        return Ok(request.error_response(Error::internal(missing)));
    };
    let pattern = request.match_pattern().unwrap_or_default();
    let admits = match table.access(request.method(), &pattern) {
        Some(Access::Public | Access::Link) => return pass(request, next).await,
        Some(Access::Demo) if state.site.demo => return pass(request, next).await,
        Some(Access::Demo) => return Ok(request.error_response(Error::not_found())),
        Some(Access::SignedIn) => Admits::Everyone,
        Some(Access::Roles(roles)) => Admits::Holders(roles),
        None => return Ok(undeclared(request, &table, &pattern)),
    };
    let actor = match find_actor(&state, &request).await {
        Ok(Some(actor)) if actor.owes_second_factor && !is_account(&pattern) => {
            return Ok(owing(request));
        }
        Ok(Some(actor)) if admits.admits(&actor) => actor,
        Ok(Some(_other)) => return Ok(request.error_response(Error::not_found())),
        Ok(None) => return Ok(signed_out(request, &table, &pattern)),
        Err(error) => return Ok(request.error_response(error)),
    };
    request.extensions_mut().insert(actor);
    let mut response = pass(request, next).await?;
    keep_private(&mut response);
    Ok(response)
}

/// Whom of those signed in a route admits.
#[derive(Clone, Copy)]
enum Admits {
    Everyone,
    Holders(&'static [Role]),
}

impl Admits {
    fn admits(self, actor: &Actor) -> bool {
        match self {
            Self::Everyone => true,
            Self::Holders(roles) => actor.has_any(roles),
        }
    }
}

async fn pass(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    next.call(request)
        .await
        .map(ServiceResponse::map_into_boxed_body)
}

async fn find_actor(state: &AppState, request: &ServiceRequest) -> Result<Option<Actor>, Error> {
    let Some(token) = cookie::read(request.request(), state.site.https) else {
        return Ok(None);
    };
    let named = |name| request.match_info().get(name).map(str::to_owned);
    let named = Named {
        authority: named("authority"),
        consultation: named("consultation"),
    };
    let (now, held) = (state.now(), token.clone());
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| service::find_actor(connection, &held, &named, now))
        .await;
    Ok(found?.map(|(actor, last_seen_at)| {
        note_seen(state, token, last_seen_at, now);
        actor
    }))
}

/// Notes now and then that a session is in use. Nobody waits for it, and a note that is lost is made by the next page.
fn note_seen(state: &AppState, token: SessionToken, last_seen_at: Instant, now: Instant) {
    if now < last_seen_at.plus(SEEN_TO) {
        return;
    }
    let context = state.context.clone();
    actix_web::rt::spawn(async move {
        if let Err(error) = service::note_seen(&context, token).await {
            tracing::debug!(%error, "It was not noted that a session is in use");
        }
    });
}

/// The pages on which people look after their own account.
fn is_account(pattern: &str) -> bool {
    pattern.starts_with("/{lang}/account")
}

/// Whoever owes a second factor is led to where it is set; what they typed is given back.
fn owing(request: ServiceRequest) -> ServiceResponse<BoxBody> {
    let lang = language(request.request()).into_str();
    let url = SECOND_FACTOR.replace("{lang}", lang);
    if request.method().is_safe() {
        return request.into_response(answer::see_other(&format!("{url}?done=second-factor-owed")));
    }
    let error = Error::new(StatusCode::FORBIDDEN, "http-error-second-factor").back_to(url);
    request.error_response(error)
}

/// No session: a page leads to signing in and back; an act cannot be repeated by a redirect, so it is refused.
fn signed_out(
    request: ServiceRequest,
    table: &AccessTable,
    pattern: &str,
) -> ServiceResponse<BoxBody> {
    let lang = language(request.request());
    let back = nearest_page(&request, table, pattern);
    let back = back.unwrap_or_else(|| format!("/{}/desk", lang.into_str()));
    let url = sign_in_url(lang, Some(&back));
    if !request.method().is_safe() {
        return request.error_response(Error::signed_out(url));
    }
    request.into_response(answer::see_other(&url))
}

/// The page the request is for or, for an act that has no page of its own, the page it was sent from: acts stand below
/// what they act on.
fn nearest_page(request: &ServiceRequest, table: &AccessTable, pattern: &str) -> Option<String> {
    let (mut pattern, mut path) = (pattern, request.path());
    while table.access(&Method::GET, pattern).is_none() {
        pattern = pattern.rsplit_once('/')?.0;
        path = path.rsplit_once('/')?.0;
    }
    Some(match request.query_string() {
        "" => path.to_owned(),
        query => format!("{path}?{query}"),
    })
}

fn undeclared(
    request: ServiceRequest,
    table: &AccessTable,
    pattern: &str,
) -> ServiceResponse<BoxBody> {
    let declared: Vec<&str> = [(Method::GET, "GET, HEAD"), (Method::POST, "POST")]
        .into_iter()
        .filter(|(method, _names)| table.access(method, pattern).is_some())
        .map(|(_method, names)| names)
        .collect();
    if declared.is_empty() {
        return request.error_response(Error::not_found());
    }
    let response = HttpResponse::build(StatusCode::METHOD_NOT_ALLOWED)
        .insert_header((header::ALLOW, declared.join(", ")))
        .finish();
    request.into_response(response)
}

/// What only some may see is kept by no cache, the browser's own included.
fn keep_private(response: &mut ServiceResponse<BoxBody>) {
    let headers = response.headers_mut();
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}
