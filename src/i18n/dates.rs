//! How moments and days are written, in the zone of the authority.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Timelike};
use chrono_tz::{OffsetName, Tz};

use super::{Args, Catalogue, Language};
use crate::kernel::clock::Instant;

/// A way to write a moment. Deadlines are exclusive: local midnight is written as 24.00 of the day before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `nedelje, 10. aprila 2022, do 24.00`, after "do".
    Deadline,
    /// `nedeljo, 10. aprila 2022, ob 24.00`, after "v".
    DeadlineAccusative,
    /// `nedelje, 10. aprila, do 24.00`, where space is short.
    DeadlineBrief,
    /// `10. 4. 2022`: the last day before a deadline.
    LastDayShort,
    /// `četrtek, 10. marca 2022, ob 0.00`, after "v".
    OpeningAccusative,
    /// `sreda, 6. april 2022`.
    Day,
    /// `srede, 6. aprila 2022`, after "do" and "od".
    DayGenitive,
    /// `sredo, 6. aprila 2022`, after "v".
    DayAccusative,
    /// `6. 4. 2022`.
    DayShort,
    /// `sreda, 6. april 2022, ob 21.14`.
    Moment,
    /// `sreda, 6. april 2022, ob 21.14.07 (srednjeevropski poletni čas)`.
    MomentZone,
    /// `6. 4. 2022, 21.14`, for tables and histories.
    Stamp,
    /// `2022-04-06T21:14:07+02:00`, for `datetime` attributes.
    Iso,
}

impl Style {
    /// The style with this name, as templates write it.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "deadline" => Self::Deadline,
            "deadline_accusative" => Self::DeadlineAccusative,
            "deadline_brief" => Self::DeadlineBrief,
            "last_day_short" => Self::LastDayShort,
            "opening_accusative" => Self::OpeningAccusative,
            "day" => Self::Day,
            "day_genitive" => Self::DayGenitive,
            "day_accusative" => Self::DayAccusative,
            "day_short" => Self::DayShort,
            "moment" => Self::Moment,
            "moment_zone" => Self::MomentZone,
            "stamp" => Self::Stamp,
            "iso" => Self::Iso,
            _ => return None,
        })
    }

    fn key(self) -> &'static str {
        match self {
            Self::Deadline => "dates-deadline",
            Self::DeadlineAccusative => "dates-deadline-accusative",
            Self::DeadlineBrief => "dates-deadline-brief",
            Self::LastDayShort | Self::DayShort => "dates-day-short",
            Self::OpeningAccusative => "dates-opening-accusative",
            Self::Day => "dates-day",
            Self::DayGenitive => "dates-day-genitive",
            Self::DayAccusative => "dates-day-accusative",
            Self::Moment => "dates-moment",
            Self::MomentZone => "dates-moment-zone",
            Self::Stamp => "dates-stamp",
            Self::Iso => "",
        }
    }

    fn is_deadline(self) -> bool {
        matches!(
            self,
            Self::Deadline | Self::DeadlineAccusative | Self::DeadlineBrief | Self::LastDayShort
        )
    }
}

/// A moment written in a style, in the given zone.
pub fn moment(
    catalogue: &Catalogue,
    lang: Language,
    zone: Tz,
    at: Instant,
    style: Style,
) -> String {
    let local = at.utc().with_timezone(&zone);
    if style == Style::Iso {
        return local.to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
    }
    let ends_the_day_before = style.is_deadline() && local.time() == NaiveTime::MIN;
    let date = local.date_naive();
    let date = if ends_the_day_before {
        date.checked_sub_days(Days::new(1)).unwrap_or(date)
    } else {
        date
    };
    let mut args = date_args(date);
    set_time(catalogue, lang, &mut args, &local, ends_the_day_before);
    catalogue.format(lang, style.key(), &args)
}

/// A local date (no hour, no zone) written in a style.
pub fn day(catalogue: &Catalogue, lang: Language, date: NaiveDate, style: Style) -> String {
    match style {
        Style::Iso => date.to_string(),
        _ => catalogue.format(lang, style.key(), &date_args(date)),
    }
}

/// Day and year are passed as text, so that 2022 does not become 2.022; month and weekday as numbers to choose by.
fn date_args(date: NaiveDate) -> Args<'static> {
    let mut args = Args::new();
    args.set("day", date.day().to_string());
    args.set("month", date.month());
    args.set("year", date.year().to_string());
    args.set("weekday", date.weekday().number_from_monday());
    args
}

