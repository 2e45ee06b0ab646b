//! How many wrong passwords one account bears.

use chrono::TimeDelta;

use crate::kernel::clock::Instant;

/// Wrong guesses per account and [`WINDOW`].
pub const GUESSES: usize = 10;

/// The window slides, so an owner who waits is let in however long the guessing went on before.
pub const WINDOW: TimeDelta = TimeDelta::minutes(15);

/// When the next guess is possible; `None` when it is possible now.
///
/// `failures` are the recorded guesses in any order. Refused guesses are not recorded, so knocking does not prolong
/// the wait.
pub fn next_guess_at(failures: &[Instant], now: Instant) -> Option<Instant> {
    let mut recent: Vec<Instant> = failures
        .iter()
        .copied()
        .filter(|at| now < at.plus(WINDOW))
        .collect();
    recent.sort_unstable_by(|one, other| other.cmp(one));
    recent.get(GUESSES - 1).map(|at| at.plus(WINDOW))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(second: i64) -> Instant {
        Instant::from_micros(second * 1_000_000).expect("in range")
    }

    #[test]
    fn the_tenth_guess_is_possible_and_the_eleventh_is_not() {
        let nine: Vec<Instant> = (0..9).map(at).collect();
        let ten: Vec<Instant> = (0..10).map(at).collect();

        assert_eq!(next_guess_at(&nine, at(10)), None);
        assert_eq!(next_guess_at(&ten, at(10)), Some(at(15 * 60)));
    }

    #[test]
    fn the_wait_ends_when_the_oldest_guess_leaves_the_window() {
        let ten: Vec<Instant> = (0..10).map(at).collect();

        assert_eq!(next_guess_at(&ten, at(15 * 60 - 1)), Some(at(15 * 60)));
        assert_eq!(next_guess_at(&ten, at(15 * 60)), None);
    }

    proptest! {
        #[test]
        fn no_window_ever_holds_more_than_ten_guesses(pauses in prop::collection::vec(0i64..200, 1..200)) {
            let mut now = 0;
            let mut made: Vec<Instant> = Vec::new();
            for pause in pauses {
                now += pause;
                if next_guess_at(&made, at(now)).is_none() {
                    made.push(at(now));
                }
            }

            for window in made.windows(GUESSES + 1) {
                prop_assert!(window[GUESSES].since(window[0]) >= WINDOW);
            }
        }
    }
}
