//! The workspace of a consultation: what is ready, each part's form, what was changed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::http::render::{FieldError, Page};
use crate::kernel::clock::Instant;

/// The form that begins a consultation; posts `title`, `first_day`, `last_day`, `like`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct NewConsultationPage {
    /// What stands in the fields.
    pub values: BTreeMap<String, String>,
    /// What was refused.
    pub errors: Vec<FieldError>,
    /// What the days mean, once they are days.
    pub plan: Option<PlanEntry>,
    /// Consultations whose working group, ways and contacts can be taken over.
    pub templates: Vec<Template>,
}

/// A consultation that can be taken over.
#[derive(Clone, Debug, Serialize)]
pub struct Template {
    /// Its part of the address.
    pub slug: String,
    /// Its title.
    pub title: String,
}

/// What the days of a window mean.
#[derive(Clone, Debug, Serialize)]
pub struct PlanEntry {
    /// Local dates.
    pub first_day: String,
    /// The last day that is in.
    pub last_day: String,
    /// How long it is.
    pub days: i64,
    /// The shortest that needs no reason.
    pub least: i32,
    /// Days on which offices are open.
    pub working_days: i64,
    /// Saturdays and Sundays.
    pub weekend_days: i64,
    /// Holidays that are no weekend.
    pub holidays: i64,
    /// Days on which the clock is changed.
    pub clock_changes: Vec<String>,
    /// The next day on which offices are open, when the last one is none.
    pub better_last_day: Option<String>,
    /// Its weeks, from Monday to Sunday; none when it is too long to be drawn.
    pub weeks: Vec<WeekEntry>,
}

/// A week of a window.
#[derive(Clone, Debug, Serialize)]
pub struct WeekEntry {
    /// The month of its last day, from 1.
    pub month: u32,
    /// Whether the week before was of another one.
    pub begins_month: bool,
    /// From Monday on.
    pub days: Vec<DayEntry>,
}

/// A day of such a week.
#[derive(Clone, Debug, Serialize)]
pub struct DayEntry {
    /// Of the month.
    pub day: u32,
    /// Whether comments are accepted.
    pub is_within: bool,
    /// Whether it is the first one.
    pub is_first: bool,
    /// Whether it is the last one.
    pub is_last: bool,
    /// A Saturday or a Sunday.
    pub is_weekend: bool,
    /// A holiday that is no weekend.
    pub is_holiday: bool,
    /// Whether the clock is changed.
    pub changes_clock: bool,
}

/// A link for outsiders.
#[derive(Clone, Debug, Serialize)]
pub struct PreviewRow {
    /// What the form calls it.
    pub id: String,
    /// Whom it is for.
    pub label: String,
    /// The whole address.
    pub url: String,
    /// Until when it holds.
    pub expires_at: Instant,
}

/// The home of a consultation for its coordinator.
#[derive(Clone, Debug, Serialize)]
pub struct Workspace {
    /// Links for outsiders that hold, the newest first.
    pub previews: Vec<PreviewRow>,
    /// How many people a notice would reach.
    pub subscribers: i64,
    /// By how many days an extension would make outages good.
    pub days_lost: i64,
    /// Its title.
    pub title: String,
    /// Its phase.
    pub phase: String,
    /// When the window opens.
    pub opens_at: Instant,
    /// When the window closes (exclusive).
    pub closes_at: Instant,
    /// What has to be there before it can be announced.
    pub gate: Vec<GateRow>,
    /// How many of them are.
    pub ready: usize,
    /// What is good to have.
    pub parts: Vec<PartRow>,
    /// When it was announced.
    pub announced_at: Option<Instant>,
    /// Whether the draft can be read from the announcement on.
    pub shows_draft_early: bool,
    /// Whether the text may still be changed.
    pub can_write: bool,
    /// What stands in the fields of the acts.
    pub values: BTreeMap<String, String>,
    /// What was refused.
    pub errors: Vec<FieldError>,
    /// Whether an adoption was recorded.
    pub is_adopted: bool,
}

