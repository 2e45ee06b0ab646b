//! Writes a consultation and its draft.

use std::collections::HashSet;

use chrono::Datelike;
use chrono_tz::Tz;
use diesel::prelude::*;

use crate::consultations::domain::{ParagraphKind, Window, reference_prefix};
use crate::db::schema::{
    authorities, consultations, paragraphs, revisions, section_texts, sections, window_events,
    working_group_members,
};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{
    AuthorityId, ConsultationId, EventId, ParagraphId, RevisionId, SectionId,
};
use crate::kernel::local_time::local;

/// A consultation about to be announced, with its first revision.
#[derive(Clone, Debug)]
pub struct NewConsultation {
    pub id: ConsultationId,
    pub authority_id: AuthorityId,
    pub revision_id: RevisionId,
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

/// A section of the first revision.
#[derive(Clone, Debug)]
pub struct NewSection {
    pub id: SectionId,
    pub number: i32,
    pub title: String,
    pub short_title: String,
    pub paragraphs: Vec<NewParagraph>,
}

/// A piece of a section; its position is its place in the list.
#[derive(Clone, Debug)]
pub struct NewParagraph {
    pub id: ParagraphId,
    pub kind: ParagraphKind,
    pub number: String,
    pub title: String,
    pub body: String,
    pub is_key_goal: bool,
    pub indicator: String,
    pub holder: String,
    pub deadline: String,
}

/// Inserts the consultation with a reference prefix of its own, its counter of reference numbers, its first revision, the
/// ledger's first entry.
pub fn insert_consultation(
    connection: &mut DbConnection,
    new: &NewConsultation,
) -> StoreResult<()> {
    diesel::insert_into(consultations::table)
        .values((
            (
                consultations::id.eq(new.id),
                consultations::authority_id.eq(new.authority_id),
                consultations::slug.eq(&new.slug),
                consultations::reference_prefix.eq(mint_prefix(connection, new)?),
                consultations::title.eq(&new.title),
                consultations::title_en.eq(&new.title_en),
                consultations::short_title.eq(&new.short_title),
                consultations::summary.eq(&new.summary),
                consultations::summary_en.eq(&new.summary_en),
                consultations::purpose.eq(&new.purpose),
            ),
            consultations::channels_note.eq(&new.channels_note),
            consultations::privacy_note.eq(&new.privacy_note),
            consultations::opens_at.eq(new.window.opens_at),
            consultations::closes_at.eq(new.window.closes_at),
            consultations::answers_expected_at.eq(new.answers_expected_at),
            consultations::announced_at.eq(Some(new.announced_at)),
            consultations::released_at.eq(new.released_at),
            consultations::created_at.eq(new.created_at),
            consultations::shows_draft_early.eq(new.shows_draft_early),
            consultations::draft_noun.eq(new.draft_noun.as_deref().unwrap_or_default()),
        ))
        .execute(connection)?;
    insert_belongings(connection, new)
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
    diesel::insert_into(revisions::table)
        .values((
            revisions::id.eq(new.revision_id),
            revisions::consultation_id.eq(new.id),
            revisions::number.eq(1),
            revisions::published_at.eq(new.window.opens_at),
        ))
        .execute(connection)?;
    Ok(())
}

/// Inserts a section with its paragraphs into a revision.
pub fn insert_section(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    revision: RevisionId,
    new: &NewSection,
) -> StoreResult<()> {
    diesel::insert_into(sections::table)
        .values((
            sections::id.eq(new.id),
            sections::consultation_id.eq(consultation),
            sections::number.eq(new.number),
        ))
        .execute(connection)?;
    diesel::insert_into(section_texts::table)
        .values((
            section_texts::section_id.eq(new.id),
            section_texts::revision_id.eq(revision),
            section_texts::title.eq(&new.title),
            section_texts::short_title.eq(&new.short_title),
        ))
        .execute(connection)?;
    for (position, paragraph) in (0..).zip(&new.paragraphs) {
        insert_paragraph(connection, new.id, revision, position, paragraph)?;
    }
    Ok(())
}

fn insert_paragraph(
    connection: &mut DbConnection,
    section: SectionId,
    revision: RevisionId,
    position: i32,
    new: &NewParagraph,
) -> StoreResult<()> {
    diesel::insert_into(paragraphs::table)
        .values((
            paragraphs::id.eq(new.id),
            paragraphs::section_id.eq(section),
            paragraphs::revision_id.eq(revision),
            paragraphs::position.eq(position),
            paragraphs::kind.eq(new.kind),
            paragraphs::number.eq(&new.number),
            paragraphs::title.eq(&new.title),
            paragraphs::body.eq(&new.body),
            paragraphs::is_key_goal.eq(new.is_key_goal),
            paragraphs::indicator.eq(&new.indicator),
            paragraphs::holder.eq(&new.holder),
            paragraphs::deadline.eq(&new.deadline),
        ))
        .execute(connection)?;
    Ok(())
}
