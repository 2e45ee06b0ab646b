//! Links by which outsiders look at a consultation before it is public.

use chrono::TimeDelta;

use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, PreviewLinkId};

/// How long such a link holds.
const PREVIEW_DAYS: i64 = 14;

/// A link as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewLink {
    pub id: PreviewLinkId,
    pub consultation: ConsultationId,
    /// Whom it is for.
    pub label: String,
    pub created_at: Instant,
    pub expires_at: Instant,
    pub revoked_at: Option<Instant>,
}

impl PreviewLink {
    /// Whether it opens anything at `now`.
    pub fn holds(&self, now: Instant) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }
}

/// When a link made `now` expires.
pub fn preview_expires_at(now: Instant) -> Instant {
    now.plus(TimeDelta::days(PREVIEW_DAYS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::ids::Ids;

    #[test]
    fn a_link_holds_two_weeks_unless_it_is_revoked() {
        let (ids, now) = (Ids::seeded(1), Instant::EPOCH);
        let link = PreviewLink {
            id: ids.next(now),
            consultation: ids.next(now),
            label: "Mestni svet".to_owned(),
            created_at: now,
            expires_at: preview_expires_at(now),
            revoked_at: None,
        };
        let after = |hours| now.plus(TimeDelta::hours(hours));

        assert!(link.holds(after(14 * 24 - 1)) && !link.holds(after(14 * 24)));
        let revoked = PreviewLink {
            revoked_at: Some(now),
            ..link
        };
        assert!(!revoked.holds(now));
    }
}
