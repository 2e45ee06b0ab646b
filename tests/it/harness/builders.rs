//! Rows a test needs, with defaults for everything it does not care about.

use chrono::TimeDelta;
use diesel::prelude::*;
use posvet::testing::consultations::{
    self, Basics, Channels, Consultation, Content, Group, Member, NewConsultation, Texts, Window,
    WindowEvent, WindowEventKind, insert_consultation, insert_window_event, write_content,
};
use posvet::testing::db::{DatabaseError, schema::consultations as consultations_table};
use posvet::testing::drafts::{
    NewDraft, NewGoal, NewParagraph, NewSection, ParagraphKind, insert_draft, insert_section,
};
use posvet::testing::i18n::Language;
use posvet::testing::jobs::NewJob;
use posvet::testing::kernel::clock::Instant;
use posvet::testing::kernel::email_address::EmailAddress;
use posvet::testing::kernel::{ids::Ids, ids::JobId, ids::SubscriptionId};
use posvet::testing::subscribers::{MailingList, SubscriptionState};
use posvet::testing::subscribers::{NewSubscription, insert_subscription};

use super::app::TestApp;

/// An open consultation of Kranj with three sections, closing in three days.
pub fn a_consultation() -> ConsultationBuilder {
    ConsultationBuilder {
        slug: "socialno-varstvo".to_owned(),
        in_maribor: false,
        window: None,
        closing: 3,
        is_released: false,
        shows_draft_early: false,
    }
}

pub struct ConsultationBuilder {
    slug: String,
    in_maribor: bool,
    window: Option<Window>,
    closing: i64,
    is_released: bool,
    shows_draft_early: bool,
}

impl ConsultationBuilder {
    pub fn slug(mut self, slug: &str) -> Self {
        slug.clone_into(&mut self.slug);
        self
    }

    pub fn in_authority(mut self, slug: &str) -> Self {
        self.in_maribor = slug == "maribor";
        self
    }

    /// Days from now until the window closes; negative when it has.
    pub fn closing_in(mut self, days: i64) -> Self {
        self.closing = days;
        self
    }

    /// The responses have been released just now.
    pub fn released(mut self) -> Self {
        self.is_released = true;
        self.closing_in(-5)
    }

    pub fn showing_its_draft_early(mut self) -> Self {
        self.shows_draft_early = true;
        self
    }

    pub fn window(mut self, opens_at: Instant, closes_at: Instant) -> Self {
        self.window = Some(Window {
            opens_at,
            closes_at,
        });
        self
    }

    pub async fn insert(self, app: &TestApp) -> Consultation {
        let (now, ids) = (app.clock.now(), app.state.context.ids.clone());
        let window = self.window.unwrap_or(Window {
            opens_at: now.plus(TimeDelta::days(-20)),
            closes_at: now.plus(TimeDelta::days(self.closing)),
        });
        let authority_id = if self.in_maribor {
            app.maribor
        } else {
            app.kranj
        };
        let draft = NewDraft {
            id: ids.next(now),
            authority_id,
            revision_id: ids.next(now),
            published_at: window.opens_at,
            created_at: now,
        };
        let new = NewConsultation {
            id: ids.next(now),
            authority_id,
            draft_id: draft.id,
            slug: self.slug.clone(),
            title: "Strategija socialnega varstva".to_owned(),
            short_title: "Socialno varstvo".to_owned(),
            window,
            created_at: now,
        };
        let (id, slug) = (new.id, self.slug);
        let announced_at = window.opens_at.plus(TimeDelta::days(-10));
        let released_at = self.is_released.then_some(now);
        let shows_draft_early = self.shows_draft_early;
        app.db()
            .write::<_, DatabaseError, _>(move |connection| {
                insert_draft(connection, &draft)?;
                for number in 1..=3 {
                    insert_section(connection, &draft, &section(&ids, now, number))?;
                }
                insert_consultation(connection, &new)?;
                for content in contents(&slug) {
                    write_content(connection, id, &content)?;
                }
                let event = WindowEvent {
                    kind: WindowEventKind::Announced,
                    window,
                    reason: String::new(),
                    recorded_at: announced_at,
                };
                insert_window_event(connection, (ids.next(now), id), &event)?;
                diesel::update(consultations_table::table.find(id))
                    .set((
                        consultations_table::announced_at.eq(Some(announced_at)),
                        consultations_table::released_at.eq(released_at),
                        consultations_table::shows_draft_early.eq(shows_draft_early),
                    ))
                    .execute(connection)?;
                Ok(())
            })
            .await
            .unwrap();
        app.db()
            .read(move |connection| consultations::find_by_id(connection, id))
            .await
            .unwrap()
            .unwrap()
    }
}

