//! A draft as Markdown with headings, in and out (`CommonMark` 0.31, <https://spec.commonmark.org>). The highest headings are its
//! sections, lower ones stand in them; every other block is a passage of its own, which people can comment on. A heading
//! that says `Cilj: …` or `Ključni cilj: …` (`Goal: …`, `Key goal: …`) begins a goal, and lines under it that say
//! `Kazalnik: …`, `Nosilec: …`, `Rok: …` (`Indicator`, `Holder`, `Deadline`) are what it is measured by.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};

use super::written::{WrittenGoal, WrittenPiece, WrittenSection};

/// Why a text is no draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoDraft {
    #[error("there is no text")]
    Empty,
    #[error("there is no heading, so there are no sections")]
    NoHeading,
    #[error("section {0} says nothing")]
    EmptySection(usize),
}

/// A block of a document.
enum Block {
    Heading {
        level: u8,
        text: String,
    },
    /// As it was written.
    Text(String),
}

/// The sections of a text. What stands before the first of them becomes one called `preface`. A single heading at the top
/// with the sections right below it is the title of the whole and left out.
///
/// # Errors
/// [`NoDraft`].
pub fn parse(text: &str, preface: &str) -> Result<Vec<WrittenSection>, NoDraft> {
    let mut blocks = blocks(text);
    if blocks.is_empty() {
        return Err(NoDraft::Empty);
    }
    if has_title(&blocks) {
        blocks.remove(0);
    }
    let level = highest(&blocks).ok_or(NoDraft::NoHeading)?;
    let mut sections: Vec<WrittenSection> = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { level: own, text } if own == level => sections.push(WrittenSection {
                title: text,
                ..WrittenSection::default()
            }),
            inner => last_or_preface(&mut sections, preface).take(inner),
        }
    }
    match sections
        .iter()
        .position(|section| section.pieces.is_empty())
    {
        Some(index) => Err(NoDraft::EmptySection(index + 1)),
        None => Ok(sections),
    }
}

fn last_or_preface<'a>(
    sections: &'a mut Vec<WrittenSection>,
    preface: &str,
) -> &'a mut WrittenSection {
    if sections.is_empty() {
        sections.push(WrittenSection {
            title: preface.to_owned(),
            ..WrittenSection::default()
        });
    }
    let last = sections.len().saturating_sub(1);
    #[expect(clippy::indexing_slicing, reason = "one was pushed if there was none")]
    &mut sections[last]
}

/// Whether the first heading names the whole: it is the only one of the highest level, and a lower one follows at once.
fn has_title(blocks: &[Block]) -> bool {
    let level_of = |block: &Block| match block {
        Block::Heading { level, .. } => Some(*level),
        Block::Text(_) => None,
    };
    let first = blocks.first().and_then(level_of);
    let second = blocks.get(1).and_then(level_of);
    match (first, second) {
        (Some(first), Some(second)) => {
            let same = blocks
                .iter()
                .filter_map(level_of)
                .filter(|level| *level <= first);
            second > first && same.count() == 1
        }
        _ => false,
    }
}

fn highest(blocks: &[Block]) -> Option<u8> {
    blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level, .. } => Some(*level),
            Block::Text(_) => None,
        })
        .min()
}

impl WrittenSection {
    fn take(&mut self, block: Block) {
        match (block, self.pieces.last_mut()) {
            (Block::Heading { text, .. }, _) => self.pieces.push(match goal(&text) {
                Some(goal) => WrittenPiece::Goal(goal),
                None => WrittenPiece::Heading(text),
            }),
            (Block::Text(text), Some(WrittenPiece::Goal(goal))) => goal.take(&text),
            (Block::Text(text), Some(WrittenPiece::Text(before))) if announces(before, &text) => {
                before.push_str("\n\n");
                before.push_str(&text);
            }
            (Block::Text(text), _) => self.pieces.push(WrittenPiece::Text(text)),
        }
    }
}

/// Whether a list or a table belongs to the sentence before it: "The shelter offers:".
fn announces(before: &str, text: &str) -> bool {
    let is_list =
        text.starts_with(['-', '*', '+', '|']) || text.starts_with(|c: char| c.is_ascii_digit());
    is_list && before.trim_end().ends_with(':')
}

