//! What the days of a planned window mean for people.

use chrono::{Days, NaiveDate, Offset, TimeZone as _};
use chrono_tz::Tz;

use super::holidays::{is_holiday, is_weekend, is_working_day};
use super::parts::WindowPlan;

/// What is said about a planned window beside its dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFacts {
    /// How long it is: both days count.
    pub days: i64,
    pub working_days: i64,
    pub weekend_days: i64,
    /// Holidays that are no weekend.
    pub holidays: i64,
    /// Days on which the clock is changed.
    pub clock_changes: Vec<NaiveDate>,
    /// The next day on which offices are open, when the last day is none.
    pub better_last_day: Option<NaiveDate>,
}

impl WindowPlan {
    /// How many days it is long, both counted.
    pub fn days(&self) -> i64 {
        (self.last_day - self.first_day).num_days() + 1
    }

    /// What its days mean.
    pub fn facts(&self, zone: Tz) -> PlanFacts {
        let count =
            |is: fn(NaiveDate) -> bool| self.each_day().filter(|day| is(*day)).map(|_day| 1).sum();
        PlanFacts {
            days: self.days(),
            working_days: count(is_working_day),
            weekend_days: count(is_weekend),
            holidays: count(|day| is_holiday(day) && !is_weekend(day)),
            clock_changes: self
                .each_day()
                .filter(|day| changes_clock(*day, zone))
                .collect(),
            better_last_day: next_working_day(self.last_day).filter(|day| *day != self.last_day),
        }
    }

    /// Its days in order; at most ten years of them.
    pub fn each_day(&self) -> impl Iterator<Item = NaiveDate> {
        let last = self.last_day;
        self.first_day
            .iter_days()
            .take(3_660)
            .take_while(move |day| *day <= last)
    }
}

/// The day itself or the first one after it on which offices are open.
fn next_working_day(day: NaiveDate) -> Option<NaiveDate> {
    day.iter_days().take(14).find(|day| is_working_day(*day))
}

/// Whether the day has 23 or 25 hours in the zone.
pub fn changes_clock(day: NaiveDate, zone: Tz) -> bool {
    let offset = |day: NaiveDate| {
        let noon = day.and_hms_opt(12, 0, 0)?;
        Some(zone.offset_from_utc_datetime(&noon).fix())
    };
    let before = day.checked_sub_days(Days::new(1)).and_then(offset);
    before.is_some() && before != offset(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Ljubljana;

    fn plan(first: (i32, u32, u32), last: (i32, u32, u32)) -> WindowPlan {
        let day = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).expect("a date");
        WindowPlan {
            first_day: day(first),
            last_day: day(last),
            short_window_reason: String::new(),
            answers_on: None,
            shows_draft_early: false,
        }
    }

    #[test]
    fn the_window_of_kranj_is_32_days_with_the_change_of_the_clock_and_ends_on_a_sunday() {
        let facts = plan((2022, 3, 10), (2022, 4, 10)).facts(Ljubljana);

        assert_eq!(
            facts,
            PlanFacts {
                days: 32,
                working_days: 22,
                weekend_days: 10,
                holidays: 0,
                clock_changes: vec![NaiveDate::from_ymd_opt(2022, 3, 27).expect("a date")],
                better_last_day: NaiveDate::from_ymd_opt(2022, 4, 11),
            }
        );
    }

    #[test]
    fn holidays_are_no_working_days_and_no_end() {
        let facts = plan((2022, 4, 18), (2022, 4, 27)).facts(Ljubljana);

        assert_eq!((facts.days, facts.working_days, facts.holidays), (10, 6, 2));
        assert_eq!(facts.better_last_day, NaiveDate::from_ymd_opt(2022, 4, 28));
    }
}
