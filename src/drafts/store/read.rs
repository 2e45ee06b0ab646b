//! The draft: its revision, sections and paragraphs.

use diesel::prelude::*;

use crate::db::schema::{goals, paragraph_texts, paragraphs, revisions, section_texts};
use crate::db::{DbConnection, StoreResult};
use crate::drafts::domain::{Goal, Paragraph, ParagraphKind, Passage, Revision, SectionSummary};
use crate::drafts::place::{Piece, Places};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{DraftId, ParagraphId, RevisionId, SectionId};

/// The latest published revision.
pub fn revision(connection: &mut DbConnection, id: DraftId) -> StoreResult<Option<Revision>> {
    Ok(list_revisions(connection, id)?.pop())
}

/// The revisions of a draft, the first one first.
pub fn list_revisions(connection: &mut DbConnection, id: DraftId) -> StoreResult<Vec<Revision>> {
    let rows: Vec<(RevisionId, i32, Instant)> = revisions::table
        .filter(revisions::draft_id.eq(id))
        .order(revisions::number)
        .select((revisions::id, revisions::number, revisions::published_at))
        .load(connection)?;
    let revision = |(id, number, published_at)| Revision {
        id,
        number,
        published_at,
    };
    Ok(rows.into_iter().map(revision).collect())
}

/// The sections of the latest revision in order, with the number of goals in each.
pub fn sections(connection: &mut DbConnection, id: DraftId) -> StoreResult<Vec<SectionSummary>> {
    match revision(connection, id)? {
        Some(revision) => sections_in(connection, revision.id),
        None => Ok(Vec::new()),
    }
}

/// The sections of the first revision: those that were put to the public and commented on.
pub fn first_sections(
    connection: &mut DbConnection,
    id: DraftId,
) -> StoreResult<Vec<SectionSummary>> {
    match list_revisions(connection, id)?.first() {
        Some(revision) => sections_in(connection, revision.id),
        None => Ok(Vec::new()),
    }
}

fn sections_in(
    connection: &mut DbConnection,
    revision: RevisionId,
) -> StoreResult<Vec<SectionSummary>> {
    let rows: Vec<(SectionId, i32, String, String)> = section_texts::table
        .filter(section_texts::revision_id.eq(revision))
        .order(section_texts::position)
        .select((
            section_texts::section_id,
            section_texts::position,
            section_texts::title,
            section_texts::short_title,
        ))
        .load(connection)?;
    let goals: Vec<(SectionId, i64)> = paragraph_texts::table
        .inner_join(paragraphs::table.on(paragraphs::id.eq(paragraph_texts::paragraph_id)))
        .filter(paragraph_texts::revision_id.eq(revision))
        .filter(paragraph_texts::kind.eq(ParagraphKind::Goal))
        .group_by(paragraphs::section_id)
        .select((paragraphs::section_id, diesel::dsl::count_star()))
        .load(connection)?;
    let goals_of = |id| {
        goals
            .iter()
            .find(|(section, _)| *section == id)
            .map_or(0, |(_, count)| *count)
    };
    Ok(rows
        .into_iter()
        .map(|(id, number, title, short_title)| SectionSummary {
            id,
            number,
            title,
            short_title,
            goals: goals_of(id),
        })
        .collect())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = paragraph_texts)]
struct ParagraphRow {
    paragraph_id: ParagraphId,
    kind: ParagraphKind,
    number: String,
    title: String,
    body: String,
    #[diesel(embed)]
    goal: Option<GoalRow>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = goals)]
struct GoalRow {
    is_key: bool,
    indicator: String,
    holder: String,
    deadline: String,
}

impl From<GoalRow> for Goal {
    fn from(row: GoalRow) -> Self {
        Self {
            is_key: row.is_key,
            indicator: row.indicator,
            holder: row.holder,
            deadline: row.deadline,
        }
    }
}

/// The pieces of a section in one revision, in order.
pub fn list_paragraphs(
    connection: &mut DbConnection,
    section: SectionId,
    revision: RevisionId,
) -> StoreResult<Vec<Paragraph>> {
    let rows: Vec<ParagraphRow> = paragraphs::table
        .inner_join(paragraph_texts::table.on(paragraph_texts::paragraph_id.eq(paragraphs::id)))
        .left_join(goals::table.on(paragraph_texts::goal_id.eq(goals::id.nullable())))
        .filter(paragraphs::section_id.eq(section))
        .filter(paragraph_texts::revision_id.eq(revision))
        .order(paragraph_texts::position)
        .select(ParagraphRow::as_select())
        .load(connection)?;
    Ok(rows
        .into_iter()
        .map(|row| Paragraph {
            id: row.paragraph_id,
            section_id: section,
            kind: row.kind,
            number: row.number,
            title: row.title,
            body: row.body,
            goal: row.goal.map(Goal::from),
        })
        .collect())
}

