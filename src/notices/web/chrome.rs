//! The frame around the pages of this slice.

use actix_web::HttpRequest;

use crate::accounts::Actor;
use crate::consultations::{Consultation, consultation_site};
use crate::http::AppState;
use crate::http::extract::path_without_language;
use crate::http::flash::Done;
use crate::http::render::{Site, SiteStaff};
use crate::i18n::Language;

/// What a page says first after an act, by the code in `?done=`; a code that is not here says nothing.
const DONE: [&str; 3] = ["saved", "tested", "sent"];

/// The frame of a page on the desk.
pub(super) fn of_desk(
    state: &AppState,
    lang: Language,
    request: &HttpRequest,
    consultation: &Consultation,
    actor: &Actor,
) -> Site {
    Site {
        staff: Some(SiteStaff::from(actor)),
        flash: Done::of(request).one_of(&DONE),
        ..consultation_site(
            state,
            lang,
            consultation,
            path_without_language(request, lang),
        )
    }
}
