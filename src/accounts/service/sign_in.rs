//! Signing in and out, and recognising who is signed in.

use secrecy::SecretString;

use super::note_broken;
use crate::accounts::domain::{
    Actor, GUESSES, SessionToken, SignInError, Staff, WINDOW, expires_at, next_guess_at,
};
use crate::accounts::password::Passwords;
use crate::accounts::store;
use crate::context::Context;
use crate::db::{DatabaseError, DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;

/// What a person types to sign in.
#[derive(Clone, Debug)]
pub struct Credentials {
    pub email: EmailAddress,
    pub password: SecretString,
}

/// A guess that is already counted, so that a hundred made at once are a hundred and not one.
#[derive(Clone)]
struct Guess {
    row_key: i64,
    account: Option<Staff>,
}

/// Begins a session for whoever knows the password, and ends the one the browser had.
///
/// A known and an unknown address cost the same work and get the same answer.
///
/// # Errors
/// [`SignInError`] when the password is wrong, guessed too often, or cannot be checked now.
pub async fn sign_in(
    context: &Context,
    passwords: &Passwords,
    credentials: &Credentials,
    previous: Option<SessionToken>,
) -> Result<SessionToken, Failure<SignInError>> {
    let now = context.now();
    let guess = count_guess(context, &credentials.email, now).await?;
    let hash = guess.account.as_ref().map(|staff| &staff.password_hash);
    let is_right = passwords
        .verify(&credentials.password, hash)
        .await
        .inspect_err(note_broken)
        .map_err(|_noted| Failure::Refused(SignInError::Busy))?;
    let staff = guess
        .account
        .filter(|staff| is_right && staff.disabled_at.is_none())
        .ok_or(Failure::Refused(SignInError::WrongCredentials))?;
    let token = SessionToken::new(context.ids.bytes());
    let begun = token.clone();
    context
        .db
        .write(move |connection| {
            store::delete_failure(connection, guess.row_key)?;
            if let Some(previous) = &previous {
                store::delete_session(connection, &previous.hash())?;
            }
            begin_session(connection, &staff, &begun, now)
        })
        .await?;
    Ok(token)
}

/// Ends a session. Nothing happens when it has ended already.
///
/// # Errors
/// When the database refuses.
pub async fn sign_out(context: &Context, token: SessionToken) -> Result<(), DatabaseError> {
    context
        .db
        .write(move |connection| store::delete_session(connection, &token.hash()))
        .await
}

/// Who holds this session, and what they are in the authority the address names.
///
/// # Errors
/// When the database refuses.
pub fn find_actor(
    connection: &mut DbConnection,
    token: &SessionToken,
    authority_slug: Option<&str>,
    now: Instant,
) -> StoreResult<Option<Actor>> {
    let Some(staff) = store::find_session_staff(connection, &token.hash(), now)? else {
        return Ok(None);
    };
    let authority = match authority_slug {
        Some(slug) => store::find_authority(connection, slug)?.map(|authority| authority.id),
        None => None,
    };
    let roles = match authority {
        Some(authority) => store::list_roles(connection, staff.id, authority)?,
        None => Vec::new(),
    };
    Ok(Some(Actor {
        staff_id: staff.id,
        display_name: staff.display_name,
        language: staff.language,
        authority: authority.filter(|_authority| !roles.is_empty()),
        roles,
    }))
}

/// Counts a guess before it is checked, or refuses it. The account's row is held meanwhile, so that two nodes cannot
/// both take the tenth.
async fn count_guess(
    context: &Context,
    email: &EmailAddress,
    now: Instant,
) -> Result<Guess, Failure<SignInError>> {
    let folded = email.folded();
    let account_hash = context.tokens.mac(&[b"sign-in:", folded.as_bytes()]);
    context
        .db
        .write(move |connection| {
            store::lock_account(connection, &folded)?;
            let latest = i64::try_from(GUESSES).unwrap_or(i64::MAX);
            let failures = store::list_failures(connection, &account_hash, latest)?;
            if let Some(again_at) = next_guess_at(&failures, now) {
                return Err(Failure::Refused(SignInError::TooManyGuesses { again_at }));
            }
            Ok(Guess {
                row_key: store::insert_failure(connection, &account_hash, now)?,
                account: store::find_staff_by_email(connection, &folded)?,
            })
        })
        .await
}

/// The account may have changed while its password was being checked.
fn begin_session(
    connection: &mut DbConnection,
    checked: &Staff,
    token: &SessionToken,
    now: Instant,
) -> Result<(), Failure<SignInError>> {
    let is_unchanged = store::find_staff(connection, checked.id)?.is_some_and(|staff| {
        staff.disabled_at.is_none() && staff.password_hash == checked.password_hash
    });
    if !is_unchanged {
        return Err(Failure::Refused(SignInError::WrongCredentials));
    }
    store::delete_expired_sessions(connection, now)?;
    store::delete_failures_until(connection, now.plus(-WINDOW))?;
    store::insert_session(connection, &token.hash(), checked.id, now, expires_at(now))?;
    Ok(())
}
