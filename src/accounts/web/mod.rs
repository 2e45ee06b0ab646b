//! Pages of accounts: signing in and out, invitations, forgotten passwords, and one's own account.

mod account;
pub(super) mod cookie;
mod forgotten;
mod invitation;
mod new_address;
mod new_authority;
mod next;
mod second_factor;
mod set_up;
mod sign_in;
mod sign_in_code;
mod site_authority;

pub use site_authority::site_authority;

use actix_web::http::header::{self, HeaderValue};
use actix_web::http::{StatusCode, header::USER_AGENT};
use actix_web::{HttpRequest, HttpResponse, web};
use secrecy::SecretString;

use super::domain::{
    Actor, MIN_PASSWORD_CHARS, OwnAccountError, PasswordRefused, SignInError, device_name,
};
use super::service::Browser;
use crate::db::Failure;
use crate::http::Error;
use crate::http::render::{FieldError, SiteStaff};
use crate::http::routing::{Access, Route};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::limits;
use crate::kernel::role::Role;

const SIGN_IN: &str = "/{lang}/sign-in";
const SIGN_IN_CODE: &str = "/{lang}/sign-in/code";
const SIGN_OUT: &str = "/{lang}/sign-out";
const SET_UP: &str = "/{lang}/set-up/{token}";
const FORGOTTEN: &str = "/{lang}/forgotten-password";
const NEW_PASSWORD: &str = "/{lang}/new-password/{id}/{token}";
const NEW_ADDRESS: &str = "/{lang}/new-address/{id}/{token}";
const INVITATION: &str = "/{lang}/invitations/{id}/{token}";
const NEW_AUTHORITY: &str = "/{lang}/desk/{authority}/authorities/new";
const ACCOUNT: &str = "/{lang}/account";
const ACCOUNT_PASSWORD: &str = "/{lang}/account/password";
const ACCOUNT_ADDRESS: &str = "/{lang}/account/address";
const ACCOUNT_SESSIONS: &str = "/{lang}/account/sessions";
/// Where the second factor is set; whoever owes one is led there.
pub(super) const SECOND_FACTOR: &str = "/{lang}/account/second-factor";
const RECOVERY_CODES: &str = "/{lang}/account/second-factor/codes";
const REMOVE_FACTOR: &str = "/{lang}/account/second-factor/remove";

/// Who may make another authority.
const ADMINISTRATORS: Access = Access::Roles(&[Role::Administrator]);

/// The addresses of this slice. Signing out is public: it ends whatever session the browser has, if any.
pub fn routes() -> Vec<Route> {
    let (everyone, link, own) = (Access::Public, Access::Link, Access::SignedIn);
    vec![
        Route::get(SIGN_IN, everyone, || web::to(sign_in::sign_in_form)),
        Route::post(SIGN_IN, everyone, || web::to(sign_in::sign_in)),
        Route::get(SIGN_IN_CODE, everyone, || web::to(sign_in_code::code_form)),
        Route::post(SIGN_IN_CODE, everyone, || web::to(sign_in_code::enter_code)),
        Route::post(SIGN_OUT, everyone, || web::to(sign_in::sign_out)),
        Route::get(SET_UP, link, || web::to(set_up::set_up_form)),
        Route::post(SET_UP, link, || web::to(set_up::set_up)),
        Route::get(FORGOTTEN, everyone, || web::to(forgotten::forgotten_form)),
        Route::post(FORGOTTEN, everyone, || web::to(forgotten::ask_for_password)),
        Route::get(NEW_PASSWORD, link, || web::to(forgotten::new_password_form)),
        Route::post(NEW_PASSWORD, link, || web::to(forgotten::set_password)),
        Route::get(NEW_ADDRESS, link, || web::to(new_address::new_address_form)),
        Route::post(NEW_ADDRESS, link, || web::to(new_address::prove_address)),
        Route::get(INVITATION, link, || web::to(invitation::invitation_form)),
        Route::post(INVITATION, link, || web::to(invitation::accept_invitation)),
        Route::get(NEW_AUTHORITY, ADMINISTRATORS, || {
            web::to(new_authority::new_authority_form)
        }),
        Route::post(NEW_AUTHORITY, ADMINISTRATORS, || {
            web::to(new_authority::create_authority)
        }),
        Route::get(ACCOUNT, own, || web::to(account::show_account)),
        Route::post(ACCOUNT_PASSWORD, own, || web::to(account::change_password)),
        Route::post(ACCOUNT_ADDRESS, own, || web::to(account::ask_for_address)),
        Route::post(ACCOUNT_SESSIONS, own, || web::to(account::end_sessions)),
        Route::get(SECOND_FACTOR, own, || {
            web::to(second_factor::second_factor_form)
        }),
        Route::post(SECOND_FACTOR, own, || {
            web::to(second_factor::set_second_factor)
        }),
        Route::post(RECOVERY_CODES, own, || {
            web::to(second_factor::renew_recovery_codes)
        }),
        Route::post(REMOVE_FACTOR, own, || {
            web::to(second_factor::remove_second_factor)
        }),
    ]
}

