//! Days free of work in Slovenia: Zakon o praznikih in dela prostih dnevih v Republiki Sloveniji (ZPDPD-1, Uradni list RS 112/05 and
//! later, the second of January again since 2017), as of 2026. Easter Mondays are a table of the Gregorian computus
//! (<https://www.assa.org.au/edm>) from 2020 to 2040; a day outside it is simply not marked.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Month and day of those that come on the same day each year.
const FIXED: [(u32, u32); 12] = [
    (1, 1),
    (1, 2),
    (2, 8),
    (4, 27),
    (5, 1),
    (5, 2),
    (6, 25),
    (8, 15),
    (10, 31),
    (11, 1),
    (12, 25),
    (12, 26),
];

/// Easter Sundays: year, month, day.
const EASTER: [(i32, u32, u32); 21] = [
    (2020, 4, 12),
    (2021, 4, 4),
    (2022, 4, 17),
    (2023, 4, 9),
    (2024, 3, 31),
    (2025, 4, 20),
    (2026, 4, 5),
    (2027, 3, 28),
    (2028, 4, 16),
    (2029, 4, 1),
    (2030, 4, 21),
    (2031, 4, 13),
    (2032, 3, 28),
    (2033, 4, 17),
    (2034, 4, 9),
    (2035, 3, 25),
    (2036, 4, 13),
    (2037, 4, 5),
    (2038, 4, 25),
    (2039, 4, 10),
    (2040, 4, 1),
];

/// Whether the day is a holiday free of work.
pub fn is_holiday(day: NaiveDate) -> bool {
    let is_easter_monday = day
        .checked_sub_days(Days::new(1))
        .is_some_and(|sunday| EASTER.contains(&(sunday.year(), sunday.month(), sunday.day())));
    is_easter_monday || FIXED.contains(&(day.month(), day.day()))
}

/// Whether it is a Saturday or a Sunday.
pub fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Whether offices are open.
pub fn is_working_day(day: NaiveDate) -> bool {
    !is_weekend(day) && !is_holiday(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_of_2022_that_are_no_weekend_are_known() {
        let year = (0..365).filter_map(|days| {
            NaiveDate::from_ymd_opt(2022, 1, 1)?.checked_add_days(Days::new(days))
        });

        let found: Vec<String> = year
            .filter(|day| is_holiday(*day) && !is_weekend(*day))
            .map(|day| day.format("%-d. %-m.").to_string())
            .collect();

        assert_eq!(
            found,
            [
                "8. 2.", "18. 4.", "27. 4.", "2. 5.", "15. 8.", "31. 10.", "1. 11.", "26. 12."
            ]
        );
    }

    #[test]
    fn easter_is_always_a_sunday_in_spring() {
        for (year, month, day) in EASTER {
            let day = NaiveDate::from_ymd_opt(year, month, day).expect("a date");
            assert_eq!(day.weekday(), Weekday::Sun, "{day}");
            assert!((81..=116).contains(&day.ordinal()), "{day}");
        }
    }
}
