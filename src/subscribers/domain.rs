//! Somebody who wants notices, and the double opt-in that proves it is them.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, ConsultationId, SubscriberId, SubscriptionId};

/// How long the link that confirms a subscription works.
pub const CONFIRMATION_LIFETIME: TimeDelta = TimeDelta::days(7);

/// Whom a notice goes to, and why a recipient is on the list.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Audience {
    /// Subscribers of this consultation.
    Consultation,
    /// Subscribers of all consultations of the authority.
    Authority,
}

/// Where a subscription stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum SubscriptionState {
    /// The link in the mail has not been followed.
    Pending,
    Confirmed,
    Unsubscribed,
}

/// What one subscribes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailingList {
    pub authority_id: AuthorityId,
    /// `None` for all consultations of the authority.
    pub consultation_id: Option<ConsultationId>,
    /// What it is called in the mail: the consultation's title or the authority's name.
    pub name: String,
}

/// A wish to get notices, not yet proven to come from the owner of the address.
#[derive(Clone, Debug)]
pub struct SubscriptionRequest {
    pub email: EmailAddress,
    pub list: MailingList,
    pub language: Language,
}

/// An address on one list: a subscriber's wish for the notices of a consultation, or of all of an authority.
#[derive(Clone, Debug)]
pub struct Subscription {
    pub id: SubscriptionId,
    pub subscriber_id: SubscriberId,
    pub authority_id: AuthorityId,
    /// `None` for all consultations of the authority.
    pub consultation_id: Option<ConsultationId>,
    /// As it was typed.
    pub email: String,
    pub language: Language,
    pub state: SubscriptionState,
    /// When the subscription was asked for last.
    pub created_at: Instant,
}

impl Subscription {
    /// Whether the link in the mail may still confirm it. Who has left asks anew: an old mail does not bring them back.
    pub fn can_confirm(&self, now: Instant) -> bool {
        self.state == SubscriptionState::Pending
            && now.since(self.created_at) <= CONFIRMATION_LIFETIME
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::ids::Ids;

    fn asked_at(at: Instant, state: SubscriptionState) -> Subscription {
        let ids = Ids::seeded(1);
        Subscription {
            id: ids.next(at),
            subscriber_id: ids.next(at),
            authority_id: ids.next(at),
            consultation_id: None,
            email: "ana@example.org".into(),
            language: Language::Sl,
            state,
            created_at: at,
        }
    }

    #[test]
    fn a_link_confirms_for_a_week_and_never_brings_back_who_has_left() {
        let at = Instant::from_micros(1_649_628_000_000_000).expect("in range");
        let pending = asked_at(at, SubscriptionState::Pending);

        assert!(pending.can_confirm(at.plus(CONFIRMATION_LIFETIME)));
        assert!(!pending.can_confirm(at.plus(CONFIRMATION_LIFETIME + TimeDelta::seconds(1))));
        assert!(!asked_at(at, SubscriptionState::Unsubscribed).can_confirm(at));
        assert!(!asked_at(at, SubscriptionState::Confirmed).can_confirm(at));
    }
}
