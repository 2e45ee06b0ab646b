//! The cookie that holds the session.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use crate::accounts::domain::{KNOWN_DAYS, SessionToken};

/// With https the name's prefix makes browsers insist on `Secure`, `Path=/` and no `Domain` (RFC 6265bis, 4.1.3.2), so
/// that no neighbouring host can plant a session.
fn name(https: bool) -> &'static str {
    if https { "__Host-posvet" } else { "posvet" }
}

/// The cookie by which a browser is known in which somebody signed in before.
fn device_name(https: bool) -> &'static str {
    if https {
        "__Host-posvet-device"
    } else {
        "posvet-device"
    }
}

/// By what the browser is known, as it says.
pub(super) fn read_device(request: &HttpRequest, https: bool) -> Option<String> {
    let cookie = request.cookie(device_name(https))?;
    Some(cookie.value().to_owned())
}

/// Makes the browser known. It keeps this when it is closed, and over a sign-out.
pub(super) fn knowing(value: String, https: bool) -> Cookie<'static> {
    Cookie::build(device_name(https), value)
        .path("/")
        .http_only(true)
        .secure(https)
        .same_site(SameSite::Lax)
        .max_age(Duration::days(KNOWN_DAYS))
        .finish()
}

/// The session the browser holds, if it is one.
pub(in crate::accounts) fn read(request: &HttpRequest, https: bool) -> Option<SessionToken> {
    request.cookie(name(https))?.value().parse().ok()
}

/// Gives the browser a session. It forgets it when it is closed; the session itself ends after its own time.
pub(super) fn holding(token: &SessionToken, https: bool) -> Cookie<'static> {
    Cookie::build(name(https), token.cookie_value())
        .path("/")
        .http_only(true)
        .secure(https)
        .same_site(SameSite::Lax)
        .finish()
}

/// Takes the session from the browser.
pub(super) fn removal(https: bool) -> Cookie<'static> {
    let mut cookie = Cookie::build(name(https), "")
        .path("/")
        .http_only(true)
        .secure(https)
        .same_site(SameSite::Lax)
        .finish();
    cookie.make_removal();
    cookie
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_https_the_cookie_is_bound_to_this_host() {
        let cookie = holding(&SessionToken::new([0; 32]), true).to_string();

        assert_eq!(
            cookie,
            format!(
                "__Host-posvet={}; HttpOnly; SameSite=Lax; Secure; Path=/",
                "A".repeat(43)
            )
        );
    }

    #[test]
    fn without_https_the_browser_still_keeps_it() {
        let cookie = holding(&SessionToken::new([0; 32]), false).to_string();

        assert_eq!(
            cookie,
            format!("posvet={}; HttpOnly; SameSite=Lax; Path=/", "A".repeat(43))
        );
    }
}
