//! Writes each part into the fields it is read from.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Basics, Channels, Content, Event, Group, WindowPlan};
use crate::consultations::domain::LOCAL_TIME;
use crate::consultations::domain::values::{Values, put, put_row};
use crate::drafts::markdown;

impl Content {
    /// Writes it into the fields it is read from.
    pub fn values(&self) -> Values {
        match self {
            Self::Basics(basics) => basics.values(),
            Self::Text(sections) => [("text".to_owned(), markdown::write(sections))]
                .into_iter()
                .filter(|_text| !sections.is_empty())
                .collect(),
            Self::Window(plan) => plan.values(),
            Self::Channels(channels) => channels.values(),
            Self::Group(group) => group.values(),
            Self::Relations(relations) => {
                let mut values = Values::new();
                for (number, one) in relations.iter().enumerate() {
                    let columns = [
                        ("title", one.title.as_str()),
                        ("period", &one.period),
                        ("url", &one.url),
                    ];
                    put_row(&mut values, "relation", number, &columns);
                }
                values
            }
            Self::Phases(phases) => {
                let mut values = Values::new();
                for (number, one) in phases.iter().enumerate() {
                    let columns = [
                        ("title", one.title.as_str()),
                        ("description", &one.description),
                        ("starts_on", &one.starts_on.to_string()),
                        ("ends_on", &written_day(one.ends_on)),
                    ];
                    put_row(&mut values, "phase", number, &columns);
                }
                values
            }
            Self::Events(events) => {
                let mut values = Values::new();
                for (number, one) in events.iter().enumerate() {
                    let columns = event_columns(one);
                    let columns = columns
                        .each_ref()
                        .map(|(name, text)| (*name, text.as_str()));
                    put_row(&mut values, "event", number, &columns);
                }
                values
            }
            Self::Documents(documents) => {
                let mut values = Values::new();
                for (number, one) in documents.iter().enumerate() {
                    let file = one.file.map(|file| file.to_string()).unwrap_or_default();
                    let columns = [
                        ("title", one.title.as_str()),
                        ("url", &one.url),
                        ("file", &file),
                    ];
                    put_row(&mut values, "related", number, &columns);
                }
                values
            }
        }
    }
}

fn event_columns(event: &Event) -> [(&'static str, String); 8] {
    let time = |at: NaiveDateTime| at.format(LOCAL_TIME).to_string();
    [
        ("title", event.title.clone()),
        ("description", event.description.clone()),
        ("place", event.place.clone()),
        ("url", event.url.clone()),
        ("starts_at", time(event.starts_at)),
        ("ends_at", event.ends_at.map(time).unwrap_or_default()),
        ("minutes", event.minutes.clone()),
        (
            "file",
            event
                .minutes_file
                .map(|id| id.to_string())
                .unwrap_or_default(),
        ),
    ]
}

fn written_day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

impl Basics {
    fn values(&self) -> Values {
        let mut values = Values::new();
        put(&mut values, "slug", &self.slug);
        put(&mut values, "draft_noun", &self.draft_noun);
        put(&mut values, "procedure", self.procedure.into_str());
        for (name, year) in [("valid_from", self.valid_from), ("valid_to", self.valid_to)] {
            put(
                &mut values,
                name,
                &year.map(|year| year.to_string()).unwrap_or_default(),
            );
        }
        for (suffix, texts) in [("", &self.own), ("_en", &self.english)] {
            for (name, text) in [
                ("title", &texts.title),
                ("short_title", &texts.short_title),
                ("summary", &texts.summary),
                ("purpose", &texts.purpose),
                ("target_groups", &texts.target_groups),
            ] {
                put(&mut values, &format!("{name}{suffix}"), text);
            }
        }
        values
    }
}

impl Channels {
    fn values(&self) -> Values {
        let mut values = Values::new();
        put(&mut values, "channels_note", &self.channels_note);
        put(&mut values, "privacy_note", &self.privacy_note);
        for (number, one) in self.contacts.iter().enumerate() {
            let columns = [
                ("name", one.name.as_str()),
                ("email", &one.email),
                ("phone", &one.phone),
                ("hours", &one.hours),
            ];
            put_row(&mut values, "contact", number, &columns);
        }
        values
    }
}

impl Group {
    fn values(&self) -> Values {
        let mut values = Values::new();
        put(&mut values, "preparing_body", &self.preparing_body);
        put(&mut values, "appointing_act", &self.appointing_act);
        for (number, one) in self.members.iter().enumerate() {
            let columns = [
                ("role", one.role_name.as_str()),
                ("name", &one.name),
                ("public", if one.is_name_public { "true" } else { "" }),
            ];
            put_row(&mut values, "member", number, &columns);
        }
        values
    }
}

impl WindowPlan {
    fn values(&self) -> Values {
        let mut values = Values::new();
        put(&mut values, "first_day", &self.first_day.to_string());
        put(&mut values, "last_day", &self.last_day.to_string());
        put(
            &mut values,
            "short_window_reason",
            &self.short_window_reason,
        );
        put(&mut values, "answers_on", &written_day(self.answers_on));
        let early = if self.shows_draft_early { "true" } else { "" };
        put(&mut values, "shows_draft_early", early);
        values
    }
}
