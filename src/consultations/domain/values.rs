//! What stands in the fields of a form, and what is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};
use url::Url;

use super::typed::{parse_day, parse_time};
use crate::kernel::email_address::{EmailAddress, InvalidEmailAddress};
use crate::kernel::limits::{self, Limit};
use crate::kernel::plain_text;

/// Texts by the names of the fields. A list has a number in its names: `contact_0_name`, `contact_1_name`.
pub type Values = BTreeMap<String, String>;

/// Most rows of a list.
pub const MOST_ROWS: usize = 100;

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub field: String,
    pub kind: FaultKind,
}

/// How it is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    Missing,
    TooLong(Limit),
    NoDay,
    /// Not a day with an hour.
    NoTime,
    /// Not while comments are accepted.
    OutsideWindow,
    /// A file with more bytes than this.
    FileTooLarge(usize),
    /// A file of a kind that is not taken, whatever its name says.
    OtherFile,
    /// A document that brings a program along.
    FileWithMacros,
    /// Not a picture of a kind that is shown.
    NoPicture,
    /// A picture that cannot be read.
    BrokenPicture,
    /// A picture that would fill the memory.
    TooManyPixels,
    /// The file store cannot be reached.
    FilesAway,
    /// Not six digits of a colour.
    NoColour,
    /// A colour too light to read, with its contrast to white.
    LowContrast(String),
    /// Not after now and before the window opens.
    NotBetween,
    NoYear,
    /// Not a number of days, or more than this.
    NoDays(i32),
    /// No time zone of the IANA database.
    NoZone,
    /// The end lies before the beginning.
    EndsBefore,
    /// It has not come yet.
    InTheFuture,
    /// A link begins with `https://` or `http://`.
    NoLink,
    NoAddress(InvalidEmailAddress),
    /// Not letters, digits and hyphens, or an address of ours.
    NoSlug,
    SlugTaken,
    /// A list of more rows, a draft of more passages than this.
    TooMany(usize),
    /// Nothing was written.
    NoText,
    /// There is no heading, so there are no sections.
    NoHeading,
    /// The section with this number says nothing.
    EmptySection(usize),
    /// The clock of the zone jumps over the beginning or the end.
    NoSuchTime,
}

impl Fault {
    /// A fault of a field.
    pub fn new(field: &str, kind: FaultKind) -> Self {
        Self {
            field: field.to_owned(),
            kind,
        }
    }
}

