//! What became of the mails of a notice, as far as the list and the report need more than `mail` tells.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::db::schema::outbox;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::MailContentId;
use crate::mail::outbox::MailState;

/// States in which a mail is done with.
const SETTLED: [MailState; 3] = [MailState::Sent, MailState::Failed, MailState::Suppressed];
/// The others.
const UNSETTLED: [MailState; 4] = [
    MailState::Queued,
    MailState::Sending,
    MailState::Deferred,
    MailState::Parked,
];

/// Enough for a line in the list of notices: two looks into an index, however many recipients there are.
#[derive(Clone, Copy, Debug)]
pub(in crate::notices) struct DeliveryState {
    pub(in crate::notices) is_settled: bool,
    pub(in crate::notices) failed: i64,
}

/// How the mails with this content stand.
pub(in crate::notices) fn delivery_state(
    conn: &mut DbConnection,
    content: MailContentId,
) -> StoreResult<DeliveryState> {
    let mails = outbox::table.filter(outbox::content_id.eq(content));
    let is_unsettled: bool =
        diesel::select(exists(mails.filter(outbox::state.eq_any(UNSETTLED)))).get_result(conn)?;
    let failed: i64 = mails
        .filter(outbox::state.eq(MailState::Failed))
        .count()
        .get_result(conn)?;
    Ok(DeliveryState {
        is_settled: !is_unsettled,
        failed,
    })
}

/// When the last of the mails with this content was settled.
pub(in crate::notices) fn finished_at(
    conn: &mut DbConnection,
    content: MailContentId,
) -> StoreResult<Option<Instant>> {
    let last: Option<Option<Instant>> = outbox::table
        .filter(outbox::content_id.eq(content))
        .filter(outbox::state.eq_any(SETTLED))
        .order(outbox::finished_at.desc())
        .select(outbox::finished_at)
        .first(conn)
        .optional()?;
    Ok(last.flatten())
}
