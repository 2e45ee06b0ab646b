//! Pages and forms of submitters, and the public register.

mod address;
mod confirmation;
mod form;
mod parse;
mod register;
mod submit;
mod tracking;

use actix_web::web;
pub use register::SharedRegister;

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
        Route::get(
            "/{lang}/{authority}/{consultation}/register/print",
            Access::Public,
            || web::to(register::print_register),
        ),
        Route::get(
            "/{lang}/{authority}/{consultation}/register/{reference}/{position}",
            Access::Public,
            || web::to(register::find_comment),
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
