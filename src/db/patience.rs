//! How long somebody waits for a database that is locked or away before they are told that it is our fault: three and a half
//! seconds from the moment their request was complete, however many reads and writes serve it and whoever stands before
//! them.

use std::sync::atomic::{AtomicU8, Ordering};
use std::time::{Duration, Instant as Stopwatch};

/// Long enough for a lock of three seconds, short enough for an answer within five.
const PATIENCE: Duration = Duration::from_millis(3_500);

/// What every operation has at least, so that a database in order is not given up because something before it took long.
const LEAST: Duration = Duration::from_millis(250);

tokio::task_local! {
    static CURRENT: Patience;
}

/// The patience of one request, a moment at which it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Patience {
    ends: Stopwatch,
}

/// Why an operation was given up.
#[derive(Debug, thiserror::Error)]
#[error("the patience with the database has ended")]
pub struct OutOfPatience;

impl Patience {
    /// Whole, as at the moment a request is complete.
    pub fn whole() -> Self {
        Self {
            ends: Stopwatch::now() + PATIENCE,
        }
    }

    /// What is left to the task that asks: of its request, or all of it where none is being served.
    pub fn of_this_task() -> Self {
        let least = Stopwatch::now() + LEAST;
        let current = CURRENT.try_with(|patience| *patience);
        Self {
            ends: current
                .unwrap_or_else(|_none| Self::whole())
                .ends
                .max(least),
        }
    }

    /// Runs `work` with no more than this patience.
    pub async fn serve<F: Future>(self, work: F) -> F::Output {
        CURRENT.scope(self, work).await
    }

    /// How long it lasts yet.
    pub fn left(self) -> Duration {
        self.ends.saturating_duration_since(Stopwatch::now())
    }

    /// Whether it has ended.
    pub fn is_over(self) -> bool {
        self.left().is_zero()
    }
}

/// Whose a piece of work is: whoever waits for it may give it up until the writer begins it, and again when an attempt has
/// changed nothing. So nobody is told that it failed while it may yet be committed.
#[derive(Debug, Default)]
pub(super) struct Turn(AtomicU8);

const WAITING: u8 = 0;
const BEGUN: u8 = 1;
const GIVEN_UP: u8 = 2;

impl Turn {
    /// Whether it may be done, once more or for the first time.
    pub(super) fn begin(&self) -> bool {
        self.change(WAITING, BEGUN) || self.0.load(Ordering::Acquire) == BEGUN
    }

    /// Nothing has come of it yet.
    pub(super) fn put_back(&self) {
        self.change(BEGUN, WAITING);
    }

    /// Whether it could still be given up.
    pub(super) fn give_up(&self) -> bool {
        self.change(WAITING, GIVEN_UP)
    }

    pub(super) fn is_given_up(&self) -> bool {
        self.0.load(Ordering::Acquire) == GIVEN_UP
    }

    fn change(&self, from: u8, to: u8) -> bool {
        let change = self
            .0
            .compare_exchange(from, to, Ordering::AcqRel, Ordering::Acquire);
        change.is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_given_up_only_while_nobody_does_it() {
        let turn = Turn::default();

        assert!(turn.begin() && turn.begin(), "a second attempt");
        assert!(!turn.give_up(), "it may be committed any moment");
        turn.put_back();
        assert!(turn.give_up() && turn.is_given_up());
        assert!(!turn.begin());
    }

    #[tokio::test]
    async fn a_request_has_one_patience_and_a_little_for_each_operation() {
        let over = Patience {
            ends: Stopwatch::now(),
        };

        assert!(Patience::of_this_task().left() > LEAST);
        let left = over.serve(async { Patience::of_this_task().left() }).await;
        assert!(left <= LEAST && !left.is_zero());
    }
}
