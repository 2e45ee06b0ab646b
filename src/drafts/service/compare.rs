//! What changed from the text that was put to the public to the latest one.

use crate::db::{DbConnection, StoreResult};
use crate::drafts::domain::matching::side_by_side;
use crate::drafts::domain::{ParagraphKind, Revision};
use crate::drafts::store::{StoredPiece, StoredSection, list_revisions, stored_sections};
use crate::kernel::ids::DraftId;

/// Two revisions side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    pub before: Revision,
    pub after: Revision,
    pub sections: Vec<ComparedSection>,
}

/// A section before and after; on one side when it is new or gone.
#[derive(Clone, Debug)]
pub struct ComparedSection {
    /// Number and title.
    pub before: Option<(i32, String)>,
    pub after: Option<(i32, String)>,
    pub pieces: Vec<ComparedPiece>,
}

/// A piece before and after; on one side when it is new or gone.
#[derive(Clone, Debug)]
pub struct ComparedPiece {
    pub kind: ParagraphKind,
    /// Its number now, or the one it had.
    pub number: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// The first and the latest revision of a draft; `None` when there is only one.
///
/// # Errors
/// When the database refuses.
pub fn compare(connection: &mut DbConnection, draft: DraftId) -> StoreResult<Option<Comparison>> {
    let revisions = list_revisions(connection, draft)?;
    let (Some(first), Some(last)) = (revisions.first(), revisions.last()) else {
        return Ok(None);
    };
    if first.number == last.number {
        return Ok(None);
    }
    let before = stored_sections(connection, first.id)?;
    let after = stored_sections(connection, last.id)?;
    let sections = side_by_side(&before, &after, |section| section.id);
    Ok(Some(Comparison {
        before: *first,
        after: *last,
        sections: sections.into_iter().map(section).collect(),
    }))
}

fn section((old, new): (Option<&StoredSection>, Option<&StoredSection>)) -> ComparedSection {
    let said = |section: &StoredSection| (section.number, section.title.clone());
    let pieces = |section: Option<&'_ StoredSection>| -> Vec<StoredPiece> {
        section.map_or_else(Vec::new, |section| section.pieces.clone())
    };
    let (before, after) = (pieces(old), pieces(new));
    let rows = side_by_side(&before, &after, |piece| piece.id);
    ComparedSection {
        before: old.map(said),
        after: new.map(said),
        pieces: rows.into_iter().filter_map(piece).collect(),
    }
}

fn piece((old, new): (Option<&StoredPiece>, Option<&StoredPiece>)) -> Option<ComparedPiece> {
    let told = new.or(old)?;
    Some(ComparedPiece {
        kind: told.kind,
        number: told.number.clone(),
        before: old.map(words),
        after: new.map(words),
    })
}

/// All that a piece says.
fn words(piece: &StoredPiece) -> String {
    match (piece.title.as_str(), piece.body.as_str()) {
        (title, "") => title.to_owned(),
        ("", body) => body.to_owned(),
        (title, body) => format!("{title}\n{body}"),
    }
}
