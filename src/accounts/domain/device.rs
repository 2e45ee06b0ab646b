//! The browser somebody signs in with: what it is called, and how it is known again.

use chrono::TimeDelta;
use subtle::ConstantTimeEq as _;

use crate::kernel::clock::Instant;
use crate::kernel::ids::Ids;
use crate::kernel::token::{Tokens, hex};

/// How long a browser is known after a sign-in.
pub const KNOWN_DAYS: i64 = 180;

/// Browsers and systems by the word they are told by, the more telling first: Edge names Chrome and Safari, too.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 6] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// What a person recognises their browser by: `Firefox, Windows`. Empty when it tells nothing.
pub fn device_name(user_agent: &str) -> String {
    let find = |words: &[(&'static str, &'static str)]| {
        words
            .iter()
            .find(|(word, _name)| user_agent.contains(word))
            .map(|(_word, name)| *name)
    };
    let names: Vec<&str> = [find(&BROWSERS), find(&SYSTEMS)]
        .into_iter()
        .flatten()
        .collect();
    names.join(", ")
}

/// A browser in which an address signed in before: its guesses are counted apart, so that somebody else's guesses do not lock
/// its owner out (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownDevice {
    nonce: String,
    until: i64,
}

impl KnownDevice {
    /// A browser that has just signed in.
    pub fn new(ids: &Ids, now: Instant) -> Self {
        Self {
            nonce: hex(&ids.bytes::<16>()),
            until: now.plus(TimeDelta::days(KNOWN_DAYS)).micros(),
        }
    }

    /// What the cookie holds: it is good for this address only.
    pub fn cookie_value(&self, tokens: &Tokens, folded: &str) -> String {
        let proof = self.proof(tokens, folded);
        format!("{:x}-{}-{proof}", self.until, self.nonce)
    }

    /// Reads the cookie of whoever signs in with this address; `None` for a browser that is not known, or no more.
    pub fn read(tokens: &Tokens, cookie: &str, folded: &str, now: Instant) -> Option<Self> {
        let (until, rest) = cookie.split_once('-')?;
        let (nonce, given) = rest.split_once('-')?;
        let device = Self {
            nonce: nonce.to_owned(),
            until: i64::from_str_radix(until, 16).ok()?,
        };
        let proof = device.proof(tokens, folded);
        let is_ours: bool = proof.as_bytes().ct_eq(given.as_bytes()).into();
        (is_ours && now.micros() < device.until).then_some(device)
    }

    /// Under what its guesses are counted.
    pub fn nonce(&self) -> &str {
        &self.nonce
    }

    fn proof(&self, tokens: &Tokens, folded: &str) -> String {
        let until = self.until.to_be_bytes();
        hex(&tokens.mac(&[b"device:", &until, self.nonce.as_bytes(), folded.as_bytes()]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_what_people_call_it() {
        for (agent, name) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Firefox, Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "Safari, iPhone",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
                "Edge, Windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
                "Chrome, Android",
            ),
            ("curl/8.0", ""),
            ("", ""),
        ] {
            assert_eq!(device_name(agent), name);
        }
    }

    #[test]
    fn a_known_browser_is_known_for_its_address_for_half_a_year() {
        let (ids, tokens) = (Ids::seeded(1), Tokens::new(b"key"));
        let now = Instant::from_micros(0).expect("in range");
        let device = KnownDevice::new(&ids, now);
        let cookie = device.cookie_value(&tokens, "ana@example.org");
        let read = |cookie: &str, address, days| {
            KnownDevice::read(&tokens, cookie, address, now.plus(TimeDelta::days(days)))
        };

        assert_eq!(read(&cookie, "ana@example.org", 179), Some(device));
        assert_eq!(read(&cookie, "ana@example.org", 180), None);
        assert_eq!(read(&cookie, "eva@example.org", 0), None);
        assert_eq!(read(&format!("f{cookie}"), "ana@example.org", 0), None);
        for none in ["", "-", "--", "zz-0-0"] {
            assert_eq!(read(none, "ana@example.org", 0), None, "{none}");
        }
    }
}
