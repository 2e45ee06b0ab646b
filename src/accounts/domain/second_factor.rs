//! The second factor of signing in: a code of six digits that an application makes every half minute (TOTP, RFC 6238), or
//! one of ten recovery codes. The key is derived from a seed under the installation's secret key, so a copy of the database
//! makes no codes (ADR 0026).

use fast_qr::QRBuilder;
use totp_rs::{Builder, Secret, Totp};

use super::NotAllowed;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{Ids, StaffId};
use crate::kernel::token::{Tokens, hex};

/// How many recovery codes a person gets.
const RECOVERY_CODES: usize = 10;

/// Characters of a recovery code: 50 bits, which nobody guesses ten at a time.
const RECOVERY_LENGTH: usize = 10;

/// Without the letters that are mistaken for digits (Crockford's base 32).
const RECOVERY_ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// What an application calls the entry before the address.
const ISSUER: &str = "Posvet";

/// What the key of one person is derived from. No secret: it says nothing without the installation's key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seed(pub(in crate::accounts) Vec<u8>);

impl Seed {
    /// A fresh one.
    pub fn new(ids: &Ids) -> Self {
        Self(ids.bytes::<16>().to_vec())
    }

    /// As a form carries it.
    pub fn written(&self) -> String {
        hex(&self.0)
    }

    /// Reads what a form carried.
    ///
    /// # Errors
    /// [`NotAllowed`] when it is none.
    pub fn parse(text: &str) -> Result<Self, NotAllowed> {
        let is_ours = text.len() == 32 && text.bytes().all(|sign| sign.is_ascii_hexdigit());
        let number = u128::from_str_radix(text, 16).map_err(|_other| NotAllowed)?;
        if is_ours {
            Ok(Self(number.to_be_bytes().to_vec()))
        } else {
            Err(NotAllowed)
        }
    }
}

/// The second factor of one person.
pub struct SecondFactor(Totp);

impl SecondFactor {
    /// Of a person, with a seed; `email` is only what the application shows.
    ///
    /// # Errors
    /// [`NotAllowed`] when the address cannot stand in an application.
    pub fn of(
        tokens: &Tokens,
        staff: StaffId,
        seed: &Seed,
        email: &str,
    ) -> Result<Self, NotAllowed> {
        let key = tokens.mac(&[b"second-factor:", staff.uuid().as_bytes(), &seed.0]);
        let key: Vec<u8> = key.into_iter().take(20).collect();
        Builder::new()
            .with_secret(Secret::from(key))
            .with_account_name(email.replace(':', " "))
            .with_issuer(Some(ISSUER))
            .build()
            .map(Self)
            .map_err(|_refused| NotAllowed)
    }

    /// The half minute to which `code` belongs, when it is valid at `now` and later than `last_step`: a code is taken once
    /// (RFC 6238, section 5.2). One half minute to either side is allowed for clocks that differ.
    pub fn step_of(&self, code: &str, now: Instant, last_step: i64) -> Option<i64> {
        let seconds = u64::try_from(now.micros().div_euclid(1_000_000)).ok()?;
        let step = i64::try_from(self.0.check(code, seconds)?).ok()?;
        (step > last_step).then_some(step)
    }

    /// The code of this half minute.
    #[cfg(test)]
    fn code_at(&self, now: Instant) -> String {
        let seconds = u64::try_from(now.micros().div_euclid(1_000_000)).unwrap_or(0);
        self.0.generate(seconds).to_string()
    }

    /// The key as it is typed by hand, in groups of four.
    pub fn key(&self) -> String {
        let key: Vec<char> = self.0.secret().to_base32().chars().collect();
        let groups: Vec<String> = key.chunks(4).map(|four| four.iter().collect()).collect();
        groups.join(" ")
    }

    /// The picture an application reads; `None` when the address is too long for one.
    pub fn picture(&self) -> Option<Picture> {
        let code = QRBuilder::new(self.0.to_url().ok()?).build().ok()?;
        let mut path = String::new();
        for row in 0..code.size {
            let mut column = 0;
            while column < code.size {
                let dark = |at: usize| code[row].get(at).is_some_and(|module| module.value());
                let length = (column..code.size).take_while(|at| dark(*at)).count();
                if length > 0 {
                    path.push_str(&format!("M{column} {row}h{length}v1h-{length}z"));
                }
                column += length.max(1);
            }
        }
        Some(Picture {
            size: code.size,
            path,
        })
    }
}

