//! Headers every answer carries. One list: cached pages and the middleware both send it.

use actix_web::middleware::DefaultHeaders;

/// Nothing but our own styles, fonts and pictures; no scripts at all, no frames, forms only to ourselves.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; \
     form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The security headers as name and value. HSTS and the opener policy only where the site is served over https: elsewhere
/// browsers ignore them and complain.
pub fn security(https: bool) -> Vec<(&'static str, &'static str)> {
    let mut headers = vec![
        ("content-security-policy", CONTENT_SECURITY_POLICY),
        ("x-content-type-options", "nosniff"),
        // Nothing to others, whatever token is in the address; but to ourselves, or browsers say `Origin: null` with our
        // own forms and [`super::same_origin`] cannot tell them from a stranger's.
        ("referrer-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), geolocation=(), microphone=()",
        ),
    ];
    if https {
        headers.push(("cross-origin-opener-policy", "same-origin"));
        headers.push((
            "strict-transport-security",
            "max-age=63072000; includeSubDomains",
        ));
    }
    headers
}

/// The middleware that adds [`security`] to whatever lacks it.
pub fn defaults(https: bool) -> DefaultHeaders {
    security(https)
        .into_iter()
        .fold(DefaultHeaders::new(), |headers, pair| headers.add(pair))
}
