//! What a response that changes the draft would change.

use diesel::prelude::*;

use crate::consultations::ParagraphKind;
use crate::db::schema::{comments, paragraphs};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::CommentId;

/// The words that stand in the draft where a comment is made; empty when it is on more than a paragraph.
pub fn find_present_text(connection: &mut DbConnection, comment: CommentId) -> StoreResult<String> {
    let passage: Option<(ParagraphKind, String, String)> = comments::table
        .inner_join(
            paragraphs::table.on(comments::paragraph_id
                .eq(paragraphs::id.nullable())
                .and(paragraphs::revision_id.eq(comments::revision_id))),
        )
        .filter(comments::id.eq(comment))
        .select((paragraphs::kind, paragraphs::title, paragraphs::body))
        .first(connection)
        .optional()?;
    Ok(passage.map_or_else(String::new, |(kind, title, body)| kind.text_of(title, body)))
}
