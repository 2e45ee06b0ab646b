//! Days and times as people type them and browsers send them.

use chrono::{NaiveDate, NaiveDateTime};

/// How a local time is kept and how browsers send it: `2022-04-10T17:00`.
pub const LOCAL_TIME: &str = "%Y-%m-%dT%H:%M";

/// A local time as browsers send it (`2022-04-10T17:00`) or people write it (`10. 4. 2022, 17.00`).
pub fn parse_time(text: &str) -> Option<NaiveDateTime> {
    let written = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];
    let sent = written
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    if let Some(time) = sent {
        return parse_day(&time.date().to_string()).map(|_known| time);
    }
    let text = text.replace([',', ':'], " ");
    let (day, hour) = text.trim().rsplit_once(char::is_whitespace)?;
    let (day, hour, minute) = match hour.split_once('.') {
        Some((hour, minute)) => (day, hour, minute),
        None => {
            let (day, before) = day.trim().rsplit_once(char::is_whitespace)?;
            (day, before, hour)
        }
    };
    let (hour, minute) = (hour.trim().parse().ok()?, minute.trim().parse().ok()?);
    parse_day(day.trim())?.and_hms_opt(hour, minute, 0)
}

/// A day as browsers send it (`2022-04-10`) or people write it (`10. 4. 2022`).
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let written = text.replace(' ', "");
    text.parse()
        .or_else(|_other| NaiveDate::parse_from_str(&written, "%d.%m.%Y"))
        .ok()
        .filter(|day: &NaiveDate| {
            use chrono::Datelike as _;
            (1900..=2200).contains(&day.year())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_browsers_send_it_and_as_people_write_it() {
        let day = NaiveDate::from_ymd_opt(2022, 4, 10);

        for text in ["2022-04-10", "10. 4. 2022", "10.4.2022", "10.04.2022"] {
            assert_eq!(parse_day(text), day, "{text}");
        }
        for text in [
            "2022-02-30",
            "31. 4. 2022",
            "10. 4. 22",
            "jutri",
            "0000-01-01",
        ] {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_is_read_as_browsers_send_it_and_as_people_write_it() {
        let time = NaiveDate::from_ymd_opt(2022, 4, 10).and_then(|day| day.and_hms_opt(17, 5, 0));

        for text in [
            "2022-04-10T17:05",
            "2022-04-10T17:05:00",
            "10. 4. 2022, 17.05",
            "10. 4. 2022 17:05",
            "10.4.2022 17.05",
        ] {
            assert_eq!(parse_time(text), time, "{text}");
        }
        for text in [
            "2022-04-10",
            "10. 4. 2022",
            "17.05",
            "10. 4. 2022, 25.00",
            "",
            "jutri ob 17.00",
        ] {
            assert_eq!(parse_time(text), None, "{text}");
        }
    }
}
