//! The desk: consultations I work on and the inbox of one.

use serde::Serialize;

use super::JobRow;
use crate::drafts::Place;
use crate::http::render::Page;
use crate::kernel::clock::Instant;
use crate::kernel::ids::CommentId;
use crate::site::SubmissionCounts;

/// Consultations a member of staff works on.
#[derive(Clone, Debug, Default, Serialize)]
pub struct DeskHome {
    /// The one that closes or is due first on top.
    pub consultations: Vec<DeskConsultation>,
    /// What the person began and is not through, or did not end well lately.
    pub jobs: Vec<JobRow>,
    /// Authorities in which the person can begin a consultation.
    pub coordinated: Vec<AdministeredAuthority>,
    /// Authorities the person administers.
    pub administered: Vec<AdministeredAuthority>,
}

/// One consultation on the desk.
#[derive(Clone, Debug, Serialize)]
pub struct DeskConsultation {
    /// The authority's part of the address.
    pub authority_slug: String,
    /// The authority's name.
    pub authority_name: String,
    /// The consultation's part of the address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its phase.
    pub phase: String,
    /// Whether the person prepares it, so that there is no inbox yet.
    pub is_preparing: bool,
    /// When the window closes (exclusive).
    pub closes_at: Instant,
    /// Comments assigned to this person and not finished.
    pub mine: i64,
    /// Responses that wait for this person's approval.
    pub waiting: i64,
    /// Comments nobody has begun.
    pub new: i64,
    /// All confirmed comments.
    pub total: i64,
}

/// An authority the person does something for.
#[derive(Clone, Debug, Serialize)]
pub struct AdministeredAuthority {
    /// Its part of the address.
    pub slug: String,
    /// Its name.
    pub name: String,
}

impl Page for DeskHome {
    const TEMPLATE: &'static str = "desk/desk.html";
}

/// The inbox of a consultation; filters come back as they were sent.
#[derive(Clone, Debug, Serialize)]
pub struct Inbox {
    /// `mine`, `waiting`, `new` or `all`.
    pub view: String,
    /// How many comments each view has.
    pub views: ViewCounts,
    /// Words looked for.
    pub q: String,
    /// Number of a section as text, `draft` for the whole draft, empty for all.
    pub section: String,
    /// A state, empty for all.
    pub state: String,
    /// Sections to choose from.
    pub sections: Vec<InboxSection>,
    /// How far the work is.
    pub progress: Progress,
    /// Where submissions stand that are no work yet; only `waiting` and `expired` are told.
    pub standing: SubmissionCounts,
    /// How many comments match; not told again on later pages of a search.
    pub matching: Option<Matching>,
    /// Query string of this page, with which each comment is opened.
    pub query: String,
    /// At most 100 of them.
    pub rows: Vec<InboxRow>,
    /// Query string of the next page.
    pub next_query: Option<String>,
}

/// How many comments each view has.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ViewCounts {
    /// Assigned to me.
    pub mine: i64,
    /// Waiting for my approval.
    pub waiting: i64,
    /// Not begun.
    pub new: i64,
    /// All.
    pub all: i64,
}

/// A section in the filter of the inbox.
#[derive(Clone, Debug, Serialize)]
pub struct InboxSection {
    /// 1, 2, 3 …
    pub number: i32,
    /// Its title.
    pub title: String,
}

/// Comments by state; `total` is the sum of the five: only what was confirmed is work.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Progress {
    /// All confirmed comments.
    pub total: i64,
    /// Not begun.
    pub new: i64,
    /// Drafted or returned.
    pub drafted: i64,
    /// Waiting for a second member.
    pub in_approval: i64,
    /// Approved.
    pub approved: i64,
    /// Public.
    pub released: i64,
    /// Whether counting stopped somewhere, so that these are too few.
    pub is_rough: bool,
}

/// One comment in the inbox.
#[derive(Clone, Debug, Serialize)]
pub struct InboxRow {
    /// Which comment.
    pub comment_id: CommentId,
    /// Such as `KRANJ-2022-0042/3`.
    pub reference: String,
    /// What it is about.
    pub place: Place,
    /// The beginning of the comment.
    pub excerpt: String,
    /// `individual` or `organisation`.
    pub submitter_kind: String,
    /// Name of the organisation.
    pub organisation: Option<String>,
    /// Its state.
    pub state: String,
    /// The disposition drafted or decided.
    pub disposition: Option<String>,
    /// Who works on it.
    pub assignee: Option<String>,
    /// When it was received.
    pub received_at: Instant,
}

/// How many comments match.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Matching {
    /// As far as they were counted.
    pub count: i64,
    /// Whether more match.
    pub goes_on: bool,
}

impl Page for Inbox {
    const TEMPLATE: &'static str = "desk/inbox.html";
}
