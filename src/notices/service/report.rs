//! What became of a notice that was sent.

use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::mail::outbox::report::{count_by_state, list_in_state};
use crate::mail::outbox::{Letter, MailState};
use crate::notices::domain::{DeliveryFigures, Queued};
use crate::notices::store;

/// Most mails in trouble a report names.
const TROUBLES: i64 = 100;

/// Figures that add up to the recipients, and the mails that did not get through.
#[derive(Clone, Debug)]
pub struct DeliveryReport {
    pub figures: DeliveryFigures,
    /// When the last mail was settled; `None` while some are not.
    pub finished_at: Option<Instant>,
    /// Given up, then refused for now.
    pub troubles: Vec<Letter>,
}

/// How the mails of a notice stand.
///
/// # Errors
/// When the database refuses.
pub fn find_delivery_report(
    conn: &mut DbConnection,
    queued: &Queued,
) -> StoreResult<DeliveryReport> {
    let counts = count_by_state(conn, queued.content_id)?;
    let figures = DeliveryFigures {
        sent: counts.sent,
        waiting: counts.queued + counts.sending + counts.parked,
        deferred: counts.deferred,
        failed: counts.failed,
        suppressed: counts.suppressed,
    };
    let mut troubles = Vec::new();
    for state in [MailState::Failed, MailState::Deferred] {
        let limit = TROUBLES - i64::try_from(troubles.len()).unwrap_or(TROUBLES);
        troubles.extend(list_in_state(conn, queued.content_id, state, None, limit)?);
    }
    Ok(DeliveryReport {
        figures,
        finished_at: if figures.is_settled() {
            store::finished_at(conn, queued.content_id)?
        } else {
            None
        },
        troubles,
    })
}
