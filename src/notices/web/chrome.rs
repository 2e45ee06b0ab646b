//! The frame around the pages of this slice.

use actix_web::HttpRequest;

use crate::accounts::Actor;
use crate::consultations::{self, Authority, Consultation};
use crate::http::AppState;
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
    consultations::web::site(state, lang, consultation, path(request, lang))
}

/// The frame of a page of all consultations of an authority.
pub(super) fn of_authority(
    state: &AppState,
    lang: Language,
    request: &HttpRequest,
    authority: &Authority,
) -> Site {
    consultations::web::authority_site(state, lang, authority, path(request, lang))
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
        staff: Some(SiteStaff {
            display_name: actor.display_name.clone(),
            role_names: actor
                .roles
                .iter()
                .map(|role| role.code().to_owned())
                .collect(),
        }),
        flash: done(request).filter(|code| DONE.contains(&code.as_str())),
        ..of_consultation(state, lang, request, consultation)
    }
}

/// The code of what has just been done.
pub(super) fn done(request: &HttpRequest) -> Option<String> {
    url::form_urlencoded::parse(request.query_string().as_bytes())
        .find(|(name, _value)| name == "done")
        .map(|(_name, code)| code.into_owned())
}

/// The address without the language.
fn path(request: &HttpRequest, lang: Language) -> &str {
    let path = request.path().strip_prefix('/').unwrap_or_default();
    path.strip_prefix(lang.code()).unwrap_or_default()
}
