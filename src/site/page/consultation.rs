//! The page of one consultation.

use serde::Serialize;

use super::{Counts, SubmissionCounts};
use crate::http::render::Page;
use crate::kernel::clock::Instant;

/// One consultation: state, purpose, sections, timeline, ledger of the window.
#[derive(Clone, Debug, Serialize)]
pub struct ConsultationPage {
    /// What it is, for programs (schema.org).
    pub json_ld: String,
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
    /// Sanitised HTML: reasons and goals.
    pub purpose_html: String,
    /// Code of the language they are in.
    pub purpose_lang: String,
    /// Whom it is about.
    pub target_groups: String,
    /// Code of the language that is in.
    pub target_groups_lang: String,
    /// The years the strategy is for: `2022–2028`.
    pub period: String,
    /// Titles and periods it had since it was announced, the last one first.
    pub titles: Vec<FormerTitle>,
    /// Other strategies it belongs with.
    pub relations: Vec<RelationEntry>,
    /// The working group by functions, with names where they are public.
    pub working_group: Vec<MemberEntry>,
    /// Whether the text is the adopted one and no draft any more.
    pub is_adopted_text: bool,
    /// The body that prepares it for the authority; may be empty.
    pub preparing_body: String,
    /// Workshops, hearings, sessions, the first one first.
    pub events: Vec<EventEntry>,
    /// What the draft is based on or goes with.
    pub documents: Vec<DocumentEntry>,
    /// The act that appointed the working group.
    pub appointing_act: String,
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
    /// What the ledger comes to, in hexadecimal.
    pub ledger_head: String,
    /// Where letters go and which department it is.
    pub contact: Contact,
    /// Whom people can ask.
    pub contacts: Vec<ContactEntry>,
}

/// The adoption of the final text.
#[derive(Clone, Debug, Serialize)]
pub struct Adoption {
    /// The body that adopted it, as the authority writes it.
    pub body: String,
    /// Which session.
    pub session: String,
    /// Local date of the session.
    pub on: String,
    /// What the adopted document is called.
    pub document_title: String,
    /// Where it can be read.
    pub document_url: String,
    /// What was said of it before it was corrected, oldest first.
    pub corrected: Vec<CorrectedAdoption>,
}

/// What was said of the adoption before it was corrected.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectedAdoption {
    /// The body.
    pub body: String,
    /// Which session.
    pub session: String,
    /// Local date.
    pub on: String,
    /// When it was corrected.
    pub corrected_at: Instant,
    /// Why.
    pub reason: String,
}

/// A title and a period it had.
#[derive(Clone, Debug, Serialize)]
pub struct FormerTitle {
    /// The title.
    pub title: String,
    /// The years: `2022–2028`.
    pub period: String,
    /// Until when.
    pub until: Instant,
}

/// Another strategy.
#[derive(Clone, Debug, Serialize)]
pub struct RelationEntry {
    /// Its title.
    pub title: String,
    /// Its own period.
    pub period: String,
    /// Where it can be read; may be empty.
    pub url: String,
}

/// A workshop, a hearing, a session.
#[derive(Clone, Debug, Serialize)]
pub struct EventEntry {
    /// What it is called in its address.
    pub name: String,
    /// What it is.
    pub title: String,
    /// More about it; may be empty.
    pub description: String,
    /// Where it is; may be empty.
    pub place: String,
    /// Where one takes part from afar, or reads more; may be empty.
    pub url: String,
    /// When it begins.
    pub at: Instant,
    /// When it ends.
    pub until: Instant,
    /// Sanitised HTML: what came of it; may be empty.
    pub minutes_html: String,
    /// The same as a file.
    pub minutes_file: Option<FileEntry>,
    /// Whether it is over.
    pub is_past: bool,
}

/// A document, elsewhere or here.
#[derive(Clone, Debug, Serialize)]
pub struct DocumentEntry {
    /// What it is called.
    pub title: String,
    /// Where it can be read; empty when it is a file here.
    pub url: String,
    /// The file here.
    pub file: Option<FileEntry>,
}

/// A file that can be fetched.
#[derive(Clone, Debug, Serialize)]
pub struct FileEntry {
    /// Its part of the address.
    pub id: String,
    /// `PDF`, `DOCX`, `XLSX`, `PNG`, `JPEG`.
    pub kind: String,
    /// Its size.
    pub kilobytes: i64,
}

/// A member of the working group.
#[derive(Clone, Debug, Serialize)]
pub struct MemberEntry {
    /// Their function.
    pub role: String,
    /// Their name, if it is public.
    pub name: Option<String>,
}

/// Whom people can ask.
#[derive(Clone, Debug, Serialize)]
pub struct ContactEntry {
    /// A person or a function.
    pub name: String,
    /// Address; may be empty.
    pub email: String,
    /// Telephone; may be empty.
    pub phone: String,
    /// When they can be reached; may be empty.
    pub hours: String,
}

/// One line of the table of contents.
#[derive(Clone, Debug, Serialize)]
pub struct SectionEntry {
    /// Its number in the register, if it stood in the text that was put to the public.
    pub register_number: Option<i32>,
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
    /// What it was about; may be empty.
    pub description: String,
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
