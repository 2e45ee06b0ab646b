//! Which passwords may be set. Length and a list of common ones, no rules about kinds of characters: those make
//! passwords worse (NIST SP 800-63B, section 5.1.1.2).

use crate::kernel::limits;

/// Fewest characters of a password.
pub const MIN_PASSWORD_CHARS: usize = 12;

/// Lower case, one a line, each long enough to get past [`MIN_PASSWORD_CHARS`].
const COMMON: &str = include_str!("common_passwords.txt");

/// Why a password may not be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefused {
    /// Nothing was typed.
    #[error("a password is needed")]
    Missing,
    /// Fewer than [`MIN_PASSWORD_CHARS`] characters.
    #[error("the password needs at least {MIN_PASSWORD_CHARS} characters")]
    TooShort,
    /// Longer than [`limits::PASSWORD`].
    #[error("the password has more than {} characters", limits::PASSWORD.most)]
    TooLong,
    /// On the list, one character over and over, or the person's own address.
    #[error("the password is one of those that are guessed first")]
    TooCommon,
}

/// Whether `password` may be set for the account with the address `email`.
///
/// # Errors
/// [`PasswordRefused`] says why not.
pub fn check_password(password: &str, email: &str) -> Result<(), PasswordRefused> {
    if password.is_empty() {
        return Err(PasswordRefused::Missing);
    }
    if password.chars().count() < MIN_PASSWORD_CHARS {
        return Err(PasswordRefused::TooShort);
    }
    if !limits::PASSWORD.allows(password) {
        return Err(PasswordRefused::TooLong);
    }
    let folded = password.to_lowercase();
    let mut chars = folded.chars();
    let first = chars.next();
    let repeats = chars.all(|c| Some(c) == first);
    if repeats || folded == email.to_lowercase() || COMMON.lines().any(|common| common == folded) {
        return Err(PasswordRefused::TooCommon);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMAIL: &str = "ana.novak@example.org";

    #[test]
    fn a_long_password_of_any_kind_is_accepted() {
        for password in ["lipa kraj vode", "ččččššššžžžž", "8 konjev in voz"] {
            assert_eq!(check_password(password, EMAIL), Ok(()), "{password}");
        }
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        assert_eq!(
            check_password("čšžčšžčšžčš", EMAIL),
            Err(PasswordRefused::TooShort)
        );
    }

    #[test]
    fn a_password_has_a_longest_length_too() {
        let longest = "lipa".repeat(limits::PASSWORD.most / 4);

        assert_eq!(check_password(&longest, EMAIL), Ok(()));
        assert_eq!(
            check_password(&format!("{longest}a"), EMAIL),
            Err(PasswordRefused::TooLong)
        );
    }

    #[test]
    fn what_is_guessed_first_is_refused() {
        for password in ["Password1234", "111111111111", "Ana.Novak@Example.org"] {
            assert_eq!(
                check_password(password, EMAIL),
                Err(PasswordRefused::TooCommon),
                "{password}"
            );
        }
    }

    #[test]
    fn every_line_of_the_list_can_be_reached() {
        for line in COMMON.lines() {
            assert!(line.chars().count() >= MIN_PASSWORD_CHARS, "{line}");
            assert_eq!(line, line.to_lowercase());
        }
    }
}
