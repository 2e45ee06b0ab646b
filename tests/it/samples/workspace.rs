//! The workspace of a consultation.

use posvet::testing::desk::{
    page::AuthoritySettings, page::AuthorityTexts, page::ChangeEntry, page::DayEntry,
    page::DifferenceEntry, page::GateRow, page::History, page::NewConsultationPage, page::PartPage,
    page::PartRow, page::PlanEntry, page::PreviewRow, page::RowFields, page::Template,
    page::WeekEntry, page::Workspace,
};
use posvet::testing::http::{render::FieldError, render::Site};

use super::{Shown, at, of_authority, of_desk};

/// A part, its fields, the fields in the rows of its list.
type Fields = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

const PARTS: [Fields; 9] = [
    (
        "basics",
        &[
            "title",
            "short_title",
            "slug",
            "draft_noun",
            "procedure",
            "valid_from",
            "valid_to",
            "summary",
            "purpose",
            "target_groups",
            "title_en",
            "short_title_en",
            "summary_en",
            "purpose_en",
            "target_groups_en",
        ],
        &[],
    ),
    ("text", &["text"], &[]),
    (
        "window",
        &[
            "first_day",
            "last_day",
            "short_window_reason",
            "answers_on",
            "shows_draft_early",
        ],
        &[],
    ),
    (
        "channels",
        &["channels_note", "privacy_note"],
        &["name", "email", "phone", "hours"],
    ),
    (
        "group",
        &["preparing_body", "appointing_act"],
        &["role", "name", "public"],
    ),
    ("relations", &[], &["title", "period", "url"]),
    (
        "phases",
        &[],
        &["title", "description", "starts_on", "ends_on"],
    ),
    (
        "events",
        &[],
        &[
            "title",
            "starts_at",
            "ends_at",
            "place",
            "url",
            "description",
            "minutes",
        ],
    ),
    ("documents", &["upload_title"], &["title", "url", "file"]),
];

/// Adds them all.
pub fn add(shown: &mut Shown<'_>) {
    let site = Site {
        staff: of_desk().staff,
        ..of_authority()
    };
    shown.add("new-consultation", &site, &beginning(Vec::new(), None));
    let wrong = vec![FieldError::new("title", "desk-fault-missing")];
    let refused = beginning(wrong, Some(plan(12)));
    shown.add("new-consultation-errors", &site, &refused);
    shown.add("workspace", &of_desk(), &workspace("preparing", false));
    shown.add("workspace-ready", &of_desk(), &workspace("preparing", true));
    for phase in ["announced", "open", "closed", "answered", "adopted"] {
        let name = format!("workspace-{phase}");
        shown.add(&name, &of_desk(), &workspace(phase, true));
    }
    for fields in PARTS {
        shown.add(&format!("part-{}", fields.0), &of_desk(), &part(fields));
    }
    let changed = PartPage {
        errors: vec![FieldError::new("theirs", "desk-part-changed")],
        theirs: vec![difference("title", 0)],
        ..part(PARTS[0])
    };
    shown.add("part-changed", &of_desk(), &changed);
    let locked = PartPage {
        is_locked: true,
        is_announced: true,
        ..part(PARTS[2])
    };
    shown.add("part-locked", &of_desk(), &locked);
    let settings = AuthoritySettings {
        values: [
            "name",
            "short_name",
            "department",
            "contact_email",
            "contact_phone",
            "postal_address",
            "time_zone",
            "shortest_window",
            "announced_before",
            "announced_before_regulation",
            "announced_before_spatial",
            "second_factor",
            "main_colour",
            "english",
            "logo_text",
            "logo_text_en",
        ]
        .map(|name| (name.to_owned(), String::new()))
        .into(),
        logo_url: Some("/logos/1".into()),
        reference_prefix: "KRANJ".into(),
        errors: vec![FieldError::new("name", "desk-fault-missing")],
    };
    shown.add("settings", &site, &settings);
    let texts = AuthorityTexts {
        values: ["how", "privacy", "accessibility"]
            .into_iter()
            .flat_map(|name| [format!("{name}_sl"), format!("{name}_en")])
            .map(|field| (field, String::new()))
            .collect(),
        errors: vec![FieldError::new("how_sl", "desk-fault-too-long").with("max", 20_000)],
    };
    shown.add("texts", &site, &texts);
    shown.add("history", &of_desk(), &history());
    let empty = History {
        changes: Vec::new(),
        next: None,
    };
    shown.add("history-empty", &of_desk(), &empty);
}

