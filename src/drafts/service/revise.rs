//! Another state of a text the public has seen. What was there before stays, with everything that hangs on it.

use crate::db::{DbConnection, StoreResult};
use crate::drafts::domain::ParagraphKind;
use crate::drafts::domain::kinship::kin;
use crate::drafts::store::{
    Known, NewDraft, NewParagraph, NewSection, StoredPiece, StoredSection, insert_revision,
    put_section, revision, stored_sections,
};

/// Publishes these sections as the next revision of the draft, in the one `draft` names. Sections, paragraphs and goals that
/// are those of the revision before keep their ids.
///
/// # Errors
/// When the database refuses.
pub fn revise_text(
    connection: &mut DbConnection,
    draft: &NewDraft,
    mut new: Vec<NewSection>,
) -> StoreResult<()> {
    let before = match revision(connection, draft.id)? {
        Some(revision) => stored_sections(connection, revision.id)?,
        None => Vec::new(),
    };
    let known = keep_ids(&before, &mut new);
    insert_revision(connection, draft)?;
    for section in &new {
        put_section(connection, draft, section, &known)?;
    }
    Ok(())
}

fn keep_ids(before: &[StoredSection], new: &mut [NewSection]) -> Known {
    let titles = |title: &str| title.to_owned();
    let old: Vec<String> = before.iter().map(|one| titles(&one.title)).collect();
    let now: Vec<String> = new.iter().map(|one| titles(&one.title)).collect();
    let mut known = Known::default();
    for (old, now) in kin(&old, &now) {
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
    let old: Vec<String> = before
        .iter()
        .map(|one| text_of(one.kind, &one.title, &one.body))
        .collect();
    let now: Vec<String> = new
        .iter()
        .map(|one| text_of(one.kind, &one.title, &one.body))
        .collect();
    for (old, now) in kin(&old, &now) {
        let (Some(old), Some(now)) = (before.get(old), new.get_mut(now)) else {
            continue;
        };
        if old.kind != now.kind {
            continue;
        }
        now.id = old.id;
        known.paragraphs.insert(old.id);
        if let (Some(goal), Some(kept)) = (&mut now.goal, old.goal) {
            goal.id = kept;
            known.goals.insert(kept);
        }
    }
}

/// What a piece is known by: what it is, and its words.
fn text_of(kind: ParagraphKind, title: &str, body: &str) -> String {
    format!("{} {title} {body}", kind.into_str())
}
