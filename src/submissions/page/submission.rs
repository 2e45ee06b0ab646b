//! Pages of a submission: the form, the receipt and tracking page, its confirmation.

use serde::Serialize;

use crate::comments::TextChange;
use crate::drafts::Place;
use crate::http::render::{FieldError, Page};
use crate::kernel::clock::Instant;
use crate::kernel::redline;
use crate::submissions::store::ResponseColumns;

/// The comment form. Posts `kind`, `body`, `proposed_text`, `submitter_kind`, `name`, `organisation`, `email`,
/// `publish_name` and the hidden `section`, `paragraph` (of a goal: its number) and `idempotency_key`.
#[derive(Clone, Debug, Serialize)]
pub struct CommentForm {
    /// `open`; `closed` or `not_open` give the typed text back instead of a form (409).
    pub window: String,
    /// When the window opens.
    pub opens_at: Instant,
    /// When the window closes (exclusive).
    pub closes_at: Instant,
    /// What the comment is about.
    pub place: Place,
    /// Sanitised HTML of the passage, when there is one.
    pub quote_html: Option<String>,
    /// Number of the revision commented on.
    pub revision: i32,
    /// When that revision was published.
    pub revised_at: Instant,
    /// What has been typed.
    pub values: CommentValues,
    /// What was refused.
    pub errors: Vec<FieldError>,
    /// Until when the address must be confirmed, if the comment is sent now.
    pub confirm_by: Instant,
    /// It could not be stored, which is our fault (503).
    pub is_our_fault: bool,
    /// Makes a repeated send one submission.
    pub idempotency_key: String,
}

/// What a person typed into the comment form.
#[derive(Clone, Debug, Default, Serialize)]
pub struct CommentValues {
    /// `general`, `content`, `wording`.
    pub kind: String,
    /// The comment.
    pub body: String,
    /// How the passage should read.
    pub proposed_text: String,
    /// `individual` or `organisation`.
    pub submitter_kind: String,
    /// Name of the person.
    pub name: String,
    /// Name of the organisation.
    pub organisation: String,
    /// Where the confirmation goes.
    pub email: String,
    /// Whether a person's name is published.
    pub publish_name: bool,
}

impl Page for CommentForm {
    const TEMPLATE: &'static str = "submissions/form.html";
}

/// The private page of a submission: receipt first, outcome later.
#[derive(Clone, Debug, Serialize)]
pub struct Tracking {
    /// Its address, below which its forms are sent to.
    pub url: String,
    /// Such as `KRANJ-2022-0042`.
    pub reference: String,
    /// Code of the language it was submitted in.
    pub language: String,
    /// When the complete request arrived.
    pub received_at: Instant,
    /// Whether it arrived after the window closed.
    pub is_late: bool,
    /// `waiting`, `confirmed` or `expired`. It speaks as a receipt while it waits.
    pub standing: String,
    /// Until when the address can be confirmed.
    pub confirm_by: Instant,
    /// While it waits: where the mail went.
    pub address: Option<AddressForm>,
    /// `web`, `email`, `post`, `in_person`, `hearing`, `import`.
    pub channel: String,
    /// `individual` or `organisation`.
    pub submitter_kind: String,
    /// The name that is or will be public; `None` when it is not.
    pub public_name: Option<String>,
    /// Its comments.
    pub comments: Vec<TrackedComment>,
    /// Local date by which responses are expected.
    pub answers_expected_on: Option<String>,
}

/// Where the mail that asks to confirm went. Posts nothing to `again`, `email` to `address`.
#[derive(Clone, Debug, Serialize)]
pub struct AddressForm {
    /// The address that was given.
    pub current: String,
    /// Whether another one may still be put in its place.
    pub can_correct: bool,
    /// What was typed instead.
    pub typed: String,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

/// One comment on the tracking page.
#[derive(Clone, Debug, Serialize)]
pub struct TrackedComment {
    /// Number within the submission.
    pub number: i32,
    /// What it is about.
    pub place: Place,
    /// `general`, `content`, `wording`.
    pub kind: String,
    /// The comment.
    pub body: String,
    /// How the passage should read.
    pub proposed_text: Option<String>,
    /// `unconfirmed`, `expired`, `received`, `in_work`, `released`: inner states are not told before the release.
    pub state: String,
    /// The outcome, only after the release.
    pub outcome: Option<Outcome>,
}

/// A released response.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// `accepted`, `accepted_in_part`, `not_accepted`, `noted`, `out_of_scope`.
    pub disposition: String,
    /// The public reason.
    pub reason: String,
    /// Sanitised HTML with `ins` and `del`, when the text changes.
    pub change_html: Option<String>,
    /// Whether the group said that the text stays as it is.
    pub is_unchanged: bool,
}

impl Outcome {
    /// What a released response says, against the passage it is about.
    pub fn of(response: &ResponseColumns, passage: Option<&str>) -> Self {
        let changed = Some(response.changed_text.as_str())
            .filter(|text| response.text_change == TextChange::Changed && !text.is_empty());
        Self {
            disposition: response
                .disposition
                .map_or("", |disposition| disposition.into_str())
                .to_owned(),
            reason: response.reason.clone(),
            change_html: passage
                .zip(changed)
                .map(|(passage, changed)| redline::html(passage, changed)),
            is_unchanged: response.text_change == TextChange::Unchanged,
        }
    }
}

impl Page for Tracking {
    const TEMPLATE: &'static str = "submissions/tracking.html";
}

/// The button that confirms a submission; posts nothing but the click.
#[derive(Clone, Debug, Serialize)]
pub struct ConfirmSubmission {
    /// Such as `KRANJ-2022-0042`.
    pub reference: String,
    /// When the submission arrived; that moment counts.
    pub received_at: Instant,
    /// Until when it can be confirmed.
    pub confirm_by: Instant,
    /// `waiting`, `confirmed` or `expired`.
    pub state: String,
    /// Address of the tracking page; the form itself posts to where it stands.
    pub tracking_url: String,
}

impl Page for ConfirmSubmission {
    const TEMPLATE: &'static str = "submissions/confirm.html";
}
