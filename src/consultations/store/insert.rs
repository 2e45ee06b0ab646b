//! Writes a consultation and its draft.

use std::collections::HashSet;

use chrono::Datelike;
use chrono_tz::Tz;
use diesel::prelude::*;

use crate::consultations::domain::{Window, reference_prefix};
use crate::db::schema::{
    authorities, consultation_texts, consultations, window_events, working_group_members,
};
use crate::db::{DbConnection, StoreResult};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, ConsultationId, DraftId, EventId};
use crate::kernel::local_time::local;

/// A consultation about to be announced, on a draft that is there.
#[derive(Clone, Debug)]
pub struct NewConsultation {
    pub id: ConsultationId,
    pub authority_id: AuthorityId,
    pub draft_id: DraftId,
    pub event_id: EventId,
    pub slug: String,
    pub title: String,
    pub title_en: Option<String>,
    pub short_title: String,
    pub summary: String,
    pub summary_en: Option<String>,
    pub purpose: String,
    pub channels_note: String,
    pub privacy_note: String,
    pub window: Window,
    pub answers_expected_at: Option<Instant>,
    pub announced_at: Instant,
    pub released_at: Option<Instant>,
    pub shows_draft_early: bool,
    pub draft_noun: Option<String>,
    /// The working group, shown by roles.
    pub working_group: Vec<String>,
    pub created_at: Instant,
}

/// Inserts the consultation with a reference prefix of its own, what it says of itself, the ledger's
/// first entry.
pub fn insert_consultation(
    connection: &mut DbConnection,
    new: &NewConsultation,
) -> StoreResult<()> {
    diesel::insert_into(consultations::table)
        .values((
            consultations::id.eq(new.id),
            consultations::authority_id.eq(new.authority_id),
            consultations::draft_id.eq(new.draft_id),
            consultations::slug.eq(&new.slug),
            consultations::reference_prefix.eq(mint_prefix(connection, new)?),
            consultations::language.eq(Language::default()),
            consultations::opens_at.eq(new.window.opens_at),
            consultations::closes_at.eq(new.window.closes_at),
            consultations::answers_expected_at.eq(new.answers_expected_at),
            consultations::announced_at.eq(Some(new.announced_at)),
            consultations::shows_draft_early.eq(new.shows_draft_early),
            consultations::released_at.eq(new.released_at),
            consultations::created_at.eq(new.created_at),
        ))
        .execute(connection)?;
    insert_texts(connection, new)?;
    insert_belongings(connection, new)
}

/// What it says in the language of the draft, and what of it there is in English.
fn insert_texts(connection: &mut DbConnection, new: &NewConsultation) -> StoreResult<()> {
    let own = (
        consultation_texts::short_title.eq(&new.short_title),
        consultation_texts::purpose.eq(&new.purpose),
        consultation_texts::draft_noun.eq(new.draft_noun.as_deref().unwrap_or_default()),
        consultation_texts::channels_note.eq(&new.channels_note),
        consultation_texts::privacy_note.eq(&new.privacy_note),
    );
    diesel::insert_into(consultation_texts::table)
        .values((
            consultation_texts::consultation_id.eq(new.id),
            consultation_texts::language.eq(Language::default()),
            consultation_texts::title.eq(&new.title),
            consultation_texts::summary.eq(&new.summary),
            own,
        ))
        .execute(connection)?;
    if new.title_en.is_none() && new.summary_en.is_none() {
        return Ok(());
    }
    let nothing = (
        consultation_texts::short_title.eq(""),
        consultation_texts::purpose.eq(""),
        consultation_texts::draft_noun.eq(""),
        consultation_texts::channels_note.eq(""),
        consultation_texts::privacy_note.eq(""),
    );
    diesel::insert_into(consultation_texts::table)
        .values((
            consultation_texts::consultation_id.eq(new.id),
            consultation_texts::language.eq(Language::En),
            consultation_texts::title.eq(new.title_en.as_deref().unwrap_or_default()),
            consultation_texts::summary.eq(new.summary_en.as_deref().unwrap_or_default()),
            nothing,
        ))
        .execute(connection)?;
    Ok(())
}

/// The first reference prefix of the authority and the year that no consultation has; call it inside the write.
fn mint_prefix(connection: &mut DbConnection, new: &NewConsultation) -> StoreResult<String> {
    let (authority, zone): (String, String) = authorities::table
        .find(new.authority_id)
        .select((authorities::reference_prefix, authorities::time_zone))
        .first(connection)?;
    let zone = zone.parse().unwrap_or(Tz::Europe__Ljubljana);
    let year = local(new.window.opens_at, zone).year();
    let taken: HashSet<String> = consultations::table
        .select(consultations::reference_prefix)
        .load(connection)?
        .into_iter()
        .collect();
    let mut earlier = 0;
    loop {
        let prefix = reference_prefix(&authority, year, earlier);
        if !taken.contains(&prefix) {
            return Ok(prefix);
        }
        earlier += 1;
    }
}

fn insert_belongings(connection: &mut DbConnection, new: &NewConsultation) -> StoreResult<()> {
    diesel::insert_into(window_events::table)
        .values((
            window_events::id.eq(new.event_id),
            window_events::consultation_id.eq(new.id),
            window_events::kind.eq("announced"),
            window_events::opens_at.eq(new.window.opens_at),
            window_events::closes_at.eq(new.window.closes_at),
            window_events::reason.eq(""),
            window_events::recorded_at.eq(new.announced_at),
        ))
        .execute(connection)?;
    for (position, role_name) in (0..).zip(&new.working_group) {
        diesel::insert_into(working_group_members::table)
            .values((
                working_group_members::consultation_id.eq(new.id),
                working_group_members::position.eq(position),
                working_group_members::role_name.eq(role_name),
            ))
            .execute(connection)?;
    }
    Ok(())
}
