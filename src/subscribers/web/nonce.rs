//! Proof that a form is one of ours and not older than a day: the moment it was served and a token over it.

use chrono::TimeDelta;
use uuid::Uuid;

use crate::kernel::clock::Instant;
use crate::kernel::token::{Flow, Tokens};

/// How long a form may lie open.
const LIFETIME: TimeDelta = TimeDelta::days(1);

/// The nonce of a form served at `now`.
pub(super) fn mint(tokens: &Tokens, now: Instant) -> String {
    let micros = now.micros();
    format!("{micros}.{}", tokens.mint(Flow::Form, subject(micros)))
}

/// Whether the nonce came from us within the last day.
pub(super) fn is_good(tokens: &Tokens, nonce: &str, now: Instant) -> bool {
    let Some((served, token)) = nonce.split_once('.') else {
        return false;
    };
    let Some(served_at) = served.parse().ok().and_then(Instant::from_micros) else {
        return false;
    };
    let age = now.since(served_at);
    TimeDelta::zero() <= age
        && age <= LIFETIME
        && tokens.permits(token, Flow::Form, subject(served_at.micros()))
}

fn subject(micros: i64) -> Uuid {
    Uuid::from_u64_pair(0, micros.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nonce_is_good_for_a_day_and_only_as_it_was_minted() {
        let tokens = Tokens::new(b"secret");
        let served = Instant::from_micros(1_649_628_000_000_000).expect("in range");
        let nonce = mint(&tokens, served);

        assert!(is_good(&tokens, &nonce, served));
        assert!(is_good(&tokens, &nonce, served.plus(LIFETIME)));
        assert!(!is_good(
            &tokens,
            &nonce,
            served.plus(LIFETIME + TimeDelta::seconds(1))
        ));
        assert!(!is_good(&tokens, &nonce.replace("16", "17"), served));
        assert!(!is_good(&Tokens::new(b"other"), &nonce, served));
        assert!(!is_good(&tokens, "", served));
    }
}
