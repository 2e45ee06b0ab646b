//! Addresses of the slice: notices, for coordinators.

mod chrome;
mod desk;
mod fields;
mod rehearsal;
mod rehearsal_page;

use actix_web::web;

use super::domain::COORDINATORS;
use crate::http::routing::{Access, Route};

const COORDINATOR: Access = Access::Roles(COORDINATORS);

/// All routes of the slice.
pub fn routes() -> Vec<Route> {
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
