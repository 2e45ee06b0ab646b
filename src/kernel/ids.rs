//! Identifiers and the only source of randomness.
//!
//! ```
//! use posvet::testing::kernel::ids::{CommentId, Ids};
//! use posvet::testing::kernel::clock::Instant;
//!
//! let ids = Ids::seeded(1);
//! let at = Instant::from_micros(0).unwrap();
//! let first: CommentId = ids.next(at);
//! assert_ne!(first, ids.next(at));
//! ```

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::{Builder, Uuid};

use super::clock::Instant;

/// A UUIDv7 (RFC 9562) that knows which table it belongs to, so that a [`CommentId`] cannot be passed where a
/// [`SectionId`] is meant.
pub struct Id<Of> {
    uuid: Uuid,
    of: PhantomData<fn() -> Of>,
}

/// What an [`Id`] can point at; never constructed.
pub mod of {
    #[derive(Debug)]
    pub enum Authority {}
    #[derive(Debug)]
    pub enum Staff {}
    #[derive(Debug)]
    pub enum Invitation {}
    /// A link to whoever has an account.
    #[derive(Debug)]
    pub enum AccountLink {}
    #[derive(Debug)]
    pub enum Consultation {}
    #[derive(Debug)]
    pub enum Draft {}
    #[derive(Debug)]
    pub enum Revision {}
    #[derive(Debug)]
    pub enum Section {}
    #[derive(Debug)]
    pub enum Paragraph {}
    #[derive(Debug)]
    pub enum Goal {}
    #[derive(Debug)]
    pub enum Submission {}
    /// A point of a submission as it was sent.
    #[derive(Debug)]
    pub enum Item {}
    /// What the private links of a submission are derived from: its id, or another once the address was corrected.
    #[derive(Debug)]
    pub enum SubmissionLink {}
    #[derive(Debug)]
    pub enum Comment {}
    #[derive(Debug)]
    pub enum Response {}
    #[derive(Debug)]
    pub enum Subscriber {}
    #[derive(Debug)]
    pub enum Subscription {}
    #[derive(Debug)]
    pub enum Notice {}
    #[derive(Debug)]
    pub enum MailContent {}
    #[derive(Debug)]
    pub enum Event {}
    #[derive(Debug)]
    pub enum Adoption {}
    /// A link to a consultation in preparation.
    #[derive(Debug)]
    pub enum PreviewLink {}
    /// Something people brought.
    #[derive(Debug)]
    pub enum File {}
    /// Long work that somebody began.
    #[derive(Debug)]
    pub enum Job {}
    /// What was done in one press of a button.
    #[derive(Debug)]
    pub enum Batch {}
}

pub type AuthorityId = Id<of::Authority>;
pub type StaffId = Id<of::Staff>;
pub type InvitationId = Id<of::Invitation>;
pub type AccountLinkId = Id<of::AccountLink>;
pub type ConsultationId = Id<of::Consultation>;
pub type DraftId = Id<of::Draft>;
pub type RevisionId = Id<of::Revision>;
pub type SectionId = Id<of::Section>;
pub type ParagraphId = Id<of::Paragraph>;
pub type GoalId = Id<of::Goal>;
pub type SubmissionId = Id<of::Submission>;
pub type ItemId = Id<of::Item>;
pub type SubmissionLinkId = Id<of::SubmissionLink>;
pub type CommentId = Id<of::Comment>;
pub type ResponseId = Id<of::Response>;
pub type SubscriberId = Id<of::Subscriber>;
pub type SubscriptionId = Id<of::Subscription>;
pub type NoticeId = Id<of::Notice>;
pub type MailContentId = Id<of::MailContent>;
pub type EventId = Id<of::Event>;
pub type PreviewLinkId = Id<of::PreviewLink>;
pub type AdoptionId = Id<of::Adoption>;
pub type FileId = Id<of::File>;
pub type JobId = Id<of::Job>;
pub type BatchId = Id<of::Batch>;

