//! What people ask of the outbox: counts, troubles, the newest mails; and holding mails back after a restore.

use diesel::dsl::count_star;
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, SelectableHelper};
use serde::Serialize;

use super::MailState;
use super::rows::{self, Letter};
use crate::db::lease::LeaseId;
use crate::db::schema::{mail_holds, outbox};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::MailContentId;

/// How many mails of one content stand where; their sum is the number of recipients.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MailCounts {
    /// Waiting for the first try.
    pub queued: i64,
    /// On the wire at this moment.
    pub sending: i64,
    /// Refused for now.
    pub deferred: i64,
    /// Taken by the server.
    pub sent: i64,
    /// Refused for good.
    pub failed: i64,
    /// Held back after a restore.
    pub parked: i64,
    /// Stopped, because what they were about has ended.
    pub suppressed: i64,
}

impl MailCounts {
    /// All of them.
    pub fn total(self) -> i64 {
        let settled = self.sent + self.failed + self.suppressed;
        self.queued + self.sending + self.deferred + self.parked + settled
    }

    /// Whether nothing will change any more by itself.
    pub fn is_settled(self) -> bool {
        self.queued + self.sending + self.deferred == 0
    }

    fn add(&mut self, state: MailState, count: i64) {
        *match state {
            MailState::Queued => &mut self.queued,
            MailState::Sending => &mut self.sending,
            MailState::Deferred => &mut self.deferred,
            MailState::Sent => &mut self.sent,
            MailState::Failed => &mut self.failed,
            MailState::Parked => &mut self.parked,
            MailState::Suppressed => &mut self.suppressed,
        } += count;
    }
}

/// Counts the mails of one content by where they stand.
///
/// # Errors
/// When the database refuses.
pub fn count_by_state(
    conn: &mut DbConnection,
    content_id: MailContentId,
) -> StoreResult<MailCounts> {
    let groups: Vec<(MailState, i64)> = outbox::table
        .filter(outbox::content_id.eq(content_id))
        .group_by(outbox::state)
        .select((outbox::state, count_star()))
        .load(conn)?;
    let mut counts = MailCounts::default();
    for (state, count) in groups {
        counts.add(state, count);
    }
    Ok(counts)
}

/// Mails of one content in this state, by their number, beginning after `after`. With [`MailState::Failed`] and
/// [`MailState::Deferred`] these are the troubles of a delivery report.
///
/// # Errors
/// When the database refuses.
pub fn list_in_state(
    conn: &mut DbConnection,
    content_id: MailContentId,
    state: MailState,
    after: Option<i64>,
    limit: i64,
) -> StoreResult<Vec<Letter>> {
    let rows = outbox::table
        .filter(outbox::content_id.eq(content_id))
        .filter(outbox::state.eq(state))
        .filter(outbox::row_key.gt(after.unwrap_or(0)))
        .order(outbox::row_key)
        .limit(limit)
        .select(rows::OutboxRow::as_select())
        .load(conn)?;
    Ok(rows::letters(conn, rows)?)
}

/// The newest mails of the whole outbox, newest first, whatever became of them; for the mailbox of a demonstration.
///
/// # Errors
/// When the database refuses.
pub fn list_newest(conn: &mut DbConnection, limit: i64) -> StoreResult<Vec<Letter>> {
    let rows = outbox::table
        .order(outbox::row_key.desc())
        .limit(limit)
        .select(rows::OutboxRow::as_select())
        .load(conn)?;
    Ok(rows::letters(conn, rows)?)
}

/// One mail by its number.
///
/// # Errors
/// When the database refuses.
pub fn find(conn: &mut DbConnection, row_key: i64) -> StoreResult<Option<Letter>> {
    let rows = rows::find_rows(conn, &[row_key])?;
    Ok(rows::letters(conn, rows)?.pop())
}

/// Holds back every mail that has not been sent and every one still to be enqueued, until [`release_parked`]: a restored
/// copy must not write to people a second time. Returns how many were waiting.
///
/// # Errors
/// When the database refuses.
pub fn hold_all(conn: &mut DbConnection, now: Instant) -> StoreResult<usize> {
    diesel::delete(mail_holds::table).execute(conn)?;
    diesel::insert_into(mail_holds::table)
        .values((mail_holds::id.eq(1), mail_holds::held_at.eq(now)))
        .execute(conn)?;
    park_all(conn)
}

/// Since when mails are held back, if they are.
///
/// # Errors
/// When the database refuses.
pub fn held_since(conn: &mut DbConnection) -> StoreResult<Option<Instant>> {
    let held = mail_holds::table.select(mail_holds::held_at).first(conn);
    Ok(held.optional()?)
}

/// Parks every mail that has not been sent; those enqueued later are not touched. Returns how many.
///
/// # Errors
/// When the database refuses.
pub fn park_all(conn: &mut DbConnection) -> StoreResult<usize> {
    let waiting = [MailState::Queued, MailState::Sending, MailState::Deferred];
    let rows = diesel::update(outbox::table.filter(outbox::state.eq_any(waiting)))
        .set((
            outbox::state.eq(MailState::Parked),
            outbox::lease_until.eq(None::<Instant>),
            outbox::lease_owner.eq(None::<LeaseId>),
        ))
        .execute(conn)?;
    Ok(rows)
}

/// Lets the parked mails go, and those enqueued since. Returns how many were parked.
///
/// # Errors
/// When the database refuses.
pub fn release_parked(conn: &mut DbConnection, now: Instant) -> StoreResult<usize> {
    diesel::delete(mail_holds::table).execute(conn)?;
    let parked = outbox::table.filter(outbox::state.eq(MailState::Parked));
    let rows = diesel::update(parked)
        .set((
            outbox::state.eq(MailState::Queued),
            outbox::next_attempt_at.eq(now),
        ))
        .execute(conn)?;
    Ok(rows)
}
