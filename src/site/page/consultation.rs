//! The page of one consultation.

use serde::Serialize;

use super::{Counts, SubmissionCounts};
use crate::http::render::Page;
use crate::kernel::clock::Instant;

/// One consultation: state, purpose, sections, timeline, ledger of the window.
#[derive(Clone, Debug, Serialize)]
pub struct ConsultationPage {
    /// Its full title.
    pub title: String,
    /// Code of the language of the title.
    pub title_lang: String,
    /// One sentence below the title.
    pub summary: String,
    /// Code of the language of that sentence.
    pub summary_lang: String,
    /// `preparing`, `announced`, `open`, `closed`, `answered`, `adopted`, `withdrawn`.
    pub phase: String,
    /// When the window opens.
    pub opens_at: Instant,
    /// When the window closes; the first moment that is out.
    pub closes_at: Instant,
    /// Whole days until opening (announced) or closing (open); 0 on the last day.
    pub days_left: Option<i64>,
    /// Local date by which responses are expected.
    pub answers_expected_on: Option<String>,
    /// When the responses were released.
    pub released_at: Option<Instant>,
    /// Who adopted the text and when.
    pub adoption: Option<Adoption>,
    /// Sanitised HTML: what it is about.
    pub purpose_html: String,
    /// The working group by roles, in its own order.
    pub working_group: Vec<String>,
    /// Sanitised HTML: ways to comment other than this site.
    pub channels_html: String,
    /// Sanitised HTML: what happens with personal data.
    pub privacy_html: String,
    /// Whether the draft may be read.
    pub shows_draft: bool,
    /// The draft by sections; none while it may not be read.
    pub sections: Vec<SectionEntry>,
    /// Totals.
    pub counts: Counts,
    /// Where its submissions stand.
    pub standing: SubmissionCounts,
    /// When the totals were taken.
    pub counted_at: Instant,
    /// Phases in order.
    pub phases: Vec<PhaseEntry>,
    /// The append-only ledger of the window, oldest first.
    pub ledger: Vec<LedgerEntry>,
    /// Who answers questions.
    pub contact: Contact,
}

/// The adoption of the final text.
#[derive(Clone, Debug, Serialize)]
pub struct Adoption {
    /// The body that adopted it, as the authority writes it.
    pub body: String,
    /// Local date of the session.
    pub on: String,
}

/// One line of the table of contents.
#[derive(Clone, Debug, Serialize)]
pub struct SectionEntry {
    /// 1, 2, 3 …
    pub number: i32,
    /// Its title.
    pub title: String,
    /// Goals in it.
    pub goals: i64,
    /// Confirmed comments on it.
    pub comments: i64,
}

/// One point of the timeline.
#[derive(Clone, Debug, Serialize)]
pub struct PhaseEntry {
    /// `preparation`, `announcement`, `window`, `answers`, `adoption`; shown when there is no title.
    pub key: String,
    /// Own name of a phase or event.
    pub title: Option<String>,
    /// `past`, `current` or `coming`.
    pub state: String,
    /// Whether it is an event within a phase.
    pub is_event: bool,
    /// When it begins or happens.
    pub at: Option<Instant>,
    /// When it ends (exclusive), for a phase that lasts.
    pub until: Option<Instant>,
    /// Local date by which it is expected.
    pub expected_on: Option<String>,
}

/// One entry of the ledger of the window.
#[derive(Clone, Debug, Serialize)]
pub struct LedgerEntry {
    /// When it was written.
    pub at: Instant,
    /// `announced`, `opened`, `extended`, `closed`, `withdrawn`.
    pub kind: String,
    /// The window after this entry.
    pub opens_at: Instant,
    /// Its end (exclusive).
    pub closes_at: Instant,
    /// Length in days.
    pub days: i64,
    /// The public reason, required for an extension or a short window.
    pub reason: Option<String>,
}

/// Who answers questions about the consultation.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Contact {
    /// Role or name.
    pub name: String,
    /// Public address.
    pub email: String,
    /// Telephone and hours.
    pub phone: Option<String>,
    /// Where letters go.
    pub postal_address: Option<String>,
}

impl Page for ConsultationPage {
    const TEMPLATE: &'static str = "site/consultation.html";
}
