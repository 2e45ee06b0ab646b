//! Pages and forms of submitters.

mod address;
mod confirmation;
mod form;
mod parse;
mod submit;
mod tracking;

use actix_web::web;

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
        Route::get("/{lang}/submissions/{id}/{token}", Access::Link, || {
            web::to(tracking::show_submission)
        }),
        Route::post(
            "/{lang}/submissions/{id}/{token}/again",
            Access::Link,
            || web::to(address::send_again),
        ),
        Route::post(
            "/{lang}/submissions/{id}/{token}/address",
            Access::Link,
            || web::to(address::correct_address),
        ),
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
