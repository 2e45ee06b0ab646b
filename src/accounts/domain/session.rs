//! The secret a browser holds while its owner is signed in.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;

use crate::kernel::clock::Instant;
use crate::kernel::token::{digest, hex};

/// How long a session lasts, however much it is used: a working day.
pub const SESSION_LIFETIME: TimeDelta = TimeDelta::hours(12);

/// How long somebody may take to type the code after the password.
const CODE_MINUTES: i64 = 10;

/// 32 random bytes. The browser gets them, the database their hash, the log neither.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken([u8; 32]);

/// The cookie does not hold a session token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a session token")]
pub struct InvalidSessionToken;

impl SessionToken {
    /// The token made of these random bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// What the cookie holds: 43 characters of base64url.
    pub fn cookie_value(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// What the database holds. A copy of the database signs nobody in.
    pub fn hash(&self) -> Vec<u8> {
        digest(&[b"session", &self.0]).to_vec()
    }
}

impl FromStr for SessionToken {
    type Err = InvalidSessionToken;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = URL_SAFE_NO_PAD
            .decode(text)
            .map_err(|_not_base64| InvalidSessionToken)?;
        let bytes = <[u8; 32]>::try_from(bytes).map_err(|_other_length| InvalidSessionToken)?;
        Ok(Self(bytes))
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken(…)")
    }
}

/// The first moment at which a session begun `now` is over.
pub fn expires_at(now: Instant) -> Instant {
    now.plus(SESSION_LIFETIME)
}

/// The first moment at which a sign-in that waits for its code is over.
pub fn code_expires_at(now: Instant) -> Instant {
    now.plus(TimeDelta::minutes(CODE_MINUTES))
}

/// What a session is called on the page of its owner: neither the token nor what the database finds it by.
pub fn session_name(hash: &[u8]) -> String {
    let name = digest(&[b"session name", hash]);
    hex(&name).chars().take(16).collect()
}

/// A session as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSession {
    /// What the database finds it by.
    pub hash: Vec<u8>,
    /// `Firefox, Windows`; empty when the browser told nothing.
    pub device: String,
    pub created_at: Instant,
    /// To ten minutes.
    pub last_seen_at: Instant,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_survives_the_cookie() {
        let token = SessionToken::new([7; 32]);

        assert_eq!(token.cookie_value().parse(), Ok(token));
    }

    #[test]
    fn what_is_no_token_is_refused() {
        for text in ["", "a", "not base64!", "AAAA", &"A".repeat(44)] {
            assert_eq!(
                text.parse::<SessionToken>(),
                Err(InvalidSessionToken),
                "{text}"
            );
        }
    }

    #[test]
    fn neither_the_hash_nor_debug_shows_the_token() {
        let token = SessionToken::new([7; 32]);

        assert_ne!(token.hash(), vec![7; 32]);
        assert_eq!(format!("{token:?}"), "SessionToken(…)");
    }

    #[test]
    fn a_session_ends_twelve_hours_after_it_began() {
        let now = Instant::from_micros(0).expect("in range");

        assert_eq!(expires_at(now).to_string(), "1970-01-01T12:00:00.000000Z");
    }
}
