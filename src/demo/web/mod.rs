//! The mailbox: every mail that would have been sent, in the browser.

mod accounts;

pub use accounts::accounts;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use chrono::TimeDelta;
use serde::Deserialize;

use crate::demo::page::{MailEntry, MailView, Mailbox};
use crate::http::error::language;
use crate::http::extract::Form;
use crate::http::routing::{Access, Route};
use crate::http::{AppState, Error, answer};
use crate::mail::compose::Composer;
use crate::mail::outbox::{Letter, report};

/// The demonstration's mailbox.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/mailbox", Access::Demo, || web::to(show_mailbox)),
        Route::post("/mailbox/clock", Access::Demo, || web::to(move_clock)),
        Route::get("/mailbox/{number}", Access::Demo, || web::to(show_mail)),
    ]
}

/// By how many days the clock is moved.
const STEPS: [i64; 3] = [1, 7, 30];

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
        now: state.now(),
        mails: mails.collect::<Result<_, _>>()?,
        steps: STEPS.to_vec(),
    };
    state.show(StatusCode::OK, language(&request), &state.site(), &page)
}

#[derive(Deserialize)]
struct ClockForm {
    #[serde(default)]
    days: i64,
}

/// Moves the clock, so that a window opens and closes while one looks.
async fn move_clock(
    state: web::Data<AppState>,
    Form(form): Form<ClockForm>,
) -> Result<HttpResponse, Error> {
    if !STEPS.contains(&form.days) {
        return Err(Error::bad_request());
    }
    state.context.clock.advance(TimeDelta::days(form.days));
    Ok(answer::see_other("/mailbox"))
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
            number: letter.mail.row_key,
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
