//! The links in mails about a subscription. A GET shows a button, a POST acts: a mail scanner that follows links must
//! neither subscribe nor unsubscribe anybody.

use actix_web::http::StatusCode;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};

use crate::accounts::{self, Authority};
use crate::consultations::{self, Consultation, authority_site, consultation_site};
use crate::db::{DbConnection, StoreResult};
use crate::http::extract::{id, path_without_language};
use crate::http::limits::CompleteBody;
use crate::http::render::Site;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;
use crate::kernel::ids::SubscriptionId;
use crate::kernel::token::Flow;
use crate::subscribers::domain::{Subscription, SubscriptionState};
use crate::subscribers::page::{ConfirmSubscription, Unsubscribe};
use crate::subscribers::{service, store};

/// `{lang}`, `{id}`, `{token}`.
type Link = web::Path<(String, String, String)>;

/// What a link is about.
struct Found {
    subscription: Subscription,
    /// The list, as people call it.
    list_name: String,
    site: Site,
}

pub(super) async fn confirm_form(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    link: Link,
) -> Result<HttpResponse, Error> {
    let found = find(&state, &request, lang, permitted(&state, &link)?).await?;
    let subscription = &found.subscription;
    let form = ConfirmSubscription {
        state: if subscription.state == SubscriptionState::Confirmed {
            "confirmed"
        } else if subscription.can_confirm(state.now()) {
            "waiting"
        } else {
            "expired"
        }
        .to_owned(),
        subject: found.list_name,
        action: request.path().to_owned(),
        unsubscribe_url: format!("{}/unsubscribe", base(&link, lang)),
    };
    let html = state.render(lang, &found.site, &form)?;
    Ok(answer::page(StatusCode::OK, html))
}

pub(super) async fn confirm_subscription(
    state: web::Data<AppState>,
    request: HttpRequest,
    _lang: Language,
    link: Link,
) -> Result<HttpResponse, Error> {
    let subscription = permitted(&state, &link)?;
    service::confirm_subscription(&state.context, subscription).await?;
    Ok(answer::see_other(request.path()))
}

pub(super) async fn unsubscribe_form(
    state: web::Data<AppState>,
    request: HttpRequest,
    lang: Language,
    link: Link,
) -> Result<HttpResponse, Error> {
    let found = find(&state, &request, lang, permitted(&state, &link)?).await?;
    let form = Unsubscribe {
        state: if found.subscription.state == SubscriptionState::Unsubscribed {
            "done"
        } else {
            "waiting"
        }
        .to_owned(),
        subject: found.list_name,
        action: request.path().to_owned(),
    };
    let html = state.render(lang, &found.site, &form)?;
    Ok(answer::page(StatusCode::OK, html))
}

/// Ends a subscription. A mail service that does it for a reader (RFC 8058) has no cookies, follows no redirects and
/// wants 200; a person is shown that it is done.
pub(super) async fn unsubscribe(
    state: web::Data<AppState>,
    request: HttpRequest,
    _lang: Language,
    link: Link,
) -> Result<HttpResponse, Error> {
    let subscription = permitted(&state, &link)?;
    service::unsubscribe(&state.context, subscription).await?;
    if is_one_click(&request) {
        Ok(HttpResponse::Ok().finish())
    } else {
        Ok(answer::see_other(request.path()))
    }
}

/// The subscription a link may act for; a wrong token is an address that does not exist.
fn permitted(state: &AppState, link: &Link) -> Result<SubscriptionId, Error> {
    let subscription: SubscriptionId = id(&link.1)?;
    if state
        .context
        .tokens
        .permits(&link.2, Flow::Subscription, subscription.uuid())
    {
        Ok(subscription)
    } else {
        Err(Error::not_found())
    }
}

async fn find(
    state: &AppState,
    request: &HttpRequest,
    lang: Language,
    id: SubscriptionId,
) -> Result<Found, Error> {
    let (subscription, list) = state
        .context
        .db
        .read(move |conn| find_with_list(conn, id))
        .await?
        .ok_or_else(Error::not_found)?;
    let (list_name, site) = match &list {
        List::Consultation(found) => (
            found.title_in(lang == Language::En).to_owned(),
            consultation_site(state, lang, found, path_without_language(request, lang)),
        ),
        List::Authority(authority) => (
            authority.name.clone(),
            authority_site(state, lang, authority, path_without_language(request, lang)),
        ),
    };
    Ok(Found {
        subscription,
        list_name,
        site,
    })
}

enum List {
    Consultation(Box<Consultation>),
    Authority(Box<Authority>),
}

fn find_with_list(
    conn: &mut DbConnection,
    id: SubscriptionId,
) -> StoreResult<Option<(Subscription, List)>> {
    let Some(subscription) = store::find_subscription(conn, id)? else {
        return Ok(None);
    };
    let list = match subscription.consultation_id {
        Some(id) => {
            consultations::find_by_id(conn, id)?.map(|found| List::Consultation(Box::new(found)))
        }
        None => accounts::list_authorities(conn)?
            .into_iter()
            .find(|authority| authority.id == subscription.authority_id)
            .map(|authority| List::Authority(Box::new(authority))),
    };
    Ok(list.map(|list| (subscription, list)))
}

fn base(link: &Link, lang: Language) -> String {
    format!("/{}/subscriptions/{}/{}", lang.into_str(), link.1, link.2)
}

/// Whether the body is what RFC 8058, section 3.2 says, as a URL-encoded form or as multipart.
fn is_one_click(request: &HttpRequest) -> bool {
    let extensions = request.extensions();
    let Some(body) = extensions.get::<CompleteBody>() else {
        return false;
    };
    let text = String::from_utf8_lossy(&body.bytes);
    text.contains("List-Unsubscribe") && text.contains("One-Click")
}
