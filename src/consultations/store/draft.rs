//! The draft: its revision, sections and paragraphs.

use diesel::prelude::*;

use crate::consultations::domain::{
    Consultation, Paragraph, ParagraphKind, Passage, Revision, SectionSummary,
};
use crate::consultations::place::{Piece, Places};
use crate::db::schema::{paragraphs, revisions, section_texts, sections};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, ParagraphId, RevisionId, SectionId};

/// The latest published revision.
pub fn revision(
    connection: &mut DbConnection,
    id: ConsultationId,
) -> StoreResult<Option<Revision>> {
    let row: Option<(RevisionId, i32, Instant)> = revisions::table
        .filter(revisions::consultation_id.eq(id))
        .order(revisions::number.desc())
        .select((revisions::id, revisions::number, revisions::published_at))
        .first(connection)
        .optional()?;
    Ok(row.map(|(id, number, published_at)| Revision {
        id,
        number,
        published_at,
    }))
}

/// The sections of the latest revision in order, with the number of goals in each.
pub fn sections(
    connection: &mut DbConnection,
    id: ConsultationId,
) -> StoreResult<Vec<SectionSummary>> {
    let Some(revision) = revision(connection, id)? else {
        return Ok(Vec::new());
    };
    let rows: Vec<(SectionId, i32, String, String)> = sections::table
        .inner_join(section_texts::table.on(section_texts::section_id.eq(sections::id)))
        .filter(section_texts::revision_id.eq(revision.id))
        .order(sections::number)
        .select((
            sections::id,
            sections::number,
            section_texts::title,
            section_texts::short_title,
        ))
        .load(connection)?;
    let goals: Vec<(SectionId, i64)> = paragraphs::table
        .filter(paragraphs::revision_id.eq(revision.id))
        .filter(paragraphs::kind.eq(ParagraphKind::Goal))
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

/// The sections the public may read at `now`: none before the draft is shown.
///
/// # Errors
/// When the database refuses.
pub fn shown_sections(
    connection: &mut DbConnection,
    consultation: &Consultation,
    now: Instant,
) -> StoreResult<Vec<SectionSummary>> {
    if consultation.shows_draft(now) {
        sections(connection, consultation.id)
    } else {
        Ok(Vec::new())
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = paragraphs)]
struct ParagraphRow {
    id: ParagraphId,
    section_id: SectionId,
    kind: ParagraphKind,
    number: String,
    title: String,
    body: String,
    is_key_goal: bool,
    indicator: String,
    holder: String,
    deadline: String,
}

impl From<ParagraphRow> for Paragraph {
    fn from(row: ParagraphRow) -> Self {
        Self {
            id: row.id,
            section_id: row.section_id,
            kind: row.kind,
            number: row.number,
            title: row.title,
            body: row.body,
            is_key_goal: row.is_key_goal,
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
        .filter(paragraphs::section_id.eq(section))
        .filter(paragraphs::revision_id.eq(revision))
        .order(paragraphs::position)
        .select(ParagraphRow::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Paragraph::from).collect())
}

/// The passage with these numbers in the latest revision: a goal (`3.1`), a paragraph (`5`), a section or, without
/// numbers, the whole draft. `None` when there is no such passage or no draft yet.
pub fn find_passage(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    section: Option<i32>,
    paragraph: Option<&str>,
) -> StoreResult<Option<Passage>> {
    let Some(revision) = revision(connection, consultation)? else {
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
    let Some((id, title, short_title)) =
        section_text(connection, consultation, revision.id, number)?
    else {
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
    consultation: ConsultationId,
    revision: RevisionId,
    number: i32,
) -> StoreResult<Option<(SectionId, String, String)>> {
    Ok(sections::table
        .inner_join(section_texts::table.on(section_texts::section_id.eq(sections::id)))
        .filter(sections::consultation_id.eq(consultation))
        .filter(sections::number.eq(number))
        .filter(section_texts::revision_id.eq(revision))
        .select((
            sections::id,
            section_texts::title,
            section_texts::short_title,
        ))
        .first(connection)
        .optional()?)
}

/// Every place of the latest revision.
///
/// # Errors
/// When the database refuses.
pub fn list_places(
    connection: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<Places> {
    let Some(revision) = revision(connection, consultation)? else {
        return Ok(Places::default());
    };
    let numbers: Vec<(SectionId, i32)> = sections::table
        .filter(sections::consultation_id.eq(consultation))
        .select((sections::id, sections::number))
        .load(connection)?;
    let pieces: Vec<PieceRow> = paragraphs::table
        .filter(paragraphs::revision_id.eq(revision.id))
        .order((paragraphs::section_id, paragraphs::position))
        .select(PieceRow::as_select())
        .load(connection)?;
    let pieces: Vec<Piece> = pieces.into_iter().map(Piece::from).collect();
    Ok(Places::new(&numbers, &pieces))
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = paragraphs)]
struct PieceRow {
    id: ParagraphId,
    section_id: SectionId,
    kind: ParagraphKind,
    number: String,
}

impl From<PieceRow> for Piece {
    fn from(row: PieceRow) -> Self {
        Self {
            id: row.id,
            section_id: row.section_id,
            kind: row.kind,
            number: row.number,
        }
    }
}
