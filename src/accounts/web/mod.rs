//! Pages of accounts: signing in and out, and an authority's people.

pub(super) mod cookie;
mod next;
mod people;
mod set_up;
mod sign_in;

use actix_web::web;

use super::domain::{Actor, MIN_PASSWORD_CHARS, PasswordRefused};
use crate::http::render::{FieldError, SiteStaff};
use crate::http::routing::{Access, Route};
use crate::i18n::Language;
use crate::kernel::limits;
use crate::kernel::role::Role;

const SIGN_IN: &str = "/{lang}/sign-in";
const SIGN_OUT: &str = "/{lang}/sign-out";
const SET_UP: &str = "/{lang}/set-up/{token}";
const PEOPLE: &str = "/{lang}/desk/{authority}/people";

/// Who may see and add people.
const ADMINISTRATORS: Access = Access::Roles(&[Role::Administrator]);

/// The addresses of this slice. Signing out is public: it ends whatever session the browser has, if any.
pub fn routes() -> Vec<Route> {
    vec![
        Route::get(SIGN_IN, Access::Public, || web::to(sign_in::sign_in_form)),
        Route::post(SIGN_IN, Access::Public, || web::to(sign_in::sign_in)),
        Route::post(SIGN_OUT, Access::Public, || web::to(sign_in::sign_out)),
        Route::get(SET_UP, Access::Link, || web::to(set_up::set_up_form)),
        Route::post(SET_UP, Access::Link, || web::to(set_up::set_up)),
        Route::get(PEOPLE, ADMINISTRATORS, || web::to(people::list_people)),
        Route::post(PEOPLE, ADMINISTRATORS, || web::to(people::add_person)),
    ]
}

/// Where to sign in; afterwards the person is led to `next`, a path on this site.
pub fn sign_in_url(lang: Language, next: Option<&str>) -> String {
    let path = format!("/{}/sign-in", lang.into_str());
    match next.and_then(|next| serde_urlencoded::to_string([("next", next)]).ok()) {
        Some(query) => format!("{path}?{query}"),
        None => path,
    }
}

impl From<&Actor> for SiteStaff {
    /// The signed-in person as the chrome of a page names them.
    fn from(actor: &Actor) -> Self {
        Self {
            display_name: actor.display_name.clone(),
            role_names: actor
                .roles
                .iter()
                .map(|role| role.into_str().to_owned())
                .collect(),
        }
    }
}

fn password_error(refused: PasswordRefused) -> FieldError {
    match refused {
        PasswordRefused::Missing => FieldError::new("password", "accounts-error-password-missing"),
        PasswordRefused::TooShort => FieldError::new("password", "accounts-error-password-short")
            .with("min", MIN_PASSWORD_CHARS),
        PasswordRefused::TooLong => FieldError::new("password", "accounts-error-password-long")
            .with("most", limits::PASSWORD.most),
        PasswordRefused::TooCommon => FieldError::new("password", "accounts-error-password-common"),
    }
}