/// What headings of goals begin with, and whether such a goal is a key one.
const GOALS: [(&str, bool); 5] = [
    ("cilj", false),
    ("ključni cilj", true),
    ("poudarjeni cilj", true),
    ("goal", false),
    ("key goal", true),
];

fn goal(heading: &str) -> Option<WrittenGoal> {
    let (word, title) = heading.split_once(':')?;
    let word = word.to_lowercase();
    let word = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ' ');
    let (_word, is_key) = GOALS.into_iter().find(|(known, _)| *known == word)?;
    Some(WrittenGoal {
        title: title.trim().to_owned(),
        is_key,
        ..WrittenGoal::default()
    })
}

impl WrittenGoal {
    fn take(&mut self, text: &str) {
        let facts: Option<Vec<(&str, &str)>> = text.lines().map(fact).collect();
        match facts {
            Some(facts) => {
                for (word, value) in facts {
                    let field = match word {
                        "kazalnik" => &mut self.indicator,
                        "nosilec" => &mut self.holder,
                        _ => &mut self.deadline,
                    };
                    value.clone_into(field);
                }
            }
            None if self.body.is_empty() => text.clone_into(&mut self.body),
            None => {
                self.body.push_str("\n\n");
                self.body.push_str(text);
            }
        }
    }
}

/// What lines about a goal begin with, and the word they are known by.
const FACTS: [(&str, &str); 6] = [
    ("kazalnik", "kazalnik"),
    ("indicator", "kazalnik"),
    ("nosilec", "nosilec"),
    ("holder", "nosilec"),
    ("rok", "rok"),
    ("deadline", "rok"),
];

fn fact(line: &str) -> Option<(&'static str, &str)> {
    let line = line.trim().trim_start_matches(['-', '*', '+']).trim_start();
    let (word, value) = line.split_once(':')?;
    let word = word.trim().to_lowercase();
    let (_known, fact) = FACTS.into_iter().find(|(known, _)| *known == word)?;
    Some((fact, value.trim()))
}

fn blocks(text: &str) -> Vec<Block> {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.table = true;
    let root = parse_document(&arena, text, &options);
    let lines: Vec<&str> = text.lines().collect();
    root.children()
        .filter_map(|node| {
            let data = node.data.borrow();
            match &data.value {
                NodeValue::Heading(heading) => Some(Block::Heading {
                    level: heading.level,
                    text: words(node),
                }),
                NodeValue::ThematicBreak => None,
                _ => {
                    let position = data.sourcepos;
                    let from = position.start.line.saturating_sub(1);
                    let source = lines.get(from..position.end.line)?.join("\n");
                    Some(Block::Text(source.trim().to_owned()))
                }
            }
        })
        .filter(|block| !matches!(block, Block::Text(text) if text.is_empty()))
        .collect()
}

/// The words of a heading, without marks.
fn words<'a>(node: &'a AstNode<'a>) -> String {
    let mut words = String::new();
    for inner in node.descendants() {
        match &inner.data.borrow().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
    }
    words.trim().to_owned()
}

/// Sections as [`parse`] reads them.
pub fn write(sections: &[WrittenSection]) -> String {
    let mut blocks: Vec<String> = Vec::new();
    for section in sections {
        blocks.push(format!("# {}", section.title));
        for piece in &section.pieces {
            match piece {
                WrittenPiece::Heading(title) => blocks.push(format!("## {title}")),
                WrittenPiece::Text(body) => blocks.push(body.clone()),
                WrittenPiece::Goal(goal) => blocks.extend(written_goal(goal)),
            }
        }
    }
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

fn written_goal(goal: &WrittenGoal) -> Vec<String> {
    let word = if goal.is_key { "Ključni cilj" } else { "Cilj" };
    let facts: Vec<String> = [
        ("Kazalnik", &goal.indicator),
        ("Nosilec", &goal.holder),
        ("Rok", &goal.deadline),
    ]
    .into_iter()
    .filter(|(_word, value)| !value.is_empty())
    .map(|(word, value)| format!("- {word}: {value}"))
    .collect();
    [
        format!("## {word}: {}", goal.title),
        goal.body.clone(),
        facts.join("\n"),
    ]
    .into_iter()
    .filter(|block| !block.is_empty())
    .collect()
}

#[cfg(test)]
#[path = "markdown_tests.rs"]
mod tests;
