//! In whose name something is done. Every use case is told and authorises for itself: the guard before the routes is
//! the outer wall, not the only one, because commands, workers and bulk acts do not pass through it.

use super::staff::Actor;
use crate::kernel::ids::{AuthorityId, ConsultationId, StaffId};
use crate::kernel::role::Role;

/// In whose name something is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// Somebody who is signed in.
    Staff(Actor),
    /// Somebody without an account: a resident, an organisation, whoever holds a private link.
    Guest,
    /// The installation itself: a command of whoever runs it, a worker.
    System,
}

/// Whoever acts may not do this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("whoever acts may not do this")]
pub struct NotAllowed;

impl By {
    /// How the audit chain names them: never by name or address.
    pub fn audit_name(&self) -> String {
        match self {
            Self::Staff(actor) => audit_name_of(actor.staff_id),
            Self::Guest => "guest".to_owned(),
            Self::System => "system".to_owned(),
        }
    }

    /// The member of staff who acts, if they hold one of `roles` in the authority.
    ///
    /// # Errors
    /// [`NotAllowed`] for everybody else.
    pub fn holder_of(&self, roles: &[Role], authority: AuthorityId) -> Result<&Actor, NotAllowed> {
        match self {
            Self::Staff(actor) if actor.has_any_in(roles, authority) => Ok(actor),
            Self::Staff(_) | Self::Guest | Self::System => Err(NotAllowed),
        }
    }

    /// The member of staff who acts, if they hold one of `roles` in this consultation of the authority.
    ///
    /// # Errors
    /// [`NotAllowed`] for everybody else.
    pub fn holder_in(
        &self,
        roles: &[Role],
        authority: AuthorityId,
        consultation: ConsultationId,
    ) -> Result<&Actor, NotAllowed> {
        match self {
            Self::Staff(actor) if actor.works_in(roles, authority, consultation) => Ok(actor),
            Self::Staff(_) | Self::Guest | Self::System => Err(NotAllowed),
        }
    }
}

/// How the audit chain names a member of staff.
pub fn audit_name_of(staff: StaffId) -> String {
    format!("staff:{staff}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::kernel::clock::Instant;
    use crate::kernel::ids::Ids;

    #[test]
    fn only_a_role_in_the_same_authority_allows() {
        let (now, ids) = (Instant::from_micros(0).expect("in range"), Ids::seeded(1));
        let (here, elsewhere): (AuthorityId, AuthorityId) = (ids.next(now), ids.next(now));
        let actor = Actor {
            staff_id: ids.next(now),
            display_name: "Članica".to_owned(),
            language: Language::Sl,
            authority: Some(here),
            roles: vec![Role::Reviewer],
            consultation: None,
            owes_second_factor: false,
        };
        let by = By::Staff(actor.clone());

        let either = [Role::Coordinator, Role::Reviewer];
        assert_eq!(by.holder_of(&either, here), Ok(&actor));
        assert_eq!(by.holder_of(&[Role::Coordinator], here), Err(NotAllowed));
        assert_eq!(by.holder_of(&either, elsewhere), Err(NotAllowed));
        assert_eq!(By::Guest.holder_of(&either, here), Err(NotAllowed));
        assert_eq!(By::System.holder_of(&either, here), Err(NotAllowed));
    }

    #[test]
    fn a_role_in_one_consultation_allows_there_alone() {
        let (now, ids) = (Instant::from_micros(0).expect("in range"), Ids::seeded(1));
        let authority: AuthorityId = ids.next(now);
        let (this, other): (ConsultationId, ConsultationId) = (ids.next(now), ids.next(now));
        let actor = Actor {
            staff_id: ids.next(now),
            display_name: "Članica".to_owned(),
            language: Language::Sl,
            authority: None,
            roles: Vec::new(),
            consultation: Some((this, vec![Role::Coordinator])),
            owes_second_factor: false,
        };
        let by = By::Staff(actor.clone());
        let coordinators = [Role::Coordinator];

        assert_eq!(by.holder_in(&coordinators, authority, this), Ok(&actor));
        assert_eq!(
            by.holder_in(&coordinators, authority, other),
            Err(NotAllowed)
        );
        assert_eq!(by.holder_of(&coordinators, authority), Err(NotAllowed));
        assert_eq!(
            by.holder_in(&[Role::Reviewer], authority, this),
            Err(NotAllowed)
        );
    }
}
