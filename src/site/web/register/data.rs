//! What the register says, read on one connection, and put into words for its pages.

use strum::VariantArray as _;

use super::parameters::RegisterParameters;
use super::shared::{Counted, SharedRegister};
use crate::comments::Disposition;
use crate::consultations::Consultation;
use crate::db::DatabaseError;
use crate::drafts::{Places, SectionSummary, first_sections, list_places};
use crate::http::cache::{Found, Making};
use crate::kernel::ids::SectionId;
use crate::site::page::{ChannelCount, Figures, Pair, Register, SectionFigures};
use crate::site::store::{self, FigureRow, PairRow};
use crate::submissions::Outcome;

/// Which of the matching comments are shown: their place among all, and how many.
pub(super) type Cut = fn(&[i64], &RegisterParameters) -> std::ops::Range<usize>;

pub(super) struct Data {
    /// The filters in force.
    pub(super) parameters: RegisterParameters,
    sections: Vec<SectionSummary>,
    places: Places,
    pub(super) counted: Found<Counted>,
    pub(super) matching: usize,
    /// Place of the first comment shown among those that match.
    pub(super) start: usize,
    pub(super) pairs: Vec<PairRow>,
}

impl Data {
    pub(super) fn read(
        shared: &SharedRegister,
        making: &mut Making<'_>,
        consultation: &Consultation,
        parameters: &RegisterParameters,
        cut: Cut,
    ) -> Result<Self, DatabaseError> {
        let sections = match consultation.shows_draft(making.now) {
            true => first_sections(making.connection, consultation.draft_id)?,
            false => Vec::new(),
        };
        let parameters = parameters.understood(&sections);
        let query = parameters.query(&sections);
        let released = shared.released(consultation, making)?;
        let counted = shared.counted(consultation, &released, making)?;
        let keys = released.find(making.connection, &query)?;
        let shown = cut(&keys, &parameters);
        let start = shown.start;
        let pairs = store::list_pairs(making.connection, keys.get(shown).unwrap_or_default())?;
        Ok(Self {
            places: list_places(making.connection, consultation.draft_id)?,
            counted,
            sections,
            parameters,
            matching: keys.len(),
            start,
            pairs,
        })
    }

    /// When the figures change by the clock alone.
    /// Row key of the last comment shown, when more follow.
    fn last_before_more(&self) -> Option<i64> {
        let has_more = self.start + self.pairs.len() < self.matching;
        self.pairs
            .last()
            .filter(|_last| has_more)
            .map(|last| last.row_key)
    }

    pub(super) fn page(self, consultation: &Consultation) -> Register {
        let parameters = &self.parameters;
        let sections = self.section_rows();
        let next_query = self
            .last_before_more()
            .map(|key| parameters.from("after", &key.to_string()));
        let Counted {
            figures: rows,
            totals,
        } = &*self.counted.value;
        Register {
            released_at: consultation.released_at,
            answers_expected_on: consultation.answers_expected_on(),
            totals: figures(rows.iter()),
            submissions: totals.standings.confirmed,
            channels: totals
                .channels
                .iter()
                .map(|(channel, number)| ChannelCount {
                    channel: channel.into_str().to_owned(),
                    count: *number,
                })
                .collect(),
            standing: totals.standings.into(),
            late: totals.late,
            sections,
            matching: self.matching,
            pairs: self
                .pairs
                .into_iter()
                .map(|row| pair(row, &self.places))
                .collect(),
            next_query,
            print_query: parameters.from("part", ""),
            is_continued: !parameters.after.is_empty(),
            filter: parameters.filter(),
        }
    }

    /// One row for each section, and one for the whole draft when somebody commented on it.
    fn section_rows(&self) -> Vec<SectionFigures> {
        let on = |id: Option<SectionId>| {
            let rows = self.counted.value.figures.iter();
            figures(rows.filter(move |row| row.section_id == id))
        };
        let mut rows: Vec<(Option<&SectionSummary>, Figures)> = Vec::new();
        for section in &self.sections {
            rows.push((Some(section), on(Some(section.id))));
        }
        let whole = on(None);
        if whole.received > 0 {
            rows.push((None, whole));
        }
        let received = rows.iter().map(|(_section, figures)| figures.received);
        let longest = received.max().unwrap_or_default();
        rows.into_iter()
            .map(|(section, figures)| {
                let number = section.map(|section| section.number);
                let title = section.map_or("", |section| &section.short_title);
                let now = self.places.of(section.map(|section| section.id), None).now;
                SectionFigures {
                    page: now.map(|anchor| anchor.section),
                    ..SectionFigures::new(number, title.to_owned(), figures, longest)
                }
            })
            .collect()
    }
}

fn figures<'a>(rows: impl Iterator<Item = &'a FigureRow>) -> Figures {
    let mut decided = [0; 5];
    let mut waiting = 0;
    for row in rows {
        let slot = row.disposition.and_then(|disposition| {
            let index = Disposition::VARIANTS
                .iter()
                .position(|one| *one == disposition)?;
            decided.get_mut(index)
        });
        *slot.unwrap_or(&mut waiting) += row.count;
    }
    Figures::of(decided, waiting)
}

fn pair(row: PairRow, places: &Places) -> Pair {
    Pair {
        reference: format!("{}/{}", row.reference, row.position),
        language: row.language.into_str().to_owned(),
        place: places.of(row.section_id, row.paragraph_id),
        public_name: row.submitter.public_name().map(str::to_owned),
        body: row.body,
        proposed_text: Some(row.proposed_text).filter(|text| !text.is_empty()),
        received_at: row.received_at,
        outcome: Outcome::of(&row.response, row.passage.as_deref()),
        quote: row.passage,
    }
}