/// A QR code as the path of an SVG picture, `size` modules wide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub size: usize,
    pub path: String,
}

/// What was typed as a code, without what people put between its signs.
pub fn typed_code(text: &str) -> String {
    text.chars()
        .filter(|sign| sign.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// Ten recovery codes, `4821k-7730m`. They are shown once.
pub fn recovery_codes(ids: &Ids) -> Vec<String> {
    let code = || {
        let signs: Vec<char> = ids
            .bytes::<RECOVERY_LENGTH>()
            .iter()
            .filter_map(|byte| RECOVERY_ALPHABET.get(usize::from(byte % 32)))
            .map(|sign| char::from(*sign))
            .collect();
        let (first, second) = signs.split_at(RECOVERY_LENGTH / 2);
        format!("{}-{}", String::from_iter(first), String::from_iter(second))
    };
    (0..RECOVERY_CODES).map(|_one| code()).collect()
}

/// What the database keeps of a recovery code: a copy of it tells nobody the code.
pub fn recovery_hash(tokens: &Tokens, staff: StaffId, code: &str) -> Vec<u8> {
    let code = typed_code(code);
    tokens
        .mac(&[b"recovery:", staff.uuid().as_bytes(), code.as_bytes()])
        .to_vec()
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn at(second: i64) -> Instant {
        Instant::from_micros(second * 1_000_000).expect("in range")
    }

    fn factor(secret: &[u8]) -> SecondFactor {
        let (ids, tokens) = (Ids::seeded(1), Tokens::new(secret));
        let staff = ids.next(at(0));
        SecondFactor::of(&tokens, staff, &Seed(vec![7; 16]), "ana@example.org").expect("made")
    }

    #[test]
    fn a_code_is_good_for_its_half_minute_and_its_neighbours_and_once() {
        let (factor, now) = (factor(b"key"), at(1_000_000_000));
        let code = factor.code_at(now);
        let step = factor.step_of(&code, now, 0).expect("valid");

        assert_eq!(step, 1_000_000_000 / 30);
        assert_eq!(factor.step_of(&code, now, step), None);
        assert_eq!(factor.step_of(&code, now, step - 1), Some(step));
        let after = |seconds| factor.step_of(&code, now.plus(TimeDelta::seconds(seconds)), 0);
        assert_eq!(after(30), Some(step));
        assert_eq!(after(-30), Some(step));
        assert_eq!(after(90), None);
        for none in ["", "12345", "1234567", "abcdef"] {
            assert_eq!(factor.step_of(none, now, 0), None, "{none}");
        }
    }

    #[test]
    fn another_installation_makes_other_codes_of_the_same_seed() {
        let now = at(1_000_000_000);

        assert_ne!(factor(b"key").key(), factor(b"other").key());
        assert_ne!(factor(b"key").code_at(now), factor(b"other").code_at(now));
    }

    #[test]
    fn the_key_can_be_typed_and_the_picture_is_square() {
        let factor = factor(b"key");

        let key = factor.key();
        assert_eq!(key.split(' ').count(), 8);
        assert!(key.chars().all(|c| c == ' ' || c.is_ascii_alphanumeric()));
        let picture = factor.picture().expect("drawn");
        assert!(picture.size >= 21);
        // The finder in the corner begins with a row of seven dark modules (ISO/IEC 18004).
        assert!(picture.path.starts_with("M0 0h7v1h-7z"), "{}", picture.path);
    }

    #[test]
    fn a_seed_survives_the_form() {
        let seed = Seed::new(&Ids::seeded(1));

        assert_eq!(Seed::parse(&seed.written()), Ok(seed));
        for none in ["", "7f", &"g".repeat(32), &"+".repeat(32)] {
            assert_eq!(Seed::parse(none), Err(NotAllowed), "{none}");
        }
    }

    #[test]
    fn recovery_codes_differ_and_are_known_however_they_are_typed() {
        let (ids, tokens) = (Ids::seeded(1), Tokens::new(b"key"));
        let staff: StaffId = ids.next(at(0));
        let mut codes = recovery_codes(&ids);
        let first = codes.first().expect("ten").clone();
        let typed = format!(" {} ", first.to_uppercase().replace('-', " "));

        assert_eq!(
            recovery_hash(&tokens, staff, &first),
            recovery_hash(&tokens, staff, &typed)
        );
        assert_eq!(first.len(), RECOVERY_LENGTH + 1);
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), RECOVERY_CODES);
    }
}
