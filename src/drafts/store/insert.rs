//! Writes a draft.

use std::collections::HashSet;

use diesel::dsl::max;
use diesel::prelude::*;

use crate::db::schema::{
    drafts, goals, paragraph_texts, paragraphs, revisions, section_texts, sections,
};
use crate::db::{DbConnection, StoreResult};
use crate::drafts::domain::ParagraphKind;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, DraftId, GoalId, ParagraphId, RevisionId, SectionId};
use crate::kernel::token::digest;

/// A draft with its first revision, still without sections.
#[derive(Clone, Debug)]
pub struct NewDraft {
    pub id: DraftId,
    pub authority_id: AuthorityId,
    pub revision_id: RevisionId,
    pub published_at: Instant,
    pub created_at: Instant,
}

/// A section of a revision.
#[derive(Clone, Debug)]
pub struct NewSection {
    pub id: SectionId,
    /// Its place among the sections, from 1.
    pub position: i32,
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
    pub goal: Option<NewGoal>,
}

/// A goal that is set with the paragraph that shows it.
#[derive(Clone, Debug)]
pub struct NewGoal {
    pub id: GoalId,
    pub is_key: bool,
    pub indicator: String,
    pub holder: String,
    pub deadline: String,
}

/// What is there already and only says something else, or the same, in another revision.
#[derive(Clone, Debug, Default)]
pub struct Known {
    pub sections: HashSet<SectionId>,
    pub paragraphs: HashSet<ParagraphId>,
    pub goals: HashSet<GoalId>,
}

/// Inserts a draft and its first revision.
pub fn insert_draft(connection: &mut DbConnection, new: &NewDraft) -> StoreResult<()> {
    diesel::insert_into(drafts::table)
        .values((
            drafts::id.eq(new.id),
            drafts::authority_id.eq(new.authority_id),
            drafts::created_at.eq(new.created_at),
        ))
        .execute(connection)?;
    diesel::insert_into(revisions::table)
        .values((
            revisions::id.eq(new.revision_id),
            revisions::draft_id.eq(new.id),
            revisions::number.eq(1),
            revisions::published_at.eq(new.published_at),
        ))
        .execute(connection)?;
    Ok(())
}

/// Inserts the next revision of a draft, still without sections.
pub fn insert_revision(connection: &mut DbConnection, draft: &NewDraft) -> StoreResult<()> {
    let last: Option<i32> = revisions::table
        .filter(revisions::draft_id.eq(draft.id))
        .select(max(revisions::number))
        .first(connection)?;
    diesel::insert_into(revisions::table)
        .values((
            revisions::id.eq(draft.revision_id),
            revisions::draft_id.eq(draft.id),
            revisions::number.eq(last.unwrap_or(0) + 1),
            revisions::published_at.eq(draft.published_at),
        ))
        .execute(connection)?;
    Ok(())
}

/// Inserts a section with its paragraphs and their goals into a revision.
pub fn insert_section(
    connection: &mut DbConnection,
    draft: &NewDraft,
    new: &NewSection,
) -> StoreResult<()> {
    put_section(connection, draft, new, &Known::default())
}

/// The same when some of it may be known from the revision before.
pub fn put_section(
    connection: &mut DbConnection,
    draft: &NewDraft,
    new: &NewSection,
    known: &Known,
) -> StoreResult<()> {
    if !known.sections.contains(&new.id) {
        diesel::insert_into(sections::table)
            .values((sections::id.eq(new.id), sections::draft_id.eq(draft.id)))
            .execute(connection)?;
    }
    diesel::insert_into(section_texts::table)
        .values((
            section_texts::section_id.eq(new.id),
            section_texts::revision_id.eq(draft.revision_id),
            section_texts::position.eq(new.position),
            section_texts::number_label.eq(new.position.to_string()),
            section_texts::depth.eq(0),
            section_texts::title.eq(&new.title),
            section_texts::short_title.eq(&new.short_title),
        ))
        .execute(connection)?;
    for (position, paragraph) in (0..).zip(&new.paragraphs) {
        insert_paragraph(connection, draft, (new.id, position), paragraph, known)?;
    }
    Ok(())
}

fn insert_paragraph(
    connection: &mut DbConnection,
    draft: &NewDraft,
    (section, position): (SectionId, i32),
    new: &NewParagraph,
    known: &Known,
) -> StoreResult<()> {
    if let Some(goal) = &new.goal {
        put_goal(connection, draft, goal, known)?;
    }
    if !known.paragraphs.contains(&new.id) {
        diesel::insert_into(paragraphs::table)
            .values((
                paragraphs::id.eq(new.id),
                paragraphs::section_id.eq(section),
            ))
            .execute(connection)?;
    }
    let said = [new.kind.into_str(), &new.title, &new.body].map(str::as_bytes);
    diesel::insert_into(paragraph_texts::table)
        .values((
            paragraph_texts::paragraph_id.eq(new.id),
            paragraph_texts::revision_id.eq(draft.revision_id),
            paragraph_texts::position.eq(position),
            paragraph_texts::kind.eq(new.kind),
            paragraph_texts::number.eq(&new.number),
            paragraph_texts::title.eq(&new.title),
            paragraph_texts::body.eq(&new.body),
            paragraph_texts::hash.eq(digest(&said).to_vec()),
            paragraph_texts::goal_id.eq(new.goal.as_ref().map(|goal| goal.id)),
        ))
        .execute(connection)?;
    Ok(())
}

/// A goal that is known says now how it is reached.
fn put_goal(
    connection: &mut DbConnection,
    draft: &NewDraft,
    goal: &NewGoal,
    known: &Known,
) -> StoreResult<()> {
    let said = (
        goals::is_key.eq(goal.is_key),
        goals::indicator.eq(&goal.indicator),
        goals::holder.eq(&goal.holder),
        goals::deadline.eq(&goal.deadline),
    );
    if known.goals.contains(&goal.id) {
        diesel::update(goals::table.find(goal.id))
            .set(said)
            .execute(connection)?;
        return Ok(());
    }
    diesel::insert_into(goals::table)
        .values((
            goals::id.eq(goal.id),
            goals::authority_id.eq(draft.authority_id),
            goals::created_at.eq(draft.created_at),
            said,
        ))
        .execute(connection)?;
    Ok(())
}
