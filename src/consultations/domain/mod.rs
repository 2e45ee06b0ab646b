//! What a consultation is and which phase it is in. Pure: `now` is a parameter.

mod gate;
mod history;
mod holidays;
mod ledger;
mod parts;
mod plan;
mod preview;
mod slug;
mod typed;
mod values;

use chrono::Days;
use strum::IntoStaticStr;

use super::window;
pub use gate::{Missing, Prepared, Requirement};
pub use history::{Adoption, Change, differences};
pub use ledger::{WindowEvent, WindowEventKind, days_lost, heads};
pub use parts::{
    Basics, Channels, Contact, Content, Document, Event, Group, Member, Part, PhaseEntry, Relation,
    Revised, Texts, WindowPlan, revise,
};
pub use plan::PlanDay;
pub use preview::{PreviewLink, preview_expires_at};
pub use slug::{InvalidSlug, LONGEST_SLUG, check_slug};
pub use typed::{LOCAL_TIME, parse_day, parse_time};
pub use values::{Fault, FaultKind, MOST_ROWS, Values};
pub(super) use values::{Reader, put};

pub use crate::accounts::Authority;
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, DraftId};
use crate::kernel::local_time::{local, start_of_day};
use crate::kernel::procedure::Procedure;

/// From when until when comments are accepted; `closes_at` is the first moment that is out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    pub opens_at: Instant,
    pub closes_at: Instant,
}

/// One draft put to the public by one authority.
#[derive(Clone, Debug)]
pub struct Consultation {
    pub id: ConsultationId,
    pub authority: Authority,
    /// What it puts to the public.
    pub draft_id: DraftId,
    /// Its part of the address.
    pub slug: String,
    /// What its reference numbers begin with: `KRANJ-2022`.
    pub reference_prefix: String,
    pub title: String,
    pub title_en: Option<String>,
    pub short_title: String,
    pub summary: String,
    pub summary_en: Option<String>,
    /// Markdown: reasons and goals.
    pub purpose: String,
    pub purpose_en: Option<String>,
    pub target_groups: String,
    pub target_groups_en: Option<String>,
    /// The years the strategy is for.
    pub valid_from: Option<i32>,
    pub valid_to: Option<i32>,
    /// Why the window is shorter than the authority's rule; empty when it is not.
    pub short_window_reason: String,
    /// The act that appointed the working group.
    pub appointing_act: String,
    /// The body that prepares it for the authority; empty when it does so itself.
    pub preparing_body: String,
    /// Markdown: ways to comment other than this site.
    pub channels_note: String,
    /// Markdown: what happens with personal data.
    pub privacy_note: String,
    pub window: Window,
    pub answers_expected_at: Option<Instant>,
    pub announced_at: Option<Instant>,
    pub released_at: Option<Instant>,
    pub adopted_at: Option<Instant>,
    pub withdrawn_at: Option<Instant>,
    /// Whether the draft may be read from the announcement on, as its coordinator said.
    pub shows_draft_early: bool,
    /// What the draft is, in the genitive: `strategije`, `odloka`, `načrta`.
    pub draft_noun: Option<String>,
    /// What kind of procedure the draft goes through.
    pub procedure: Procedure,
}

/// What reference numbers begin with: `KRANJ-2022`. A consultation after `earlier` others of its year has a letter, as a
/// work cited has: `KRANJ-2022B`.
pub fn reference_prefix(authority: &str, year: i32, earlier: u32) -> String {
    format!("{authority}-{year}{}", letters(earlier))
}

/// Nothing for the first, then `B` … `Z`, `AA`, `AB` …
fn letters(earlier: u32) -> String {
    let mut letters = String::new();
    let mut left = if earlier == 0 { 0 } else { earlier + 1 };
    while left > 0 {
        letters.extend(char::from_digit((left - 1) % 26 + 10, 36));
        left = (left - 1) / 26;
    }
    letters.to_uppercase().chars().rev().collect()
}

/// Where a consultation stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Phase {
    Preparing,
    Announced,
    Open,
    Closed,
    Answered,
    Adopted,
    Withdrawn,
}

impl Consultation {
    /// What mails say about it.
    pub fn mail_params(&self) -> serde_json::Value {
        serde_json::json!({
            "slug": self.slug,
            "title": self.title,
            "short_title": self.short_title,
            "draft_noun": self.draft_noun,
        })
    }

    /// The phase at `now`. The clock moves it, not a person and not a job.
    pub fn phase(&self, now: Instant) -> Phase {
        let since = |at: Option<Instant>| at.is_some_and(|at| at <= now);
        if since(self.withdrawn_at) {
            Phase::Withdrawn
        } else if since(self.adopted_at) {
            Phase::Adopted
        } else if !self.is_public(now) {
            Phase::Preparing
        } else if self.accepts_comments(now) {
            Phase::Open
        } else if now < self.window.opens_at {
            Phase::Announced
        } else if since(self.released_at) {
            Phase::Answered
        } else {
            Phase::Closed
        }
    }

