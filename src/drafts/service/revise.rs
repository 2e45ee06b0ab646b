//! Another state of a text the public has seen. What was there before stays, with everything that hangs on it.

use crate::db::{DbConnection, StoreResult};
use crate::drafts::domain::ParagraphKind;
use crate::drafts::domain::matching::{Said, matched};
use crate::drafts::store::{
    Known, NewDraft, NewParagraph, NewSection, StoredPiece, StoredSection, insert_revision,
    list_revisions, put_section, stored_sections,
};
use crate::kernel::ids::DraftId;

/// Publishes these sections as the next revision of the draft, in the one `draft` names. Sections, paragraphs and goals that
/// are those of an earlier one keep their ids.
///
/// # Errors
/// When the database refuses.
pub fn revise_text(
    connection: &mut DbConnection,
    draft: &NewDraft,
    mut new: Vec<NewSection>,
) -> StoreResult<()> {
    let before = ever_stored(connection, draft.id)?;
    let known = keep_ids(&before, &mut new);
    insert_revision(connection, draft)?;
    for section in &new {
        put_section(connection, draft, section, &known)?;
    }
    Ok(())
}

/// The latest revision and, after what is in it, what was in earlier ones: a passage that comes back is the same.
fn ever_stored(connection: &mut DbConnection, draft: DraftId) -> StoreResult<Vec<StoredSection>> {
    let mut all: Vec<StoredSection> = Vec::new();
    for revision in list_revisions(connection, draft)?.into_iter().rev() {
        for older in stored_sections(connection, revision.id)? {
            match all.iter_mut().find(|section| section.id == older.id) {
                Some(section) => {
                    let known: Vec<_> = section.pieces.iter().map(|piece| piece.id).collect();
                    let gone = older.pieces.into_iter();
                    section
                        .pieces
                        .extend(gone.filter(|piece| !known.contains(&piece.id)));
                }
                None => all.push(older),
            }
        }
    }
    Ok(all)
}

fn keep_ids(before: &[StoredSection], new: &mut [NewSection]) -> Known {
    let old: Vec<Said> = before.iter().map(|one| ("", one.title.clone())).collect();
    let now: Vec<Said> = new.iter().map(|one| ("", one.title.clone())).collect();
    let mut known = Known::default();
    for (old, now) in matched(&old, &now) {
        let (Some(old), Some(now)) = (before.get(old), new.get_mut(now)) else {
            continue;
        };
        now.id = old.id;
        known.sections.insert(old.id);
        keep_pieces(&old.pieces, &mut now.paragraphs, &mut known);
    }
    known
}

fn keep_pieces(before: &[StoredPiece], new: &mut [NewParagraph], known: &mut Known) {
    let old: Vec<Said> = before
        .iter()
        .map(|one| said(one.kind, &one.title, &one.body))
        .collect();
    let now: Vec<Said> = new
        .iter()
        .map(|one| said(one.kind, &one.title, &one.body))
        .collect();
    for (old, now) in matched(&old, &now) {
        let (Some(old), Some(now)) = (before.get(old), new.get_mut(now)) else {
            continue;
        };
        now.id = old.id;
        known.paragraphs.insert(old.id);
        if let (Some(goal), Some(kept)) = (&mut now.goal, old.goal) {
            goal.id = kept;
            known.goals.insert(kept);
        }
    }
}

/// What a piece is known by: what it is, and its words.
fn said(kind: ParagraphKind, title: &str, body: &str) -> Said {
    (kind.into_str(), format!("{title}\n{body}"))
}