fn plan(days: i64) -> PlanEntry {
    PlanEntry {
        first_day: "2022-03-10".into(),
        last_day: "2022-04-10".into(),
        days,
        least: 30,
        working_days: 22,
        weekend_days: 10,
        holidays: 0,
        clock_changes: vec!["2022-03-27".into()],
        better_last_day: Some("2022-04-11".into()),
        weeks: vec![WeekEntry {
            month: 3,
            begins_month: true,
            days: (7..14)
                .map(|day| DayEntry {
                    day,
                    is_within: day > 9,
                    is_first: day == 10,
                    is_last: false,
                    is_weekend: day > 11,
                    is_holiday: day == 11,
                    changes_clock: day == 13,
                })
                .collect(),
        }],
    }
}

fn beginning(errors: Vec<FieldError>, plan: Option<PlanEntry>) -> NewConsultationPage {
    NewConsultationPage {
        values: ["title", "first_day", "last_day", "like"]
            .map(|name| (name.to_owned(), String::new()))
            .into(),
        errors,
        plan,
        templates: vec![Template {
            slug: "starejsi".into(),
            title: "Varstvo starejših".into(),
        }],
    }
}

fn workspace(phase: &str, is_ready: bool) -> Workspace {
    let row = |key: &str, part: &str, missing: Option<&str>| GateRow {
        key: key.into(),
        part: part.into(),
        field: "field".into(),
        missing: missing.filter(|_missing| !is_ready).map(str::to_owned),
        days: 12,
        least: 30,
        count: 10,
    };
    let good = |key: &str, count| PartRow {
        key: key.into(),
        part: "group".into(),
        count,
    };
    Workspace {
        days_lost: i64::from(phase == "open"),
        subscribers: 1_215,
        previews: vec![PreviewRow {
            id: "1".into(),
            label: "Mestni svet".into(),
            url: "https://posvet.example.org/sl/preview/1/token".into(),
            expires_at: at("2022-03-01T08:00:00Z"),
        }],
        title: "Strategija razvoja socialnega varstva".into(),
        phase: phase.into(),
        opens_at: at("2022-03-09T23:00:00Z"),
        closes_at: at("2022-04-10T22:00:00Z"),
        gate: vec![
            row("text", "text", Some("nothing")),
            row("reasons", "basics", None),
            row("window", "window", Some("no_reason")),
            row("channels", "channels", Some("too_soon")),
            row("contact", "channels", None),
            row("privacy", "channels", Some("opened")),
        ],
        ready: if is_ready { 6 } else { 2 },
        parts: vec![
            good("group", 9),
            good("relations", 0),
            good("phases", 2),
            good("events", 3),
            good("documents", 1),
            good("english", 1),
        ],
        announced_at: (phase != "preparing").then(|| at("2022-02-28T08:00:00Z")),
        shows_draft_early: phase == "announced",
        can_write: phase == "preparing",
        values: [
            "last_day",
            "reason",
            "withdrawal",
            "body",
            "session",
            "adopted_on",
            "document_title",
            "document_url",
            "announce_at",
            "label",
            "outage_from",
            "outage_until",
            "outage_reason",
        ]
        .map(|name| (name.to_owned(), String::new()))
        .into(),
        errors: match phase {
            "open" => vec![FieldError::new("reason", "desk-fault-missing")],
            _ => Vec::new(),
        },
        is_adopted: phase == "adopted",
    }
}

fn part((part, fields, columns): Fields) -> PartPage {
    let own = |names: &[&str]| {
        names
            .iter()
            .map(|name| ((*name).to_owned(), String::new()))
            .collect()
    };
    let rows = (0..2).map(|number| RowFields {
        number,
        values: own(columns),
    });
    PartPage {
        part: part.into(),
        values: own(fields),
        rows: rows.filter(|_row| !columns.is_empty()).collect(),
        base: "0123456789abcdef".into(),
        errors: Vec::new(),
        theirs: Vec::new(),
        is_locked: false,
        is_announced: false,
        plan: (part == "window").then(|| plan(32)),
        events: Vec::new(),
        is_adopted: false,
    }
}

fn difference(field: &str, row: usize) -> DifferenceEntry {
    DifferenceEntry {
        field: field.into(),
        row,
        before: "Prej".into(),
        after: "Potem".into(),
    }
}

fn history() -> History {
    let change = |part: &str, differences| ChangeEntry {
        part: part.into(),
        who: Some("koordinatorka".into()),
        at: at("2022-02-24T08:00:00Z"),
        differences,
    };
    History {
        changes: vec![
            change("basics", vec![difference("title", 0)]),
            change("channels", vec![difference("contact_name", 1)]),
            change(
                "text",
                vec![difference("letters", 0), difference("hash", 0)],
            ),
        ],
        next: Some(7),
    }
}