fn set_time(
    catalogue: &Catalogue,
    lang: Language,
    args: &mut Args<'static>,
    local: &DateTime<Tz>,
    ends_the_day_before: bool,
) {
    let hour = if ends_the_day_before {
        24
    } else {
        local.hour()
    };
    let mut parts = Args::new();
    parts.set("hour", hour.to_string());
    parts.set("minute", format!("{:02}", local.minute()));
    parts.set("second", format!("{:02}", local.second()));
    args.set("time", catalogue.format(lang, "dates-time", &parts));
    args.set(
        "clock",
        catalogue.format(lang, "dates-time-seconds", &parts),
    );
    let mut zone = Args::new();
    zone.set(
        "abbreviation",
        local.offset().abbreviation().unwrap_or("UTC").to_owned(),
    );
    args.set("zone", catalogue.format(lang, "dates-zone", &zone));
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Ljubljana;

    use super::*;

    fn sl(at: &str, style: Style) -> String {
        write(Language::Sl, at, style)
    }

    fn write(lang: Language, at: &str, style: Style) -> String {
        let catalogue = Catalogue::load().expect("the catalogues are valid");
        let at = Instant::new(at.parse().expect("a moment"));
        moment(&catalogue, lang, Ljubljana, at, style)
    }

    #[test]
    fn local_midnight_is_written_as_the_end_of_the_day_before() {
        let close = "2022-04-10T22:00:00Z";

        assert_eq!(
            sl(close, Style::Deadline),
            "nedelje, 10. aprila 2022, do 24.00"
        );
        assert_eq!(
            sl(close, Style::DeadlineAccusative),
            "nedeljo, 10. aprila 2022, ob 24.00"
        );
        assert_eq!(sl(close, Style::LastDayShort), "10. 4. 2022");
        assert_eq!(
            write(Language::En, close, Style::Deadline),
            "Sunday, 10 April 2022, 24:00"
        );
    }

    #[test]
    fn a_deadline_within_a_day_keeps_its_hour() {
        assert_eq!(
            sl("2022-04-08T10:30:00Z", Style::Deadline),
            "petka, 8. aprila 2022, do 12.30"
        );
    }

    #[test]
    fn an_opening_at_midnight_belongs_to_its_own_day() {
        assert_eq!(
            sl("2022-03-09T23:00:00Z", Style::OpeningAccusative),
            "četrtek, 10. marca 2022, ob 0.00"
        );
    }

    #[test]
    fn midnight_after_the_change_to_summer_time_is_the_end_of_that_day() {
        assert_eq!(
            sl("2022-03-27T22:00:00Z", Style::Deadline),
            "nedelje, 27. marca 2022, do 24.00"
        );
        assert_eq!(
            sl("2022-03-26T23:00:00Z", Style::Deadline),
            "sobote, 26. marca 2022, do 24.00"
        );
    }

    #[test]
    fn midnight_after_the_change_to_winter_time_is_the_end_of_that_day() {
        assert_eq!(
            sl("2022-10-30T23:00:00Z", Style::Deadline),
            "nedelje, 30. oktobra 2022, do 24.00"
        );
    }

    #[test]
    fn the_hour_that_exists_twice_is_told_apart_by_the_zone() {
        assert_eq!(
            sl("2022-10-30T00:30:00Z", Style::MomentZone),
            "nedelja, 30. oktober 2022, ob 2.30.00 (srednjeevropski poletni čas)"
        );
        assert_eq!(
            sl("2022-10-30T01:30:00Z", Style::MomentZone),
            "nedelja, 30. oktober 2022, ob 2.30.00 (srednjeevropski čas)"
        );
    }

    #[test]
    fn moments_and_days_have_their_own_words() {
        let at = "2022-04-06T19:14:07Z";

        assert_eq!(sl(at, Style::Moment), "sreda, 6. april 2022, ob 21.14");
        assert_eq!(sl(at, Style::Day), "sreda, 6. april 2022");
        assert_eq!(sl(at, Style::DayAccusative), "sredo, 6. aprila 2022");
        assert_eq!(sl(at, Style::Stamp), "6. 4. 2022, 21.14");
        assert_eq!(sl(at, Style::Iso), "2022-04-06T21:14:07+02:00");
        assert_eq!(
            write(Language::En, at, Style::MomentZone),
            "Wednesday, 6 April 2022, 21:14:07 (Central European Summer Time)"
        );
    }

    #[test]
    fn a_date_without_an_hour_is_written_as_a_day() {
        let catalogue = Catalogue::load().expect("the catalogues are valid");
        let date = NaiveDate::from_ymd_opt(2022, 5, 13).expect("a date");

        assert_eq!(
            day(&catalogue, Language::Sl, date, Style::DayGenitive),
            "petka, 13. maja 2022"
        );
    }
}
