//! Addresses of the slice: subscribing, confirming it, leaving.

mod nonce;
mod subscribe;
mod subscription;

use actix_web::web;

use crate::http::routing::{Access, Route};

/// All routes of the slice.
pub fn routes() -> Vec<Route> {
    const CONSULTATION: &str = "/{lang}/{authority}/{consultation}/subscribe";
    const AUTHORITY: &str = "/{lang}/{authority}/subscribe";
    const CONFIRM: &str = "/{lang}/subscriptions/{id}/{token}/confirm";
    const UNSUBSCRIBE: &str = "/{lang}/subscriptions/{id}/{token}/unsubscribe";
    vec![
        Route::get(CONSULTATION, Access::Public, || {
            web::to(subscribe::consultation_form)
        }),
        Route::post(CONSULTATION, Access::Public, || {
            web::to(subscribe::subscribe_to_consultation)
        }),
        Route::get(AUTHORITY, Access::Public, || {
            web::to(subscribe::authority_form)
        }),
        Route::post(AUTHORITY, Access::Public, || {
            web::to(subscribe::subscribe_to_authority)
        }),
        Route::get(CONFIRM, Access::Link, || {
            web::to(subscription::confirm_form)
        }),
        Route::post(CONFIRM, Access::Link, || {
            web::to(subscription::confirm_subscription)
        }),
        Route::get(UNSUBSCRIBE, Access::Link, || {
            web::to(subscription::unsubscribe_form)
        }),
        Route::post(UNSUBSCRIBE, Access::Link, || {
            web::to(subscription::unsubscribe)
        }),
    ]
}
