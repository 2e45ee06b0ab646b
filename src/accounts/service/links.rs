//! Links that were sent to whoever has an account: to set a forgotten password anew, to prove another address.

use chrono::TimeDelta;
use secrecy::SecretString;
use serde_json::json;

use super::mails::{send, tell};
use super::people::{About, hash_new, record, set_password};
use crate::accounts::domain::{
    AccountLink, By, LinkKind, NotAllowed, OwnAccountError, PASSWORD_LINKS_PER_HOUR, Staff,
};
use crate::accounts::password::Passwords;
use crate::accounts::store;
use crate::context::Context;
use crate::db::{DatabaseError, DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::AccountLinkId;
use crate::kernel::token::Tokens;
use crate::mail::Message;

/// Sends a link to a new password, if an account has this address. Nothing tells whether one has.
///
/// # Errors
/// When the database refuses.
pub async fn ask_for_password(
    context: &Context,
    email: &EmailAddress,
) -> Result<(), DatabaseError> {
    let (now, folded) = (context.now(), email.folded());
    let id: AccountLinkId = context.ids.next(now);
    context
        .db
        .write(move |connection| {
            store::lock_account(connection, &folded)?;
            let account = store::find_staff_by_email(connection, &folded)?;
            let Some(staff) = account.filter(|staff| staff.disabled_at.is_none()) else {
                return Ok(());
            };
            let (kind, since) = (LinkKind::Password, now.plus(TimeDelta::hours(-1)));
            let sent = store::count_account_links(connection, staff.id, kind, since)?;
            if sent >= PASSWORD_LINKS_PER_HOUR {
                return Ok(());
            }
            let link = AccountLink {
                id,
                staff: staff.id,
                kind,
                email: folded.clone(),
                expires_at: now.plus(kind.lasts()),
                used_at: None,
            };
            store::delete_account_links_until(connection, now)?;
            store::insert_account_link(connection, &link, now)?;
            let params = json!({ "expires_at": link.expires_at });
            let mail = (Message::NewPassword, id.uuid());
            send(connection, &staff, &folded, mail, params, now)
        })
        .await
}

/// Whose account an open link of this kind is for; `None` when the link is not one of ours, expired, or was used.
///
/// # Errors
/// When the database refuses.
pub fn find_link_owner(
    connection: &mut DbConnection,
    tokens: &Tokens,
    kind: LinkKind,
    (id, token): (AccountLinkId, &str),
    now: Instant,
) -> StoreResult<Option<(AccountLink, Staff)>> {
    if !tokens.permits(token, kind.flow(), id.uuid()) {
        return Ok(None);
    }
    let link = store::find_account_link(connection, id)?;
    let Some(link) = link.filter(|link| link.kind == kind && link.holds(now)) else {
        return Ok(None);
    };
    let staff = store::find_staff(connection, link.staff)?;
    Ok(staff
        .filter(|staff| staff.disabled_at.is_none())
        .map(|staff| (link, staff)))
}

/// Sets the password of whoever holds the link. Every session of theirs ends; the second factor stays.
///
/// # Errors
/// [`OwnAccountError`].
pub async fn set_forgotten_password(
    context: &Context,
    passwords: &Passwords,
    (id, token): (AccountLinkId, &str),
    new: &SecretString,
) -> Result<(), Failure<OwnAccountError>> {
    let (_link, staff) = find_open(context, LinkKind::Password, (id, token)).await?;
    let hash = hash_new(context, passwords, &staff, new).await?;
    let (now, tokens) = (context.now(), context.tokens.clone());
    context
        .db
        .write(move |connection| {
            if !store::use_account_link(connection, id, now)? {
                return Err(Failure::Refused(NotAllowed.into()));
            }
            set_password(connection, &tokens, &By::Guest, staff.id, &hash, now)?;
            tell(connection, &staff, Message::PasswordChanged, json!({}), now)?;
            Ok(())
        })
        .await
}

/// Gives an account the address the link went to. Both addresses are told.
///
/// # Errors
/// [`OwnAccountError`].
pub async fn prove_address(
    context: &Context,
    (id, token): (AccountLinkId, &str),
) -> Result<(), Failure<OwnAccountError>> {
    let (link, staff) = find_open(context, LinkKind::Address, (id, token)).await?;
    let (now, tokens) = (context.now(), context.tokens.clone());
    context
        .db
        .write(move |connection| {
            if !store::use_account_link(connection, id, now)? {
                return Err(Failure::Refused(NotAllowed.into()));
            }
            if !store::update_email(connection, staff.id, &link.email)? {
                return Err(Failure::Refused(OwnAccountError::Taken));
            }
            store::use_account_links_of(connection, staff.id, now)?;
            let about = About::account(staff.id, "staff.address_changed");
            let after = json!({ "address": "changed" });
            record(connection, &tokens, &By::Guest, about, after, now)?;
            for to in [&staff.email, &link.email] {
                let (mail, params) = (
                    (Message::AddressChanged, staff.id.uuid()),
                    json!({ "address": link.email }),
                );
                send(connection, &staff, to, mail, params, now)?;
            }
            Ok(())
        })
        .await
}

async fn find_open(
    context: &Context,
    kind: LinkKind,
    (id, token): (AccountLinkId, &str),
) -> Result<(AccountLink, Staff), Failure<OwnAccountError>> {
    let (now, tokens, token) = (context.now(), context.tokens.clone(), token.to_owned());
    let found = context
        .db
        .read(move |connection| find_link_owner(connection, &tokens, kind, (id, &token), now))
        .await
        .map_err(Failure::Database)?;
    found.ok_or(Failure::Refused(NotAllowed.into()))
}
