//! The list a person works through. Which one it is, and which page of it, stands in the address of every page on the
//! way: nothing is remembered on the server, two windows do not disturb each other, and since only its parts are
//! taken from the address and written anew, it leads to no other place.

use serde::Deserialize;

use crate::desk::domain::{Filter, SectionFilter};
use crate::drafts::SectionSummary;
use crate::kernel::ids::{ConsultationId, StaffId};
use crate::kernel::search_text::Search;

/// Comments on a page of a list.
pub(super) const PAGE: usize = 50;

/// What the address says of a list. Whatever cannot be understood is as if it were not there.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ListQuery {
    view: String,
    /// Number of a section, `draft` for comments on the draft as a whole.
    section: String,
    state: String,
    q: String,
    /// Row key of the last comment of the page before.
    after: String,
}

/// A list, understood.
#[derive(Clone, Debug)]
pub(super) struct List {
    pub(super) filter: Filter,
    /// The section as the address names it; empty for all.
    pub(super) section: String,
    /// Words looked for.
    pub(super) q: String,
    /// Where the page begins.
    pub(super) after: i64,
}

impl ListQuery {
    /// The same as a query string again, with nothing else in it.
    pub(super) fn written(&self) -> String {
        write([&self.view, &self.section, &self.state, &self.q, &self.after])
    }

    /// Whether the address names a list: a link from outside does not.
    pub(super) fn is_named(&self) -> bool {
        !self.view.is_empty()
    }

    /// The list for a person, in a consultation with these sections.
    pub(super) fn list(
        &self,
        consultation: ConsultationId,
        staff: StaffId,
        sections: &[SectionSummary],
    ) -> List {
        let number = self.section.parse::<i32>().ok();
        let chosen = sections
            .iter()
            .find(|section| Some(section.number) == number);
        let (section, name) = match chosen {
            Some(section) => (
                SectionFilter::Section(section.id),
                section.number.to_string(),
            ),
            None if self.section == "draft" => (SectionFilter::WholeDraft, self.section.clone()),
            None => (SectionFilter::Any, String::new()),
        };
        List {
            filter: Filter {
                section,
                state: self.state.parse().ok(),
                search: Search::of(&self.q),
                ..Filter::of(consultation, self.view.parse().unwrap_or_default(), staff)
            },
            section: name,
            q: self.q.clone(),
            after: self.after.parse().unwrap_or(0),
        }
    }
}

impl List {
    /// The state it is narrowed to; empty for all.
    pub(super) fn state(&self) -> &'static str {
        self.filter.state.map_or("", |state| state.into_str())
    }

    /// Its query string.
    pub(super) fn query(&self) -> String {
        self.query_from(self.after)
    }

    /// The query string of the page that begins after a row key.
    pub(super) fn query_from(&self, after: i64) -> String {
        let after = match after {
            0 => String::new(),
            key => key.to_string(),
        };
        let view = self.filter.view.into_str();
        write([view, &self.section, self.state(), &self.q, &after])
    }
}

/// A query string of the parts that are there.
fn write(parts: [&str; 5]) -> String {
    let names = ["view", "section", "state", "q", "after"];
    let used: Vec<_> = names
        .into_iter()
        .zip(parts)
        .filter(|(_name, part)| !part.is_empty())
        .collect();
    serde_urlencoded::to_string(used).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::clock::Instant;
    use crate::kernel::ids::Ids;

    fn written_anew(query: &str) -> String {
        let ids = Ids::seeded(1);
        let now = Instant::from_micros(0).expect("in range");
        let query = serde_urlencoded::from_str::<ListQuery>(query).expect("a query string");
        let sections = [SectionSummary {
            id: ids.next(now),
            number: 3,
            title: "Zavetišča".to_owned(),
            short_title: String::new(),
            goals: 0,
        }];
        query.list(ids.next(now), ids.next(now), &sections).query()
    }

    #[test]
    fn a_list_comes_back_as_it_was_asked_for() {
        for query in [
            "view=mine",
            "view=all&section=3&state=in_approval&q=%C5%BEupan+%26+ob%C4%8Dina&after=70",
            "view=waiting&section=draft",
        ] {
            assert_eq!(written_anew(query), query);
        }
    }

    #[test]
    fn what_names_no_list_is_left_out() {
        for (query, expected) in [
            ("", "view=mine"),
            ("view=//example.org", "view=mine"),
            ("view=new&section=03&after=-1x", "view=new&section=3"),
            (
                "view=all&section=9&state=x&next=https://example.org",
                "view=all",
            ),
            (
                "view=all&q=+%0d%0aset-cookie:+a",
                "view=all&q=+%0D%0Aset-cookie%3A+a",
            ),
        ] {
            assert_eq!(written_anew(query), expected, "{query}");
        }
    }
}
