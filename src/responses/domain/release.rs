//! The closing gate: responses become public together, and only when every comment has one.

use crate::accounts::NotAllowed;
use crate::consultations::{Consultation, is_open};
use crate::kernel::clock::Instant;

/// How many comments of a consultation stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Waiting for the submitter's confirmation; counted apart.
    pub unconfirmed: i64,
    pub new: i64,
    /// Drafted or returned.
    pub drafted: i64,
    pub in_approval: i64,
    pub approved: i64,
    pub released: i64,
}

impl Totals {
    /// All confirmed comments.
    pub const fn confirmed(&self) -> i64 {
        self.missing() + self.approved + self.released
    }

    /// Confirmed comments without an approved response.
    pub const fn missing(&self) -> i64 {
        self.new + self.drafted + self.in_approval
    }
}

/// Why the responses are not released.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReleaseError {
    #[error("the consultation does not exist")]
    NoSuchConsultation,
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    #[error("the window is open until {closes_at}")]
    WindowOpen { closes_at: Instant },
    #[error("the consultation was withdrawn")]
    Withdrawn,
    #[error("{} of {} comments have no approved response", .totals.missing(), .totals.confirmed())]
    Unanswered { totals: Totals },
    #[error("all responses are public already")]
    AlreadyReleased,
}

/// Whether everything that is approved may become public at `now`.
///
/// A comment confirmed after the release is answered and released later by the same act; so what counts is whether
/// anything is left to do and not whether there was a release before.
///
/// # Errors
/// The window has not closed, a comment has no approved response, or there is nothing left to release.
pub fn check_release(
    consultation: &Consultation,
    totals: &Totals,
    now: Instant,
) -> Result<(), ReleaseError> {
    if consultation.withdrawn_at.is_some_and(|at| at <= now) {
        return Err(ReleaseError::Withdrawn);
    }
    if now < consultation.window.opens_at || is_open(&consultation.window, now) {
        return Err(ReleaseError::WindowOpen {
            closes_at: consultation.window.closes_at,
        });
    }
    if totals.missing() > 0 {
        return Err(ReleaseError::Unanswered { totals: *totals });
    }
    if consultation.released_at.is_some() && totals.approved == 0 {
        return Err(ReleaseError::AlreadyReleased);
    }
    Ok(())
}

#[cfg(test)]
#[path = "release_tests.rs"]
mod tests;
