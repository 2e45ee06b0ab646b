//! Where mail meets the web: mails are written with the pages' templates, and a demonstration shows them in the browser.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use anyhow::Context;
use serde::Deserialize;
use serde_json::Value;

use crate::http::assets;
use crate::http::error::language;
use crate::http::render::{Site, SiteAuthority, SiteConsultation, Templates};
use crate::http::routing::{Access, Route};
use crate::http::{AppState, Error};
use crate::i18n::Language;
use crate::mail::MailSettings;
use crate::mail::compose::{Composer, MailText, RenderRequest, Sender};
use crate::mail::outbox::{Letter, report};
use crate::mail::page::{MailEntry, MailView, Mailbox};

/// The demonstration's mailbox.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/mailbox", Access::Demo, || web::to(show_mailbox)),
        Route::get("/mailbox/{number}", Access::Demo, || web::to(show_mail)),
    ]
}

/// Writes mails with the embedded templates.
///
/// # Errors
/// When the base URL names no host or the style sheet is missing.
pub fn composer(settings: &MailSettings, state: &AppState) -> anyhow::Result<Composer> {
    let css = assets::find("mail.css").context("mail.css is not embedded")?;
    let css = String::from_utf8_lossy(&css.bytes).into_owned();
    let sender = Sender {
        name: settings.from_name.clone(),
        address: settings.from_address.clone(),
        base_url: state.context.base_url.to_string(),
    };
    let (templates, site) = (Arc::clone(&state.templates), state.site());
    let render = move |request: &RenderRequest<'_>| render(&templates, &site, request);
    Ok(Composer::new(
        sender,
        css,
        state.context.tokens.clone(),
        Box::new(render),
    )?)
}

fn render(
    templates: &Templates,
    site: &Site,
    request: &RenderRequest<'_>,
) -> anyhow::Result<MailText> {
    let authority = request.authority;
    let site = Site {
        authority: Some(SiteAuthority {
            slug: authority.slug.clone(),
            name: authority.name.clone(),
            contact_email: authority.contact_email.clone(),
            department: Some(authority.department.clone()),
        }),
        consultation: consultation(request.params),
        zone: authority.time_zone.clone(),
        ..site.clone()
    };
    let parts = templates.render_mail(request.language, &site, request.message, request.params)?;
    Ok(MailText {
        subject: parts.subject,
        text: parts.text,
        html: parts.html,
    })
}

/// The consultation a mail is about, from its parameters.
fn consultation(params: &Value) -> Option<SiteConsultation> {
    let text = |key: &str| {
        params
            .get("consultation")?
            .get(key)?
            .as_str()
            .map(str::to_owned)
    };
    Some(SiteConsultation {
        slug: text("slug")?,
        title: text("title")?,
        title_lang: Language::default().into_str().to_owned(),
        short_title: text("short_title")?,
        is_public: true,
        draft_noun: text("draft_noun"),
    })
}

/// Mails shown on one page.
const SHOWN: i64 = 200;

async fn show_mailbox(
    state: web::Data<AppState>,
    composer: web::Data<Composer>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let letters = state
        .context
        .db
        .read(|connection| report::list_newest(connection, SHOWN))
        .await?;
    let mails = letters
        .iter()
        .map(|letter| view(&state, &composer, letter).map(|view| view.mail));
    let page = Mailbox {
        mails: mails.collect::<Result<_, _>>()?,
    };
    state.show(StatusCode::OK, language(&request), &state.site(), &page)
}

#[derive(Deserialize)]
struct MailPath {
    number: i64,
}

async fn show_mail(
    state: web::Data<AppState>,
    composer: web::Data<Composer>,
    request: HttpRequest,
    path: web::Path<MailPath>,
) -> Result<HttpResponse, Error> {
    let number = path.number;
    let letter = state
        .context
        .db
        .read(move |connection| report::find(connection, number))
        .await?;
    let letter = letter.ok_or_else(Error::not_found)?;
    let mail = view(&state, &composer, &letter)?;
    state.show(StatusCode::OK, language(&request), &state.site(), &mail)
}

/// The mail written anew from its row, exactly as the worker writes it.
fn view(state: &AppState, composer: &Composer, letter: &Letter) -> Result<MailView, Error> {
    let message = composer
        .compose(letter, state.now())
        .map_err(Error::internal)?;
    Ok(MailView {
        mail: MailEntry {
            number: u64::try_from(letter.mail.row_key).unwrap_or_default(),
            to: message.to.expose().to_owned(),
            subject: message.subject,
            sent_at: letter.mail.finished_at.unwrap_or(letter.mail.created_at),
        },
        from: format!("{} <{}>", message.from_name, message.from.expose()),
        links: links(&message.text),
        text: message.text,
    })
}

/// The addresses in a plain text, in order and without repeats.
fn links(text: &str) -> Vec<String> {
    let mut links: Vec<String> = Vec::new();
    for word in text
        .split_whitespace()
        .filter(|word| word.starts_with("http://") || word.starts_with("https://"))
    {
        if !links.iter().any(|known| known == word) {
            links.push(word.to_owned());
        }
    }
    links
}
