//! The window: from when until when comments are accepted.

use super::domain::Window;
use crate::kernel::clock::Instant;

/// Whether a comment whose complete request arrived at `at` is in time: `opens_at <= at < closes_at`.
///
/// **The one function that decides it** (product.md, "Words"). Everything that asks — the form, the submission, the
/// state shown on pages — asks here.
pub fn is_open(window: &Window, at: Instant) -> bool {
    window.opens_at <= at && at < window.closes_at
}

/// Whether what arrived at `at` came after the window.
///
/// Asked once, when a submission is received, and stored with it: an extension afterwards does not make it timely.
pub fn is_late(window: &Window, at: Instant) -> bool {
    window.closes_at <= at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::local_time::{end_of_day, start_of_day};
    use chrono::{NaiveDate, TimeDelta};
    use chrono_tz::Europe::Ljubljana;

    fn window(from: (i32, u32, u32), to: (i32, u32, u32)) -> Window {
        let day = |(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).expect("a date");
        Window {
            opens_at: start_of_day(day(from), Ljubljana).expect("exists"),
            closes_at: end_of_day(day(to), Ljubljana).expect("exists"),
        }
    }

    fn at(text: &str) -> Instant {
        Instant::new(text.parse().expect("RFC 3339"))
    }

    #[test]
    fn the_first_second_of_the_first_local_day_is_in_and_the_one_before_is_not() {
        let kranj = window((2022, 3, 10), (2022, 4, 10));

        assert!(is_open(&kranj, at("2022-03-09T23:00:00Z")));
        assert!(!is_open(&kranj, at("2022-03-09T22:59:59.999999Z")));
    }

    #[test]
    fn the_last_second_of_the_last_local_day_is_in_and_midnight_is_out() {
        let kranj = window((2022, 3, 10), (2022, 4, 10));

        assert!(is_open(&kranj, at("2022-04-10T23:59:59+02:00")));
        assert!(!is_open(&kranj, at("2022-04-11T00:00:00+02:00")));
    }

    #[test]
    fn what_comes_at_midnight_is_late_and_what_comes_before_it_or_too_early_is_not() {
        let kranj = window((2022, 3, 10), (2022, 4, 10));

        assert!(is_late(&kranj, at("2022-04-11T00:00:00+02:00")));
        assert!(!is_late(&kranj, at("2022-04-10T23:59:59.999999+02:00")));
        assert!(!is_late(&kranj, at("2022-03-09T22:59:59Z")));
    }

    #[test]
    fn windows_that_end_on_a_day_of_the_clock_change_end_at_its_local_midnight() {
        let spring = window((2022, 3, 1), (2022, 3, 27));
        let autumn = window((2022, 10, 1), (2022, 10, 30));

        assert_eq!(spring.closes_at, at("2022-03-27T22:00:00Z"));
        assert_eq!(autumn.closes_at, at("2022-10-30T23:00:00Z"));
        assert!(is_open(&autumn, at("2022-10-30T23:59:59+01:00")));
    }

    #[test]
    fn windows_that_begin_on_a_day_of_the_clock_change_begin_at_its_local_midnight() {
        let spring = window((2022, 3, 27), (2022, 4, 30));
        let autumn = window((2022, 10, 30), (2022, 11, 30));

        assert_eq!(spring.opens_at, at("2022-03-26T23:00:00Z"));
        assert_eq!(autumn.opens_at, at("2022-10-29T22:00:00Z"));
    }

    proptest::proptest! {
        #[test]
        fn a_moment_is_in_exactly_when_it_is_not_before_opening_and_before_closing(offset in -4_000_000i64..4_000_000) {
            let kranj = window((2022, 3, 10), (2022, 4, 10));
            let moment = kranj.opens_at.plus(TimeDelta::seconds(offset));

            proptest::prop_assert_eq!(
                is_open(&kranj, moment),
                (kranj.opens_at.micros()..kranj.closes_at.micros()).contains(&moment.micros())
            );
        }
    }
}
