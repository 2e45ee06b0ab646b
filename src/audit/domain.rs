//! What an entry is and how it is chained. Pure.

use serde::Serialize;
use uuid::Uuid;

use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, BatchId, ConsultationId};
use crate::kernel::token::{Tokens, digest, hex};

/// A public act to be recorded.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// `staff:<uuid>`, `guest` or `system`.
    pub actor: String,
    /// The act in one dotted word: `submission.received`.
    pub action: &'static str,
    /// What it was done to: `submission:<uuid>`.
    pub subject: String,
    pub scope: Scope,
    /// The object before, if there was one.
    pub before: Option<&'a serde_json::Value>,
    /// The object after. It is kept as it is and for ever: no personal data, and of long texts their [`text_hash`].
    pub after: &'a serde_json::Value,
}

/// Where an act belongs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    pub authority: Option<AuthorityId>,
    pub consultation: Option<ConsultationId>,
    /// The same for all that was done in one press.
    pub batch: Option<BatchId>,
}

impl Scope {
    /// An act in an authority that belongs to no consultation.
    pub fn authority(id: AuthorityId) -> Self {
        Self {
            authority: Some(id),
            ..Self::default()
        }
    }

    /// Its part of the hash: each id or nothing, in this order.
    fn bytes(&self) -> [Vec<u8>; 3] {
        let bytes = |id: Option<Uuid>| id.map(|id| id.as_bytes().to_vec()).unwrap_or_default();
        [
            bytes(self.authority.map(|id| id.uuid())),
            bytes(self.consultation.map(|id| id.uuid())),
            bytes(self.batch.map(|id| id.uuid())),
        ]
    }
}

/// What stands in the chain for a text that is long or may hold personal data: SHA-256 in hexadecimal.
pub fn text_hash(text: &str) -> String {
    hex(&digest(&[text.as_bytes()]))
}

/// One entry as it stands in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) sequence: i64,
    pub(super) recorded_at: Instant,
    pub(super) actor: String,
    pub(super) action: String,
    pub(super) subject: String,
    pub(super) scope: Scope,
    pub(super) before_hash: Vec<u8>,
    pub(super) after_hash: Vec<u8>,
    pub(super) after: serde_json::Value,
    pub(super) previous_hash: Vec<u8>,
    pub(super) hash: Vec<u8>,
}

/// The end of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) sequence: i64,
    pub(super) hash: Vec<u8>,
    pub(super) seal: Vec<u8>,
}

impl Link {
    /// The entry that follows `head`.
    pub(super) fn after(head: Option<&Head>, now: Instant, entry: &Entry<'_>) -> Self {
        let mut link = Self {
            sequence: head.map_or(0, |head| head.sequence) + 1,
            recorded_at: now,
            actor: entry.actor.clone(),
            action: entry.action.to_owned(),
            subject: entry.subject.clone(),
            scope: entry.scope,
            before_hash: entry.before.map(hash_of).unwrap_or_default(),
            after_hash: hash_of(entry.after),
            after: entry.after.clone(),
            previous_hash: head.map(|head| head.hash.clone()).unwrap_or_default(),
            hash: Vec::new(),
        };
        link.hash = link.computed_hash();
        link
    }

    /// Whether nothing in the entry is other than it was written.
    pub(super) fn is_intact(&self) -> bool {
        self.hash == self.computed_hash() && self.after_hash == hash_of(&self.after)
    }

    /// The hash over everything else in the entry; what was there after the act counts by its own hash.
    fn computed_hash(&self) -> Vec<u8> {
        let [authority, consultation, batch] = self.scope.bytes();
        digest(&[
            &self.sequence.to_be_bytes(),
            &self.recorded_at.micros().to_be_bytes(),
            self.actor.as_bytes(),
            self.action.as_bytes(),
            self.subject.as_bytes(),
            &authority,
            &consultation,
            &batch,
            &self.before_hash,
            &self.after_hash,
            &self.previous_hash,
        ])
        .to_vec()
    }
}

impl Head {
    /// The head that stands on `link`.
    pub(super) fn on(link: &Link, tokens: &Tokens) -> Self {
        Self {
            sequence: link.sequence,
            hash: link.hash.clone(),
            seal: seal(link.sequence, &link.hash, tokens),
        }
    }
}

/// Proof that the head was written by an installation that knows the key.
pub(super) fn seal(sequence: i64, hash: &[u8], tokens: &Tokens) -> Vec<u8> {
    tokens
        .mac(&[b"audit-head:", &sequence.to_be_bytes(), hash])
        .to_vec()
}

/// What the chain says about a thing: one entry, without its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// As [`Entry::action`].
    pub action: String,
    pub(super) after_hash: Vec<u8>,
    pub(super) consultation_id: Option<ConsultationId>,
}

impl Recorded {
    /// Whether the act belongs to this consultation.
    pub fn is_in(&self, consultation: ConsultationId) -> bool {
        self.consultation_id == Some(consultation)
    }

    /// Whether this is what was there after the act.
    pub fn says(&self, after: &serde_json::Value) -> bool {
        self.after_hash == hash_of(after)
    }
}

/// A thing whose rows are not as the chain says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deviation {
    /// As [`Entry::subject`].
    pub subject: String,
    /// How people call it: its reference number.
    pub reference: String,
    pub kind: DeviationKind,
}

/// How rows and chain differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DeviationKind {
    /// The rows say something else than what was recorded.
    Changed,
    /// The rows are there and no act made them.
    Unrecorded,
    /// The act was recorded and its rows are gone.
    Missing,
}

/// The keys of an object are sorted (`serde_json` without `preserve_order`), so equal objects have equal hashes.
fn hash_of(value: &serde_json::Value) -> Vec<u8> {
    digest(&[value.to_string().as_bytes()]).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_keys_does_not_change_a_hash() {
        let one = serde_json::json!({ "b": 1, "a": { "d": 2, "c": 3 } });
        let other = serde_json::json!({ "a": { "c": 3, "d": 2 }, "b": 1 });

        assert_eq!(hash_of(&one), hash_of(&other));
    }
}
