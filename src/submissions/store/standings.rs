//! Where submissions stand, counted.

use diesel::dsl::{max, not};
use diesel::prelude::*;

use crate::db::schema::submissions;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::ConsultationId;

/// Where the submissions of a consultation stand; each is counted once.
#[derive(Clone, Copy, Debug, Default)]
pub struct Standings {
    /// In time, and the address was confirmed.
    pub confirmed: i64,
    /// In time, and the address may still be confirmed.
    pub waiting: i64,
    /// In time, and the time to confirm the address has passed.
    pub expired: i64,
    /// After the window, confirmed or not.
    pub late: i64,
    /// When the next of those that wait expires.
    pub next_expiry: Option<Instant>,
}

/// Counts where submissions stand at `now`. Numbers have no gaps and no submission is ever deleted, so the last number says
/// how many were received; those that are confirmed and in time are not counted one by one.
///
/// # Errors
/// When the database refuses.
pub fn count_submissions(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    now: Instant,
) -> StoreResult<Standings> {
    let here = || submissions::table.filter(submissions::consultation_id.eq(consultation));
    let received: Option<i64> = here().select(max(submissions::number)).first(connection)?;
    let late = here()
        .filter(submissions::is_late)
        .count()
        .get_result(connection)?;
    let unconfirmed = count_unconfirmed(connection, consultation, now)?;
    let elsewhere = late + unconfirmed.waiting + unconfirmed.expired;
    Ok(Standings {
        confirmed: received.unwrap_or_default() - elsewhere,
        late,
        ..unconfirmed
    })
}

/// The part of [`count_submissions`] that is not confirmed, which is quick however many are.
///
/// # Errors
/// When the database refuses.
pub fn count_unconfirmed(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    now: Instant,
) -> StoreResult<Standings> {
    let unconfirmed = || {
        submissions::table
            .filter(submissions::consultation_id.eq(consultation))
            .filter(submissions::confirmed_at.is_null())
            .filter(not(submissions::is_late))
    };
    let waiting = unconfirmed()
        .filter(submissions::confirm_by.gt(now))
        .count()
        .get_result(connection)?;
    let next_expiry = unconfirmed()
        .filter(submissions::confirm_by.gt(now))
        .order(submissions::confirm_by)
        .select(submissions::confirm_by)
        .first(connection)
        .optional()?;
    let expired = unconfirmed()
        .filter(submissions::confirm_by.le(now))
        .count()
        .get_result(connection)?;
    Ok(Standings {
        waiting,
        expired,
        next_expiry,
        ..Standings::default()
    })
}
