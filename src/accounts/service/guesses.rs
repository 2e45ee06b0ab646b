//! Guesses at passwords and codes: counted before they are checked, so that a hundred made at once are a hundred and not one.

use secrecy::{ExposeSecret as _, SecretString};

use super::note_broken;
use crate::accounts::domain::{GUESSES, OwnAccountError, SignInError, Staff, next_guess_at};
use crate::accounts::password::Passwords;
use crate::accounts::store;
use crate::context::Context;
use crate::db::{DbConnection, Failure};
use crate::kernel::clock::Instant;
use crate::kernel::ids::StaffId;
use crate::kernel::token::Tokens;

/// What is guessed at, and by whom it counts.
#[derive(Clone, Copy, Debug)]
pub(super) enum Guessed<'a> {
    /// The password of an address, from any browser that is not known.
    Password(&'a str),
    /// The same from one browser that is known, by its nonce.
    FromDevice(&'a str, &'a str),
    /// The password of whoever is signed in, asked for again.
    Again(StaffId),
    /// The code after the password.
    Code(StaffId),
}

impl Guessed<'_> {
    /// Under what it is kept: the table names nobody.
    fn hash(self, tokens: &Tokens) -> [u8; 32] {
        match self {
            Self::Password(folded) => tokens.mac(&[b"sign-in:", folded.as_bytes()]),
            Self::FromDevice(folded, nonce) => {
                tokens.mac(&[b"sign-in-from:", nonce.as_bytes(), b":", folded.as_bytes()])
            }
            Self::Again(staff) => tokens.mac(&[b"again:", staff.uuid().as_bytes()]),
            Self::Code(staff) => tokens.mac(&[b"code:", staff.uuid().as_bytes()]),
        }
    }
}

/// Counts a guess, or refuses it; gives the key under which it is taken back when it was right. The row of the account, found
/// by its address in lower case, is held meanwhile, so that two nodes cannot both take the tenth.
pub(super) fn count_guess(
    connection: &mut DbConnection,
    tokens: &Tokens,
    folded: &str,
    guessed: Guessed<'_>,
    now: Instant,
) -> Result<i64, Failure<SignInError>> {
    let hash = guessed.hash(tokens);
    store::lock_account(connection, folded)?;
    let latest = i64::try_from(GUESSES).unwrap_or(i64::MAX);
    let failures = store::list_failures(connection, &hash, latest)?;
    if let Some(again_at) = next_guess_at(&failures, now) {
        return Err(Failure::Refused(SignInError::TooManyGuesses { again_at }));
    }
    Ok(store::insert_failure(connection, &hash, now)?)
}

/// The account of whoever is signed in, when they know its password: asked again before anything about it is changed.
///
/// # Errors
/// [`OwnAccountError`] when it is missing or wrong, guessed at too often, or cannot be checked now.
pub(super) async fn ask_again(
    context: &Context,
    passwords: &Passwords,
    staff: StaffId,
    password: &SecretString,
) -> Result<Staff, Failure<OwnAccountError>> {
    if password.expose_secret().is_empty() {
        return Err(Failure::Refused(OwnAccountError::PresentMissing));
    }
    let (tokens, now) = (context.tokens.clone(), context.now());
    let (row_key, account) = context
        .db
        .write::<_, Failure<SignInError>, _>(move |connection| {
            let account = store::find_staff(connection, staff)?
                .ok_or(Failure::Refused(SignInError::WrongCredentials))?;
            let guessed = Guessed::Again(staff);
            let row_key = count_guess(connection, &tokens, &account.email, guessed, now)?;
            Ok((row_key, account))
        })
        .await
        .map_err(Failure::widen)?;
    let is_right = passwords
        .verify(password, Some(&account.password_hash))
        .await
        .inspect_err(note_broken)
        .map_err(|_noted| Failure::Refused(SignInError::Busy.into()))?;
    if !is_right {
        return Err(Failure::Refused(SignInError::WrongCredentials.into()));
    }
    context
        .db
        .write(move |connection| store::delete_failure(connection, row_key))
        .await
        .map_err(Failure::Database)?;
    Ok(account)
}
