//! What the latest revision says, with the ids of its parts.

use diesel::prelude::*;

use super::read::revision;
use crate::db::schema::{paragraph_texts, paragraphs, section_texts};
use crate::db::{DbConnection, StoreResult};
use crate::drafts::domain::ParagraphKind;
use crate::kernel::ids::{DraftId, GoalId, ParagraphId, SectionId};

/// A section of a revision.
#[derive(Clone, Debug)]
pub struct StoredSection {
    pub id: SectionId,
    pub title: String,
    pub pieces: Vec<StoredPiece>,
}

/// A piece of a section, in order.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = paragraph_texts)]
pub struct StoredPiece {
    #[diesel(column_name = paragraph_id)]
    pub id: ParagraphId,
    #[diesel(select_expression = paragraphs::section_id)]
    section_id: SectionId,
    pub kind: ParagraphKind,
    pub title: String,
    pub body: String,
    #[diesel(column_name = goal_id)]
    pub goal: Option<GoalId>,
}

/// The sections of the latest revision in order.
pub fn stored_sections(
    connection: &mut DbConnection,
    draft: DraftId,
) -> StoreResult<Vec<StoredSection>> {
    let Some(revision) = revision(connection, draft)? else {
        return Ok(Vec::new());
    };
    let rows: Vec<(SectionId, String)> = section_texts::table
        .filter(section_texts::revision_id.eq(revision.id))
        .order(section_texts::position)
        .select((section_texts::section_id, section_texts::title))
        .load(connection)?;
    let pieces: Vec<StoredPiece> = paragraph_texts::table
        .inner_join(paragraphs::table.on(paragraphs::id.eq(paragraph_texts::paragraph_id)))
        .filter(paragraph_texts::revision_id.eq(revision.id))
        .order(paragraph_texts::position)
        .select(StoredPiece::as_select())
        .load(connection)?;
    let of = |id| pieces.iter().filter(move |piece| piece.section_id == id);
    Ok(rows
        .into_iter()
        .map(|(id, title)| StoredSection {
            id,
            title,
            pieces: of(id).cloned().collect(),
        })
        .collect())
}