/// The passage with these numbers in the latest revision: a goal (`3.1`), a paragraph (`5`), a section or, without
/// numbers, the whole draft. `None` when there is no such passage or no draft yet.
pub fn find_passage(
    connection: &mut DbConnection,
    draft: DraftId,
    section: Option<i32>,
    paragraph: Option<&str>,
) -> StoreResult<Option<Passage>> {
    let Some(revision) = revision(connection, draft)? else {
        return Ok(None);
    };
    let Some(number) = section else {
        let whole = Passage {
            revision,
            section: None,
            paragraph: None,
            heading: None,
        };
        return Ok(Some(whole).filter(|_whole| paragraph.is_none()));
    };
    let Some((id, title, short_title)) = section_text(connection, revision.id, number)? else {
        return Ok(None);
    };
    let all = list_paragraphs(connection, id, revision.id)?;
    let goals = all.iter().filter(|piece| piece.kind == ParagraphKind::Goal);
    let section = SectionSummary {
        id,
        number,
        title,
        short_title,
        goals: goals.map(|_goal| 1).sum(),
    };
    let Some(wanted) = paragraph else {
        return Ok(Some(Passage {
            revision,
            section: Some(section),
            paragraph: None,
            heading: None,
        }));
    };
    let Some(index) = all
        .iter()
        .position(|piece| piece.kind != ParagraphKind::Heading && piece.number == wanted)
    else {
        return Ok(None);
    };
    let heading = all
        .iter()
        .take(index)
        .rfind(|piece| piece.kind == ParagraphKind::Heading)
        .map(|piece| piece.number.clone());
    let paragraph = all.into_iter().nth(index);
    Ok(Some(Passage {
        revision,
        section: Some(section),
        paragraph,
        heading,
    }))
}

/// Id, title and short title of the section with this number.
fn section_text(
    connection: &mut DbConnection,
    revision: RevisionId,
    number: i32,
) -> StoreResult<Option<(SectionId, String, String)>> {
    Ok(section_texts::table
        .filter(section_texts::revision_id.eq(revision))
        .filter(section_texts::position.eq(number))
        .select((
            section_texts::section_id,
            section_texts::title,
            section_texts::short_title,
        ))
        .first(connection)
        .optional()?)
}

/// How many goals the latest revision sets.
pub fn count_goals(connection: &mut DbConnection, draft: DraftId) -> StoreResult<i64> {
    let Some(revision) = revision(connection, draft)? else {
        return Ok(0);
    };
    Ok(paragraph_texts::table
        .filter(paragraph_texts::revision_id.eq(revision.id))
        .filter(paragraph_texts::kind.eq(ParagraphKind::Goal))
        .count()
        .get_result(connection)?)
}

/// Every place of a draft, as it was called in the first revision it stood in: that is the one people commented on.
///
/// # Errors
/// When the database refuses.
pub fn list_places(connection: &mut DbConnection, draft: DraftId) -> StoreResult<Places> {
    let mut places = Places::default();
    for revision in list_revisions(connection, draft)? {
        places.add(places_in(connection, revision.id)?);
    }
    Ok(places)
}

fn places_in(connection: &mut DbConnection, revision: RevisionId) -> StoreResult<Places> {
    let numbers: Vec<(SectionId, i32)> = section_texts::table
        .filter(section_texts::revision_id.eq(revision))
        .select((section_texts::section_id, section_texts::position))
        .load(connection)?;
    let pieces: Vec<PieceRow> = paragraph_texts::table
        .inner_join(paragraphs::table.on(paragraphs::id.eq(paragraph_texts::paragraph_id)))
        .filter(paragraph_texts::revision_id.eq(revision))
        .order((paragraphs::section_id, paragraph_texts::position))
        .select(PieceRow::as_select())
        .load(connection)?;
    let pieces: Vec<Piece> = pieces.into_iter().map(Piece::from).collect();
    Ok(Places::new(&numbers, &pieces))
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = paragraph_texts)]
struct PieceRow {
    paragraph_id: ParagraphId,
    #[diesel(select_expression = paragraphs::section_id)]
    section_id: SectionId,
    kind: ParagraphKind,
    number: String,
}

impl From<PieceRow> for Piece {
    fn from(row: PieceRow) -> Self {
        Self {
            id: row.paragraph_id,
            section_id: row.section_id,
            kind: row.kind,
            number: row.number,
        }
    }
}
