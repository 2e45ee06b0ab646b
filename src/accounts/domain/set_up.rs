//! The one-time address under which an empty installation gets its first administrator. Nothing of it is stored: it says until
//! when it holds, in a form only the installation's key can make, and it leads nowhere once there is somebody who can sign
//! in.

use chrono::TimeDelta;
use subtle::ConstantTimeEq as _;

use super::NotAllowed;
use crate::kernel::clock::Instant;
use crate::kernel::token::{Tokens, hex};

/// How long the address holds.
pub const SET_UP_HOURS: i64 = 24;

/// Bytes of the secret part: 128 bits.
const BYTES: usize = 16;

/// The last part of the address, good for a day from `now`.
pub fn set_up_token(tokens: &Tokens, now: Instant) -> String {
    let until = now.plus(TimeDelta::hours(SET_UP_HOURS)).micros();
    format!("{until:x}-{}", secret(tokens, until))
}

/// Whether such a part holds at `now`; compares in constant time.
pub fn is_set_up_token(tokens: &Tokens, token: &str, now: Instant) -> bool {
    let Some((until, given)) = token.split_once('-') else {
        return false;
    };
    i64::from_str_radix(until, 16).is_ok_and(|until| {
        let is_ours: bool = secret(tokens, until)
            .as_bytes()
            .ct_eq(given.as_bytes())
            .into();
        is_ours && now.micros() < until
    })
}

fn secret(tokens: &Tokens, until: i64) -> String {
    let mac = tokens.mac(&[b"set-up:", &until.to_be_bytes()]);
    hex(&mac).chars().take(2 * BYTES).collect()
}

/// Why no other authority was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NewAuthorityError {
    /// Only administrators of an authority make another.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// Another authority has this part of the address.
    #[error("the address is taken")]
    SlugTaken,
}

/// Why an installation was not set up.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SetUpError {
    /// The address does not hold, or there is somebody who can sign in.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// Too many passwords are being hashed: try again.
    #[error("the password cannot be hashed now")]
    Busy,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_holds_for_a_day_and_only_with_the_installations_key() {
        let (tokens, now) = (
            Tokens::new(b"key"),
            Instant::from_micros(0).expect("in range"),
        );
        let token = set_up_token(&tokens, now);
        let after = |hours| now.plus(TimeDelta::hours(hours));

        assert!(is_set_up_token(&tokens, &token, after(23)));
        assert!(!is_set_up_token(&tokens, &token, after(24)));
        assert!(!is_set_up_token(&Tokens::new(b"other"), &token, now));
        let longer = token.replacen(|c: char| c.is_ascii_digit(), "f", 1);
        assert!(!is_set_up_token(&tokens, &longer, now));
        for none in ["", "-", "zz-00", "7f"] {
            assert!(!is_set_up_token(&tokens, none, now), "{none}");
        }
    }
}