/// What it says of itself.
fn contents(slug: &str) -> [Content; 3] {
    let basics = Basics {
        slug: slug.to_owned(),
        own: Texts {
            title: "Strategija socialnega varstva".to_owned(),
            short_title: "Socialno varstvo".to_owned(),
            summary: "Kaj bo občina naredila.".to_owned(),
            purpose: "Zakaj.".to_owned(),
            target_groups: String::new(),
        },
        english: Texts {
            title: "Social care strategy".to_owned(),
            ..Texts::default()
        },
        ..Basics::default()
    };
    let channels = Channels {
        channels_note: "Tudi po pošti.".to_owned(),
        privacy_note: "Ime ni objavljeno.".to_owned(),
        contacts: Vec::new(),
    };
    let member = |role: &str| Member {
        role_name: role.to_owned(),
        ..Member::default()
    };
    let group = Group {
        preparing_body: String::new(),
        appointing_act: String::new(),
        members: vec![member("vodja"), member("koordinatorka")],
    };
    [
        Content::Basics(Box::new(basics)),
        Content::Channels(channels),
        Content::Group(group),
    ]
}

fn section(ids: &Ids, now: Instant, number: i32) -> NewSection {
    let piece = |kind, own: String, title: &str, body: &str| NewParagraph {
        id: ids.next(now),
        kind,
        number: own,
        title: title.to_owned(),
        body: body.to_owned(),
        goal: (kind == ParagraphKind::Goal).then(|| NewGoal {
            id: ids.next(now),
            is_key: false,
            indicator: String::new(),
            holder: String::new(),
            deadline: String::new(),
        }),
    };
    NewSection {
        id: ids.next(now),
        position: number,
        title: format!("Poglavje {number}"),
        short_title: format!("P{number}"),
        paragraphs: vec![
            piece(ParagraphKind::Heading, format!("{number}.1"), "Stanje", ""),
            piece(
                ParagraphKind::Text,
                "1".to_owned(),
                "",
                "Zavetišče obratuje od 1. novembra do 31. marca.",
            ),
            piece(
                ParagraphKind::Goal,
                format!("{number}.1"),
                "Nočno zavetišče",
                "Odpreti nočno zavetišče.",
            ),
        ],
    }
}

/// A confirmed subscriber of one consultation.
pub fn a_subscriber(consultation: &Consultation) -> SubscriberBuilder {
    SubscriberBuilder {
        list: MailingList {
            authority_id: consultation.authority.id,
            consultation_id: Some(consultation.id),
            name: consultation.title.clone(),
        },
        email: "ana@example.org".to_owned(),
        language: Language::Sl,
        state: SubscriptionState::Confirmed,
    }
}

pub struct SubscriberBuilder {
    list: MailingList,
    email: String,
    language: Language,
    state: SubscriptionState,
}

impl SubscriberBuilder {
    pub fn of_authority(mut self) -> Self {
        self.list.consultation_id = None;
        self
    }

    pub fn email(mut self, address: &str) -> Self {
        address.clone_into(&mut self.email);
        self
    }

    pub fn language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    pub async fn insert(self, app: &TestApp) -> SubscriptionId {
        let now = app.clock.now();
        let ids = &app.state.context.ids;
        let (id, subscriber_id) = (ids.next(now), ids.next(now));
        let email = EmailAddress::parse(&self.email).unwrap();
        app.db()
            .write::<_, DatabaseError, _>(move |connection| {
                insert_subscription(
                    connection,
                    &NewSubscription {
                        id,
                        subscriber_id,
                        list: &self.list,
                        email: &email,
                        language: self.language,
                        state: self.state,
                        created_at: now,
                    },
                )
            })
            .await
            .unwrap();
        id
    }
}

/// A job of the kind `release` on `key` that nobody began.
pub fn a_job(id: JobId, key: &str) -> NewJob {
    NewJob {
        id,
        kind: "release",
        key: key.to_owned(),
        staff_id: None,
        title: "Socialno varstvo".to_owned(),
        path: "/desk".to_owned(),
        is_cancellable: true,
        total: 4,
    }
}
