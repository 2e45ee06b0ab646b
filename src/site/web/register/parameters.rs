//! The filters of the register as an address carries them.

use serde::Deserialize;

use crate::comments::{Disposition, SubmitterKind};
use crate::drafts::SectionSummary;
use crate::kernel::search_text::Search;
use crate::site::page::RegisterFilter;
use crate::site::store::{RegisterQuery, SectionFilter};

/// The filters as they were sent; what is not understood filters nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::site::web) struct RegisterParameters {
    q: String,
    section: String,
    disposition: String,
    submitter: String,
    /// Row key of the last comment of the page before, on screen.
    pub(super) after: String,
    /// Number of the part, on paper.
    part: String,
}

impl RegisterParameters {
    /// The same without what names nothing here: no such section, decision or kind of submitter.
    pub(super) fn understood(&self, sections: &[SectionSummary]) -> Self {
        let is_section = |wanted: &String| {
            wanted == "draft" || sections.iter().any(|one| one.number.to_string() == *wanted)
        };
        let known = |value: &String, is_known: bool| {
            Some(value.clone())
                .filter(|_value| is_known)
                .unwrap_or_default()
        };
        Self {
            section: known(&self.section, is_section(&self.section)),
            disposition: known(
                &self.disposition,
                self.disposition.parse::<Disposition>().is_ok(),
            ),
            submitter: known(
                &self.submitter,
                self.submitter.parse::<SubmitterKind>().is_ok(),
            ),
            ..self.clone()
        }
    }

    pub(super) fn query(&self, sections: &[SectionSummary]) -> RegisterQuery {
        let number = self.section.parse::<i32>().ok();
        let section = match sections
            .iter()
            .find(|section| Some(section.number) == number)
        {
            Some(section) => SectionFilter::One(section.id),
            None if self.section == "draft" => SectionFilter::Draft,
            None => SectionFilter::All,
        };
        RegisterQuery {
            search: Search::of(&self.q),
            section,
            disposition: self.disposition.parse().ok(),
            submitter: self.submitter.parse().ok(),
        }
    }

    pub(super) fn filter(&self) -> RegisterFilter {
        RegisterFilter {
            q: self.q.clone(),
            section: self.section.clone(),
            disposition: self.disposition.clone(),
            submitter: self.submitter.clone(),
        }
    }

    /// The part asked for; the first when none is.
    pub(super) fn part(&self) -> usize {
        self.part.parse().unwrap_or(1).max(1)
    }

    /// The same selection from another place on, as a query string: `after=42`, `part=2`.
    pub(super) fn from(&self, place: &str, value: &str) -> String {
        let fields = [
            ("q", self.q.as_str()),
            ("section", &self.section),
            ("disposition", &self.disposition),
            ("submitter", &self.submitter),
            (place, value),
        ];
        let used: Vec<_> = fields
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect();
        serde_urlencoded::to_string(used).unwrap_or_default()
    }
}
