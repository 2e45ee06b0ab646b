//! The worker's side of the outbox: take, begin, record, give back.
//!
//! A row is taken by a lease that ends by itself. `sending` is written only when its conversation begins, so a row whose
//! lease has ended in that state is one whose fate is unknown, and there are never more of them than connections.

use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, RunQueryDsl};

use super::rows::{self, Letter};
use super::{MailState, limits};
use crate::db::lease::{Hold, LeaseId, Queue};
use crate::db::schema::outbox;
use crate::db::{DbConnection, StoreResult, prepared};
use crate::kernel::clock::Instant;
use crate::mail::kind::Lane;
use crate::mail::retry::Outcome;

/// The longest reply that is kept.
const LONGEST_REPLY: usize = 500;

/// What came of a try, to be recorded by whoever holds the lease.
#[derive(Clone, Debug)]
pub struct Finished {
    /// The rows that were sent as one mail, its own first.
    pub row_keys: Vec<i64>,
    /// The hold under which it was tried.
    pub lease: LeaseId,
    /// Number of the try, counted from 1.
    pub attempt: i32,
    /// What becomes of it.
    pub outcome: Outcome,
    /// When that was known.
    pub at: Instant,
}

/// A try that is about to begin.
#[derive(Clone, Debug)]
pub struct Begun {
    /// The rows that are sent as one mail, its own first.
    pub row_keys: Vec<i64>,
    /// The hold under which it is tried.
    pub lease: LeaseId,
    /// Number of the try, counted from 1.
    pub attempt: i32,
    /// What must be remembered of earlier tries should this one be interrupted.
    pub note: String,
    /// When others may take the row again.
    pub lease_until: Instant,
}

/// Rows that leave by themselves; none while mails are held back after a restore.
const QUEUE: Queue = Queue {
    table: "outbox",
    waiting: "state in ('queued', 'sending', 'deferred') and not exists (select 1 from mail_holds)",
    lane: "lane",
    due_at: "next_attempt_at",
};

/// Takes up to `limit` due rows of a lane that nobody holds, oldest first. Rows whose mailbox has had its mails are put off, and those that were put off before leave as one mail.
///
/// # Errors
/// When the database refuses.
pub fn claim(
    conn: &mut DbConnection,
    lane: Lane,
    hold: Hold,
    now: Instant,
    limit: i64,
) -> StoreResult<Vec<Letter>> {
    let keys = QUEUE.claim(conn, lane.into_str(), hold, now, limit)?;
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let rows = rows::find_rows(conn, &keys)?;
    let letters = rows::letters(conn, rows)?;
    match lane {
        Lane::Single => limits::hold_to(conn, letters, now),
        Lane::Mass => Ok(letters),
    }
}

/// Since when the oldest due row has been waiting; `None` when nothing is due. Cheap: one index look-up.
///
/// # Errors
/// When the database refuses.
pub fn oldest_due(
    conn: &mut DbConnection,
    lane: Lane,
    now: Instant,
) -> StoreResult<Option<Instant>> {
    QUEUE.oldest_due(conn, lane.into_str(), now)
}

/// Writes that a try begins and renews the lease for it. `false` when the row is no longer held under that lease: then
/// nothing may be sent.
///
/// # Errors
/// When the database refuses.
pub fn begin(conn: &mut DbConnection, begun: &Begun) -> StoreResult<bool> {
    let mut may_begin = None;
    for row_key in &begun.row_keys {
        let is_held = begin_row(conn, *row_key, begun)?;
        may_begin.get_or_insert(is_held);
        if may_begin == Some(false) {
            break;
        }
    }
    Ok(may_begin == Some(true))
}

fn begin_row(conn: &mut DbConnection, row_key: i64, begun: &Begun) -> StoreResult<bool> {
    let held = outbox::row_key
        .eq(row_key)
        .and(outbox::lease_owner.eq(begun.lease));
    let sending = diesel::update(outbox::table.filter(held))
        .set((
            outbox::state.eq(MailState::Sending),
            outbox::attempts.eq(begun.attempt),
            outbox::last_reply.eq(kept(&begun.note)),
            outbox::lease_until.eq(begun.lease_until),
        ))
        .returning(outbox::row_key);
    let rows: Vec<i64> = prepared(sending).get_results(conn)?;
    Ok(!rows.is_empty())
}

/// Goes on holding rows whose conversation takes long.
///
/// # Errors
/// When the database refuses.
pub fn renew(conn: &mut DbConnection, begun: &Begun, until: Instant) -> StoreResult<()> {
    let lease = begun.lease;
    for row_key in &begun.row_keys {
        QUEUE.renew(conn, *row_key, Hold { lease, until })?;
    }
    Ok(())
}

/// Records what came of a try and ends the lease. A row that is no longer held under that lease is left alone, and one
/// that was stopped meanwhile is not tried again.
///
/// # Errors
/// When the database refuses.
pub fn record(conn: &mut DbConnection, finished: &Finished) -> StoreResult<()> {
    for row_key in &finished.row_keys {
        record_row(conn, *row_key, finished)?;
    }
    Ok(())
}

fn record_row(conn: &mut DbConnection, row_key: i64, finished: &Finished) -> StoreResult<()> {
    let (state, reply, next_attempt_at, finished_at) = match &finished.outcome {
        Outcome::Sent { reply } => (MailState::Sent, reply, finished.at, Some(finished.at)),
        Outcome::Failed { reply } => (MailState::Failed, reply, finished.at, Some(finished.at)),
        Outcome::Deferred { reply, until } => (MailState::Deferred, reply, *until, None),
    };
    // What was suppressed meanwhile stays so, unless the mail has arrived or is refused for good.
    let stays = match &finished.outcome {
        Outcome::Deferred { .. } => vec![MailState::Suppressed],
        Outcome::Sent { .. } | Outcome::Failed { .. } => Vec::new(),
    };
    let held = outbox::row_key
        .eq(row_key)
        .and(outbox::lease_owner.eq(finished.lease))
        .and(outbox::state.ne_all(stays));
    let done = diesel::update(outbox::table.filter(held))
        .set((
            outbox::state.eq(state),
            outbox::attempts.eq(finished.attempt),
            outbox::last_reply.eq(kept(reply)),
            outbox::next_attempt_at.eq(next_attempt_at),
            outbox::finished_at.eq(finished_at),
            outbox::lease_until.eq(None::<Instant>),
            outbox::lease_owner.eq(None::<LeaseId>),
        ))
        .returning(outbox::row_key);
    let _held: Vec<i64> = prepared(done).get_results(conn)?;
    Ok(())
}

/// Gives rows back that were taken and not begun.
///
/// # Errors
/// When the database refuses.
pub fn release(conn: &mut DbConnection, held: &[(LeaseId, i64)]) -> StoreResult<()> {
    for (lease, row_key) in held {
        QUEUE.give_back(conn, *row_key, *lease)?;
    }
    Ok(())
}

/// What the database can keep of a reply: no control characters (PostgreSQL refuses NUL), not more than a screenful.
fn kept(reply: &str) -> String {
    reply
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .take(LONGEST_REPLY)
        .collect()
}
