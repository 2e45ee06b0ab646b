//! Somebody is asked to take a role.

use chrono::TimeDelta;
use strum::IntoStaticStr;

use super::{NotAllowed, PasswordRefused};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, ConsultationId, InvitationId, StaffId};
use crate::kernel::role::Role;

/// How long an invitation holds.
const INVITATION_DAYS: i64 = 7;

/// An invitation as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub id: InvitationId,
    pub authority: AuthorityId,
    /// `None`: the role is for every consultation of the authority.
    pub consultation: Option<ConsultationId>,
    /// Lower case.
    pub email: String,
    pub role: Role,
    /// The language of the mail.
    pub language: Language,
    pub invited_by: Option<StaffId>,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub accepted_at: Option<Instant>,
    pub revoked_at: Option<Instant>,
}

/// What an invitation is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum InvitationState {
    Open,
    Expired,
    Accepted,
    Revoked,
}

impl Invitation {
    /// Where it stands at `now`.
    pub fn state(&self, now: Instant) -> InvitationState {
        if self.accepted_at.is_some() {
            InvitationState::Accepted
        } else if self.revoked_at.is_some() {
            InvitationState::Revoked
        } else if now < self.expires_at {
            InvitationState::Open
        } else {
            InvitationState::Expired
        }
    }
}

/// When an invitation sent `now` expires.
pub fn invitation_expires_at(now: Instant) -> Instant {
    now.plus(TimeDelta::days(INVITATION_DAYS))
}

/// Somebody to be asked.
#[derive(Clone, Debug)]
pub struct NewInvitation {
    pub email: EmailAddress,
    pub role: Role,
    pub consultation: Option<ConsultationId>,
    pub language: Language,
}

/// Why nobody was invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InviteError {
    /// Only administrators invite, and only to their own authority.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The person already has this role here.
    #[error("the person already has this role")]
    HasRole,
    /// The account was disabled; a role would change nothing.
    #[error("the account is disabled")]
    Disabled,
    /// People and roles are managed for the whole authority only.
    #[error("administrators are not administrators of one consultation")]
    OneConsultation,
}

/// Why an invitation was not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AcceptError {
    /// The link does not hold, or no more.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// The password cannot be set.
    #[error(transparent)]
    Password(#[from] PasswordRefused),
    /// So many passwords are being hashed that this one would wait too long.
    #[error("too many passwords are being hashed at the moment")]
    Busy,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::ids::Ids;

    #[test]
    fn an_invitation_is_open_for_a_week_unless_something_came_of_it() {
        let (ids, now) = (Ids::seeded(1), Instant::from_micros(0).expect("in range"));
        let open = Invitation {
            id: ids.next(now),
            authority: ids.next(now),
            consultation: None,
            email: "ana@example.org".to_owned(),
            role: Role::Reviewer,
            language: Language::Sl,
            invited_by: None,
            created_at: now,
            expires_at: invitation_expires_at(now),
            accepted_at: None,
            revoked_at: None,
        };
        let after = |hours| open.state(now.plus(TimeDelta::hours(hours)));

        assert_eq!(after(7 * 24 - 1), InvitationState::Open);
        assert_eq!(after(7 * 24), InvitationState::Expired);
        let accepted = Invitation {
            accepted_at: Some(now),
            ..open.clone()
        };
        let revoked = Invitation {
            revoked_at: Some(now),
            ..open
        };
        assert_eq!(accepted.state(now), InvitationState::Accepted);
        assert_eq!(revoked.state(now), InvitationState::Revoked);
    }
}
