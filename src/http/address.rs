//! One address for each page: other spellings of it are led there, so that nothing is kept, counted or linked twice.
//!
//! What stands in an address by value (numbers, see [`super::extract::Number`]) has one spelling too; others are not found.

use actix_web::HttpResponse;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use percent_encoding::percent_decode_str;

/// Parts, by their place, behind which the letters are not ours to change: names of files, tokens, reference numbers.
const VERBATIM: [(usize, &str); 8] = [
    (0, "assets"),
    (1, "invitations"),
    (1, "new-address"),
    (1, "new-password"),
    (1, "preview"),
    (1, "submissions"),
    (1, "subscriptions"),
    (3, "register"),
];

/// Answers another spelling of an address with 308 and the right one. Acts are let through: no form of ours sends one
/// elsewhere.
///
/// # Errors
/// Those of what it wraps.
pub async fn check(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let better = request
        .method()
        .is_safe()
        .then(|| canonical(request.uri().path()));
    if let Some(mut address) = better.flatten() {
        if let Some(query) = request.uri().query() {
            address = format!("{address}?{query}");
        }
        let response = HttpResponse::PermanentRedirect()
            .insert_header((header::LOCATION, address))
            .finish();
        return Ok(request.into_response(response));
    }
    next.call(request)
        .await
        .map(ServiceResponse::map_into_boxed_body)
}

/// The right spelling of a path, if this is another one: no empty part, no slash at the end, small letters, nothing
/// escaped that needs no escape.
fn canonical(path: &str) -> Option<String> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    // Whatever else there is in a path is on no page of ours, and `\` would lead browsers to another host.
    if !decoded.bytes().all(|byte| is_plain(byte) || byte == b'/') {
        return None;
    }
    let mut is_ours = true;
    let parts = decoded.split('/').filter(|part| !part.is_empty());
    let parts = parts.enumerate().map(|(place, part)| {
        let small = part.to_ascii_lowercase();
        let right = if is_ours { &small } else { part }.to_owned();
        is_ours &= VERBATIM.iter().all(|before| *before != (place, &small));
        right
    });
    let right = format!("/{}", parts.collect::<Vec<_>>().join("/"));
    (right != path).then_some(right)
}

/// RFC 3986, "unreserved".
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_spellings_lead_to_the_one_address() {
        for (typed, right) in [
            ("/sl/", "/sl"),
            ("//sl", "/sl"),
            ("//evil.example/", "/evil.example"),
            ("/sl//kranj///draft/", "/sl/kranj/draft"),
            ("/SL/Kranj/DRAFT", "/sl/kranj/draft"),
            ("/sl/%6branj", "/sl/kranj"),
            ("/sl%2Fkranj", "/sl/kranj"),
            ("/SL/Submissions/ab/Cd_E/", "/sl/submissions/ab/Cd_E"),
        ] {
            assert_eq!(canonical(typed).as_deref(), Some(right), "{typed}");
        }
    }

    #[test]
    fn the_right_address_and_what_is_none_of_ours_are_left_alone() {
        for typed in [
            "/",
            "/sl",
            "/sl/kranj/draft/sections/3",
            "/sl/subscriptions/ab/Cd_E/confirm",
            "/sl/kranj/draft/register/KRANJ-2022-0042/1",
            "/assets/fonts/LICENSE-source-sans-3.txt",
            "/\\evil.example/",
            "/sl/%ff",
            "/sl/%00/",
            "/sl/ob%C4%8Dina/",
            "/%2F%5Cevil.example",
        ] {
            assert_eq!(canonical(typed), None, "{typed}");
        }
    }
}
