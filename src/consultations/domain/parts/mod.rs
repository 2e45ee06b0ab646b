//! The parts of a consultation that its workspace shows and changes one by one. Each is read from the fields of its form and
//! written back into them, so that what was typed, what is there and what was there before are compared in one form.

mod read;
mod write;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use chrono_tz::Tz;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Window;
use super::typed::LOCAL_TIME;
use crate::drafts::WrittenSection;
use crate::kernel::clock::Instant;
use crate::kernel::ids::FileId;
use crate::kernel::local_time::{NoSuchLocalTime, WhenTwice, end_of_day, instant_of, start_of_day};
use crate::kernel::procedure::Procedure;

/// A part of a consultation with a form of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Part {
    Basics,
    Text,
    Window,
    Channels,
    Group,
    Relations,
    Phases,
    Events,
    Documents,
}

/// What a part says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    Basics(Box<Basics>),
    Text(Vec<WrittenSection>),
    Window(WindowPlan),
    Channels(Channels),
    Group(Group),
    Relations(Vec<Relation>),
    Phases(Vec<PhaseEntry>),
    Events(Vec<Event>),
    Documents(Vec<Document>),
}

/// What it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basics {
    /// Its part of the address; stays once it is public.
    pub slug: String,
    /// What the draft is, in the genitive.
    pub draft_noun: String,
    /// What kind of procedure it goes through.
    pub procedure: Procedure,
    /// The years the strategy is for.
    pub valid_from: Option<i32>,
    pub valid_to: Option<i32>,
    pub own: Texts,
    /// What of it there is in English.
    pub english: Texts,
}

/// What it says of itself in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    pub title: String,
    pub short_title: String,
    pub summary: String,
    /// Markdown: reasons and goals.
    pub purpose: String,
    pub target_groups: String,
}

/// The window as a coordinator plans it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WindowPlan {
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    /// Why it is shorter than the authority's rule; public.
    pub short_window_reason: String,
    pub answers_on: Option<NaiveDate>,
    pub shows_draft_early: bool,
}

/// How else people can comment, whom they can ask, what becomes of their data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Channels {
    pub channels_note: String,
    pub privacy_note: String,
    pub contacts: Vec<Contact>,
}

/// Whom people can ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// A person or a function.
    pub name: String,
    pub email: String,
    pub phone: String,
    /// When they can be reached.
    pub hours: String,
}

/// Who prepares the draft and answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// The body that prepares the draft for the authority; empty when it does so itself.
    pub preparing_body: String,
    /// The act that appointed them.
    pub appointing_act: String,
    pub members: Vec<Member>,
}

/// A member of the working group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Member {
    /// Their function; always public.
    pub role_name: String,
    pub name: String,
    pub is_name_public: bool,
}

/// Another strategy it belongs with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    pub title: String,
    pub period: String,
    pub url: String,
}

/// A step of the work that the public sees beside the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhaseEntry {
    pub title: String,
    pub description: String,
    pub starts_on: NaiveDate,
    /// The last day.
    pub ends_on: Option<NaiveDate>,
}

/// A workshop, a round table, a hearing, a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    pub title: String,
    pub description: String,
    pub place: String,
    /// Where one takes part from afar, or reads more.
    pub url: String,
    /// What the clock on the wall shows in the authority's zone.
    pub starts_at: NaiveDateTime,
    pub ends_at: Option<NaiveDateTime>,
    /// What came of it.
    pub minutes: String,
    /// The same as a file that was brought.
    pub minutes_file: Option<FileId>,
    /// When and how often what calendars show of it was changed.
    pub revised: Revised,
}

/// What a calendar goes by that has an older state of an entry (RFC 5545, sections 3.8.7.3 and 3.8.7.4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Revised {
    /// `None`: not since it was entered.
    pub at: Option<Instant>,
    pub times: i32,
}

/// What the draft is based on or goes with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    pub title: String,
    /// Where it is, when it is elsewhere.
    pub url: String,
    /// The file that was brought.
    pub file: Option<FileId>,
}

impl Event {
    /// What tells it apart from the other events of its consultation.
    pub fn key(&self) -> String {
        format!("{} {}", self.starts_at.format(LOCAL_TIME), self.title)
    }

    /// Whether calendars show something else of it than of `other`.
    pub fn differs_in_calendars(&self, other: &Self) -> bool {
        let shown = |event: &Self| {
            let texts = [&event.description, &event.place, &event.url].map(String::clone);
            (event.starts_at, event.ends_at, texts)
        };
        shown(self) != shown(other)
    }

    /// The moments it means in the authority's zone; without an end it lasts an hour.
    ///
    /// # Errors
    /// Where the clock jumps over one of them.
    pub fn moments(&self, zone: Tz) -> Result<(Instant, Instant), NoSuchLocalTime> {
        let starts = instant_of(self.starts_at, zone, WhenTwice::Earlier)?;
        let ends = match self.ends_at {
            Some(ends) => instant_of(ends, zone, WhenTwice::Later)?,
            None => starts.plus(TimeDelta::hours(1)),
        };
        Ok((starts, ends))
    }
}

/// Says of each event when and how often it was changed since it was entered under its title.
pub fn revise(events: &mut [Event], before: &[Event], now: Instant) {
    let mut left: Vec<&Event> = before.iter().collect();
    for event in events {
        let same = left.iter().position(|old| old.title == event.title);
        event.revised = match same.map(|place| left.remove(place)) {
            None => Revised::default(),
            Some(old) if !event.differs_in_calendars(old) => old.revised,
            Some(old) => Revised {
                at: Some(now),
                times: old.revised.times + 1,
            },
        };
    }
}

impl WindowPlan {
    /// The moments it means in the authority's zone.
    ///
    /// # Errors
    /// Where the clock is changed at midnight.
    pub fn window(&self, zone: Tz) -> Result<Window, NoSuchLocalTime> {
        Ok(Window {
            opens_at: start_of_day(self.first_day, zone)?,
            closes_at: end_of_day(self.last_day, zone)?,
        })
    }
}

#[cfg(test)]
#[path = "parts_tests.rs"]
mod tests;
