//! Reads received mails back.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::server::Received;

/// The value of a header, unfolded.
pub(super) fn header(mail: &Received, name: &str) -> String {
    let (head, _body) = mail.data.split_once("\r\n\r\n").unwrap();
    let head = head.replace("\r\n ", " ");
    let prefix = format!("{name}: ");
    let found: Vec<&str> = head
        .lines()
        .filter_map(|line| line.strip_prefix(&prefix))
        .collect();
    assert_eq!(found.len(), 1, "{name} in {head}");
    found[0].to_owned()
}

/// RFC 2047 encoded words back into text.
pub(super) fn decoded_words(text: &str) -> String {
    let mut decoded = String::new();
    for word in text.replace("?= =?", "?==?").split_inclusive("?=") {
        match word.split_once("=?utf-8?b?") {
            Some((before, encoded)) => {
                let bytes = STANDARD.decode(encoded.trim_end_matches("?=")).unwrap();
                decoded.push_str(before.trim_matches('"'));
                decoded.push_str(&String::from_utf8(bytes).unwrap());
            }
            None => decoded.push_str(word),
        }
    }
    decoded
}

/// The two alternatives, decoded.
pub(super) fn parts(mail: &Received) -> [String; 2] {
    let content_type = header(mail, "Content-Type");
    let boundary = content_type.split('"').nth(1).unwrap();
    let parts: Vec<&str> = mail
        .data
        .split(&format!("--{boundary}"))
        .skip(1)
        .take(2)
        .collect();
    let [text, html] = parts[..] else {
        panic!("two parts")
    };
    assert!(text.contains("Content-Type: text/plain; charset=utf-8"));
    assert!(html.contains("Content-Type: text/html; charset=utf-8"));
    [text, html].map(|part| {
        let (head, body) = part.split_once("\r\n\r\n").unwrap();
        if head.contains("base64") {
            String::from_utf8(STANDARD.decode(body.replace("\r\n", "")).unwrap()).unwrap()
        } else if head.contains("quoted-printable") {
            unquoted(&body.replace("=\r\n", ""))
        } else {
            body.to_owned()
        }
    })
}

fn unquoted(text: &str) -> String {
    let mut pieces = text.split('=');
    let mut bytes = pieces.next().unwrap().as_bytes().to_vec();
    for piece in pieces {
        let (code, rest) = piece.split_at(2);
        bytes.push(u8::from_str_radix(code, 16).unwrap());
        bytes.extend(rest.as_bytes());
    }
    String::from_utf8(bytes).unwrap()
}
