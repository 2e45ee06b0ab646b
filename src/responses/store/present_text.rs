//! What a response that changes the draft would change.

use diesel::prelude::*;

use crate::db::schema::{comments, paragraph_texts};
use crate::db::{DbConnection, StoreResult};
use crate::drafts::ParagraphKind;
use crate::kernel::ids::CommentId;

/// The words that stand in the draft where a comment is made; empty when it is on more than a paragraph.
pub fn find_present_text(connection: &mut DbConnection, comment: CommentId) -> StoreResult<String> {
    let passage: Option<(ParagraphKind, String, String)> = comments::table
        .inner_join(
            paragraph_texts::table.on(comments::paragraph_id
                .eq(paragraph_texts::paragraph_id.nullable())
                .and(paragraph_texts::revision_id.eq(comments::revision_id))),
        )
        .filter(comments::id.eq(comment))
        .select((
            paragraph_texts::kind,
            paragraph_texts::title,
            paragraph_texts::body,
        ))
        .first(connection)
        .optional()?;
    Ok(passage.map_or_else(String::new, |(kind, title, body)| kind.text_of(title, body)))
}