    /// Whether the public may know of it: not while it is being prepared.
    pub fn is_public(&self, now: Instant) -> bool {
        self.announced_at.is_some_and(|announced| announced <= now)
    }

    /// Whether a comment that arrived at `at` is accepted: announced, not withdrawn, and the window is open.
    pub fn accepts_comments(&self, at: Instant) -> bool {
        self.is_public(at)
            && self.withdrawn_at.is_none_or(|withdrawn| at < withdrawn)
            && window::is_open(&self.window, at)
    }

    /// Whether the public may read the draft at `now`: once the window has opened, or from the announcement on. A draft
    /// withdrawn before that stays unread.
    pub fn shows_draft(&self, now: Instant) -> bool {
        self.announced_at
            .map(|announced| match self.shows_draft_early {
                true => announced,
                false => announced.max(self.window.opens_at),
            })
            .is_some_and(|shown| {
                shown <= now && self.withdrawn_at.is_none_or(|withdrawn| shown < withdrawn)
            })
    }

    /// Whether its text stays as the public has seen it: until the adopted one is written as another revision.
    pub fn is_text_locked(&self, now: Instant) -> bool {
        self.shows_draft(now) && self.phase(now) != Phase::Adopted
    }

    /// Whether the revision with this number is the adopted text: the first one was put to the public, and others are written
    /// only after the adoption.
    pub fn is_adopted_text(&self, revision: i32, now: Instant) -> bool {
        revision > 1 && self.phase(now) == Phase::Adopted
    }

    /// Whole local days until the window opens (announced) or closes (open); 0 on the last day.
    pub fn days_left(&self, now: Instant) -> Option<i64> {
        let zone = self.authority.zone;
        let today = local(now, zone).date_naive();
        match self.phase(now) {
            Phase::Announced => {
                Some((local(self.window.opens_at, zone).date_naive() - today).num_days())
            }
            Phase::Open => {
                let last = local(
                    self.window
                        .closes_at
                        .plus(chrono::TimeDelta::microseconds(-1)),
                    zone,
                )
                .date_naive();
                Some((last - today).num_days())
            }
            _ => None,
        }
    }

    /// When what a page says about this consultation may next become untrue: a change of phase or local midnight.
    pub fn next_change(&self, now: Instant) -> Instant {
        let tomorrow = local(now, self.authority.zone).date_naive() + Days::new(1);
        let midnight = start_of_day(tomorrow, self.authority.zone).ok();
        [
            Some(self.window.opens_at),
            Some(self.window.closes_at),
            self.announced_at,
            self.released_at,
            self.adopted_at,
            self.withdrawn_at,
            midnight,
        ]
        .into_iter()
        .flatten()
        .filter(|at| now < *at)
        .min()
        .unwrap_or_else(|| now.plus(chrono::TimeDelta::hours(1)))
    }

    /// The local date (`2022-05-13`) by which responses are expected.
    pub fn answers_expected_on(&self) -> Option<String> {
        self.answers_expected_at
            .map(|at| local(at, self.authority.zone).date_naive().to_string())
    }

    /// The title in the language asked for; the draft's own where there is no other.
    pub fn title_in(&self, english: bool) -> &str {
        self.title_en
            .as_deref()
            .filter(|_title| english)
            .unwrap_or(&self.title)
    }

    /// The language [`Self::title_in`] answers in; drafts are in the default language.
    pub fn title_language(&self, english: bool) -> Language {
        language_of(self.title_en.as_deref().filter(|_title| english))
    }

    /// The language [`Self::summary_in`] answers in.
    pub fn summary_language(&self, english: bool) -> Language {
        language_of(self.summary_en.as_deref().filter(|_summary| english))
    }

    /// Reasons and goals in the language asked for; the draft's own where there is no other.
    pub fn purpose_in(&self, english: bool) -> (&str, Language) {
        let translation = self.purpose_en.as_deref().filter(|_text| english);
        (
            translation.unwrap_or(&self.purpose),
            language_of(translation),
        )
    }

    /// Whom it is about, in the language asked for; the draft's own where there is no other.
    pub fn target_groups_in(&self, english: bool) -> (&str, Language) {
        let translation = self.target_groups_en.as_deref().filter(|_text| english);
        (
            translation.unwrap_or(&self.target_groups),
            language_of(translation),
        )
    }

    /// The summary in the language asked for; the draft's own where there is no other.
    pub fn summary_in(&self, english: bool) -> &str {
        self.summary_en
            .as_deref()
            .filter(|_summary| english)
            .unwrap_or(&self.summary)
    }
}

fn language_of(translation: Option<&str>) -> Language {
    translation.map_or(Language::default(), |_text| Language::En)
}

#[cfg(test)]
#[path = "consultation_tests.rs"]
pub(crate) mod tests;
