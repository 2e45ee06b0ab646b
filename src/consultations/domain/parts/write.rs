//! Writes each part into the fields it is read from.

use chrono::NaiveDate;

use super::{Basics, Channels, Content, Group, WindowPlan};
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
        }
    }
}

fn written_day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

impl Basics {
    fn values(&self) -> Values {
        let mut values = Values::new();
        put(&mut values, "slug", &self.slug);
        put(&mut values, "draft_noun", &self.draft_noun);
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
