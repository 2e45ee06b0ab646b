//! People with an account, and what they are to one authority.

use std::fmt;

use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, ConsultationId, StaffId};
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
    /// The consultation in the address, if they have a role in it alone, and those roles.
    pub consultation: Option<(ConsultationId, Vec<Role>)>,
    /// Whether an authority of theirs wants a second factor and they have none yet: then nothing else is open to them.
    pub owes_second_factor: bool,
}

impl Actor {
    /// Everything they are in this request: in the authority and in the consultation of its address.
    pub fn all_roles(&self) -> Vec<Role> {
        let in_consultation = self.consultation.iter().flat_map(|(_id, roles)| roles);
        let mut all: Vec<Role> = self.roles.iter().chain(in_consultation).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether they hold `role` in this request.
    pub fn has(&self, role: Role) -> bool {
        self.all_roles().contains(&role)
    }

    /// Whether they hold any of `roles` in this request.
    pub fn has_any(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.has(*role))
    }

    /// Whether they hold any of `roles` in all of an authority.
    pub fn has_any_in(&self, roles: &[Role], authority: AuthorityId) -> bool {
        self.authority == Some(authority) && self.roles.iter().any(|role| roles.contains(role))
    }

    /// Whether they hold any of `roles` in a consultation of an authority: in it alone, or in all of the authority.
    pub fn works_in(
        &self,
        roles: &[Role],
        authority: AuthorityId,
        consultation: ConsultationId,
    ) -> bool {
        let in_it = self.consultation.as_ref().is_some_and(|(id, held)| {
            *id == consultation && held.iter().any(|role| roles.contains(role))
        });
        in_it || self.has_any_in(roles, authority)
    }
}

/// A person in an authority's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub staff_id: StaffId,
    pub display_name: String,
    pub email: String,
    pub roles: Vec<Role>,
    /// Roles in one consultation each.
    pub consultation_roles: Vec<(ConsultationId, Role)>,
    /// Since when they may not sign in.
    pub disabled_at: Option<Instant>,
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
    /// No sign-in waits for a code in this browser, or no more.
    #[error("the sign-in is over")]
    Over,
    /// So many sign in at once that this one would wait too long.
    #[error("too many people sign in at the moment")]
    Busy,
}

/// Why nothing was changed about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangePersonError {
    /// Only an administrator may, and only in their own authority.
    #[error(transparent)]
    NotAllowed(#[from] super::NotAllowed),
    /// Nobody could give people roles any more.
    #[error("an authority needs an administrator")]
    LastAdministrator,
    /// The person works for another authority, too, whose administrators decide about the account.
    #[error("the person works for another authority, too")]
    WorksElsewhere,
}

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
            consultation: None,
            owes_second_factor: false,
        };

        assert!(actor.has(Role::Reviewer));
        assert!(!actor.has(Role::Administrator));
        assert!(actor.has_any(&[Role::Coordinator, Role::Reviewer]));
        assert!(!actor.has_any(&[]));
    }
}
