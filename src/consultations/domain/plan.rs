//! What the days of a planned window mean for people.

use chrono::{Days, NaiveDate, Offset, TimeZone as _, Weekday};
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

/// A day in the weeks of a window, its own or beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanDay {
    pub day: NaiveDate,
    pub is_within: bool,
    pub is_first: bool,
    pub is_last: bool,
    pub is_weekend: bool,
    /// A holiday that is no weekend.
    pub is_holiday: bool,
    pub changes_clock: bool,
}

/// Longer windows are not drawn: nobody counts their weeks.
const MOST_WEEKS: usize = 16;

impl WindowPlan {
    /// Its weeks, from Monday to Sunday; none when it is too long to be drawn.
    pub fn weeks(&self, zone: Tz) -> Vec<Vec<PlanDay>> {
        let week = |day: NaiveDate| day.week(Weekday::Mon);
        let (Some(monday), Some(sunday)) = (
            week(self.first_day).checked_first_day(),
            week(self.last_day).checked_last_day(),
        ) else {
            return Vec::new();
        };
        let days: Vec<PlanDay> = monday
            .iter_days()
            .take_while(|day| *day <= sunday)
            .take(7 * (MOST_WEEKS + 1))
            .map(|day| self.plan_day(day, zone))
            .collect();
        match days.len() / 7 <= MOST_WEEKS {
            true => days.chunks(7).map(<[PlanDay]>::to_vec).collect(),
            false => Vec::new(),
        }
    }

    fn plan_day(&self, day: NaiveDate, zone: Tz) -> PlanDay {
        PlanDay {
            day,
            is_within: (self.first_day..=self.last_day).contains(&day),
            is_first: day == self.first_day,
            is_last: day == self.last_day,
            is_weekend: is_weekend(day),
            is_holiday: is_holiday(day) && !is_weekend(day),
            changes_clock: changes_clock(day, zone),
        }
    }

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
    fn the_weeks_of_kranj_are_five_with_its_days_the_weekends_and_the_change_of_the_clock_in_them()
    {
        let weeks = plan((2022, 3, 10), (2022, 4, 10)).weeks(Ljubljana);

        assert_eq!(weeks.iter().map(Vec::len).collect::<Vec<_>>(), [7; 5]);
        let days: Vec<&PlanDay> = weeks.iter().flatten().collect();
        let told = |is: fn(&PlanDay) -> bool| -> Vec<String> {
            let days = days.iter().filter(|day| is(day));
            days.map(|day| day.day.format("%-d. %-m.").to_string())
                .collect()
        };
        assert_eq!(told(|day| !day.is_within), ["7. 3.", "8. 3.", "9. 3."]);
        assert_eq!(told(|day| day.is_first), ["10. 3."]);
        assert_eq!(told(|day| day.is_last), ["10. 4."]);
        assert_eq!(told(|day| day.changes_clock), ["27. 3."]);
        assert_eq!(told(|day| day.is_weekend).len(), 10);
        assert!(told(|day| day.is_holiday).is_empty());
        let easter = plan((2022, 4, 18), (2022, 4, 18)).weeks(Ljubljana);
        assert!(
            easter
                .iter()
                .flatten()
                .next()
                .is_some_and(|day| day.is_holiday)
        );
    }

    #[test]
    fn a_window_that_is_too_long_to_be_counted_is_not_drawn() {
        assert_eq!(plan((2022, 1, 3), (2022, 4, 24)).weeks(Ljubljana).len(), 16);
        assert!(
            plan((2022, 1, 3), (2022, 4, 25))
                .weeks(Ljubljana)
                .is_empty()
        );
        assert!(
            plan((2022, 1, 3), (2026, 4, 25))
                .weeks(Ljubljana)
                .is_empty()
        );
    }

    #[test]
    fn holidays_are_no_working_days_and_no_end() {
        let facts = plan((2022, 4, 18), (2022, 4, 27)).facts(Ljubljana);

        assert_eq!((facts.days, facts.working_days, facts.holidays), (10, 6, 2));
        assert_eq!(facts.better_last_day, NaiveDate::from_ymd_opt(2022, 4, 28));
    }
}
