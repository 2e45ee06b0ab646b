//! Pages of the coordinator who writes, rehearses and sends notices.

use serde::Serialize;

use crate::http::render::{FieldError, Page};
use crate::kernel::clock::Instant;
use crate::kernel::ids::NoticeId;

/// Notices of a consultation.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NoticeList {
    /// Newest first.
    pub notices: Vec<NoticeEntry>,
}

/// One notice in the list.
#[derive(Clone, Debug, Serialize)]
pub struct NoticeEntry {
    /// Which notice.
    pub notice_id: NoticeId,
    /// Its subject.
    pub subject: String,
    /// `draft`, `sending`, `sent`.
    pub state: String,
    /// When it was saved or confirmed last.
    pub changed_at: Instant,
    /// Recipients, once confirmed.
    pub recipients: Option<i64>,
    /// Failed for good, once confirmed.
    pub failed: i64,
}

impl Page for NoticeList {
    const TEMPLATE: &'static str = "notices/list.html";
}

/// The form of a new notice; posts `subject`, `body` and any of `audience` (`consultation`, `authority`).
#[derive(Clone, Debug, Default, Serialize)]
pub struct NoticeForm {
    /// What stands in the form.
    pub values: NoticeValues,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

/// What a coordinator typed.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NoticeValues {
    /// The subject.
    pub subject: String,
    /// The text; an empty line starts a new paragraph.
    pub body: String,
    /// Chosen audiences: `consultation` or `authority`.
    pub audience: Vec<String>,
}

impl Page for NoticeForm {
    const TEMPLATE: &'static str = "notices/new.html";
}

/// A draft with its recipients and a preview; posts the fields of the form, `version`, `confirm` and `action` (`save`, `test`, `send`).
#[derive(Clone, Debug, Serialize)]
pub struct NoticeRehearsal {
    /// Which notice.
    pub notice_id: NoticeId,
    /// Version of the draft the form was made from.
    pub version: i64,
    /// What stands in the form.
    pub values: NoticeValues,
    /// What was refused.
    pub errors: Vec<FieldError>,
    /// Addresses by reason, before duplicates and suppressions are taken off.
    pub audiences: Vec<AudienceCount>,
    /// Addresses on several lists at once, taken off.
    pub duplicates: i64,
    /// Addresses that unsubscribed, taken off.
    pub unsubscribed: i64,
    /// Who will get it: the sum of the above.
    pub recipients: i64,
    /// The first recipients with their reasons.
    pub sample: Vec<SampleRecipient>,
    /// The text as it was saved, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// When the window closes (exclusive), added to the mail.
    pub closes_at: Instant,
    /// When a test was sent last.
    pub tested_at: Option<Instant>,
    /// When the last notice of this consultation was sent.
    pub last_sent_at: Option<Instant>,
}

/// Addresses with one reason.
#[derive(Clone, Debug, Serialize)]
pub struct AudienceCount {
    /// `consultation` or `authority`.
    pub audience: String,
    /// How many.
    pub count: i64,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// One recipient with the reason they are on the list.
#[derive(Clone, Debug, Serialize)]
pub struct SampleRecipient {
    /// The address, masked.
    pub address: String,
    /// `consultation` or `authority`.
    pub audience: String,
    /// Since when.
    pub since: Instant,
}

impl Page for NoticeRehearsal {
    const TEMPLATE: &'static str = "notices/rehearsal.html";
}

/// What became of a notice that was confirmed.
#[derive(Clone, Debug, Serialize)]
pub struct NoticeReport {
    /// Which notice.
    pub notice_id: NoticeId,
    /// Its subject.
    pub subject: String,
    /// Its text, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// Who confirmed it.
    pub confirmed_by: String,
    /// When.
    pub confirmed_at: Instant,
    /// When the last mail was settled; `None` while sending.
    pub finished_at: Option<Instant>,
    /// Recipients: the sum of the five below.
    pub recipients: i64,
    /// Handed over to the recipient's server.
    pub sent: i64,
    /// Not tried yet.
    pub waiting: i64,
    /// Tried, will be tried again.
    pub deferred: i64,
    /// Given up.
    pub failed: i64,
    /// Not sent, because the recipient had unsubscribed before it left.
    pub suppressed: i64,
    /// Recipients by reason.
    pub audiences: Vec<AudienceCount>,
    /// The mails given up or tried again, at most 100.
    pub troubles: Vec<DeliveryTrouble>,
}

/// A mail that did not get through.
#[derive(Clone, Debug, Serialize)]
pub struct DeliveryTrouble {
    /// The address, masked.
    pub address: String,
    /// `deferred` or `failed`.
    pub state: String,
    /// How often it was tried.
    pub attempts: i32,
    /// What the other server said.
    pub reply: String,
    /// When it was tried last.
    pub tried_at: Instant,
}

impl Page for NoticeReport {
    const TEMPLATE: &'static str = "notices/report.html";
}
