//! People with an account, and what they are to one authority.

use std::fmt;

use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, StaffId};
use crate::kernel::role::Role;

/// An argon2id hash in PHC format. `Debug` hides it: whoever reads a log should not be able to guess at it.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(pub(in crate::accounts) String);

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

/// A person with an account.
#[derive(Clone, Debug)]
pub struct Staff {
    pub id: StaffId,
    /// Lower case; what they sign in with.
    pub email: String,
    pub display_name: String,
    pub password_hash: PasswordHash,
    /// The language of mails to them.
    pub language: Language,
    /// Since when they may not sign in.
    pub disabled_at: Option<Instant>,
}

/// A person to be given an account; the id is minted by the caller.
#[derive(Clone, Debug)]
pub struct NewStaff {
    pub id: StaffId,
    pub email: EmailAddress,
    pub display_name: String,
    pub password_hash: PasswordHash,
    pub language: Language,
}

/// Who makes a request, and what they are in the authority its address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    pub staff_id: StaffId,
    pub display_name: String,
    pub language: Language,
    /// The authority in the address, if it names one they have a role in.
    pub authority: Option<AuthorityId>,
    /// Their roles in that authority.
    pub roles: Vec<Role>,
}

impl Actor {
    /// Whether they hold `role` in the authority of this request.
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether they hold any of `roles` in the authority of this request.
    pub fn has_any(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.has(*role))
    }
}

/// A person in an authority's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub staff_id: StaffId,
    pub display_name: String,
    pub email: String,
    pub roles: Vec<Role>,
}

/// Why somebody was not signed in. Never tells whether the account exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignInError {
    /// Wrong password, no such account, or a disabled one.
    #[error("the address and the password do not belong together")]
    WrongCredentials,
    /// Too many wrong guesses for this address.
    #[error("too many wrong passwords; the next try is possible at {again_at}")]
    TooManyGuesses { again_at: Instant },
    /// So many sign in at once that this one would wait too long.
    #[error("too many people sign in at the moment")]
    Busy,
}

/// Why a person was not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddPersonError {
    /// Only an administrator adds people, and only to their own authority.
    #[error(transparent)]
    NotAllowed(#[from] super::NotAllowed),
    /// The person already has this role here.
    #[error("the person already has this role")]
    HasRole,
    /// The account was disabled; a role would change nothing.
    #[error("the account is disabled")]
    Disabled,
    /// There is no account yet, and its first password is missing or weak.
    #[error(transparent)]
    Password(#[from] super::PasswordRefused),
    /// So many passwords are being hashed that this one would wait too long.
    #[error("too many passwords are being hashed at the moment")]
    Busy,
}

/// There is no such person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no such person")]
pub struct UnknownStaff;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::ids::Ids;

    #[test]
    fn a_role_held_elsewhere_is_not_held_here() {
        let now = Instant::from_micros(0).expect("in range");
        let actor = Actor {
            staff_id: Ids::seeded(1).next(now),
            display_name: "Članica".to_owned(),
            language: Language::Sl,
            authority: None,
            roles: vec![Role::Reviewer],
        };

        assert!(actor.has(Role::Reviewer));
        assert!(!actor.has(Role::Administrator));
        assert!(actor.has_any(&[Role::Coordinator, Role::Reviewer]));
        assert!(!actor.has_any(&[]));
    }
}
