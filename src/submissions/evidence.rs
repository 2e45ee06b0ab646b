//! What the audit chain holds of a submission, in one form: made when it is received, and made again from the rows when
//! somebody asks whether they are still what was received. No personal data: they are erased one day, the chain is not.

use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::kernel::clock::Instant;
use crate::kernel::ids::{ItemId, ParagraphId, RevisionId, SectionId, SubmissionId};
use crate::kernel::token::digest;

/// The act that made a submission, as the chain calls it.
pub(super) const RECEIVED: &str = "submission.received";
/// The act that made it count.
pub(super) const CONFIRMED: &str = "submission.confirmed";

/// A submission as it was received. Its reference number is the entry's subject, its consultation the entry's scope.
#[derive(Clone, Debug, Serialize)]
pub struct Evidence<'a> {
    pub id: SubmissionId,
    pub number: i64,
    pub channel: &'a str,
    pub language: &'a str,
    pub received_at: Instant,
    /// Set when nothing had to be confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed_at: Option<Instant>,
    /// Whether it came after the window.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_late: bool,
    /// The [`content_digest`] in hexadecimal.
    pub content: String,
    /// In the order of what was sent.
    pub items: Vec<ItemId>,
}

impl Evidence<'_> {
    /// What stands in the chain.
    pub fn value(&self) -> Value {
        json!(self)
    }
}

/// One point as it was sent: where it points and what it says.
#[derive(Clone, Copy, Debug)]
pub struct SentPoint<'a> {
    pub revision_id: RevisionId,
    pub section_id: Option<SectionId>,
    pub paragraph_id: Option<ParagraphId>,
    pub kind: &'a str,
    pub body: &'a str,
    pub proposed_text: &'a str,
}

/// What was sent, in one hash, without anything about the person: it stays when they are erased.
pub fn content_digest<'a>(points: impl IntoIterator<Item = SentPoint<'a>>) -> Vec<u8> {
    let bytes = |id: Option<Uuid>| id.map(|id| id.as_bytes().to_vec()).unwrap_or_default();
    points.into_iter().fold(Vec::new(), |hash, point| {
        digest(&[
            &hash,
            point.revision_id.uuid().as_bytes(),
            &bytes(point.section_id.map(|id| id.uuid())),
            &bytes(point.paragraph_id.map(|id| id.uuid())),
            point.kind.as_bytes(),
            point.body.as_bytes(),
            point.proposed_text.as_bytes(),
        ])
        .to_vec()
    })
}

/// What the chain calls a submission.
pub fn subject(reference: &str) -> String {
    format!("submission:{reference}")
}

/// What stands in the chain when a submission was confirmed.
pub(super) fn confirmation(reference: &str, confirmed_at: Option<Instant>) -> Value {
    json!({ "reference": reference, "confirmed_at": confirmed_at })
}
