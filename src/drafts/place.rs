//! Turns what a comment is anchored to into words for pages and mails: "3.2, paragraph 5".

use std::collections::HashMap;
use std::hash::Hash;

use serde::Serialize;

use super::domain::{ParagraphKind, Passage};
use crate::kernel::ids::{ParagraphId, SectionId};

/// What a comment is about: the whole draft (all `None`), a section, a paragraph or a goal.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Place {
    /// Where it stands in the latest revision, for the link; `None` for the whole draft and for what is gone.
    pub now: Option<Anchor>,
    /// Number of the section.
    pub section: Option<u32>,
    /// Number of the nearest heading (`3.2`), or of the section when there is none.
    pub heading: Option<String>,
    /// Number of the paragraph within the section.
    pub paragraph: Option<u32>,
    /// Number of the goal (`3.1`) when the paragraph is one.
    pub goal: Option<String>,
}

/// A place on the page of a section.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Anchor {
    pub section: u32,
    pub paragraph: Option<u32>,
    pub goal: Option<String>,
}

impl Place {
    /// The same place, standing where it is said to.
    fn standing(self) -> Self {
        let now = self.section.map(|section| Anchor {
            section,
            paragraph: self.paragraph,
            goal: self.goal.clone(),
        });
        Self { now, ..self }
    }

    /// The place of a passage.
    pub fn of(passage: &Passage) -> Self {
        let number = passage.section.as_ref().map(|section| section.number);
        let mut place = of_section(number);
        if let Some(paragraph) = &passage.paragraph {
            let (kind, number) = (paragraph.kind, &paragraph.number);
            put(&mut place, kind, number, passage.heading.as_deref());
        }
        place.standing()
    }
}

/// What the place of a piece of a section is told by.
#[derive(Clone, Debug)]
pub struct Piece {
    pub id: ParagraphId,
    pub section_id: SectionId,
    pub kind: ParagraphKind,
    pub number: String,
}

/// All places of a draft by id, for lists of comments: a draft has hundreds of paragraphs, a list thousands of rows.
#[derive(Clone, Debug, Default)]
pub struct Places {
    sections: HashMap<SectionId, Place>,
    paragraphs: HashMap<ParagraphId, Place>,
}

impl Places {
    /// The places of a draft given by its sections (id and number) and all their pieces in order.
    pub fn new(sections: &[(SectionId, i32)], pieces: &[Piece]) -> Self {
        let mut places = Self::default();
        for (id, number) in sections {
            let place = of_section(Some(*number)).standing();
            places.sections.insert(*id, place);
        }
        let mut heading: Option<(SectionId, &str)> = None;
        for piece in pieces {
            if piece.kind == ParagraphKind::Heading {
                heading = Some((piece.section_id, &piece.number));
            }
            let above = heading.filter(|(section, _)| *section == piece.section_id);
            let mut place = places
                .sections
                .get(&piece.section_id)
                .cloned()
                .unwrap_or_default();
            put(
                &mut place,
                piece.kind,
                &piece.number,
                above.map(|(_, number)| number),
            );
            places.paragraphs.insert(piece.id, place.standing());
        }
        places
    }

    /// Adds the places of a later revision: what stood before keeps its name and stands where it stands now, if it does.
    pub fn add(&mut self, later: Self) {
        fn add<Id: Eq + Hash>(own: &mut HashMap<Id, Place>, later: HashMap<Id, Place>) {
            for place in own.values_mut() {
                place.now = None;
            }
            for (id, place) in later {
                let now = place.now.clone();
                own.entry(id).or_insert(place).now = now;
            }
        }
        add(&mut self.sections, later.sections);
        add(&mut self.paragraphs, later.paragraphs);
    }

    /// The place of a comment by what it is anchored to.
    pub fn of(&self, section: Option<SectionId>, paragraph: Option<ParagraphId>) -> Place {
        paragraph
            .and_then(|id| self.paragraphs.get(&id))
            .or_else(|| self.sections.get(&section?))
            .cloned()
            .unwrap_or_default()
    }
}

fn of_section(number: Option<i32>) -> Place {
    let section = number.and_then(|number| u32::try_from(number).ok());
    Place {
        now: None,
        section,
        heading: section.map(|number| number.to_string()),
        paragraph: None,
        goal: None,
    }
}

fn put(place: &mut Place, kind: ParagraphKind, number: &str, heading: Option<&str>) {
    if let Some(heading) = heading {
        place.heading = Some(heading.to_owned());
    }
    match kind {
        ParagraphKind::Text => place.paragraph = number.parse().ok(),
        ParagraphKind::Goal => place.goal = Some(number.to_owned()),
        ParagraphKind::Heading => {}
    }
}