/// Reads values and gathers what is wrong with them.
pub(in crate::consultations) struct Reader<'a> {
    values: &'a Values,
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    pub(in crate::consultations) fn new(values: &'a Values) -> Self {
        Self {
            values,
            faults: Vec::new(),
        }
    }

    pub(in crate::consultations) fn fault(&mut self, field: &str, kind: FaultKind) {
        self.faults.push(Fault::new(field, kind));
    }

    fn value(&self, field: &str) -> &'a str {
        self.values.get(field).map_or("", String::as_str)
    }

    fn short(&mut self, field: &str, text: String, limit: Limit) -> String {
        if !limit.allows(&text) {
            self.fault(field, FaultKind::TooLong(limit));
        }
        text
    }

    /// A text of one line; may be empty.
    pub(in crate::consultations) fn line(&mut self, field: &str, limit: Limit) -> String {
        let text = plain_text::line(self.value(field));
        self.short(field, text, limit)
    }

    /// A text of one line that must be there.
    pub(in crate::consultations) fn needed(&mut self, field: &str, limit: Limit) -> String {
        let text = self.line(field, limit);
        if plain_text::is_blank(&text) {
            self.fault(field, FaultKind::Missing);
        }
        text
    }

    /// A text of several lines; may be empty.
    pub(in crate::consultations) fn text(&mut self, field: &str, limit: Limit) -> String {
        let text = self.value(field).trim().to_owned();
        self.short(field, text, limit)
    }

    pub(in crate::consultations) fn is_checked(&self, field: &str) -> bool {
        !self.value(field).is_empty()
    }

    /// A year of four digits, if one is there.
    pub(in crate::consultations) fn year(&mut self, field: &str) -> Option<i32> {
        let text = plain_text::line(self.value(field));
        if text.is_empty() {
            return None;
        }
        let year = text
            .parse()
            .ok()
            .filter(|year| (1900..=2200).contains(year));
        if year.is_none() {
            self.fault(field, FaultKind::NoYear);
        }
        year
    }

    /// A number of days that must be there, at most `most`.
    pub(in crate::consultations) fn days(&mut self, field: &str, most: i32) -> i32 {
        let text = plain_text::line(self.value(field));
        match text.parse() {
            Ok(days) if (0..=most).contains(&days) => days,
            _ => {
                self.fault(field, FaultKind::NoDays(most));
                0
            }
        }
    }

    /// A day, if one is there.
    pub(in crate::consultations) fn day(&mut self, field: &str) -> Option<NaiveDate> {
        let text = plain_text::line(self.value(field));
        if text.is_empty() {
            return None;
        }
        let day = parse_day(&text);
        if day.is_none() {
            self.fault(field, FaultKind::NoDay);
        }
        day
    }

    /// A day that must be there.
    pub(in crate::consultations) fn needed_day(&mut self, field: &str) -> Option<NaiveDate> {
        if plain_text::is_blank(self.value(field)) {
            self.fault(field, FaultKind::Missing);
            return None;
        }
        self.day(field)
    }

    /// Whether something stands in a field.
    pub(in crate::consultations) fn has(&self, field: &str) -> bool {
        !plain_text::is_blank(self.value(field))
    }

    /// A local time, if one is there.
    pub(in crate::consultations) fn time(&mut self, field: &str) -> Option<NaiveDateTime> {
        let text = plain_text::line(self.value(field));
        if text.is_empty() {
            return None;
        }
        let time = parse_time(&text);
        if time.is_none() {
            self.fault(field, FaultKind::NoTime);
        }
        time
    }

    /// A local time that must be there.
    pub(in crate::consultations) fn needed_time(&mut self, field: &str) -> Option<NaiveDateTime> {
        if plain_text::is_blank(self.value(field)) {
            self.fault(field, FaultKind::Missing);
            return None;
        }
        self.time(field)
    }

    /// A mail address, if one is there.
    pub(in crate::consultations) fn address(&mut self, field: &str) -> String {
        let text = self.line(field, limits::ADDRESS);
        if text.is_empty() {
            return text;
        }
        match EmailAddress::parse(&text) {
            Ok(address) => address.expose().to_owned(),
            Err(refusal) => {
                self.fault(field, FaultKind::NoAddress(refusal));
                text
            }
        }
    }

    /// A link to a page, if one is there.
    pub(in crate::consultations) fn link(&mut self, field: &str) -> String {
        let text = self.line(field, limits::LINK);
        let is_page = Url::parse(&text)
            .is_ok_and(|url| ["http", "https"].contains(&url.scheme()) && url.has_host());
        if !text.is_empty() && !is_page {
            self.fault(field, FaultKind::NoLink);
        }
        text
    }

    /// The numbers of the rows of a list in which something is written, in order.
    pub(in crate::consultations) fn rows(&mut self, list: &str) -> BTreeSet<usize> {
        let number = |name: &str| -> Option<usize> {
            let (number, _column) = name
                .strip_prefix(list)?
                .strip_prefix('_')?
                .split_once('_')?;
            number.parse().ok()
        };
        let written = |(_name, value): &(&String, &String)| !plain_text::is_blank(value);
        let rows: BTreeSet<usize> = self
            .values
            .iter()
            .filter(written)
            .filter_map(|(name, _value)| number(name))
            .collect();
        let extra = rows.iter().nth(MOST_ROWS).copied();
        let is_extra = |name: &&String| extra.is_some() && number(name) == extra;
        if let Some(field) = self.values.keys().find(is_extra) {
            self.fault(field, FaultKind::TooMany(MOST_ROWS));
        }
        rows
    }

    /// The content, if nothing is wrong.
    pub(in crate::consultations) fn end<T>(self, content: Option<T>) -> Result<T, Vec<Fault>> {
        match content {
            Some(content) if self.faults.is_empty() => Ok(content),
            _ => Err(self.faults),
        }
    }
}

/// Adds the fields of a list's row.
pub(super) fn put_row(values: &mut Values, list: &str, number: usize, columns: &[(&str, &str)]) {
    for (column, value) in columns {
        put(values, &format!("{list}_{number}_{column}"), value);
    }
}

/// Adds a field, if something stands in it.
pub(in crate::consultations) fn put(values: &mut Values, name: &str, value: &str) {
    if !value.is_empty() {
        values.insert(name.to_owned(), value.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_in_which_nothing_stands_are_none() {
        let values: Values = [
            ("contact_0_name", "Koordinatorka"),
            ("contact_1_name", " "),
            ("contact_12_email", "a@example.org"),
            ("contacts_3_name", "x"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();

        assert_eq!(Reader::new(&values).rows("contact"), [0, 12].into());
    }

    #[test]
    fn a_list_of_more_than_a_hundred_rows_is_refused_at_the_first_that_is_too_many() {
        let rows = |count: usize| -> Values {
            let row = |number| (format!("contact_{number}_name"), "Oseba".to_owned());
            (0..count).map(row).collect()
        };
        let faults = |values: &Values| {
            let mut reader = Reader::new(values);
            reader.rows("contact");
            reader.end(Some(())).err()
        };

        assert_eq!(faults(&rows(MOST_ROWS)), None);
        let fault = Fault::new("contact_100_name", FaultKind::TooMany(MOST_ROWS));
        assert_eq!(faults(&rows(MOST_ROWS + 1)), Some(vec![fault]));
    }
}
