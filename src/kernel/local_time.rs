//! Local dates of an authority turned into instants, with the two clock changes of the year decided by rule.
//!
//! A time that does not exist (spring) is refused. A time that exists twice (autumn) opens at the earlier and closes
//! at the later of the two, so that a window is never shorter than what was announced.

use chrono::{DateTime, Days, LocalResult, NaiveDate, NaiveDateTime, TimeZone};
use chrono_tz::Tz;

use super::clock::Instant;

/// Which of two equal local times is meant when the clock is put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhenTwice {
    /// Openings: the first of the two.
    Earlier,
    /// Closings: the second of the two.
    Later,
}

/// The clock jumps over this local time when summer time begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{local} does not exist in {zone}: the clock is put forward over it")]
pub struct NoSuchLocalTime {
    pub local: NaiveDateTime,
    pub zone: Tz,
}

/// The instant of a local date and time.
///
/// # Errors
/// [`NoSuchLocalTime`] when the clock jumps over it.
pub fn instant_of(
    local: NaiveDateTime,
    zone: Tz,
    twice: WhenTwice,
) -> Result<Instant, NoSuchLocalTime> {
    match (zone.from_local_datetime(&local), twice) {
        (LocalResult::Single(at), _)
        | (LocalResult::Ambiguous(at, _), WhenTwice::Earlier)
        | (LocalResult::Ambiguous(_, at), WhenTwice::Later) => Ok(Instant::new(at.to_utc())),
        (LocalResult::None, _) => Err(NoSuchLocalTime { local, zone }),
    }
}

/// The first instant of a local day.
///
/// # Errors
/// [`NoSuchLocalTime`] where a zone changes its clock at midnight.
pub fn start_of_day(day: NaiveDate, zone: Tz) -> Result<Instant, NoSuchLocalTime> {
    instant_of(day.into(), zone, WhenTwice::Earlier)
}

/// The instant at which a local day is over: the first one that no longer belongs to it.
///
/// # Errors
/// [`NoSuchLocalTime`] where a zone changes its clock at midnight.
pub fn end_of_day(day: NaiveDate, zone: Tz) -> Result<Instant, NoSuchLocalTime> {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    instant_of(next.into(), zone, WhenTwice::Later)
}

/// What the clock on the wall shows at `at`.
pub fn local(at: Instant, zone: Tz) -> DateTime<Tz> {
    at.utc().with_timezone(&zone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Ljubljana;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a date")
    }

    #[test]
    fn the_kranj_window_opens_and_closes_at_the_instants_of_product_md() {
        let opens = start_of_day(day(2022, 3, 10), Ljubljana).expect("exists");
        let closes = end_of_day(day(2022, 4, 10), Ljubljana).expect("exists");

        assert_eq!(opens.to_string(), "2022-03-09T23:00:00.000000Z");
        assert_eq!(closes.to_string(), "2022-04-10T22:00:00.000000Z");
    }

    #[test]
    fn a_time_the_clock_jumps_over_is_refused() {
        let local = day(2022, 3, 27).and_hms_opt(2, 30, 0).expect("a time");

        let refused = instant_of(local, Ljubljana, WhenTwice::Earlier);

        assert_eq!(
            refused,
            Err(NoSuchLocalTime {
                local,
                zone: Ljubljana
            })
        );
    }

    #[test]
    fn a_time_that_exists_twice_opens_earlier_and_closes_later() {
        let local = day(2022, 10, 30).and_hms_opt(2, 30, 0).expect("a time");

        let opens = instant_of(local, Ljubljana, WhenTwice::Earlier).expect("exists");
        let closes = instant_of(local, Ljubljana, WhenTwice::Later).expect("exists");

        assert_eq!(opens.to_string(), "2022-10-30T00:30:00.000000Z");
        assert_eq!(closes.to_string(), "2022-10-30T01:30:00.000000Z");
    }

    #[test]
    fn days_of_the_clock_change_have_23_and_25_hours() {
        let hours = |date| {
            let start = start_of_day(date, Ljubljana).expect("exists");
            end_of_day(date, Ljubljana)
                .expect("exists")
                .since(start)
                .num_hours()
        };

        assert_eq!(hours(day(2022, 3, 27)), 23);
        assert_eq!(hours(day(2022, 10, 30)), 25);
    }
}
