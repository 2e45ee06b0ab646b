//! The frame around the pages of this slice.

use actix_web::HttpRequest;

use crate::accounts::Actor;
use crate::consultations::{self, Authority, Consultation};
use crate::http::AppState;
use crate::http::flash::Done;
use crate::http::render::{Site, SiteStaff};
use crate::i18n::Language;

/// What a page says first after an act, by the code in `?done=`; a code that is not here says nothing.
const DONE: [&str; 3] = ["saved", "tested", "sent"];

/// The frame of a page of one consultation.
pub(super) fn of_consultation(
    state: &AppState,
    lang: Language,
    request: &HttpRequest,
    consultation: &Consultation,
) -> Site {
    consultations::consultation_site(state, lang, consultation, path(request, lang))
}

/// The frame of a page of all consultations of an authority.
pub(super) fn of_authority(
    state: &AppState,
    lang: Language,
    request: &HttpRequest,
    authority: &Authority,
) -> Site {
    consultations::authority_site(state, lang, authority, path(request, lang))
}

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
        ..of_consultation(state, lang, request, consultation)
    }
}

/// The address without the language.
fn path(request: &HttpRequest, lang: Language) -> &str {
    let path = request.path().strip_prefix('/').unwrap_or_default();
    path.strip_prefix(lang.into_str()).unwrap_or_default()
}
