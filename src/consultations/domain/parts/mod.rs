//! The parts of a consultation that its workspace shows and changes one by one. Each is read from the fields of its form and
//! written back into them, so that what was typed, what is there and what was there before are compared in one form.

mod read;
mod write;

use chrono::NaiveDate;
use chrono_tz::Tz;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Window;
use crate::drafts::WrittenSection;
use crate::kernel::local_time::{NoSuchLocalTime, end_of_day, start_of_day};

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
}

/// What it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basics {
    /// Its part of the address; stays once it is public.
    pub slug: String,
    /// What the draft is, in the genitive.
    pub draft_noun: String,
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
