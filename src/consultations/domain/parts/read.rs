//! Reads the fields of each part.

use super::{
    Basics, Channels, Contact, Content, Document, Event, Group, Member, Part, PhaseEntry, Relation,
    Revised, Texts, WindowPlan,
};
use crate::consultations::domain::values::{Fault, FaultKind, Reader, Values};
use crate::consultations::domain::{InvalidSlug, check_slug};
use crate::drafts::{NoDraft, WrittenSection, markdown};
use crate::kernel::limits;
use crate::kernel::procedure::Procedure;

/// Most passages of a draft: each is a row that is written in the one write that saves it.
const MOST_PASSAGES: usize = 3_000;

/// What stands before the first heading of a draft is a section with this title.
const PREFACE: &str = "Uvod";

impl Content {
    /// Reads the fields of a part.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn parse(part: Part, values: &Values) -> Result<Self, Vec<Fault>> {
        let reader = Reader::new(values);
        match part {
            Part::Basics => basics(reader).map(|basics| Self::Basics(Box::new(basics))),
            Part::Text => text(values).map(Self::Text),
            Part::Window => window(reader).map(Self::Window),
            Part::Channels => channels(reader).map(Self::Channels),
            Part::Group => group(reader).map(Self::Group),
            Part::Relations => relations(reader).map(Self::Relations),
            Part::Phases => phases(reader).map(Self::Phases),
            Part::Events => events(reader).map(Self::Events),
            Part::Documents => documents(reader).map(Self::Documents),
        }
    }
}

fn basics(mut reader: Reader<'_>) -> Result<Basics, Vec<Fault>> {
    let title = reader.needed("title", limits::NAME);
    let slug = reader.needed("slug", limits::NAME);
    if !slug.is_empty() && check_slug(&slug) == Err(InvalidSlug) {
        reader.fault("slug", FaultKind::NoSlug);
    }
    let (from, to) = (reader.year("valid_from"), reader.year("valid_to"));
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        reader.fault("valid_to", FaultKind::EndsBefore);
    }
    let own = Texts {
        short_title: reader.needed("short_title", limits::NAME),
        ..texts(&mut reader, "", title)
    };
    let title_en = reader.line("title_en", limits::NAME);
    let english = Texts {
        short_title: reader.line("short_title_en", limits::NAME),
        ..texts(&mut reader, "_en", title_en)
    };
    let basics = Basics {
        slug,
        draft_noun: reader.line("draft_noun", limits::NAME),
        procedure: procedure(&mut reader),
        valid_from: from,
        valid_to: to,
        own,
        english,
    };
    reader.end(Some(basics))
}

fn procedure(reader: &mut Reader<'_>) -> Procedure {
    let chosen = reader.line("procedure", limits::NAME);
    match chosen.parse() {
        Ok(procedure) => procedure,
        Err(_unknown) => {
            if !chosen.is_empty() {
                reader.fault("procedure", FaultKind::Missing);
            }
            Procedure::default()
        }
    }
}

fn texts(reader: &mut Reader<'_>, suffix: &str, title: String) -> Texts {
    let mut text = |name: &str, limit| reader.text(&format!("{name}{suffix}"), limit);
    Texts {
        title,
        short_title: String::new(),
        summary: text("summary", limits::NOTE),
        purpose: text("purpose", limits::TEXT),
        target_groups: text("target_groups", limits::NOTE),
    }
}

fn count_passages(sections: &[WrittenSection]) -> usize {
    sections.iter().map(|section| section.pieces.len()).sum()
}

fn text(values: &Values) -> Result<Vec<WrittenSection>, Vec<Fault>> {
    let text = values.get("text").map_or("", String::as_str);
    let refuse = |kind| Err(vec![Fault::new("text", kind)]);
    if !limits::DRAFT.allows(text) {
        return refuse(FaultKind::TooLong(limits::DRAFT));
    }
    match markdown::parse(text, PREFACE) {
        Ok(sections) if MOST_PASSAGES < count_passages(&sections) => {
            refuse(FaultKind::TooMany(MOST_PASSAGES))
        }
        Ok(sections) => Ok(sections),
        Err(NoDraft::Empty) => refuse(FaultKind::NoText),
        Err(NoDraft::NoHeading) => refuse(FaultKind::NoHeading),
        Err(NoDraft::EmptySection(number)) => refuse(FaultKind::EmptySection(number)),
    }
}

fn window(mut reader: Reader<'_>) -> Result<WindowPlan, Vec<Fault>> {
    let days = (
        reader.needed_day("first_day"),
        reader.needed_day("last_day"),
    );
    let answers_on = reader.day("answers_on");
    if let (Some(first), Some(last)) = days {
        if last < first {
            reader.fault("last_day", FaultKind::EndsBefore);
        } else if answers_on.is_some_and(|answers| answers <= last) {
            reader.fault("answers_on", FaultKind::EndsBefore);
        }
    }
    let short_window_reason = reader.text("short_window_reason", limits::NOTE);
    let shows_draft_early = reader.is_checked("shows_draft_early");
    let plan = days.0.zip(days.1).map(|(first_day, last_day)| WindowPlan {
        first_day,
        last_day,
        short_window_reason,
        answers_on,
        shows_draft_early,
    });
    reader.end(plan)
}

