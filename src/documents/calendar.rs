//! Calendars (iCalendar, RFC 5545). Times are written in UTC, so that a calendar needs no zones of its own.

use chrono::{Days, NaiveDate};
use icalendar::{Calendar as File, Component as _, Event, EventLike as _, EventStatus, Property};

use super::printable;
use crate::kernel::clock::Instant;

/// A calendar.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub name: String,
    pub entries: Vec<Entry>,
}

/// Something with a time.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The same for ever, so that a reader changes its entry and makes no second one.
    pub uid: String,
    pub when: When,
    pub summary: String,
    pub description: String,
    /// Where it is; may be empty.
    pub location: String,
    pub url: String,
    pub changed_at: Instant,
    /// How often it was changed.
    pub sequence: u32,
    pub is_cancelled: bool,
}

/// The time of an entry.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// Up to the second moment, which is out.
    Moments(Instant, Instant),
    /// Both days are in.
    Days(NaiveDate, NaiveDate),
}

/// The media type.
pub const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// The calendar as a file.
pub fn write(calendar: &Calendar) -> String {
    let mut file = File::empty();
    file.append_property(Property::new("VERSION", "2.0"));
    file.append_property(Property::new("PRODID", "-//Posvet//Posvet//SL"));
    file.append_property(Property::new("CALSCALE", "GREGORIAN"));
    file.append_property(Property::new("METHOD", "PUBLISH"));
    file.name(&printable(&calendar.name));
    for entry in &calendar.entries {
        file.push(event(entry));
    }
    file.done().to_string()
}

fn event(entry: &Entry) -> Event {
    let mut event = Event::with_uid(&entry.uid);
    event
        .summary(&printable(&entry.summary))
        .description(&printable(&entry.description))
        .url(&entry.url)
        .timestamp(entry.changed_at.utc())
        .last_modified(entry.changed_at.utc())
        .sequence(entry.sequence)
        .status(match entry.is_cancelled {
            true => EventStatus::Cancelled,
            false => EventStatus::Confirmed,
        });
    if !entry.location.is_empty() {
        event.location(&printable(&entry.location));
    }
    match entry.when {
        When::Moments(from, until) => event.starts(from.utc()).ends(until.utc()),
        // The end of whole days is the first day that is out (RFC 5545, 3.6.1).
        When::Days(first, last) => event.starts(first).ends(last + Days::new(1)),
    };
    event.done()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(summary: &str) -> String {
        let at = |micros| Instant::from_micros(micros).expect("in range");
        let day = |day| NaiveDate::from_ymd_opt(2022, 4, day).expect("a day");
        let entry = |uid: &str, when| Entry {
            uid: uid.to_owned(),
            when,
            summary: summary.to_owned(),
            description: "Pišite do petka;\nhvala, ker sodelujete.".to_owned(),
            location: "dvorana, 1. nadstropje".to_owned(),
            url: "https://posvet.example.org/sl/kranj".to_owned(),
            changed_at: at(0),
            sequence: 2,
            is_cancelled: false,
        };
        let moments = When::Moments(at(1_646_866_800_000_000), at(1_649_628_000_000_000));
        write(&Calendar {
            name: "Kranj".to_owned(),
            entries: vec![
                entry("1@x", moments),
                entry("2@x", When::Days(day(4), day(6))),
            ],
        })
    }

    /// Long lines are folded; a reader puts them together again (RFC 5545, 3.1).
    fn unfolded(file: &str) -> String {
        file.replace("\r\n ", "").replace("\r\n\t", "")
    }

    #[test]
    fn times_are_in_utc_and_the_last_day_is_in() {
        let file = unfolded(&written("Rok"));

        for line in [
            "BEGIN:VCALENDAR",
            "DTSTART:20220309T230000Z",
            "DTEND:20220410T220000Z",
            "DTSTART;VALUE=DATE:20220404",
            "DTEND;VALUE=DATE:20220407",
            "LOCATION:dvorana\\, 1. nadstropje",
            "SEQUENCE:2",
            "STATUS:CONFIRMED",
        ] {
            assert!(file.lines().any(|one| one == line), "{line} in {file}");
        }
        assert!(written("Rok").lines().all(|line| line.len() <= 75));
    }

    #[test]
    fn no_text_begins_a_line_of_its_own() {
        let file = unfolded(&written("Rok\r\nATTACH:https://evil.example/x, ; \\ \u{0}"));

        assert!(
            !file.lines().any(|line| line.starts_with("ATTACH")),
            "{file}"
        );
        let summary = file.lines().find(|line| line.starts_with("SUMMARY"));
        let expected = "SUMMARY:Rok\\nATTACH:https://evil.example/x\\, \\; \\\\ ";
        assert_eq!(summary, Some(expected));
    }
}