impl<Of> Id<Of> {
    /// Wraps a UUID read from a URL, a form or the database.
    pub const fn new(uuid: Uuid) -> Self {
        Self {
            uuid,
            of: PhantomData,
        }
    }

    /// The UUID inside.
    pub const fn uuid(self) -> Uuid {
        self.uuid
    }
}

impl<Of> Clone for Id<Of> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<Of> Copy for Id<Of> {}
impl<Of> PartialEq for Id<Of> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}
impl<Of> Eq for Id<Of> {}
impl<Of> PartialOrd for Id<Of> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<Of> Ord for Id<Of> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.uuid.cmp(&other.uuid)
    }
}
impl<Of> Hash for Id<Of> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}
impl<Of> fmt::Debug for Id<Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.uuid, f)
    }
}
impl<Of> fmt::Display for Id<Of> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.uuid, f)
    }
}
/// The text is no UUID as RFC 9562 writes it: small letters, four hyphens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct NotAnId;

/// Takes the one spelling that [`fmt::Display`] writes, so that a page has one address.
impl<Of> FromStr for Id<Of> {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let uuid = Uuid::try_parse(text).map_err(|_other| NotAnId)?;
        let is_written_so = uuid.to_string() == text;
        is_written_so.then(|| Self::new(uuid)).ok_or(NotAnId)
    }
}
impl<Of> Serialize for Id<Of> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.uuid.serialize(serializer)
    }
}
impl<'de, Of> Deserialize<'de> for Id<Of> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

/// Where ids and secrets come from: the operating system, or a seed so that a test sees the same ones every time.
#[derive(Clone)]
pub enum Ids {
    Random,
    Seeded(Arc<Mutex<StdRng>>),
}

impl Ids {
    /// Ids that repeat for the same seed.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// A new id minted at `now`; ids sort by the millisecond they were minted in.
    #[expect(
        clippy::cast_sign_loss,
        reason = "negative times, before 1970, are clamped to zero"
    )]
    pub fn next<Of>(&self, now: Instant) -> Id<Of> {
        let millis = (now.micros() / 1000).max(0) as u64;
        let tail: [u8; 10] = self.bytes();
        Id::new(Builder::from_unix_timestamp_millis(millis, &tail).into_uuid())
    }

    /// `N` random bytes, fit for secrets when the source is [`Ids::Random`].
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that draws randomness"
    )]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match self {
            Self::Random => rand::rng().fill_bytes(&mut bytes),
            Self::Seeded(rng) => rng
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .fill_bytes(&mut bytes),
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_the_time_they_were_minted() {
        let ids = Ids::Random;
        let early: CommentId = ids.next(Instant::from_micros(1_000_000).expect("in range"));
        let late: CommentId = ids.next(Instant::from_micros(2_000_000).expect("in range"));

        assert!(early < late);
    }

    #[test]
    fn an_id_has_one_spelling() {
        let written = "01a222be-91c0-775b-bc96-ab606a4e4076";
        let id: CommentId = written.parse().expect("an id");

        assert_eq!(id.to_string(), written);
        for other in [
            "01A222BE-91C0-775B-BC96-AB606A4E4076",
            "01a222be91c0775bbc96ab606a4e4076",
            "{01a222be-91c0-775b-bc96-ab606a4e4076}",
            "urn:uuid:01a222be-91c0-775b-bc96-ab606a4e4076",
            "01a222be-91c0-775b-bc96",
            "",
        ] {
            assert_eq!(other.parse::<CommentId>(), Err(NotAnId), "{other}");
            let json = serde_json::json!(other);
            assert!(serde_json::from_value::<CommentId>(json).is_err());
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_ids() {
        let at = Instant::from_micros(0).expect("in range");
        let one: CommentId = Ids::seeded(7).next(at);

        assert_eq!(one, Ids::seeded(7).next(at));
    }
}
