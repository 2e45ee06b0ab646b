//! Links by which outsiders look at a consultation before it is public.

use diesel::prelude::*;

use crate::consultations::domain::PreviewLink;
use crate::db::schema::preview_links;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, PreviewLinkId, StaffId};

#[derive(Queryable, Selectable)]
#[diesel(table_name = preview_links)]
struct PreviewRow {
    id: PreviewLinkId,
    consultation_id: ConsultationId,
    label: String,
    created_at: Instant,
    expires_at: Instant,
    revoked_at: Option<Instant>,
}

impl From<PreviewRow> for PreviewLink {
    fn from(row: PreviewRow) -> Self {
        Self {
            id: row.id,
            consultation: row.consultation_id,
            label: row.label,
            created_at: row.created_at,
            expires_at: row.expires_at,
            revoked_at: row.revoked_at,
        }
    }
}

/// The link with this id.
///
/// # Errors
/// When the database refuses.
pub fn find_preview(
    connection: &mut DbConnection,
    id: PreviewLinkId,
) -> StoreResult<Option<PreviewLink>> {
    let row: Option<PreviewRow> = preview_links::table
        .find(id)
        .select(PreviewRow::as_select())
        .first(connection)
        .optional()?;
    Ok(row.map(PreviewLink::from))
}

/// The links of a consultation that open something at `now`, the newest first.
///
/// # Errors
/// When the database refuses.
pub fn list_previews(
    connection: &mut DbConnection,
    id: ConsultationId,
    now: Instant,
) -> StoreResult<Vec<PreviewLink>> {
    let rows: Vec<PreviewRow> = preview_links::table
        .filter(preview_links::consultation_id.eq(id))
        .filter(preview_links::revoked_at.is_null())
        .filter(preview_links::expires_at.gt(now))
        .order((preview_links::created_at.desc(), preview_links::id))
        .select(PreviewRow::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(PreviewLink::from).collect())
}

/// Stores a link.
///
/// # Errors
/// When the database refuses.
pub fn insert_preview(
    connection: &mut DbConnection,
    link: &PreviewLink,
    by: Option<StaffId>,
) -> StoreResult<()> {
    diesel::insert_into(preview_links::table)
        .values((
            preview_links::id.eq(link.id),
            preview_links::consultation_id.eq(link.consultation),
            preview_links::label.eq(&link.label),
            preview_links::created_by.eq(by),
            preview_links::created_at.eq(link.created_at),
            preview_links::expires_at.eq(link.expires_at),
        ))
        .execute(connection)?;
    Ok(())
}

/// Takes a link of a consultation back. `false` when there is none that was not taken back before.
///
/// # Errors
/// When the database refuses.
pub fn revoke_preview(
    connection: &mut DbConnection,
    (consultation, id): (ConsultationId, PreviewLinkId),
    now: Instant,
) -> StoreResult<bool> {
    let held = preview_links::table
        .find(id)
        .filter(preview_links::consultation_id.eq(consultation))
        .filter(preview_links::revoked_at.is_null());
    let changed = diesel::update(held)
        .set(preview_links::revoked_at.eq(Some(now)))
        .execute(connection)?;
    Ok(changed > 0)
}
