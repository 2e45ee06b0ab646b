//! The gate before the public: what has to be there before a consultation can be announced (product.md, "The life of a
//! consultation", 1).

use chrono::NaiveDate;
use strum::IntoStaticStr;

use super::parts::{Part, WindowPlan};

/// What must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum Requirement {
    Text,
    Reasons,
    Window,
    Channels,
    Contact,
    Privacy,
}

impl Requirement {
    /// Where it is written.
    pub fn part(self) -> Part {
        match self {
            Self::Text => Part::Text,
            Self::Reasons => Part::Basics,
            Self::Window => Part::Window,
            Self::Channels | Self::Contact | Self::Privacy => Part::Channels,
        }
    }

    /// The field in which it is written.
    pub fn field(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Reasons => "purpose",
            Self::Window => "first_day",
            Self::Channels => "channels_note",
            Self::Contact => "contact_0_name",
            Self::Privacy => "privacy_note",
        }
    }
}

/// What is missing from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing is written.
    Nothing,
    /// The window is shorter than the rule and no reason says why.
    NoReason { days: i64, least: i32 },
    /// It opens sooner after the announcement than the rule.
    TooSoon { days: i64, least: i32 },
    /// It would have opened already.
    Opened,
}

/// What the gate looks at.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub sections: usize,
    pub has_purpose: bool,
    pub plan: WindowPlan,
    pub has_channels: bool,
    pub contacts: usize,
    pub has_privacy: bool,
    /// Rules of the authority, in days.
    pub shortest_window: i32,
    pub announced_before: i32,
}

impl Prepared {
    /// Every requirement, with what is missing from it if it were announced on `day`.
    pub fn check(&self, day: NaiveDate) -> [(Requirement, Option<Missing>); 6] {
        let written = |is: bool| (!is).then_some(Missing::Nothing);
        [
            (Requirement::Text, written(self.sections > 0)),
            (Requirement::Reasons, written(self.has_purpose)),
            (Requirement::Window, self.check_window(day)),
            (Requirement::Channels, written(self.has_channels)),
            (Requirement::Contact, written(self.contacts > 0)),
            (Requirement::Privacy, written(self.has_privacy)),
        ]
    }

    /// What is missing if it were announced on `day`.
    pub fn missing(&self, day: NaiveDate) -> Vec<(Requirement, Missing)> {
        self.check(day)
            .into_iter()
            .filter_map(|(requirement, missing)| Some((requirement, missing?)))
            .collect()
    }

    fn check_window(&self, day: NaiveDate) -> Option<Missing> {
        let plan = &self.plan;
        let before = (plan.first_day - day).num_days();
        if before < 0 || (before == 0 && self.announced_before > 0) {
            return Some(Missing::Opened);
        }
        if before < i64::from(self.announced_before) {
            return Some(Missing::TooSoon {
                days: before,
                least: self.announced_before,
            });
        }
        let is_short = plan.days() < i64::from(self.shortest_window);
        (is_short && plan.short_window_reason.is_empty()).then(|| Missing::NoReason {
            days: plan.days(),
            least: self.shortest_window,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2022, month, day).expect("a date")
    }

    fn prepared() -> Prepared {
        Prepared {
            sections: 10,
            has_purpose: true,
            plan: WindowPlan {
                first_day: day(3, 10),
                last_day: day(4, 8),
                short_window_reason: String::new(),
                answers_on: None,
                shows_draft_early: false,
            },
            has_channels: true,
            contacts: 1,
            has_privacy: true,
            shortest_window: 30,
            announced_before: 7,
        }
    }

    #[test]
    fn nothing_is_missing_from_what_is_complete_in_time() {
        assert_eq!(prepared().missing(day(3, 3)), []);
    }

    #[test]
    fn each_part_that_is_not_there_is_named() {
        let empty = Prepared {
            sections: 0,
            has_purpose: false,
            has_channels: false,
            contacts: 0,
            has_privacy: false,
            ..prepared()
        };

        let missing: Vec<Requirement> = empty
            .missing(day(3, 3))
            .into_iter()
            .map(|(requirement, _what)| requirement)
            .collect();

        assert_eq!(
            missing,
            [
                Requirement::Text,
                Requirement::Reasons,
                Requirement::Channels,
                Requirement::Contact,
                Requirement::Privacy
            ]
        );
    }

    #[test]
    fn a_window_is_announced_before_it_opens_and_as_long_before_as_the_rule_says() {
        let at = |today| prepared().check_window(today);

        assert_eq!(at(day(3, 3)), None);
        assert_eq!(at(day(3, 4)), Some(Missing::TooSoon { days: 6, least: 7 }));
        assert_eq!(at(day(3, 10)), Some(Missing::Opened));
        assert_eq!(at(day(3, 11)), Some(Missing::Opened));
        let at_once = Prepared {
            announced_before: 0,
            ..prepared()
        };
        assert_eq!(at_once.check_window(day(3, 10)), None);
    }

    #[test]
    fn a_window_one_day_shorter_than_the_rule_needs_a_reason() {
        let mut short = prepared();
        short.plan.last_day = day(4, 7);

        assert_eq!(
            short.check_window(day(3, 3)),
            Some(Missing::NoReason {
                days: 29,
                least: 30
            })
        );
        short.plan.short_window_reason = "Rok sofinanciranja.".to_owned();
        assert_eq!(short.check_window(day(3, 3)), None);
    }
}
