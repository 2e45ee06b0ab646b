//! What people do with an invitation: look at it, and take the role.

use secrecy::{ExposeSecret as _, SecretString};

use super::invite::record;
use super::note_broken;
use super::people::{create_staff, grant_consultation_role, grant_role};
use crate::accounts::domain::{
    AcceptError, Authority, By, Invitation, InvitationState, NewStaff, NotAllowed, Staff,
    check_password,
};
use crate::accounts::password::Passwords;
use crate::accounts::store;
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::InvitationId;
use crate::kernel::token::{Flow, Tokens};

/// What the page of an invitation shows.
#[derive(Clone, Debug)]
pub struct Invited {
    pub invitation: Invitation,
    pub state: InvitationState,
    pub authority: Authority,
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
