//! Signing in and out, and recognising who is signed in.

use secrecy::SecretString;

use super::guesses::{Guessed, count_guess};
use super::note_broken;
use super::second_factor::take_code;
use crate::accounts::domain::{
    Actor, KnownDevice, SessionToken, SignInError, Staff, WINDOW, code_expires_at, expires_at,
};
use crate::accounts::password::Passwords;
use crate::accounts::store::{self, NewSession};
use crate::context::Context;
use crate::db::{DatabaseError, DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{Ids, StaffId};
use crate::kernel::token::Tokens;

/// What a person types to sign in.
#[derive(Clone, Debug)]
pub struct Credentials {
    pub email: EmailAddress,
    pub password: SecretString,
}

/// The browser somebody signs in with.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    /// The session it has.
    pub session: Option<SessionToken>,
    /// The cookie by which it is known, if it says so.
    pub known_by: Option<String>,
    /// What its owner recognises it by.
    pub device: String,
}

/// What a browser is given after the password, and after the code.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub token: SessionToken,
    /// By which it is known the next time; `None` while the code is still to come.
    pub device_cookie: Option<String>,
}

/// A guess that is already counted.
#[derive(Clone)]
struct Guess {
    row_key: i64,
    account: Option<Staff>,
}

/// Begins a session for whoever knows the password, and ends the one the browser had. With a second factor it opens nothing
/// until [`enter_code`].
///
/// A known and an unknown address cost the same work and get the same answer.
///
/// # Errors
/// [`SignInError`] when the password is wrong, guessed too often, or cannot be checked now.
pub async fn sign_in(
    context: &Context,
    passwords: &Passwords,
    credentials: &Credentials,
    browser: Browser,
) -> Result<SignedIn, Failure<SignInError>> {
    let now = context.now();
    let guess = count_password(context, &credentials.email, &browser, now).await?;
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
    let begun = Begun::new(context, &browser, now);
    context
        .db
        .write(move |connection| {
            store::delete_failure(connection, guess.row_key)?;
            if let Some(previous) = &browser.session {
                store::delete_session(connection, &previous.hash())?;
            }
            // The account may have changed while its password was being checked.
            let is_unchanged = store::find_staff(connection, staff.id)?.is_some_and(|found| {
                found.disabled_at.is_none() && found.password_hash == staff.password_hash
            });
            if !is_unchanged {
                return Err(Failure::Refused(SignInError::WrongCredentials));
            }
            let waits = store::find_second_factor(connection, staff.id)?.is_some();
            Ok(begun.begin(connection, &staff, waits)?)
        })
        .await
}

/// Turns the sign-in that waits for its code into a session, when the code is right: one of the application, or a recovery
/// code.
///
/// # Errors
/// [`SignInError::WrongCredentials`] for a wrong or used code, [`SignInError::Over`] when no sign-in waits.
pub async fn enter_code(
    context: &Context,
    code: &str,
    browser: Browser,
) -> Result<SignedIn, Failure<SignInError>> {
    let (now, tokens) = (context.now(), context.tokens.clone());
    let waiting = browser.session.clone();
    let waiting = waiting.ok_or(Failure::Refused(SignInError::Over))?.hash();
    let (hash, counted) = (waiting.clone(), tokens.clone());
    let (row_key, staff) = context
        .db
        .write::<_, Failure<SignInError>, _>(move |connection| {
            let staff =
                find_waiting(connection, &hash, now)?.ok_or(Failure::Refused(SignInError::Over))?;
            let guessed = Guessed::Code(staff.id);
            let key = count_guess(connection, &counted, &staff.email, guessed, now)?;
            Ok((key, staff))
        })
        .await?;
    let (code, begun) = (code.to_owned(), Begun::new(context, &browser, now));
    context
        .db
        .write(move |connection| {
            // The password may have been changed meanwhile, which ends what waits.
            find_waiting(connection, &waiting, now)?.ok_or(Failure::Refused(SignInError::Over))?;
            if !take_code(connection, &tokens, &staff, &code, now)? {
                return Err(Failure::Refused(SignInError::WrongCredentials));
            }
            store::delete_failure(connection, row_key)?;
            store::delete_session(connection, &waiting)?;
            Ok(begun.begin(connection, &staff, false)?)
        })
        .await
}

/// Whether this browser has typed the right password and is to type its code now.
///
/// # Errors
/// When the database refuses.
pub fn is_waiting_for_code(
    connection: &mut DbConnection,
    token: &SessionToken,
    now: Instant,
) -> StoreResult<bool> {
    Ok(store::find_waiting_staff(connection, &token.hash(), now)?.is_some())
}

