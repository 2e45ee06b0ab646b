//! Turns a draft file into sections with numbered headings, paragraphs and goals.

use super::files::{BlockSample, Draft};
use crate::drafts::{NewGoal, NewParagraph, NewSection, ParagraphKind};
use crate::kernel::clock::Instant;
use crate::kernel::ids::Ids;

/// The sections of a draft, in order.
pub(super) fn sections(draft: &Draft, ids: &Ids, now: Instant) -> Vec<NewSection> {
    (1..)
        .zip(&draft.sections)
        .map(|(number, section)| NewSection {
            id: ids.next(now),
            position: number,
            title: section.title.clone(),
            short_title: section.short_title.clone(),
            paragraphs: paragraphs(number, &section.blocks, ids, now),
        })
        .collect()
}

fn paragraphs(section: i32, blocks: &[BlockSample], ids: &Ids, now: Instant) -> Vec<NewParagraph> {
    let (mut headings, mut texts, mut goals) = (0, 0, 0);
    blocks
        .iter()
        .map(|block| {
            let kind = block.kind.parse().unwrap_or(ParagraphKind::Text);
            let counter = match kind {
                ParagraphKind::Heading => &mut headings,
                ParagraphKind::Text => &mut texts,
                ParagraphKind::Goal => &mut goals,
            };
            *counter += 1;
            let number = match kind {
                ParagraphKind::Text => counter.to_string(),
                ParagraphKind::Heading | ParagraphKind::Goal => format!("{section}.{counter}"),
            };
            NewParagraph {
                id: ids.next(now),
                kind,
                number,
                title: block.title.clone(),
                body: block.body.clone(),
                goal: (kind == ParagraphKind::Goal).then(|| NewGoal {
                    id: ids.next(now),
                    is_key: block.key,
                    indicator: block.indicator.clone(),
                    holder: block.holder.clone(),
                    deadline: block.deadline.clone(),
                }),
            }
        })
        .collect()
}