/// Something that has to be there.
#[derive(Clone, Debug, Serialize)]
pub struct GateRow {
    /// `text`, `reasons`, `window`, `channels`, `contact`, `privacy`.
    pub key: String,
    /// The part it is written in.
    pub part: String,
    /// The field it is written in.
    pub field: String,
    /// What is missing: `nothing`, `no_reason`, `too_soon`, `opened`; `None` when it is ready.
    pub missing: Option<String>,
    /// How many days it would be.
    pub days: i64,
    /// How many it has to be.
    pub least: i32,
    /// How much there is: sections, contacts.
    pub count: usize,
}

/// A part that is good to have.
#[derive(Clone, Debug, Serialize)]
pub struct PartRow {
    /// `group`, `relations`, `phases`, `english`.
    pub key: String,
    /// The part it is written in.
    pub part: String,
    /// How much there is.
    pub count: usize,
}

/// The form of a part; posts its fields, `base` and `action` (`save`, `check`, `more`).
#[derive(Clone, Debug, Serialize)]
pub struct PartPage {
    /// `basics`, `text`, `window`, `channels`, `group`, `relations`, `phases`.
    pub part: String,
    /// What stands in the fields; every field of the part is there.
    pub values: BTreeMap<String, String>,
    /// The rows of its list, some of them empty.
    pub rows: Vec<RowFields>,
    /// What the form was made from.
    pub base: String,
    /// What was refused.
    pub errors: Vec<FieldError>,
    /// What somebody else wrote meanwhile, where it differs from what stands here.
    pub theirs: Vec<DifferenceEntry>,
    /// Whether it can no longer be changed here.
    pub is_locked: bool,
    /// Whether the address of the page stays.
    pub is_announced: bool,
    /// Whether its text is the adopted one.
    pub is_adopted: bool,
    /// What the days mean, in the part about the window.
    pub plan: Option<PlanEntry>,
    /// The events minutes can be brought of.
    pub events: Vec<EventOption>,
}

/// An event to choose.
#[derive(Clone, Debug, Serialize)]
pub struct EventOption {
    /// What tells it apart.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// Its day.
    pub on: String,
}

/// A row of a list.
#[derive(Clone, Debug, Serialize)]
pub struct RowFields {
    /// Its number in the names of its fields.
    pub number: usize,
    /// What stands in its fields, by their own names.
    pub values: BTreeMap<String, String>,
}

/// A field that two versions of a part say differently.
#[derive(Clone, Debug, Serialize)]
pub struct DifferenceEntry {
    /// Its own name.
    pub field: String,
    /// The number of its row, from 1; 0 outside lists.
    pub row: usize,
    /// What stood in it.
    pub before: String,
    /// What stands in it now.
    pub after: String,
}

/// What was changed, the last change first.
#[derive(Clone, Debug, Serialize)]
pub struct History {
    /// The changes.
    pub changes: Vec<ChangeEntry>,
    /// Where older ones follow.
    pub next: Option<i64>,
}

/// One change.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeEntry {
    /// The part.
    pub part: String,
    /// Who it was.
    pub who: Option<String>,
    /// When.
    pub at: Instant,
    /// What is different.
    pub differences: Vec<DifferenceEntry>,
}

/// Standing texts of an authority; posts a field for each in each language.
#[derive(Clone, Debug, Serialize)]
pub struct AuthorityTexts {
    /// What stands in the fields.
    pub values: BTreeMap<String, String>,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

impl Page for AuthorityTexts {
    const TEMPLATE: &'static str = "desk/texts.html";
}

/// What an authority says of itself and its rules; posts its fields.
#[derive(Clone, Debug, Serialize)]
pub struct AuthoritySettings {
    /// What stands in the fields; every one is there.
    pub values: BTreeMap<String, String>,
    /// Where its logo is, if it has one.
    pub logo_url: Option<String>,
    /// What reference numbers begin with; stays.
    pub reference_prefix: String,
    /// What was refused.
    pub errors: Vec<FieldError>,
}

impl Page for AuthoritySettings {
    const TEMPLATE: &'static str = "desk/authority.html";
}

impl Page for NewConsultationPage {
    const TEMPLATE: &'static str = "desk/new_consultation.html";
}

impl Page for Workspace {
    const TEMPLATE: &'static str = "desk/workspace.html";
}

impl Page for PartPage {
    const TEMPLATE: &'static str = "desk/part.html";
}

impl Page for History {
    const TEMPLATE: &'static str = "desk/history.html";
}
