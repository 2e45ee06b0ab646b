//! Takes away what a draft says that nobody could read yet.

use diesel::prelude::*;

use super::insert::NewDraft;
use crate::db::schema::{drafts, goals, paragraph_texts, paragraphs, revisions, sections};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, DraftId, GoalId};

/// Deletes the sections of a draft with their paragraphs, and the goals that were set only there.
pub fn delete_sections(connection: &mut DbConnection, id: DraftId) -> StoreResult<()> {
    let set: Vec<Option<GoalId>> = paragraph_texts::table
        .inner_join(paragraphs::table.on(paragraphs::id.eq(paragraph_texts::paragraph_id)))
        .inner_join(sections::table.on(sections::id.eq(paragraphs::section_id)))
        .filter(sections::draft_id.eq(id))
        .filter(paragraph_texts::goal_id.is_not_null())
        .select(paragraph_texts::goal_id)
        .load(connection)?;
    diesel::delete(sections::table.filter(sections::draft_id.eq(id))).execute(connection)?;
    let set: Vec<GoalId> = set.into_iter().flatten().collect();
    let elsewhere: Vec<Option<GoalId>> = paragraph_texts::table
        .filter(paragraph_texts::goal_id.eq_any(set.iter().copied().map(Some)))
        .select(paragraph_texts::goal_id)
        .load(connection)?;
    let gone: Vec<GoalId> = set
        .into_iter()
        .filter(|goal| !elsewhere.contains(&Some(*goal)))
        .collect();
    diesel::delete(goals::table.filter(goals::id.eq_any(gone))).execute(connection)?;
    Ok(())
}

/// Deletes a draft nobody could read, with everything in it.
pub fn delete_draft(connection: &mut DbConnection, id: DraftId) -> StoreResult<()> {
    delete_sections(connection, id)?;
    diesel::delete(drafts::table.find(id)).execute(connection)?;
    Ok(())
}

/// Notes from when on the revisions of a draft can be read.
pub fn set_published_at(
    connection: &mut DbConnection,
    id: DraftId,
    at: Instant,
) -> StoreResult<()> {
    diesel::update(revisions::table.filter(revisions::draft_id.eq(id)))
        .set(revisions::published_at.eq(at))
        .execute(connection)?;
    Ok(())
}

/// A draft as sections are written into its only revision at `now`.
pub fn draft_to_write(
    connection: &mut DbConnection,
    id: DraftId,
    authority_id: AuthorityId,
    now: Instant,
) -> StoreResult<NewDraft> {
    let (revision_id, published_at) = revisions::table
        .filter(revisions::draft_id.eq(id))
        .order(revisions::number.desc())
        .select((revisions::id, revisions::published_at))
        .first(connection)?;
    Ok(NewDraft {
        id,
        authority_id,
        revision_id,
        published_at,
        created_at: now,
    })
}
