//! What people do with their own account: another password, another address, an end to sessions elsewhere.

use secrecy::SecretString;
use serde_json::json;

use super::guesses::ask_again;
use super::mails::{send, tell};
use super::people::{hash_new, set_password};
use super::sign_in::begin_anew;
use crate::accounts::domain::{
    AccountLink, Actor, By, LinkKind, OwnAccountError, OwnSession, SessionToken, Staff,
    session_name,
};
use crate::accounts::password::Passwords;
use crate::accounts::store;
use crate::context::Context;
use crate::db::{DatabaseError, DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::mail::Message;

/// What the page of one's own account shows.
#[derive(Clone, Debug)]
pub struct OwnAccount {
    pub staff: Staff,
    pub sessions: Vec<OwnSession>,
    /// Since when there is a second factor.
    pub second_factor_since: Option<Instant>,
    pub recovery_codes_left: i64,
}

/// The account of whoever is signed in; `None` when it went away meanwhile.
///
/// # Errors
/// When the database refuses.
pub fn find_own_account(
    connection: &mut DbConnection,
    actor: &Actor,
    now: Instant,
) -> StoreResult<Option<OwnAccount>> {
    let Some(staff) = store::find_staff(connection, actor.staff_id)? else {
        return Ok(None);
    };
    let factor = store::find_second_factor(connection, staff.id)?;
    Ok(Some(OwnAccount {
        sessions: store::list_sessions(connection, staff.id, now)?,
        second_factor_since: factor.map(|factor| factor.set_at),
        recovery_codes_left: store::count_recovery_codes(connection, staff.id)?,
        staff,
    }))
}

/// Sets another password for whoever knows the present one. Every session ends; this browser gets a new one.
///
/// # Errors
/// [`OwnAccountError`].
pub async fn change_password(
    context: &Context,
    passwords: &Passwords,
    actor: &Actor,
    (password, new): (&SecretString, &SecretString),
    device: String,
) -> Result<SessionToken, Failure<OwnAccountError>> {
    let staff = ask_again(context, passwords, actor.staff_id, password).await?;
    let hash = hash_new(context, passwords, &staff, new).await?;
    let (now, tokens) = (context.now(), context.tokens.clone());
    let (token, by) = (
        SessionToken::new(context.ids.bytes()),
        By::Staff(actor.clone()),
    );
    let begun = token.clone();
    context
        .db
        .write(move |connection| {
            set_password(connection, &tokens, &by, staff.id, &hash, now)?;
            begin_anew(connection, staff.id, (&begun, &device), now)?;
            tell(connection, &staff, Message::PasswordChanged, json!({}), now)?;
            Ok(())
        })
        .await
        .map_err(Failure::Database)?;
    Ok(token)
}

/// Sends a link to another address of whoever knows the password; the address changes when it is opened there.
///
/// # Errors
/// [`OwnAccountError`]. Whether an account has the address is told: its owner works here, too.
pub async fn ask_for_address(
    context: &Context,
    passwords: &Passwords,
    actor: &Actor,
    email: &EmailAddress,
    password: &SecretString,
) -> Result<(), Failure<OwnAccountError>> {
    let staff = ask_again(context, passwords, actor.staff_id, password).await?;
    let now = context.now();
    let link = AccountLink {
        id: context.ids.next(now),
        staff: staff.id,
        kind: LinkKind::Address,
        email: email.folded(),
        expires_at: now.plus(LinkKind::Address.lasts()),
        used_at: None,
    };
    context
        .db
        .write(move |connection| {
            if store::find_staff_by_email(connection, &link.email)?.is_some() {
                return Err(Failure::Refused(OwnAccountError::Taken));
            }
            store::delete_account_links_until(connection, now)?;
            store::insert_account_link(connection, &link, now)?;
            let params = json!({ "expires_at": link.expires_at });
            let mail = (Message::NewAddress, link.id.uuid());
            send(connection, &staff, &link.email, mail, params, now)?;
            Ok(())
        })
        .await
}

/// Ends a session of whoever is signed in, by what it is called on their page.
///
/// # Errors
/// When the database refuses.
pub async fn end_session(
    context: &Context,
    actor: &Actor,
    name: String,
) -> Result<(), DatabaseError> {
    let (now, staff) = (context.now(), actor.staff_id);
    context
        .db
        .write(move |connection| {
            let sessions = store::list_sessions(connection, staff, now)?;
            for session in sessions {
                if session_name(&session.hash) == name {
                    store::delete_session(connection, &session.hash)?;
                }
            }
            Ok(())
        })
        .await
}

/// Ends every session of whoever is signed in but this one.
///
/// # Errors
/// When the database refuses.
pub async fn end_other_sessions(
    context: &Context,
    actor: &Actor,
    kept: SessionToken,
) -> Result<(), DatabaseError> {
    let staff = actor.staff_id;
    context
        .db
        .write(move |connection| store::delete_other_sessions(connection, staff, &kept.hash()))
        .await
}
