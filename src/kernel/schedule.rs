//! When something that failed for now is tried again.

use chrono::TimeDelta;

use super::clock::Instant;

/// The pauses between tries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    pauses: Vec<TimeDelta>,
}

impl Schedule {
    /// A pause for each try that failed for now.
    pub fn from_minutes(minutes: &[u32]) -> Self {
        let pauses = minutes.iter().copied().map(i64::from);
        Self {
            pauses: pauses.map(TimeDelta::minutes).collect(),
        }
    }

    /// When to try again after try number `attempt`, counted from 1; `None` when that was the last.
    pub fn next(&self, attempt: i32, now: Instant) -> Option<Instant> {
        let done = usize::try_from(attempt.saturating_sub(1)).ok()?;
        self.pauses.get(done).map(|pause| now.plus(*pause))
    }
}
