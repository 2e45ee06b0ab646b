//! Inviting people by mail, and what they do with the invitation.

use secrecy::{ExposeSecret as _, SecretString};
use serde_json::{Value, json};

use super::note_broken;
use super::people::{create_staff, grant_consultation_role, grant_role, role_entry};
use crate::accounts::domain::{
    AcceptError, By, Invitation, InvitationState, InviteError, NewInvitation, NewStaff, NotAllowed,
    Staff, check_password, invitation_expires_at,
};
use crate::accounts::password::Passwords;
use crate::accounts::store;
use crate::audit::{self, Entry, Scope};
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, InvitationId};
use crate::kernel::role::Role;
use crate::kernel::token::{Flow, Tokens};
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

/// What the page of an invitation shows.
#[derive(Clone, Debug)]
pub struct Invited {
    pub invitation: Invitation,
    pub state: InvitationState,
    pub authority: crate::accounts::Authority,
    /// Whether the address has an account already: then only the role is new.
    pub has_account: bool,
}

/// The invitation behind a link; `None` when the link is not one of ours.
///
/// # Errors
/// When the database refuses.
pub fn find_invited(
    connection: &mut DbConnection,
    tokens: &Tokens,
    (id, token): (InvitationId, &str),
    now: Instant,
) -> StoreResult<Option<Invited>> {
    if !tokens.permits(token, Flow::Invitation, id.uuid()) {
        return Ok(None);
    }
    let Some(invitation) = store::find_invitation(connection, id)? else {
        return Ok(None);
    };
    let account = store::find_staff_by_email(connection, &invitation.email)?;
    let authority = store::find_authority_by_id(connection, invitation.authority)?;
    Ok(authority.map(|authority| Invited {
        state: invitation.state(now),
        has_account: account.is_some(),
        invitation,
        authority,
    }))
}

/// What somebody without an account types to accept.
#[derive(Clone, Debug)]
pub struct Accepting {
    pub display_name: String,
    pub password: SecretString,
}

/// Takes the role. Whoever has an account keeps it and their password; for everybody else one is made.
///
/// # Errors
/// [`AcceptError`].
pub async fn accept_invitation(
    context: &Context,
    passwords: &Passwords,
    (id, token): (InvitationId, &str),
    accepting: Option<&Accepting>,
) -> Result<(), Failure<AcceptError>> {
    let (now, tokens, token) = (context.now(), context.tokens.clone(), token.to_owned());
    let read = tokens.clone();
    let invited = context
        .db
        .read(move |connection| find_invited(connection, &read, (id, &token), now))
        .await
        .map_err(Failure::Database)?;
    let invited = invited.filter(|invited| invited.state == InvitationState::Open);
    let invited = invited.ok_or(Failure::Refused(NotAllowed.into()))?;
    let account = match accepting {
        Some(accepting) if !invited.has_account => {
            Some(new_account(context, passwords, &invited.invitation, accepting, now).await?)
        }
        _ => None,
    };
    context
        .db
        .write(move |connection| {
            accept(
                connection,
                &tokens,
                &invited.invitation,
                account.as_ref(),
                now,
            )
        })
        .await
}

fn accept(
    connection: &mut DbConnection,
    tokens: &Tokens,
    invitation: &Invitation,
    account: Option<&NewStaff>,
    now: Instant,
) -> Result<(), Failure<AcceptError>> {
    let refused = || Failure::Refused(AcceptError::NotAllowed(NotAllowed));
    if !store::update_accepted_at(connection, invitation.id, now)? {
        return Err(refused());
    }
    let by = By::Guest;
    let known: Option<Staff> = store::find_staff_by_email(connection, &invitation.email)?;
    let staff = match (known, account) {
        (Some(staff), _) if staff.disabled_at.is_some() => return Err(refused()),
        (Some(staff), _) => staff.id,
        (None, Some(account)) => {
            create_staff(connection, tokens, &by, account, now)?;
            account.id
        }
        (None, None) => return Err(refused()),
    };
    let (authority, role) = (invitation.authority, invitation.role);
    match invitation.consultation {
        Some(of) => {
            let of = (authority, of);
            grant_consultation_role(connection, tokens, &by, staff, of, role, now)?;
        }
        None => {
            grant_role(connection, tokens, &by, staff, authority, role, now)?;
        }
    }
    Ok(record(
        connection,
        tokens,
        &by,
        invitation,
        "invitation.accepted",
        now,
    )?)
}

async fn new_account(
    context: &Context,
    passwords: &Passwords,
    invitation: &Invitation,
    accepting: &Accepting,
    now: Instant,
) -> Result<NewStaff, Failure<AcceptError>> {
    check_password(accepting.password.expose_secret(), &invitation.email)
        .map_err(|refused| Failure::Refused(refused.into()))?;
    let email = EmailAddress::parse(&invitation.email)
        .map_err(|_other| Failure::Refused(NotAllowed.into()))?;
    let password_hash = passwords
        .hash(&context.ids, &accepting.password)
        .await
        .inspect_err(note_broken)
        .map_err(|_noted| Failure::Refused(AcceptError::Busy))?;
    Ok(NewStaff {
        id: context.ids.next(now),
        email,
        display_name: accepting.display_name.clone(),
        password_hash,
        language: invitation.language,
    })
}

/// The chain never holds the address that was invited.
fn record(
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
