//! Reads a draft file.

use super::files::{BlockSample, Draft};
use crate::drafts::{WrittenGoal, WrittenPiece, WrittenSection};

/// The sections of a draft, in order.
pub(super) fn sections(draft: &Draft) -> Vec<WrittenSection> {
    draft
        .sections
        .iter()
        .map(|section| WrittenSection {
            title: section.title.clone(),
            short_title: section.short_title.clone(),
            pieces: section.blocks.iter().map(piece).collect(),
        })
        .collect()
}

fn piece(block: &BlockSample) -> WrittenPiece {
    match block.kind.as_str() {
        "heading" => WrittenPiece::Heading(block.title.clone()),
        "goal" => WrittenPiece::Goal(WrittenGoal {
            title: block.title.clone(),
            body: block.body.clone(),
            is_key: block.key,
            indicator: block.indicator.clone(),
            holder: block.holder.clone(),
            deadline: block.deadline.clone(),
        }),
        _ => WrittenPiece::Text(block.body.clone()),
    }
}
