//! Invitations.

use diesel::prelude::*;

use crate::accounts::domain::Invitation;
use crate::db::schema::invitations;
use crate::db::{DbConnection, StoreResult};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, ConsultationId, InvitationId, StaffId};
use crate::kernel::role::Role;

#[derive(Queryable, Selectable)]
#[diesel(table_name = invitations)]
struct InvitationRow {
    id: InvitationId,
    authority_id: AuthorityId,
    consultation_id: Option<ConsultationId>,
    email: String,
    role: Role,
    language: Language,
    invited_by: Option<StaffId>,
    created_at: Instant,
    expires_at: Instant,
    accepted_at: Option<Instant>,
    revoked_at: Option<Instant>,
}

impl From<InvitationRow> for Invitation {
    fn from(row: InvitationRow) -> Self {
        Self {
            id: row.id,
            authority: row.authority_id,
            consultation: row.consultation_id,
            email: row.email,
            role: row.role,
            language: row.language,
            invited_by: row.invited_by,
            created_at: row.created_at,
            expires_at: row.expires_at,
            accepted_at: row.accepted_at,
            revoked_at: row.revoked_at,
        }
    }
}

/// The invitation with this id.
pub(in crate::accounts) fn find_invitation(
    connection: &mut DbConnection,
    id: InvitationId,
) -> StoreResult<Option<Invitation>> {
    let row: Option<InvitationRow> = invitations::table
        .find(id)
        .select(InvitationRow::as_select())
        .first(connection)
        .optional()?;
    Ok(row.map(Invitation::from))
}

/// The invitations of an authority nothing came of yet, the newest first; those that have expired are among them.
///
/// # Errors
/// When the database refuses.
pub fn list_pending_invitations(
    connection: &mut DbConnection,
    authority: AuthorityId,
) -> StoreResult<Vec<Invitation>> {
    let rows: Vec<InvitationRow> = invitations::table
        .filter(invitations::authority_id.eq(authority))
        .filter(invitations::accepted_at.is_null())
        .filter(invitations::revoked_at.is_null())
        .order((invitations::created_at.desc(), invitations::id))
        .select(InvitationRow::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Invitation::from).collect())
}

/// Stores an invitation.
pub(in crate::accounts) fn insert_invitation(
    connection: &mut DbConnection,
    invitation: &Invitation,
) -> StoreResult<()> {
    diesel::insert_into(invitations::table)
        .values((
            invitations::id.eq(invitation.id),
            invitations::authority_id.eq(invitation.authority),
            invitations::consultation_id.eq(invitation.consultation),
            invitations::email.eq(&invitation.email),
            invitations::role.eq(invitation.role),
            invitations::language.eq(invitation.language),
            invitations::invited_by.eq(invitation.invited_by),
            invitations::created_at.eq(invitation.created_at),
            invitations::expires_at.eq(invitation.expires_at),
        ))
        .execute(connection)?;
    Ok(())
}

/// Makes an invitation hold for longer.
pub(in crate::accounts) fn update_expires_at(
    connection: &mut DbConnection,
    id: InvitationId,
    expires_at: Instant,
) -> StoreResult<()> {
    diesel::update(invitations::table.find(id))
        .set(invitations::expires_at.eq(expires_at))
        .execute(connection)?;
    Ok(())
}

/// Notes that an invitation was accepted. `false` when something had come of it already.
pub(in crate::accounts) fn update_accepted_at(
    connection: &mut DbConnection,
    id: InvitationId,
    now: Instant,
) -> StoreResult<bool> {
    let pending = invitations::table
        .find(id)
        .filter(invitations::accepted_at.is_null())
        .filter(invitations::revoked_at.is_null());
    let changed = diesel::update(pending)
        .set(invitations::accepted_at.eq(Some(now)))
        .execute(connection)?;
    Ok(changed > 0)
}

/// Takes an invitation back. `false` when something had come of it already.
pub(in crate::accounts) fn update_revoked_at(
    connection: &mut DbConnection,
    id: InvitationId,
    now: Instant,
) -> StoreResult<bool> {
    let pending = invitations::table
        .find(id)
        .filter(invitations::accepted_at.is_null())
        .filter(invitations::revoked_at.is_null());
    let changed = diesel::update(pending)
        .set(invitations::revoked_at.eq(Some(now)))
        .execute(connection)?;
    Ok(changed > 0)
}
