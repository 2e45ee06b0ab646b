//! The one clock. Everything that asks for the time asks a [`Clock`] held in the application state.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// A moment in UTC with microsecond precision, the finest both databases keep. Serialises as RFC 3339.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(DateTime<Utc>);

impl Instant {
    /// Later than any other.
    pub const MAX: Self = Self(DateTime::<Utc>::MAX_UTC);
    /// 1 January 1970.
    pub const EPOCH: Self = Self(DateTime::<Utc>::UNIX_EPOCH);

    /// Wraps a UTC time, dropping what is finer than a microsecond.
    pub fn new(at: DateTime<Utc>) -> Self {
        Self(at.trunc_subsecs(6))
    }

    /// Microseconds since 1970-01-01T00:00:00Z; `None` outside the range chrono can hold.
    pub fn from_micros(micros: i64) -> Option<Self> {
        DateTime::from_timestamp_micros(micros).map(Self)
    }

    /// Microseconds since 1970-01-01T00:00:00Z.
    pub fn micros(self) -> i64 {
        self.0.timestamp_micros()
    }

    /// The same moment as a chrono value.
    pub fn utc(self) -> DateTime<Utc> {
        self.0
    }

    /// This moment moved by `delta`, kept inside chrono's range.
    pub fn plus(self, delta: TimeDelta) -> Self {
        Self(self.0.checked_add_signed(delta).unwrap_or(self.0))
    }

    /// How long it is from `earlier` to this moment; negative when `earlier` is later.
    pub fn since(self, earlier: Self) -> TimeDelta {
        self.0.signed_duration_since(earlier.0)
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M:%S%.6fZ"))
    }
}

/// Where "now" comes from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock and by how many microseconds it is moved for drills (zero in production).
    System(Arc<AtomicI64>),
    /// A clock that stands still until a test moves it.
    Fixed(Arc<Mutex<Instant>>),
}

impl Clock {
    /// The machine's own time.
    pub fn system() -> Self {
        Self::moved(TimeDelta::zero())
    }

    /// The machine's time, moved.
    pub fn moved(by: TimeDelta) -> Self {
        let micros = by.num_microseconds().unwrap_or_default();
        Self::System(Arc::new(AtomicI64::new(micros)))
    }

    /// A clock standing at `at`.
    pub fn fixed(at: Instant) -> Self {
        Self::Fixed(Arc::new(Mutex::new(at)))
    }

    /// The current moment.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the wall clock"
    )]
    pub fn now(&self) -> Instant {
        match self {
            Self::System(moved) => {
                let moved = TimeDelta::microseconds(moved.load(Ordering::Relaxed));
                Instant::new(Utc::now()).plus(moved)
            }
            Self::Fixed(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Moves the clock of a demonstration or a test forwards.
    pub fn advance(&self, by: TimeDelta) {
        match self {
            Self::System(moved) => {
                let micros = by.num_microseconds().unwrap_or_default();
                moved.fetch_add(micros, Ordering::Relaxed);
            }
            Self::Fixed(_) => self.set(self.now().plus(by)),
        }
    }

    /// Moves a fixed clock to `at`; a system clock is left alone.
    pub fn set(&self, at: Instant) {
        if let Self::Fixed(now) = self {
            *now.lock().unwrap_or_else(PoisonError::into_inner) = at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_survive_the_trip_through_microseconds() {
        let at = Instant::from_micros(1_649_628_000_000_001).expect("in range");

        assert_eq!(Instant::from_micros(at.micros()), Some(at));
        assert_eq!(at.to_string(), "2022-04-10T22:00:00.000001Z");
    }

    #[test]
    fn the_clock_of_a_demonstration_is_moved_for_everybody_who_has_it() {
        let clock = Clock::system();
        let same = clock.clone();
        let before = clock.now();

        same.advance(TimeDelta::days(7));

        let moved = clock.now().since(before);
        assert!(
            moved >= TimeDelta::days(7) && moved < TimeDelta::days(8),
            "{moved}"
        );
    }

    #[test]
    fn a_fixed_clock_stands_until_it_is_set() {
        let start = Instant::from_micros(0).expect("in range");
        let clock = Clock::fixed(start);
        assert_eq!(clock.now(), start);

        clock.set(start.plus(TimeDelta::seconds(1)));

        assert_eq!(clock.now().since(start), TimeDelta::seconds(1));
    }
}
