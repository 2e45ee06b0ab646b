//! The release: one act that makes all responses public.

use serde::Serialize;

use super::{JobRow, Progress};
use crate::http::render::{FieldError, Page};
use crate::kernel::clock::Instant;
use crate::site::SubmissionCounts;

/// What a release would make public and what stands in its way.
#[derive(Clone, Debug, Serialize)]
pub struct ReleasePage {
    /// How far the work is.
    pub progress: Progress,
    /// Where submissions stand.
    pub standing: SubmissionCounts,
    /// Approved responses by disposition, in the usual order.
    pub dispositions: Vec<DispositionCount>,
    /// Submitters who will get a mail.
    pub mails: i64,
    /// Whether the window has closed.
    pub is_closed: bool,
    /// When the window closes (exclusive).
    pub closes_at: Instant,
    /// Whether the button is there.
    pub can_release: bool,
    /// When the responses were released.
    pub released_at: Option<Instant>,
    /// Whether a release was begun and is not public yet.
    pub is_under_way: bool,
    /// How far it is, as long as it goes on by itself.
    pub job: Option<JobRow>,
    /// Whether mails of a release are still being written.
    pub is_mailing: bool,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

/// How many approved responses have one disposition.
#[derive(Clone, Debug, Serialize)]
pub struct DispositionCount {
    /// The disposition.
    pub disposition: String,
    /// How many.
    pub count: i64,
}

impl Page for ReleasePage {
    const TEMPLATE: &'static str = "desk/release.html";
}
