//! The fields of each part's form, and the rows of its list.

use std::collections::BTreeMap;

use crate::consultations::{Part, Values};
use crate::desk::page::RowFields;

/// Most rows that are shown: more than may be saved, so that whoever has too many gets them back.
const SHOWN_ROWS: usize = 1_000;

/// The fields of a part outside its list.
pub(super) fn fields(part: Part) -> &'static [&'static str] {
    match part {
        Part::Basics => &[
            "title",
            "short_title",
            "slug",
            "draft_noun",
            "procedure",
            "valid_from",
            "valid_to",
            "summary",
            "purpose",
            "target_groups",
            "title_en",
            "short_title_en",
            "summary_en",
            "purpose_en",
            "target_groups_en",
        ],
        Part::Text => &["text"],
        Part::Window => &[
            "first_day",
            "last_day",
            "short_window_reason",
            "answers_on",
            "shows_draft_early",
        ],
        Part::Channels => &["channels_note", "privacy_note"],
        Part::Group => &["preparing_body", "appointing_act"],
        Part::Documents => &["upload_title"],
        Part::Events => &["upload_event"],
        Part::Relations | Part::Phases => &[],
    }
}

/// The name of a part's list and of the fields in its rows.
fn list(part: Part) -> Option<(&'static str, &'static [&'static str])> {
    match part {
        Part::Basics | Part::Text | Part::Window => None,
        Part::Channels => Some(("contact", &["name", "email", "phone", "hours"])),
        Part::Group => Some(("member", &["role", "name", "public"])),
        Part::Relations => Some(("relation", &["title", "period", "url"])),
        Part::Phases => Some(("phase", &["title", "description", "starts_on", "ends_on"])),
        Part::Events => Some((
            "event",
            &[
                "title",
                "starts_at",
                "ends_at",
                "place",
                "url",
                "description",
                "minutes",
                "file",
            ],
        )),
        Part::Documents => Some(("related", &["title", "url", "file"])),
    }
}

/// The rows of a part's list: those in which something stands, and some empty ones.
pub(super) fn rows(part: Part, values: &Values, more: usize) -> Vec<RowFields> {
    let Some((list, columns)) = list(part) else {
        return Vec::new();
    };
    let number = |name: &str| -> Option<usize> {
        let (number, _column) = name
            .strip_prefix(list)?
            .strip_prefix('_')?
            .split_once('_')?;
        number.parse().ok()
    };
    let written = values
        .iter()
        .filter(|(_name, value)| !value.is_empty())
        .filter_map(|(name, _value)| number(name))
        .max()
        .map_or(0, |last| last + 1);
    (0..(written + more).min(SHOWN_ROWS))
        .map(|number| RowFields {
            number,
            values: columns
                .iter()
                .map(|column| {
                    let name = format!("{list}_{number}_{column}");
                    let value = values.get(&name).cloned().unwrap_or_default();
                    ((*column).to_owned(), value)
                })
                .collect::<BTreeMap<_, _>>(),
        })
        .collect()
}
