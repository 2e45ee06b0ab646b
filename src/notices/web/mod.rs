//! Addresses of the slice: subscribing for everybody, notices for coordinators.

mod chrome;
mod desk;
mod fields;
mod nonce;
mod rehearsal;
mod rehearsal_page;
mod subscribe;
mod subscription;

use actix_web::web;

use super::domain::COORDINATORS;
use crate::http::Error;
use crate::http::routing::{Access, Route};

const COORDINATOR: Access = Access::Roles(COORDINATORS);

/// All routes of the slice.
pub fn routes() -> Vec<Route> {
    let mut routes = subscription_routes();
    routes.extend(desk_routes());
    routes
}

fn subscription_routes() -> Vec<Route> {
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

fn desk_routes() -> Vec<Route> {
    const LIST: &str = "/{lang}/desk/{authority}/{consultation}/notices";
    const NEW: &str = "/{lang}/desk/{authority}/{consultation}/notices/new";
    const ONE: &str = "/{lang}/desk/{authority}/{consultation}/notices/{id}";
    vec![
        Route::get(LIST, COORDINATOR, || web::to(desk::list_notices)),
        Route::get(NEW, COORDINATOR, || web::to(desk::notice_form)),
        Route::post(LIST, COORDINATOR, || web::to(desk::create_notice)),
        Route::get(ONE, COORDINATOR, || web::to(rehearsal::show_notice)),
        Route::post(ONE, COORDINATOR, || web::to(rehearsal::act_on_notice)),
    ]
}

/// An id in an address; anything else is an address that does not exist.
fn id<Of>(text: &str) -> Result<crate::kernel::ids::Id<Of>, Error> {
    text.parse().map_err(|_not_an_id| Error::not_found())
}
