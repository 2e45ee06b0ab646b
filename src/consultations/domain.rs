//! What a consultation is and which phase it is in. Pure: `now` is a parameter.

use chrono::Days;

use super::window;
pub use crate::accounts::Authority;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, ParagraphId, RevisionId, SectionId};
use crate::kernel::local_time::{local, start_of_day};

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
    /// Its part of the address.
    pub slug: String,
    /// What its reference numbers begin with: `KRANJ-2022`.
    pub reference_prefix: String,
    pub title: String,
    pub title_en: Option<String>,
    pub short_title: String,
    pub summary: String,
    pub summary_en: Option<String>,
    /// Markdown: what it is about.
    pub purpose: String,
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
}

/// Where a consultation stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Preparing,
    Announced,
    Open,
    Closed,
    Answered,
    Adopted,
    Withdrawn,
}

impl Phase {
    /// The word in templates and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Preparing => "preparing",
            Self::Announced => "announced",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Answered => "answered",
            Self::Adopted => "adopted",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl Consultation {
    /// The phase at `now`. The clock moves it, not a person and not a job.
    pub fn phase(&self, now: Instant) -> Phase {
        let since = |at: Option<Instant>| at.is_some_and(|at| at <= now);
        if since(self.withdrawn_at) {
            Phase::Withdrawn
        } else if since(self.adopted_at) {
            Phase::Adopted
        } else if !since(self.announced_at) {
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

    /// Whether a comment that arrived at `at` is accepted: announced, not withdrawn, and the window is open.
    pub fn accepts_comments(&self, at: Instant) -> bool {
        self.announced_at.is_some_and(|announced| announced <= at)
            && self.withdrawn_at.is_none_or(|withdrawn| at < withdrawn)
            && window::is_open(&self.window, at)
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

    /// When what a page says about this consultation may next become untrue: opening, closing or local midnight.
    pub fn next_change(&self, now: Instant) -> Instant {
        let tomorrow = local(now, self.authority.zone).date_naive() + Days::new(1);
        let midnight = start_of_day(tomorrow, self.authority.zone).ok();
        [
            Some(self.window.opens_at),
            Some(self.window.closes_at),
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

    /// The summary in the language asked for; the draft's own where there is no other.
    pub fn summary_in(&self, english: bool) -> &str {
        self.summary_en
            .as_deref()
            .filter(|_summary| english)
            .unwrap_or(&self.summary)
    }
}

/// A section without its text.
#[derive(Clone, Debug)]
pub struct SectionSummary {
    pub id: SectionId,
    pub number: i32,
    pub title: String,
    pub short_title: String,
    pub goals: i64,
}

/// The published state of a draft that is shown.
#[derive(Clone, Copy, Debug)]
pub struct Revision {
    pub id: RevisionId,
    pub number: i32,
    pub published_at: Instant,
}

/// What a piece of a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    Heading,
    Text,
    Goal,
}

impl ParagraphKind {
    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Text => "text",
            Self::Goal => "goal",
        }
    }

    /// The kind of a word in the database.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Heading, Self::Text, Self::Goal]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// A piece of a section, with an identity that survives revisions.
#[derive(Clone, Debug)]
pub struct Paragraph {
    pub id: ParagraphId,
    pub section_id: SectionId,
    pub kind: ParagraphKind,
    /// `5` for a text, `3.1` for a heading or a goal.
    pub number: String,
    /// Of a heading or a goal.
    pub title: String,
    /// Markdown.
    pub body: String,
    pub is_key_goal: bool,
    pub indicator: String,
    pub holder: String,
    pub deadline: String,
}

/// The passage a comment is about, looked up by the numbers in the address.
#[derive(Clone, Debug)]
pub struct Passage {
    pub revision: Revision,
    pub section: Option<SectionSummary>,
    pub paragraph: Option<Paragraph>,
    /// Number of the heading above the paragraph.
    pub heading: Option<String>,
}

/// One entry of the public ledger of the window.
#[derive(Clone, Debug)]
pub struct WindowEvent {
    /// `announced`, `extended`, `withdrawn`.
    pub kind: String,
    pub window: Window,
    pub reason: String,
    pub recorded_at: Instant,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant::new(text.parse().expect("RFC 3339"))
    }

    fn kranj() -> Consultation {
        let ids = crate::kernel::ids::Ids::seeded(1);
        let start = at("2022-02-28T08:00:00Z");
        Consultation {
            id: ids.next(start),
            authority: Authority {
                id: ids.next(start),
                slug: "kranj".into(),
                name: "Mestna občina Kranj".into(),
                short_name: "Kranj".into(),
                reference_prefix: "KRANJ".into(),
                department: String::new(),
                contact_email: "posvet@example.org".into(),
                contact_phone: String::new(),
                postal_address: String::new(),
                zone: chrono_tz::Europe::Ljubljana,
            },
            slug: "socialno".into(),
            reference_prefix: "KRANJ-2022".into(),
            title: "Strategija".into(),
            title_en: None,
            short_title: "Strategija".into(),
            summary: String::new(),
            summary_en: None,
            purpose: String::new(),
            channels_note: String::new(),
            privacy_note: String::new(),
            window: Window {
                opens_at: at("2022-03-09T23:00:00Z"),
                closes_at: at("2022-04-10T22:00:00Z"),
            },
            answers_expected_at: None,
            announced_at: Some(start),
            released_at: Some(at("2022-05-16T08:00:00Z")),
            adopted_at: None,
            withdrawn_at: None,
        }
    }

    #[test]
    fn the_clock_moves_a_consultation_through_its_phases() {
        let phases: Vec<_> = [
            "2022-02-01",
            "2022-03-01",
            "2022-03-10",
            "2022-04-11",
            "2022-05-17",
        ]
        .map(|day| kranj().phase(at(&format!("{day}T12:00:00Z"))))
        .into();

        assert_eq!(
            phases,
            [
                Phase::Preparing,
                Phase::Announced,
                Phase::Open,
                Phase::Closed,
                Phase::Answered
            ]
        );
    }

    #[test]
    fn days_left_count_local_days_and_are_zero_on_the_last() {
        assert_eq!(kranj().days_left(at("2022-03-07T12:00:00+01:00")), Some(3));
        assert_eq!(kranj().days_left(at("2022-04-07T23:59:59+02:00")), Some(3));
        assert_eq!(kranj().days_left(at("2022-04-10T23:59:59+02:00")), Some(0));
        assert_eq!(kranj().days_left(at("2022-04-11T00:00:00+02:00")), None);
    }

    #[test]
    fn a_page_is_true_until_the_next_opening_closing_or_midnight() {
        assert_eq!(
            kranj().next_change(at("2022-04-07T12:00:00Z")),
            at("2022-04-07T22:00:00Z")
        );
        assert_eq!(
            kranj().next_change(at("2022-04-10T21:59:59Z")),
            at("2022-04-10T22:00:00Z")
        );
    }
}
