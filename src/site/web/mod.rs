//! Public reading pages. The same for everybody, so they are published: see `http::cache`.

mod calendars;
mod changes;
mod consultation;
mod documents;
mod feeds;
mod happenings;
mod home;
mod ledger;
mod linked;
mod pictures;
mod preview;
mod register;
mod scope;
mod section;
mod sitemap;
mod standing;
mod timeline;

use actix_web::web;
use chrono::TimeDelta;
pub use register::SharedRegister;

use super::store::{self, CommentCounts, ReleasedCounts};
use crate::consultations::Consultation;
use crate::db::StoreResult;
use crate::http::cache::{Figures, Found, Making, Recent};
use crate::http::routing::{Access, Route};
use crate::kernel::clock::Instant;
use crate::kernel::ids::ConsultationId;

/// All routes of the slice.
pub fn routes() -> Vec<Route> {
    [for_programs(), for_people()].concat()
}

/// What programs read. Their addresses end in what no part of an address of ours ends in.
fn for_programs() -> Vec<Route> {
    vec![
        Route::get("/robots.txt", Access::Public, || {
            web::to(sitemap::show_robots)
        }),
        Route::get("/sitemap.xml", Access::Public, || {
            web::to(sitemap::show_sitemap)
        }),
        Route::get("/logos/{file_id}", Access::Public, || {
            web::to(pictures::show_logo)
        }),
        Route::get("/{lang}/feed.atom", Access::Public, || {
            web::to(feeds::feed_of_all)
        }),
        Route::get("/{lang}/calendar.ics", Access::Public, || {
            web::to(calendars::calendar_of_all)
        }),
        Route::get("/{lang}/{authority}/feed.atom", Access::Public, || {
            web::to(feeds::feed_of_authority)
        }),
        Route::get("/{lang}/{authority}/calendar.ics", Access::Public, || {
            web::to(calendars::calendar_of_authority)
        }),
        Route::get(
            "/{lang}/{authority}/{consultation}/feed.atom",
            Access::Public,
            || web::to(feeds::feed_of_consultation),
        ),
        Route::get(
            "/{lang}/{authority}/{consultation}/calendar.ics",
            Access::Public,
            || web::to(calendars::calendar_of_consultation),
        ),
        Route::get(
            "/{lang}/{authority}/{consultation}/events/{event}.ics",
            Access::Public,
            || web::to(calendars::calendar_of_event),
        ),
        Route::get(
            "/{lang}/{authority}/{consultation}/card.png",
            Access::Public,
            || web::to(pictures::show_card),
        ),
        Route::get(
            "/{lang}/{authority}/{consultation}/ledger.json",
            Access::Public,
            || web::to(ledger::show_ledger),
        ),
    ]
}

fn for_people() -> Vec<Route> {
    vec![
        Route::get("/", Access::Public, || web::to(home::redirect_to_language)),
        Route::get("/{lang}/preview/{id}/{token}", Access::Link, || {
            web::to(preview::show_preview)
        }),
        Route::get("/{lang}", Access::Public, || {
            web::to(home::list_authorities)
        }),
        Route::get("/{lang}/{authority}/pages/{name}", Access::Public, || {
            web::to(standing::show_text)
        }),
        Route::get("/{lang}/{authority}", Access::Public, || {
            web::to(home::show_home)
        }),
        Route::get("/{lang}/{authority}/{consultation}", Access::Public, || {
            web::to(consultation::show_consultation)
        }),
        Route::get(
            "/{lang}/{authority}/{consultation}/changes",
            Access::Public,
            || web::to(changes::show_changes),
        ),
        Route::get(
            "/{lang}/{authority}/{consultation}/documents/{document_id}",
            Access::Public,
            || web::to(documents::fetch_document),
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
        Route::get(
            "/{lang}/{authority}/{consultation}/sections/{number}",
            Access::Public,
            || web::to(section::show_section),
        ),
    ]
}

/// After this time figures of what comes in are counted anew.
pub const COUNTED_ANEW: TimeDelta = TimeDelta::seconds(60);

/// What does not change until something is published is counted once.
pub const COUNTED_ONCE: TimeDelta = TimeDelta::weeks(520);

/// What has come in, counted once a minute for all pages that show it.
pub struct SharedCounts {
    released: Recent<ConsultationId, ReleasedCounts>,
    all: Recent<ConsultationId, CommentCounts>,
}

impl Default for SharedCounts {
    fn default() -> Self {
        Self {
            released: Recent::new(COUNTED_ONCE),
            all: Recent::new(COUNTED_ANEW),
        }
    }
}

impl Figures for ReleasedCounts {}

impl Figures for CommentCounts {
    fn true_until(&self) -> Option<Instant> {
        self.standings.next_expiry
    }
}

impl SharedCounts {
    fn of(
        &self,
        consultation: &Consultation,
        making: &mut Making<'_>,
    ) -> StoreResult<Found<CommentCounts>> {
        let id = consultation.id;
        let released = match consultation.released_at {
            Some(_public) => Some(self.released.get(id, making, move |connection, _now| {
                store::count_released(connection, id)
            })?),
            None => None,
        };
        let counted = consultation.clone();
        self.all.get(id, making, move |connection, now| {
            let released = released.as_ref().map(|found| &*found.value);
            store::count_comments(connection, &counted, released, now)
        })
    }
}
