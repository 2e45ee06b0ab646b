//! Writes a consultation, and takes away one nobody saw.

use std::collections::HashSet;

use chrono::Datelike;
use chrono_tz::Tz;
use diesel::prelude::*;

use crate::consultations::domain::{Window, reference_prefix};
use crate::db::schema::{authorities, consultation_texts, consultations};
use crate::db::{DbConnection, StoreResult};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, ConsultationId, DraftId};
use crate::kernel::local_time::local;

/// A consultation about to be prepared, on a draft that is there.
#[derive(Clone, Debug)]
pub struct NewConsultation {
    pub id: ConsultationId,
    pub authority_id: AuthorityId,
    pub draft_id: DraftId,
    pub slug: String,
    pub title: String,
    pub short_title: String,
    pub window: Window,
    pub created_at: Instant,
}

/// Inserts the consultation with a reference prefix of its own and its titles; everything else is still to be written.
pub fn insert_consultation(
    connection: &mut DbConnection,
    new: &NewConsultation,
) -> StoreResult<()> {
    let prefix = mint_prefix(connection, new.authority_id, new.window)?;
    diesel::insert_into(consultations::table)
        .values((
            consultations::id.eq(new.id),
            consultations::authority_id.eq(new.authority_id),
            consultations::draft_id.eq(new.draft_id),
            consultations::slug.eq(&new.slug),
            consultations::reference_prefix.eq(prefix),
            consultations::language.eq(Language::default()),
            consultations::opens_at.eq(new.window.opens_at),
            consultations::closes_at.eq(new.window.closes_at),
            consultations::shows_draft_early.eq(false),
            consultations::short_window_reason.eq(""),
            consultations::created_at.eq(new.created_at),
        ))
        .execute(connection)?;
    diesel::insert_into(consultation_texts::table)
        .values((
            consultation_texts::consultation_id.eq(new.id),
            consultation_texts::language.eq(Language::default()),
            consultation_texts::title.eq(&new.title),
            consultation_texts::short_title.eq(&new.short_title),
            consultation_texts::summary.eq(""),
            consultation_texts::purpose.eq(""),
            consultation_texts::draft_noun.eq(""),
            consultation_texts::channels_note.eq(""),
            consultation_texts::privacy_note.eq(""),
            consultation_texts::target_groups.eq(""),
            consultation_texts::appointing_act.eq(""),
        ))
        .execute(connection)?;
    Ok(())
}

/// The first reference prefix of the authority and the year in which the window opens that no consultation has; call it
/// inside the write.
pub(super) fn mint_prefix(
    connection: &mut DbConnection,
    authority: AuthorityId,
    window: Window,
) -> StoreResult<String> {
    let (prefix, zone): (String, String) = authorities::table
        .find(authority)
        .select((authorities::reference_prefix, authorities::time_zone))
        .first(connection)?;
    let zone = zone.parse().unwrap_or(Tz::Europe__Ljubljana);
    let year = local(window.opens_at, zone).year();
    let taken: HashSet<String> = consultations::table
        .select(consultations::reference_prefix)
        .load(connection)?
        .into_iter()
        .collect();
    let mut earlier = 0;
    loop {
        let prefix = reference_prefix(&prefix, year, earlier);
        if !taken.contains(&prefix) {
            return Ok(prefix);
        }
        earlier += 1;
    }
}

/// Whether the authority has a consultation with this part of the address.
pub fn is_slug_taken(
    connection: &mut DbConnection,
    authority: AuthorityId,
    slug: &str,
) -> StoreResult<bool> {
    let of_slug = consultations::table
        .filter(consultations::authority_id.eq(authority))
        .filter(consultations::slug.eq(slug));
    let found: Option<ConsultationId> = of_slug
        .select(consultations::id)
        .first(connection)
        .optional()?;
    Ok(found.is_some())
}

/// Deletes a consultation that never was public, with all that was prepared. Its draft stays.
pub fn delete_consultation(connection: &mut DbConnection, id: ConsultationId) -> StoreResult<()> {
    diesel::delete(
        consultations::table
            .find(id)
            .filter(consultations::announced_at.is_null()),
    )
    .execute(connection)?;
    Ok(())
}
