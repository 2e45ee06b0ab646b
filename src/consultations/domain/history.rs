//! What is kept of what was said before: changes of the workspace, and the adoption.

use chrono::NaiveDate;

use super::parts::Part;
use super::values::{Fault, Reader, Values, put};
use crate::kernel::clock::Instant;
use crate::kernel::limits;

/// A part before and after somebody changed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub part: Part,
    pub before: Values,
    pub after: Values,
    /// Who it was; `None` for the installation itself and for people who are gone.
    pub who: Option<String>,
    pub changed_at: Instant,
}

impl Change {
    /// The fields that differ, each with what stood in it and what stands in it now.
    pub fn differences(&self) -> Vec<(&str, &str, &str)> {
        differences(&self.before, &self.after)
    }
}

/// The fields in which two versions of a part differ.
pub fn differences<'a>(before: &'a Values, after: &'a Values) -> Vec<(&'a str, &'a str, &'a str)> {
    let mut fields: Vec<&str> = before
        .keys()
        .chain(after.keys())
        .map(String::as_str)
        .collect();
    fields.sort_unstable();
    fields.dedup();
    let of = |values: &'a Values, field: &str| values.get(field).map_or("", String::as_str);
    fields
        .into_iter()
        .map(|field| (field, of(before, field), of(after, field)))
        .filter(|(_field, before, after)| before != after)
        .collect()
}

/// Which body adopted the text, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// As the authority writes it: `Mestni svet`.
    pub body: String,
    /// Which session: `13. redna seja`.
    pub session: String,
    pub adopted_on: NaiveDate,
    pub document_title: String,
    pub document_url: String,
    /// Why it was corrected; empty for the first.
    pub reason: String,
    pub recorded_at: Instant,
}

impl Adoption {
    /// Reads the fields of the form. A correction of what was said before needs a reason.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn parse(values: &Values, is_correction: bool, now: Instant) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader::new(values);
        let body = reader.needed("body", limits::NAME);
        let session = reader.needed("session", limits::NAME);
        let adopted_on = reader.needed_day("adopted_on");
        let document_title = reader.line("document_title", limits::NAME);
        let document_url = reader.link("document_url");
        let reason = match is_correction {
            true => reader.needed("reason", limits::NOTE),
            false => String::new(),
        };
        let adoption = adopted_on.map(|adopted_on| Self {
            body,
            session,
            adopted_on,
            document_title,
            document_url,
            reason,
            recorded_at: now,
        });
        reader.end(adoption)
    }

    /// Writes it into the fields it is read from.
    pub fn values(&self) -> Values {
        let mut values = Values::new();
        for (name, value) in [
            ("body", &self.body),
            ("session", &self.session),
            ("adopted_on", &self.adopted_on.to_string()),
            ("document_title", &self.document_title),
            ("document_url", &self.document_url),
        ] {
            put(&mut values, name, value);
        }
        values
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fields_that_differ_are_told() {
        let values = |pairs: &[(&str, &str)]| -> Values {
            let own = |text: &str| text.to_owned();
            pairs
                .iter()
                .map(|(name, value)| (own(name), own(value)))
                .collect()
        };
        let before = values(&[("title", "A"), ("summary", "B")]);
        let after = values(&[("title", "A"), ("summary", "C"), ("purpose", "D")]);

        assert_eq!(
            differences(&before, &after),
            [("purpose", "", "D"), ("summary", "B", "C")]
        );
    }
}
