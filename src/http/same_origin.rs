//! Refuses acts that another site makes a visitor's browser do (CSRF).
//!
//! Browsers say where an act comes from, and this is asked in the order in which it can be believed: `Sec-Fetch-Site`
//! (Safari before 16.4 does not send it, and nobody does to a plain http host), `Origin`, `Referer`. `Origin: null` says
//! nothing: our own page sends it when its referrer policy is `no-referrer`, and so does a sandboxed frame of anybody. That
//! is why every page of ours has the policy `same-origin` ([`super::headers`]), those with a token in their address too.
//! A request without any of the three comes from a program, which has no visitor's cookies to abuse. See OWASP,
//! "Cross-Site Request Forgery Prevention", Fetch Metadata.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::web;

use super::Error;
use super::state::AppState;

/// Ending of the one address that may be posted to from elsewhere: RFC 8058 one-click unsubscription. Its link carries
/// a token, and the mail service that posts has no cookies.
const ONE_CLICK: &str = "/unsubscribe";

/// Lets safe methods and acts of our own pages through.
///
/// # Errors
/// 403 for an act that comes from another site.
pub async fn check(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if request.method().is_safe() || request.path().ends_with(ONE_CLICK) || is_ours(&request) {
        return next
            .call(request)
            .await
            .map(ServiceResponse::map_into_boxed_body);
    }
    Ok(request.error_response(Error::new(StatusCode::FORBIDDEN, "http-error-cross-site")))
}

fn is_ours(request: &ServiceRequest) -> bool {
    let text = |name: &str| {
        let value = request.headers().get(name)?;
        Some(value.to_str().unwrap_or("unreadable"))
    };
    let state = request.app_data::<web::Data<AppState>>();
    let told = Told {
        site: text("sec-fetch-site"),
        origin: text(header::ORIGIN.as_str()),
        referer: text(header::REFERER.as_str()),
    };
    state.is_some_and(|state| told.is_by(&state.context.base_url, text(header::HOST.as_str())))
}

/// What a browser says of the page an act comes from.
struct Told<'a> {
    site: Option<&'a str>,
    origin: Option<&'a str>,
    referer: Option<&'a str>,
}

impl Told<'_> {
    /// Whether the act comes from a page of the site at `base`, which may also be reached as `host`.
    fn is_by(&self, base: &str, host: Option<&str>) -> bool {
        let is_ours = |origin: &str| {
            let scheme = base.split_once("://").map(|(scheme, _rest)| scheme);
            origin == base || (origin.split_once("://") == scheme.zip(host))
        };
        match (self.site, self.origin, self.referer) {
            (Some(site), _, _) => site == "same-origin" || site == "none",
            (None, Some(origin), _) if origin != "null" => is_ours(origin),
            (None, _, Some(referer)) => url::Url::parse(referer)
                .is_ok_and(|page| is_ours(&page.origin().ascii_serialization())),
            (None, Some(_null), None) => false,
            (None, None, None) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `Sec-Fetch-Site`, `Origin`, `Referer`; `{}` is the site's base URL.
    type Row = (
        &'static str,
        Option<&'static str>,
        Option<&'static str>,
        Option<&'static str>,
    );

    const OURS: [Row; 7] = [
        (
            "Chromium, Firefox, Safari 16.4 and later over https",
            Some("same-origin"),
            Some("{}"),
            Some("{}/sl/kranj"),
        ),
        (
            "the same from a page without referrer",
            Some("same-origin"),
            Some("null"),
            None,
        ),
        (
            "the same by the person's own hand, as a reload",
            Some("none"),
            Some("null"),
            None,
        ),
        (
            "Safari 15, and everybody over http",
            None,
            Some("{}"),
            Some("{}/sl/kranj"),
        ),
        (
            "the same behind something that takes the referrer away",
            None,
            Some("{}"),
            None,
        ),
        (
            "a browser that sends no origin with forms, as Firefox before 70",
            None,
            None,
            Some("{}/sl/kranj"),
        ),
        ("a program", None, None, None),
    ];

    const FOREIGN: [Row; 14] = [
        (
            "another site",
            Some("cross-site"),
            Some("https://evil.example"),
            None,
        ),
        (
            "another site that hides",
            Some("cross-site"),
            Some("null"),
            None,
        ),
        (
            "a neighbouring host",
            Some("same-site"),
            Some("https://blog.posvet.test"),
            None,
        ),
        (
            "what no browser says",
            Some("same-origin, cross-site"),
            Some("{}"),
            None,
        ),
        (
            "another site over http",
            None,
            Some("http://evil.example"),
            Some("http://evil.example/"),
        ),
        (
            "the same without a referrer",
            None,
            Some("https://evil.example"),
            None,
        ),
        ("a sandboxed frame over http", None, Some("null"), None),
        (
            "the same with a referrer",
            None,
            Some("null"),
            Some("https://evil.example/"),
        ),
        (
            "only a referrer",
            None,
            None,
            Some("https://evil.example/{}"),
        ),
        ("a referrer without a host", None, None, Some("about:blank")),
        (
            "a host that begins like ours",
            None,
            Some("{}.evil.example"),
            None,
        ),
        ("ours as a name", None, None, Some("{}@evil.example/")),
        ("another port", None, Some("{}1"), None),
        ("nothing", None, Some(""), None),
    ];

    fn is_let_through(base: &str, host: &str, (_who, site, origin, referer): Row) -> bool {
        let fill = |text: Option<&str>| text.map(|text| text.replace("{}", base));
        let (origin, referer) = (fill(origin), fill(referer));
        let told = Told {
            site,
            origin: origin.as_deref(),
            referer: referer.as_deref(),
        };
        told.is_by(base, Some(host))
    }

    #[test]
    fn every_browser_may_use_our_own_forms_and_no_other_site_may() {
        for (base, host) in [
            ("https://posvet.test", "posvet.test"),
            ("https://posvet.test:8443", "posvet.test:8443"),
            ("http://posvet.test:8080", "posvet.test:8080"),
            ("http://127.0.0.1:8080", "127.0.0.1:8080"),
            // A proxy that does not pass the host on.
            ("http://posvet.test:8080", "10.0.0.7:9000"),
        ] {
            for row in OURS {
                assert!(is_let_through(base, host, row), "{base} {row:?}");
            }
            for row in FOREIGN {
                assert!(!is_let_through(base, host, row), "{base} {row:?}");
            }
        }
    }

    #[test]
    fn a_site_reached_by_another_of_its_names_works_but_not_by_another_scheme() {
        let origin = |origin| {
            let told = Told {
                site: None,
                origin: Some(origin),
                referer: None,
            };
            told.is_by("https://posvet.test", Some("kranj.posvet.test"))
        };

        assert!(origin("https://kranj.posvet.test"));
        assert!(!origin("http://kranj.posvet.test"));
        assert!(!origin("http://posvet.test"));
    }
}
