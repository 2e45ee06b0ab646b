//! One act of somebody who prepares a consultation.

use serde_json::Value;

use crate::accounts::{Actor, By, NotAllowed};
use crate::audit::{self, Entry};
use crate::consultations::domain::Consultation;
use crate::consultations::store;
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, ConsultationId, Ids, StaffId};
use crate::kernel::role::Role;
use crate::kernel::token::Tokens;

/// Who prepares consultations.
pub(super) const COORDINATORS: &[Role] = &[Role::Coordinator];

/// Who acts, when, and what the act is written with.
#[derive(Clone)]
pub struct Act {
    pub ids: Ids,
    pub tokens: Tokens,
    pub by: By,
    pub now: Instant,
}

impl Act {
    pub(super) fn new(context: &Context, by: &By) -> Self {
        Self {
            ids: context.ids.clone(),
            tokens: context.tokens.clone(),
            by: by.clone(),
            now: context.now(),
        }
    }

    /// Coordinators of the authority, and the installation itself, which loads samples.
    pub(super) fn authorise<E: From<NotAllowed>>(
        &self,
        authority: AuthorityId,
    ) -> Result<Option<StaffId>, Failure<E>> {
        match &self.by {
            By::System => Ok(None),
            other => found(other.holder_of(COORDINATORS, authority)),
        }
    }

    /// The same for one consultation, which somebody may coordinate alone.
    pub(super) fn authorise_in<E: From<NotAllowed>>(
        &self,
        consultation: &Consultation,
    ) -> Result<Option<StaffId>, Failure<E>> {
        match &self.by {
            By::System => Ok(None),
            other => {
                found(other.holder_in(COORDINATORS, consultation.authority.id, consultation.id))
            }
        }
    }

    /// Writes the act into the audit chain.
    pub(super) fn record(
        &self,
        connection: &mut DbConnection,
        action: &'static str,
        id: ConsultationId,
        after: &Value,
    ) -> StoreResult<()> {
        let entry = Entry {
            actor: self.by.audit_name(),
            action,
            subject: format!("consultation:{id}"),
            scope: store::audit_scope(connection, id)?,
            before: None,
            after,
        };
        audit::append(connection, &self.tokens, self.now, &entry)
    }
}

fn found<E: From<NotAllowed>>(
    actor: Result<&Actor, NotAllowed>,
) -> Result<Option<StaffId>, Failure<E>> {
    actor
        .map(|actor| Some(actor.staff_id))
        .map_err(|refused| Failure::Refused(refused.into()))
}
