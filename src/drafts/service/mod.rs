//! Writing a draft: one that is not public yet is replaced as a whole, one that is gets another revision.

mod compare;
mod revise;

pub use compare::{ComparedPiece, ComparedSection, Comparison, compare};
pub use revise::revise_text;

use crate::db::{DbConnection, StoreResult};
use crate::drafts::domain::{Paragraph, ParagraphKind, WrittenGoal, WrittenPiece, WrittenSection};
use crate::drafts::store::{
    self, NewDraft, NewGoal, NewParagraph, NewSection, insert_section, list_paragraphs, revision,
    sections,
};
use crate::kernel::clock::Instant;
use crate::kernel::excerpt::excerpt;
use crate::kernel::ids::{DraftId, Ids};

/// Letters of a title that menus show.
const SHORT_TITLE: usize = 40;

/// The sections with their numbers: passages are counted in each section (`5`), headings and goals below its number
/// (`3.1`).
pub fn number_sections(written: &[WrittenSection], ids: &Ids, now: Instant) -> Vec<NewSection> {
    (1..)
        .zip(written)
        .map(|(position, section)| NewSection {
            id: ids.next(now),
            position,
            title: section.title.clone(),
            short_title: match section.short_title.is_empty() {
                true => excerpt(&section.title, SHORT_TITLE),
                false => section.short_title.clone(),
            },
            paragraphs: number_pieces(position, &section.pieces, ids, now),
        })
        .collect()
}

fn number_pieces(
    section: i32,
    pieces: &[WrittenPiece],
    ids: &Ids,
    now: Instant,
) -> Vec<NewParagraph> {
    let (mut headings, mut texts, mut goals) = (0, 0, 0);
    let next = |counter: &mut i32| {
        *counter += 1;
        *counter
    };
    pieces
        .iter()
        .map(|piece| {
            let (kind, number, title, body) = match piece {
                WrittenPiece::Heading(title) => (
                    ParagraphKind::Heading,
                    format!("{section}.{}", next(&mut headings)),
                    title.clone(),
                    String::new(),
                ),
                WrittenPiece::Text(body) => (
                    ParagraphKind::Text,
                    next(&mut texts).to_string(),
                    String::new(),
                    body.clone(),
                ),
                WrittenPiece::Goal(goal) => (
                    ParagraphKind::Goal,
                    format!("{section}.{}", next(&mut goals)),
                    goal.title.clone(),
                    goal.body.clone(),
                ),
            };
            let goal = match piece {
                WrittenPiece::Goal(goal) => Some(NewGoal {
                    id: ids.next(now),
                    is_key: goal.is_key,
                    indicator: goal.indicator.clone(),
                    holder: goal.holder.clone(),
                    deadline: goal.deadline.clone(),
                }),
                WrittenPiece::Heading(_) | WrittenPiece::Text(_) => None,
            };
            NewParagraph {
                id: ids.next(now),
                kind,
                number,
                title,
                body,
                goal,
            }
        })
        .collect()
}

/// Puts these sections in the place of all that the draft's revision says. Only for one nobody could read yet: what hangs
/// on its passages would be lost, and the database refuses.
///
/// # Errors
/// When the database refuses.
pub fn replace_text(
    connection: &mut DbConnection,
    draft: &NewDraft,
    new: &[NewSection],
) -> StoreResult<()> {
    store::delete_sections(connection, draft.id)?;
    for section in new {
        insert_section(connection, draft, section)?;
    }
    Ok(())
}

/// What the latest revision says, as it is written.
///
/// # Errors
/// When the database refuses.
pub fn written_text(
    connection: &mut DbConnection,
    draft: DraftId,
) -> StoreResult<Vec<WrittenSection>> {
    let Some(revision) = revision(connection, draft)? else {
        return Ok(Vec::new());
    };
    let mut written = Vec::new();
    for section in sections(connection, draft)? {
        let pieces = list_paragraphs(connection, section.id, revision.id)?;
        written.push(WrittenSection {
            title: section.title,
            short_title: section.short_title,
            pieces: pieces.into_iter().map(piece).collect(),
        });
    }
    Ok(written)
}

fn piece(paragraph: Paragraph) -> WrittenPiece {
    match (paragraph.kind, paragraph.goal) {
        (ParagraphKind::Heading, _) => WrittenPiece::Heading(paragraph.title),
        (ParagraphKind::Goal, Some(goal)) => WrittenPiece::Goal(WrittenGoal {
            title: paragraph.title,
            body: paragraph.body,
            is_key: goal.is_key,
            indicator: goal.indicator,
            holder: goal.holder,
            deadline: goal.deadline,
        }),
        (ParagraphKind::Text | ParagraphKind::Goal, _) => WrittenPiece::Text(paragraph.body),
    }
}
