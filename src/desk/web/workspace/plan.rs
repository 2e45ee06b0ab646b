//! A planned window as its form tells it.

use chrono::Datelike as _;

use crate::consultations::{Authority, Content, Part, PlanDay, Values, WindowPlan};
use crate::desk::page::{DayEntry, PlanEntry, WeekEntry};

/// What the typed days mean, if they are days.
pub(super) fn plan_of(values: &Values, authority: &Authority) -> Option<PlanEntry> {
    match Content::parse(Part::Window, values) {
        Ok(Content::Window(plan)) => Some(plan_entry(&plan, authority)),
        _ => None,
    }
}

/// What the days of a window mean.
fn plan_entry(plan: &WindowPlan, authority: &Authority) -> PlanEntry {
    let facts = plan.facts(authority.zone);
    PlanEntry {
        weeks: week_entries(plan.weeks(authority.zone)),
        first_day: plan.first_day.to_string(),
        last_day: plan.last_day.to_string(),
        days: facts.days,
        least: authority.shortest_window,
        working_days: facts.working_days,
        weekend_days: facts.weekend_days,
        holidays: facts.holidays,
        clock_changes: facts
            .clock_changes
            .iter()
            .map(ToString::to_string)
            .collect(),
        better_last_day: facts.better_last_day.map(|day| day.to_string()),
    }
}

/// Each week by the month of its last day, which is told where it begins.
fn week_entries(weeks: Vec<Vec<PlanDay>>) -> Vec<WeekEntry> {
    let mut before = 0;
    let entry = |week: Vec<PlanDay>| {
        let month = week.last().map_or(0, |last| last.day.month());
        let begins_month = std::mem::replace(&mut before, month) != month;
        WeekEntry {
            month,
            begins_month,
            days: week.into_iter().map(DayEntry::from).collect(),
        }
    };
    weeks.into_iter().map(entry).collect()
}

impl From<PlanDay> for DayEntry {
    fn from(day: PlanDay) -> Self {
        Self {
            day: day.day.day(),
            is_within: day.is_within,
            is_first: day.is_first,
            is_last: day.is_last,
            is_weekend: day.is_weekend,
            is_holiday: day.is_holiday,
            changes_clock: day.changes_clock,
        }
    }
}
