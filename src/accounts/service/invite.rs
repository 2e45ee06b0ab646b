//! Inviting people by mail, once more, and taking it back.

use serde_json::{Value, json};

use super::people::role_entry;
use crate::accounts::domain::{
    By, Invitation, InviteError, NewInvitation, NotAllowed, invitation_expires_at,
};
use crate::accounts::store;
use crate::audit::{self, Entry, Scope};
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, InvitationId};
use crate::kernel::role::Role;
use crate::kernel::token::Tokens;
use crate::mail::Message;
use crate::mail::outbox::{NewMail, enqueue, suppress};

/// Asks somebody to take a role. Whoever is asked the same once more while the first invitation is open gets it again, and it
/// holds a week from then.
///
/// # Errors
/// [`InviteError`] when a rule forbids it.
pub async fn invite(
    context: &Context,
    by: &By,
    authority: AuthorityId,
    new: NewInvitation,
) -> Result<(), Failure<InviteError>> {
    let administrator = by
        .holder_of(&[Role::Administrator], authority)
        .map_err(|refused| Failure::Refused(refused.into()))?;
    if new.consultation.is_some() && new.role == Role::Administrator {
        return Err(Failure::Refused(InviteError::OneConsultation));
    }
    let now = context.now();
    let invitation = Invitation {
        id: context.ids.next(now),
        authority,
        consultation: new.consultation,
        email: new.email.folded(),
        role: new.role,
        language: new.language,
        invited_by: Some(administrator.staff_id),
        created_at: now,
        expires_at: invitation_expires_at(now),
        accepted_at: None,
        revoked_at: None,
    };
    let (tokens, by) = (context.tokens.clone(), by.clone());
    context
        .db
        .write(move |connection| {
            check_person(connection, &invitation)?;
            let pending = store::list_pending_invitations(connection, authority)?;
            let same = pending.into_iter().find(|one| {
                let asked = (&one.email, one.role, one.consultation);
                asked == (&invitation.email, invitation.role, invitation.consultation)
            });
            match same {
                Some(known) => renew(connection, &tokens, &by, &known, now)?,
                None => {
                    store::insert_invitation(connection, &invitation)?;
                    send(connection, &tokens, &by, &invitation, now)?;
                }
            }
            Ok(())
        })
        .await
}

/// Whoever has the role, or may not sign in, is not asked.
fn check_person(
    connection: &mut DbConnection,
    invitation: &Invitation,
) -> Result<(), Failure<InviteError>> {
    let Some(staff) = store::find_staff_by_email(connection, &invitation.email)? else {
        return Ok(());
    };
    if staff.disabled_at.is_some() {
        return Err(Failure::Refused(InviteError::Disabled));
    }
    let everywhere = store::list_roles(connection, staff.id, invitation.authority)?;
    let in_one = store::list_consultation_roles(connection, staff.id)?;
    let has = everywhere.contains(&invitation.role)
        || in_one.iter().any(|(_authority, consultation, role)| {
            Some(*consultation) == invitation.consultation && *role == invitation.role
        });
    match has {
        true => Err(Failure::Refused(InviteError::HasRole)),
        false => Ok(()),
    }
}

/// Sends a pending invitation again; it holds a week from now.
///
/// # Errors
/// [`NotAllowed`] for all but administrators of its authority, and when something came of it.
pub async fn resend_invitation(
    context: &Context,
    by: &By,
    authority: AuthorityId,
    id: InvitationId,
) -> Result<(), Failure<NotAllowed>> {
    by.holder_of(&[Role::Administrator], authority)
        .map_err(Failure::Refused)?;
    let (now, tokens, by) = (context.now(), context.tokens.clone(), by.clone());
    context
        .db
        .write(move |connection| {
            let invitation = find_pending(connection, authority, id)?;
            Ok(renew(connection, &tokens, &by, &invitation, now)?)
        })
        .await
}

/// Takes a pending invitation back: its link opens nothing, and a mail that has not left stays.
///
/// # Errors
/// [`NotAllowed`] for all but administrators of its authority, and when something came of it.
pub async fn revoke_invitation(
    context: &Context,
    by: &By,
    authority: AuthorityId,
    id: InvitationId,
) -> Result<(), Failure<NotAllowed>> {
    by.holder_of(&[Role::Administrator], authority)
        .map_err(Failure::Refused)?;
    let (now, tokens, by) = (context.now(), context.tokens.clone(), by.clone());
    context
        .db
        .write(move |connection| {
            let invitation = find_pending(connection, authority, id)?;
            if !store::update_revoked_at(connection, id, now)? {
                return Err(Failure::Refused(NotAllowed));
            }
            suppress(connection, id.uuid(), now)?;
            Ok(record(
                connection,
                &tokens,
                &by,
                &invitation,
                "invitation.revoked",
                now,
            )?)
        })
        .await
}

fn find_pending(
    connection: &mut DbConnection,
    authority: AuthorityId,
    id: InvitationId,
) -> Result<Invitation, Failure<NotAllowed>> {
    store::find_invitation(connection, id)?
        .filter(|one| one.authority == authority)
        .filter(|one| one.accepted_at.is_none() && one.revoked_at.is_none())
        .ok_or(Failure::Refused(NotAllowed))
}

fn renew(
    connection: &mut DbConnection,
    tokens: &Tokens,
    by: &By,
    invitation: &Invitation,
    now: Instant,
) -> StoreResult<()> {
    let renewed = Invitation {
        expires_at: invitation_expires_at(now),
        ..invitation.clone()
    };
    store::update_expires_at(connection, renewed.id, renewed.expires_at)?;
    send(connection, tokens, by, &renewed, now)
}

fn send(
    connection: &mut DbConnection,
    tokens: &Tokens,
    by: &By,
    invitation: &Invitation,
    now: Instant,
) -> StoreResult<()> {
    let authority = store::find_authority_by_id(connection, invitation.authority)?;
    let (Some(authority), Ok(recipient)) = (authority, EmailAddress::parse(&invitation.email))
    else {
        return Ok(());
    };
    let mail = NewMail {
        message: Message::Invitation,
        content_id: None,
        authority_id: authority.id,
        recipient,
        language: invitation.language,
        link_id: invitation.id.uuid(),
        params: json!({
            "authority": authority.name,
            "role": invitation.role,
            "expires_at": invitation.expires_at,
        }),
    };
    enqueue(connection, &mail, now)?;
    record(connection, tokens, by, invitation, "invitation.sent", now)
}

/// The chain never holds the address that was invited.
pub(super) fn record(
    connection: &mut DbConnection,
    tokens: &Tokens,
    by: &By,
    invitation: &Invitation,
    action: &'static str,
    now: Instant,
) -> StoreResult<()> {
    let after: Value = role_entry(
        invitation.authority,
        invitation.consultation,
        invitation.role,
    );
    let entry = Entry {
        actor: by.audit_name(),
        action,
        subject: format!("invitation:{}", invitation.id),
        scope: Scope::authority(invitation.authority),
        before: None,
        after: &after,
    };
    audit::append(connection, tokens, now, &entry)
}
