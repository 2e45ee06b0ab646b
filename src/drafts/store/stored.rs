//! What a revision says, with the ids of its parts.

use diesel::prelude::*;

use crate::db::schema::{paragraph_texts, paragraphs, section_texts};
use crate::db::{DbConnection, StoreResult};
use crate::drafts::domain::ParagraphKind;
use crate::kernel::ids::{GoalId, ParagraphId, RevisionId, SectionId};

/// A section of a revision.
#[derive(Clone, Debug)]
pub struct StoredSection {
    pub id: SectionId,
    pub number: i32,
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
    pub number: String,
    pub title: String,
    pub body: String,
    #[diesel(column_name = goal_id)]
    pub goal: Option<GoalId>,
}

/// The sections of a revision in order.
pub fn stored_sections(
    connection: &mut DbConnection,
    revision: RevisionId,
) -> StoreResult<Vec<StoredSection>> {
    let rows: Vec<(SectionId, i32, String)> = section_texts::table
        .filter(section_texts::revision_id.eq(revision))
        .order(section_texts::position)
        .select((
            section_texts::section_id,
            section_texts::position,
            section_texts::title,
        ))
        .load(connection)?;
    let pieces: Vec<StoredPiece> = paragraph_texts::table
        .inner_join(paragraphs::table.on(paragraphs::id.eq(paragraph_texts::paragraph_id)))
        .filter(paragraph_texts::revision_id.eq(revision))
        .order(paragraph_texts::position)
        .select(StoredPiece::as_select())
        .load(connection)?;
    let of = |id| pieces.iter().filter(move |piece| piece.section_id == id);
    Ok(rows
        .into_iter()
        .map(|(id, number, title)| StoredSection {
            id,
            number,
            title,
            pieces: of(id).cloned().collect(),
        })
        .collect())
}