fn find_waiting(
    connection: &mut DbConnection,
    hash: &[u8],
    now: Instant,
) -> StoreResult<Option<Staff>> {
    match store::find_waiting_staff(connection, hash, now)? {
        Some(id) => store::find_staff(connection, id),
        None => Ok(None),
    }
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

/// Which authority and which consultation an address names.
#[derive(Clone, Debug, Default)]
pub struct Named {
    pub authority: Option<String>,
    pub consultation: Option<String>,
}

/// Who holds this session, what they are in the authority and the consultation the address names, and when the session was
/// last seen.
///
/// # Errors
/// When the database refuses.
pub fn find_actor(
    connection: &mut DbConnection,
    token: &SessionToken,
    named: &Named,
    now: Instant,
) -> StoreResult<Option<(Actor, Instant)>> {
    let found = store::find_session_staff(connection, &token.hash(), now)?;
    let Some((staff, last_seen_at)) = found else {
        return Ok(None);
    };
    let authority = match &named.authority {
        Some(slug) => store::find_authority(connection, slug)?.map(|authority| authority.id),
        None => None,
    };
    let roles = match authority {
        Some(authority) => store::list_roles(connection, staff.id, authority)?,
        None => Vec::new(),
    };
    let consultation = match (&named.authority, &named.consultation) {
        (Some(authority), Some(consultation)) => {
            store::find_consultation_roles(connection, staff.id, authority, consultation)?
        }
        _ => None,
    };
    let actor = Actor {
        staff_id: staff.id,
        display_name: staff.display_name,
        language: staff.language,
        authority: authority.filter(|_authority| !roles.is_empty()),
        roles,
        consultation,
        owes_second_factor: store::owes_second_factor(connection, staff.id)?,
    };
    Ok(Some((actor, last_seen_at)))
}

/// Notes that a session is in use.
///
/// # Errors
/// When the database refuses.
pub async fn note_seen(context: &Context, token: SessionToken) -> Result<(), DatabaseError> {
    let now = context.now();
    context
        .db
        .write(move |connection| store::update_last_seen_at(connection, &token.hash(), now))
        .await
}

/// Counts a guess at the password of an address before it is checked. Those from a browser in which it signed in before are
/// counted apart.
async fn count_password(
    context: &Context,
    email: &EmailAddress,
    browser: &Browser,
    now: Instant,
) -> Result<Guess, Failure<SignInError>> {
    let (folded, tokens) = (email.folded(), context.tokens.clone());
    let device = browser.known_by.as_deref();
    let device = device.and_then(|cookie| KnownDevice::read(&tokens, cookie, &folded, now));
    context
        .db
        .write(move |connection| {
            let guessed = match &device {
                Some(device) => Guessed::FromDevice(&folded, device.nonce()),
                None => Guessed::Password(&folded),
            };
            Ok(Guess {
                row_key: count_guess(connection, &tokens, &folded, guessed, now)?,
                account: store::find_staff_by_email(connection, &folded)?,
            })
        })
        .await
}

/// A session to be begun.
#[derive(Clone)]
struct Begun {
    token: SessionToken,
    ids: Ids,
    tokens: Tokens,
    device: String,
    now: Instant,
}

impl Begun {
    fn new(context: &Context, browser: &Browser, now: Instant) -> Self {
        Self {
            token: SessionToken::new(context.ids.bytes()),
            ids: context.ids.clone(),
            tokens: context.tokens.clone(),
            device: browser.device.clone(),
            now,
        }
    }

    fn begin(
        &self,
        connection: &mut DbConnection,
        staff: &Staff,
        is_waiting_for_code: bool,
    ) -> StoreResult<SignedIn> {
        let now = self.now;
        store::delete_expired_sessions(connection, now)?;
        store::delete_failures_until(connection, now.plus(-WINDOW))?;
        let session = NewSession {
            token_hash: self.token.hash(),
            staff_id: staff.id,
            created_at: now,
            expires_at: match is_waiting_for_code {
                true => code_expires_at(now),
                false => expires_at(now),
            },
            device: self.device.clone(),
            is_waiting_for_code,
        };
        store::insert_session(connection, &session)?;
        let cookie = || KnownDevice::new(&self.ids, now).cookie_value(&self.tokens, &staff.email);
        Ok(SignedIn {
            token: self.token.clone(),
            device_cookie: (!is_waiting_for_code).then(cookie),
        })
    }
}

/// Ends every session of a person and begins another in this browser, after something that only its owner may do.
pub(super) fn begin_anew(
    connection: &mut DbConnection,
    staff: StaffId,
    (token, device): (&SessionToken, &str),
    now: Instant,
) -> StoreResult<()> {
    store::delete_sessions_of(connection, staff)?;
    let session = NewSession {
        token_hash: token.hash(),
        staff_id: staff,
        created_at: now,
        expires_at: expires_at(now),
        device: device.to_owned(),
        is_waiting_for_code: false,
    };
    store::insert_session(connection, &session)
}
