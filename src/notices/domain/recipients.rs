//! Figures that add up: who would get a notice and why, and what became of the mails of one that was sent.

use super::Audience;
use crate::kernel::clock::Instant;

/// Addresses on one list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct AudienceFigure {
    pub audience: Audience,
    pub count: i64,
}

/// Who would get a notice at this moment: the chosen lists less [`Self::duplicates`] less [`Self::unsubscribed`] is
/// [`Self::recipients`], to the unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipients {
    /// Addresses on every list, chosen or not, those that have left included.
    pub lists: Vec<AudienceFigure>,
    /// Addresses that are on both chosen lists.
    pub duplicates: i64,
    /// Addresses on the chosen lists that have left.
    pub unsubscribed: i64,
    /// Addresses that get one mail each.
    pub recipients: i64,
    /// Some of them.
    pub sample: Vec<SampleRecipient>,
}

/// One recipient, recognisable to who knows the address and to nobody else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleRecipient {
    /// Masked.
    pub address: String,
    /// Why they get it.
    pub audience: Audience,
    /// When they confirmed.
    pub since: Instant,
}

/// What became of the mails of a notice; the five add up to its recipients.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeliveryFigures {
    /// Taken by the recipient's server.
    pub sent: i64,
    /// Not tried yet, on the wire at this moment, or held back after a restore.
    pub waiting: i64,
    /// Refused for now, to be tried again.
    pub deferred: i64,
    /// Given up.
    pub failed: i64,
    /// Not sent, because the recipient had unsubscribed before it left.
    pub suppressed: i64,
}

impl DeliveryFigures {
    /// Whether nothing will change any more.
    pub fn is_settled(self) -> bool {
        self.waiting + self.deferred == 0
    }
}
