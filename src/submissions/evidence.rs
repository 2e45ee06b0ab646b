//! What the audit chain holds of a submission, in one form: made when it is received, and made again from the rows when
//! somebody asks whether they are still what was received. No personal data: they are erased one day, the chain is not.

use serde::Serialize;
use serde_json::{Value, json};

use crate::kernel::clock::Instant;
use crate::kernel::ids::{
    ConsultationId, ItemId, ParagraphId, RevisionId, SectionId, SubmissionId,
};

/// The act that made a submission, as the chain calls it.
pub(super) const RECEIVED: &str = "submission.received";
/// The act that made it count.
pub(super) const CONFIRMED: &str = "submission.confirmed";

/// A submission as it was received.
#[derive(Clone, Debug, Serialize)]
pub struct Evidence<'a> {
    pub id: SubmissionId,
    pub consultation_id: ConsultationId,
    pub number: i64,
    pub reference: &'a str,
    pub channel: &'a str,
    pub language: &'a str,
    pub received_at: Instant,
    /// Set when nothing had to be confirmed.
    pub confirmed_at: Option<Instant>,
    /// Whether it came after the window.
    pub is_late: bool,
    /// What was sent, in one hash, in hexadecimal.
    pub content: String,
    pub items: Vec<ItemEvidence<'a>>,
}

/// A point of it: where it points, and hashes of what it says.
#[derive(Clone, Debug, Serialize)]
pub struct ItemEvidence<'a> {
    pub id: ItemId,
    pub position: i32,
    pub section_id: Option<SectionId>,
    pub paragraph_id: Option<ParagraphId>,
    pub revision_id: RevisionId,
    pub kind: &'a str,
    /// Its text, in a hash.
    pub body: String,
    /// The text it proposes, in a hash.
    pub proposed_text: String,
}

impl Evidence<'_> {
    /// What stands in the chain.
    pub fn value(&self) -> Value {
        json!(self)
    }
}

/// What the chain calls a submission.
pub fn subject(reference: &str) -> String {
    format!("submission:{reference}")
}

/// What stands in the chain when a submission was confirmed.
pub(super) fn confirmation(reference: &str, confirmed_at: Option<Instant>) -> Value {
    json!({ "reference": reference, "confirmed_at": confirmed_at })
}
