//! The second factor: set by its owner, asked for when they sign in, taken away by them or by an administrator.

use secrecy::SecretString;
use serde_json::json;

use super::guesses::ask_again;
use super::mails::tell;
use super::people::{About, record};
use crate::accounts::domain::{
    Actor, By, NotAllowed, OwnAccountError, Picture, SecondFactor, Seed, Staff, recovery_codes,
    recovery_hash, typed_code,
};
use crate::accounts::password::Passwords;
use crate::accounts::store::{self, StoredFactor};
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::StaffId;
use crate::kernel::token::Tokens;
use crate::mail::Message;

/// What somebody needs to tie an application to their account.
#[derive(Clone, Debug)]
pub struct Tying {
    pub seed: Seed,
    /// As it is typed by hand.
    pub key: String,
    pub picture: Option<Picture>,
}

/// Begins to tie an application to an account; nothing is stored until a code of it comes back with the seed.
///
/// # Errors
/// [`NotAllowed`] when the address cannot stand in an application.
pub fn tie(context: &Context, staff: &Staff, seed: Option<Seed>) -> Result<Tying, NotAllowed> {
    let seed = seed.unwrap_or_else(|| Seed::new(&context.ids));
    let factor = SecondFactor::of(&context.tokens, staff.id, &seed, &staff.email)?;
    Ok(Tying {
        key: factor.key(),
        picture: factor.picture(),
        seed,
    })
}

/// Sets the second factor of whoever is signed in, in place of the one they had. Gives the recovery codes, which nobody can
/// read again.
///
/// # Errors
/// [`OwnAccountError`] when the password or the code is wrong.
pub async fn set_second_factor(
    context: &Context,
    passwords: &Passwords,
    actor: &Actor,
    (seed, code): (Seed, &str),
    password: &SecretString,
) -> Result<Vec<String>, Failure<OwnAccountError>> {
    let staff = ask_again(context, passwords, actor.staff_id, password).await?;
    let (now, tokens) = (context.now(), context.tokens.clone());
    let factor = SecondFactor::of(&tokens, staff.id, &seed, &staff.email)
        .map_err(|refused| Failure::Refused(refused.into()))?;
    let last_step = factor
        .step_of(&typed_code(code), now, 0)
        .ok_or(Failure::Refused(OwnAccountError::WrongCode))?;
    let codes = recovery_codes(&context.ids);
    let hashes = hashes(&tokens, &staff, &codes);
    let by = By::Staff(actor.clone());
    context
        .db
        .write(move |connection| {
            let stored = StoredFactor {
                seed: seed.clone(),
                last_step,
                set_at: now,
            };
            store::replace_second_factor(connection, staff.id, &stored, &hashes)?;
            let about = About::account(staff.id, "second_factor.set");
            record(
                connection,
                &tokens,
                &by,
                about,
                json!({ "set_at": now }),
                now,
            )?;
            tell(connection, &staff, Message::SecondFactorSet, json!({}), now)?;
            Ok(())
        })
        .await
        .map_err(Failure::Database)?;
    Ok(codes)
}

/// Gives whoever is signed in other recovery codes; the old ones open nothing any more.
///
/// # Errors
/// [`OwnAccountError`] when the password is wrong, or there is no second factor.
pub async fn renew_recovery_codes(
    context: &Context,
    passwords: &Passwords,
    actor: &Actor,
    password: &SecretString,
) -> Result<Vec<String>, Failure<OwnAccountError>> {
    let staff = ask_again(context, passwords, actor.staff_id, password).await?;
    let (now, tokens) = (context.now(), context.tokens.clone());
    let codes = recovery_codes(&context.ids);
    let (hashes, by) = (hashes(&tokens, &staff, &codes), By::Staff(actor.clone()));
    context
        .db
        .write(move |connection| {
            if store::find_second_factor(connection, staff.id)?.is_none() {
                return Err(Failure::Refused(NotAllowed.into()));
            }
            store::replace_recovery_codes(connection, staff.id, &hashes)?;
            let about = About::account(staff.id, "second_factor.codes_renewed");
            let after = json!({ "codes": hashes.len() });
            record(connection, &tokens, &by, about, after, now)?;
            Ok(())
        })
        .await?;
    Ok(codes)
}

/// Takes the second factor of whoever is signed in away, unless an authority of theirs requires one.
///
/// # Errors
/// [`OwnAccountError`].
pub async fn remove_second_factor(
    context: &Context,
    passwords: &Passwords,
    actor: &Actor,
    password: &SecretString,
) -> Result<(), Failure<OwnAccountError>> {
    let staff = ask_again(context, passwords, actor.staff_id, password).await?;
    let (now, tokens, by) = (
        context.now(),
        context.tokens.clone(),
        By::Staff(actor.clone()),
    );
    context
        .db
        .write(move |connection| {
            take_away(connection, &tokens, &by, &staff, now)?;
            if store::owes_second_factor(connection, staff.id)? {
                return Err(Failure::Refused(OwnAccountError::Required));
            }
            Ok(())
        })
        .await
}

/// Whether a person has a second factor.
///
/// # Errors
/// When the database refuses.
pub fn has_second_factor(connection: &mut DbConnection, staff: StaffId) -> StoreResult<bool> {
    Ok(store::find_second_factor(connection, staff)?.is_some())
}

/// Takes a second factor away and says so to its owner.
pub(super) fn take_away(
    connection: &mut DbConnection,
    tokens: &Tokens,
    by: &By,
    staff: &Staff,
    now: Instant,
) -> StoreResult<()> {
    if !store::delete_second_factor(connection, staff.id)? {
        return Ok(());
    }
    let about = About::account(staff.id, "second_factor.removed");
    record(
        connection,
        tokens,
        by,
        about,
        json!({ "removed_at": now }),
        now,
    )?;
    tell(
        connection,
        staff,
        Message::SecondFactorRemoved,
        json!({}),
        now,
    )
}

/// Takes a code, if it is a good one: of the application, or a recovery code. Either is taken once.
pub(super) fn take_code(
    connection: &mut DbConnection,
    tokens: &Tokens,
    staff: &Staff,
    code: &str,
    now: Instant,
) -> StoreResult<bool> {
    let Some(stored) = store::find_second_factor(connection, staff.id)? else {
        return Ok(false);
    };
    let code = typed_code(code);
    let factor = SecondFactor::of(tokens, staff.id, &stored.seed, &staff.email).ok();
    match factor.and_then(|factor| factor.step_of(&code, now, stored.last_step)) {
        Some(step) => store::update_last_step(connection, staff.id, step),
        None => {
            let hash = recovery_hash(tokens, staff.id, &code);
            store::use_recovery_code(connection, staff.id, &hash, now)
        }
    }
}

fn hashes(tokens: &Tokens, staff: &Staff, codes: &[String]) -> Vec<Vec<u8>> {
    codes
        .iter()
        .map(|code| recovery_hash(tokens, staff.id, code))
        .collect()
}
