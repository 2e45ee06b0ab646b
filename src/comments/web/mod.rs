//! Pages and forms of submitters, and the public register.

mod confirmation;
mod form;
mod parse;
mod register;
mod submit;
mod tracking;

use actix_web::web;
use serde_json::{Value, json};

use crate::consultations::domain::Consultation;
use crate::http::routing::{Access, Route};

/// All routes of the slice.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get(
            "/{lang}/{authority}/{consultation}/comment",
            Access::Public,
            || web::to(form::comment_form),
        ),
        Route::post(
            "/{lang}/{authority}/{consultation}/comment",
            Access::Public,
            || web::to(submit::submit_comment),
        ),
        Route::get(
            "/{lang}/{authority}/{consultation}/register",
            Access::Public,
            || web::to(register::show_register),
        ),
        Route::get("/{lang}/submissions/{id}/{token}", Access::Link, || {
            web::to(tracking::show_submission)
        }),
        Route::get(
            "/{lang}/submissions/{id}/{token}/confirm",
            Access::Link,
            || web::to(confirmation::confirm_submission_form),
        ),
        Route::post(
            "/{lang}/submissions/{id}/{token}/confirm",
            Access::Link,
            || web::to(confirmation::confirm_submission),
        ),
    ]
}

/// What mails say about a consultation.
pub fn mail_consultation(consultation: &Consultation) -> Value {
    json!({
        "slug": consultation.slug,
        "title": consultation.title,
        "short_title": consultation.short_title,
    })
}
