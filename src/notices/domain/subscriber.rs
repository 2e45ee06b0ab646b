//! Somebody who wants notices, and the double opt-in that proves it is them.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, ConsultationId, SubscriberId};

/// How long the link that confirms a subscription works.
pub const CONFIRMATION_LIFETIME: TimeDelta = TimeDelta::days(7);

/// Whom a notice goes to, and why a recipient is on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Subscribers of this consultation.
    Consultation,
    /// Subscribers of all consultations of the authority.
    Authority,
}

impl Audience {
    /// All of them, the narrower first.
    pub const ALL: [Self; 2] = [Self::Consultation, Self::Authority];

    /// The word in the database, in forms and in templates.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Consultation => "consultation",
            Self::Authority => "authority",
        }
    }

    /// The audience of a word; `None` for any other text.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|audience| audience.code() == code)
    }
}

/// Where a subscriber stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubscriberState {
    /// The link in the mail has not been followed.
    Pending,
    Confirmed,
    Unsubscribed,
}

impl SubscriberState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Pending, Self::Confirmed, Self::Unsubscribed];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Confirmed => "confirmed",
            Self::Unsubscribed => "unsubscribed",
        }
    }

    /// The state of a word in the database; anything unknown is the state that gets no mail.
    pub fn read(code: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|state| state.code() == code)
            .unwrap_or(Self::Unsubscribed)
    }
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

/// An address on one list.
#[derive(Clone, Debug)]
pub struct Subscriber {
    pub id: SubscriberId,
    pub authority_id: AuthorityId,
    /// `None` for all consultations of the authority.
    pub consultation_id: Option<ConsultationId>,
    /// As it was typed.
    pub email: String,
    pub language: Language,
    pub state: SubscriberState,
    /// When the subscription was asked for last.
    pub created_at: Instant,
}

impl Subscriber {
    /// Whether the link in the mail may still confirm it. Who has left asks anew: an old mail does not bring them back.
    pub fn can_confirm(&self, now: Instant) -> bool {
        self.state == SubscriberState::Pending
            && now.since(self.created_at) <= CONFIRMATION_LIFETIME
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::ids::Ids;

    fn asked_at(at: Instant, state: SubscriberState) -> Subscriber {
        let ids = Ids::seeded(1);
        Subscriber {
            id: ids.next(at),
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
        let pending = asked_at(at, SubscriberState::Pending);

        assert!(pending.can_confirm(at.plus(CONFIRMATION_LIFETIME)));
        assert!(!pending.can_confirm(at.plus(CONFIRMATION_LIFETIME + TimeDelta::seconds(1))));
        assert!(!asked_at(at, SubscriberState::Unsubscribed).can_confirm(at));
        assert!(!asked_at(at, SubscriberState::Confirmed).can_confirm(at));
    }

    #[test]
    fn a_word_nobody_knows_gets_no_mail() {
        assert_eq!(SubscriberState::read("?"), SubscriberState::Unsubscribed);
        assert_eq!(Audience::parse("submitters"), None);
    }
}