/// Where to sign in; afterwards the person is led to `next`, a path on this site.
pub fn sign_in_url(lang: Language, next: Option<&str>) -> String {
    with_next(&format!("/{}/sign-in", lang.into_str()), next)
}

fn with_next(path: &str, next: Option<&str>) -> String {
    match next.and_then(|next| serde_urlencoded::to_string([("next", next)]).ok()) {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    }
}

impl From<&Actor> for SiteStaff {
    /// The signed-in person as the chrome of a page names them.
    fn from(actor: &Actor) -> Self {
        Self {
            display_name: actor.display_name.clone(),
            role_names: actor
                .all_roles()
                .iter()
                .map(|role| role.into_str().to_owned())
                .collect(),
        }
    }
}

/// What a form without a password has.
fn nothing() -> SecretString {
    SecretString::from("")
}

/// The browser a request comes from.
fn browser(request: &HttpRequest, https: bool) -> Browser {
    Browser {
        session: cookie::read(request, https),
        known_by: cookie::read_device(request, https),
        device: device(request),
    }
}

fn device(request: &HttpRequest) -> String {
    let agent = request.headers().get(USER_AGENT);
    device_name(agent.and_then(|agent| agent.to_str().ok()).unwrap_or(""))
}

fn password_error(field: &str, refused: PasswordRefused) -> FieldError {
    match refused {
        PasswordRefused::Missing => FieldError::new(field, "accounts-error-password-missing"),
        PasswordRefused::TooShort => {
            FieldError::new(field, "accounts-error-password-short").with("min", MIN_PASSWORD_CHARS)
        }
        PasswordRefused::TooLong => FieldError::new(field, "accounts-error-password-long")
            .with("most", limits::PASSWORD.most),
        PasswordRefused::TooCommon => FieldError::new(field, "accounts-error-password-common"),
    }
}

fn busy() -> Error {
    Error::new(StatusCode::SERVICE_UNAVAILABLE, "http-error-unavailable")
}

/// Why a password or a code was not taken, beside its field.
struct Refusal {
    error: FieldError,
    status: StatusCode,
    /// After how many seconds another try is possible.
    retry_after: Option<i64>,
}

impl Refusal {
    /// `wrong` is what a wrong one is told with.
    ///
    /// # Errors
    /// When it has nothing to do with what was typed.
    fn of(refused: SignInError, field: &str, wrong: &str, now: Instant) -> Result<Self, Error> {
        match refused {
            SignInError::WrongCredentials => Ok(Self::told(FieldError::new(field, wrong))),
            SignInError::TooManyGuesses { again_at } => {
                let seconds = again_at.since(now).num_seconds() + 1;
                Ok(Self {
                    error: FieldError::new(field, "accounts-error-throttled")
                        .with("minutes", seconds.div_euclid(60) + 1),
                    status: StatusCode::TOO_MANY_REQUESTS,
                    retry_after: Some(seconds),
                })
            }
            SignInError::Over => Err(Error::not_found()),
            SignInError::Busy => Err(busy()),
        }
    }

    /// Why something about one's own account was not changed; `password` is the field of the present one, `new` that of what
    /// was to be set.
    ///
    /// # Errors
    /// As [`Refusal::of`].
    fn of_own(
        error: Failure<OwnAccountError>,
        (password, new): (&str, &str),
        now: Instant,
    ) -> Result<Self, Error> {
        let refused = match error {
            Failure::Refused(refused) => refused,
            Failure::Database(error) => return Err(error.into()),
        };
        match refused {
            OwnAccountError::SignIn(refused) => {
                Self::of(refused, password, "accounts-error-present-password", now)
            }
            OwnAccountError::PresentMissing => {
                let missing = PasswordRefused::Missing;
                Ok(Self::told(password_error(password, missing)))
            }
            OwnAccountError::Password(refused) => Ok(Self::told(password_error(new, refused))),
            OwnAccountError::Taken => Ok(Self::told(FieldError::new(new, "accounts-error-taken"))),
            OwnAccountError::WrongCode => {
                Ok(Self::told(FieldError::new(new, "accounts-error-code")))
            }
            OwnAccountError::Required => {
                let error = FieldError::new(password, "accounts-error-factor-required");
                Ok(Self::told(error))
            }
            OwnAccountError::NotAllowed(_) => Err(Error::not_found()),
        }
    }

    fn told(error: FieldError) -> Self {
        Self {
            error,
            status: StatusCode::UNPROCESSABLE_ENTITY,
            retry_after: None,
        }
    }

    /// The answer that shows it, with when to come back.
    fn answered(&self, mut response: HttpResponse) -> HttpResponse {
        if let Some(seconds) = self.retry_after {
            let seconds = HeaderValue::from(seconds);
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        response
    }
}
