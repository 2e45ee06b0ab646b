//! The link that proves another address of an account.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use crate::accounts::domain::{LinkKind, OwnAccountError};
use crate::accounts::page::NewAddress;
use crate::accounts::service;
use crate::db::{DatabaseError, Failure};
use crate::http::extract::id;
use crate::http::render::Site;
use crate::http::{AppState, Error, answer};
use crate::i18n::Language;

pub(super) async fn new_address_form(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, link, token) = path.into_inner();
    let (held, sent) = (id(&link)?, token.clone());
    let (tokens, now) = (state.context.tokens.clone(), state.now());
    let found: Result<_, DatabaseError> = state
        .context
        .db
        .read(move |connection| {
            let held = (held, sent.as_str());
            service::find_link_owner(connection, &tokens, LinkKind::Address, held, now)
        })
        .await;
    let (found, staff) = found?.ok_or_else(Error::link_is_over)?;
    let site = Site {
        switch_url: Some(format!(
            "/{}/new-address/{link}/{token}",
            lang.other().into_str()
        )),
        ..state.site()
    };
    let page = NewAddress {
        link,
        token,
        present: staff.email,
        email: found.email,
    };
    state.show(StatusCode::OK, lang, &site, &page)
}

pub(super) async fn prove_address(
    state: web::Data<AppState>,
    lang: Language,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (_lang, link, token) = path.into_inner();
    match service::prove_address(&state.context, (id(&link)?, &token)).await {
        Ok(()) => Ok(answer::see_other(&format!(
            "/{}/sign-in?done=address-changed",
            lang.into_str()
        ))),
        Err(Failure::Refused(OwnAccountError::Taken)) => {
            Err(Error::new(StatusCode::CONFLICT, "http-error-address-taken"))
        }
        Err(Failure::Refused(_over)) => Err(Error::not_found()),
        Err(Failure::Database(error)) => Err(error.into()),
    }
}