fn channels(mut reader: Reader<'_>) -> Result<Channels, Vec<Fault>> {
    let rows = reader.rows("contact");
    let contacts = rows.into_iter().map(|number| {
        let field = |column: &str| format!("contact_{number}_{column}");
        Contact {
            name: reader.needed(&field("name"), limits::NAME),
            email: reader.address(&field("email")),
            phone: reader.line(&field("phone"), limits::NAME),
            hours: reader.line(&field("hours"), limits::NAME),
        }
    });
    let contacts = contacts.collect();
    let channels = Channels {
        channels_note: reader.text("channels_note", limits::NOTE),
        privacy_note: reader.text("privacy_note", limits::TEXT),
        contacts,
    };
    reader.end(Some(channels))
}

fn group(mut reader: Reader<'_>) -> Result<Group, Vec<Fault>> {
    let rows = reader.rows("member");
    let members = rows.into_iter().map(|number| {
        let field = |column: &str| format!("member_{number}_{column}");
        Member {
            role_name: reader.needed(&field("role"), limits::NAME),
            name: reader.line(&field("name"), limits::NAME),
            is_name_public: reader.is_checked(&field("public")),
        }
    });
    let members = members.collect();
    let group = Group {
        preparing_body: reader.line("preparing_body", limits::NAME),
        appointing_act: reader.line("appointing_act", limits::NAME),
        members,
    };
    reader.end(Some(group))
}

fn relations(mut reader: Reader<'_>) -> Result<Vec<Relation>, Vec<Fault>> {
    let rows = reader.rows("relation");
    let relations = rows.into_iter().map(|number| {
        let field = |column: &str| format!("relation_{number}_{column}");
        Relation {
            title: reader.needed(&field("title"), limits::NAME),
            period: reader.line(&field("period"), limits::NAME),
            url: reader.link(&field("url")),
        }
    });
    let relations = relations.collect();
    reader.end(Some(relations))
}

fn phases(mut reader: Reader<'_>) -> Result<Vec<PhaseEntry>, Vec<Fault>> {
    let mut phases = Vec::new();
    for number in reader.rows("phase") {
        let field = |column: &str| format!("phase_{number}_{column}");
        let title = reader.needed(&field("title"), limits::NAME);
        let description = reader.text(&field("description"), limits::NOTE);
        let starts_on = reader.needed_day(&field("starts_on"));
        let ends_on = reader.day(&field("ends_on"));
        if starts_on
            .zip(ends_on)
            .is_some_and(|(starts, ends)| ends < starts)
        {
            reader.fault(&field("ends_on"), FaultKind::EndsBefore);
        }
        phases.extend(starts_on.map(|starts_on| PhaseEntry {
            title,
            description,
            starts_on,
            ends_on,
        }));
    }
    phases.sort_by_key(|phase| phase.starts_on);
    reader.end(Some(phases))
}

fn events(mut reader: Reader<'_>) -> Result<Vec<Event>, Vec<Fault>> {
    let mut events = Vec::new();
    for number in reader.rows("event") {
        let field = |column: &str| format!("event_{number}_{column}");
        let title = reader.needed(&field("title"), limits::NAME);
        let description = reader.text(&field("description"), limits::NOTE);
        let place = reader.line(&field("place"), limits::NAME);
        let url = reader.link(&field("url"));
        let minutes = reader.text(&field("minutes"), limits::NOTE);
        let minutes_file = reader.line(&field("file"), limits::NAME).parse().ok();
        let starts_at = reader.needed_time(&field("starts_at"));
        let ends_at = reader.time(&field("ends_at"));
        if starts_at
            .zip(ends_at)
            .is_some_and(|(starts, ends)| ends <= starts)
        {
            reader.fault(&field("ends_at"), FaultKind::EndsBefore);
        }
        events.extend(starts_at.map(|starts_at| Event {
            title,
            description,
            place,
            url,
            starts_at,
            ends_at,
            minutes,
            minutes_file,
            revised: Revised::default(),
        }));
    }
    events.sort_by_key(|event| event.starts_at);
    reader.end(Some(events))
}

fn documents(mut reader: Reader<'_>) -> Result<Vec<Document>, Vec<Fault>> {
    let rows = reader.rows("related");
    // A file whose title was emptied is removed.
    let is_kept = |reader: &Reader<'_>, number: usize| {
        let written = |column: &str| reader.has(&format!("related_{number}_{column}"));
        written("title") || written("url")
    };
    let rows: Vec<usize> = rows
        .into_iter()
        .filter(|number| is_kept(&reader, *number))
        .collect();
    let documents = rows.into_iter().map(|number| {
        let field = |column: &str| format!("related_{number}_{column}");
        let url = reader.link(&field("url"));
        let file = reader.line(&field("file"), limits::NAME).parse().ok();
        if url.is_empty() && file.is_none() {
            reader.fault(&field("url"), FaultKind::Missing);
        }
        Document {
            title: reader.needed(&field("title"), limits::NAME),
            url,
            file,
        }
    });
    let documents = documents.collect();
    reader.end(Some(documents))
}
