//! The list of authorities and the home page of one.

use serde::Serialize;

use crate::http::render::Page;
use crate::kernel::clock::Instant;
use crate::submissions::Standings;

/// All authorities of this installation.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AuthorityList {
    /// By name.
    pub authorities: Vec<AuthorityEntry>,
    /// What was looked for.
    pub q: String,
    /// How many consultations were found.
    pub found: usize,
    /// Whether there are so many that one looks for them.
    pub can_search: bool,
    /// The consultations of all of them.
    pub lists: Home,
}

/// One authority in the list.
#[derive(Clone, Debug, Serialize)]
pub struct AuthorityEntry {
    /// Its part of the address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// How many of its consultations are open now.
    pub open: usize,
}

impl Page for AuthorityList {
    const TEMPLATE: &'static str = "site/authorities.html";
}

/// Consultations of an authority by state.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Home {
    /// Open for comments, the one that closes first on top.
    pub open: Vec<HomeEntry>,
    /// Announced, the one that opens first on top.
    pub announced: Vec<HomeEntry>,
    /// Closed, responses in preparation.
    pub answering: Vec<HomeEntry>,
    /// Answered, adopted or withdrawn, latest on top.
    pub done: Vec<HomeEntry>,
    /// What the authority is, for programs (schema.org).
    pub json_ld: String,
}

/// One consultation on the home page.
#[derive(Clone, Debug, Serialize)]
pub struct HomeEntry {
    /// The authority's part of the address.
    pub authority_slug: String,
    /// The authority.
    pub authority_name: String,
    /// Its own part of the address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Code of the language of the title.
    pub title_lang: String,
    /// `announced`, `open`, `closed`, `answered`, `adopted`, `withdrawn`.
    pub phase: String,
    /// When the window opens.
    pub opens_at: Instant,
    /// When the window closes; the first moment that is out.
    pub closes_at: Instant,
    /// Whole days until closing, while open; 0 on the last day.
    pub days_left: Option<i64>,
    /// Local date (`2022-05-13`) by which responses are expected.
    pub answers_expected_on: Option<String>,
    /// Whether the draft may be read.
    pub shows_draft: bool,
    /// Totals.
    pub counts: Counts,
}

/// Where the submissions of a consultation stand. `received` is the sum of the three after it; `late` is counted apart.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct SubmissionCounts {
    /// In time.
    pub received: i64,
    /// Their address was confirmed: these count.
    pub confirmed: i64,
    /// Their address may still be confirmed.
    pub waiting: i64,
    /// The time to confirm their address has passed.
    pub expired: i64,
    /// After the window.
    pub late: i64,
}

impl From<Standings> for SubmissionCounts {
    fn from(standings: Standings) -> Self {
        let (confirmed, waiting) = (standings.confirmed, standings.waiting);
        let expired = standings.expired;
        Self {
            received: confirmed + waiting + expired,
            confirmed,
            waiting,
            expired,
            late: standings.late,
        }
    }
}

/// Totals of a consultation.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Counts {
    /// Confirmed submissions.
    pub submissions: i64,
    /// Comments in them.
    pub comments: i64,
    /// Comments whose response is approved or released.
    pub answered: i64,
    /// Goals in the draft.
    pub goals: i64,
}

impl Page for Home {
    const TEMPLATE: &'static str = "site/home.html";
}
