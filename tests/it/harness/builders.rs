//! Rows a test needs, with defaults for everything it does not care about.

use chrono::TimeDelta;
use diesel::prelude::*;
use posvet::testing::accounts::By;
use posvet::testing::comments::{
    CommentKind, Disposition, SubmitterKind, Work, set_first_answered,
};
use posvet::testing::comments::{ReceivedComment, words_of};
use posvet::testing::consultations::ParagraphKind;
use posvet::testing::consultations::{
    self, Consultation, NewConsultation, NewParagraph, NewSection, Window, find_passage,
    insert_consultation, insert_section, is_late,
};
use posvet::testing::db::DatabaseError;
use posvet::testing::db::schema::comments;
use posvet::testing::i18n::Language;
use posvet::testing::kernel::clock::Instant;
use posvet::testing::kernel::email_address::EmailAddress;
use posvet::testing::kernel::{ids::CommentId, ids::Ids, ids::SubscriberId};
use posvet::testing::responses::insert_response;
use posvet::testing::submissions::{Channel, Submitter};
use posvet::testing::submissions::{Numbers, ReceivedSubmission};
use posvet::testing::submissions::{Received, record_all};
use posvet::testing::subscribers::{MailingList, SubscriberState};
use posvet::testing::subscribers::{NewSubscriber, insert_subscriber};

use super::answers::response;
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
        let new = NewConsultation {
            id: ids.next(now),
            authority_id: if self.in_maribor {
                app.maribor
            } else {
                app.kranj
            },
            revision_id: ids.next(now),
            event_id: ids.next(now),
            slug: self.slug,
            title: "Strategija socialnega varstva".to_owned(),
            title_en: Some("Social care strategy".to_owned()),
            short_title: "Socialno varstvo".to_owned(),
            summary: "Kaj bo občina naredila.".to_owned(),
            summary_en: None,
            purpose: "Zakaj.".to_owned(),
            channels_note: "Tudi po pošti.".to_owned(),
            privacy_note: "Ime ni objavljeno.".to_owned(),
            announced_at: window.opens_at.plus(TimeDelta::days(-10)),
            window,
            answers_expected_at: None,
            released_at: self.is_released.then_some(now),
            shows_draft_early: self.shows_draft_early,
            draft_noun: None,
            working_group: vec!["vodja".to_owned(), "koordinatorka".to_owned()],
            created_at: now,
        };
        let id = new.id;
        app.db()
            .write::<_, DatabaseError, _>(move |connection| {
                insert_consultation(connection, &new)?;
                for number in 1..=3 {
                    insert_section(
                        connection,
                        new.id,
                        new.revision_id,
                        &section(&ids, now, number),
                    )?;
                }
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

fn section(ids: &Ids, now: Instant, number: i32) -> NewSection {
    let piece = |kind, own: String, title: &str, body: &str| NewParagraph {
        id: ids.next(now),
        kind,
        number: own,
        title: title.to_owned(),
        body: body.to_owned(),
        is_key_goal: false,
        indicator: String::new(),
        holder: String::new(),
        deadline: String::new(),
    };
    NewSection {
        id: ids.next(now),
        number,
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

/// A confirmed comment on the whole draft.
pub fn a_comment(consultation: &Consultation) -> CommentBuilder {
    CommentBuilder {
        consultation: consultation.clone(),
        body: "Zavetišče naj bo odprto vse leto.".to_owned(),
        proposed_text: String::new(),
        email: None,
        section: None,
        state: Work::New,
        is_confirmed: true,
        organisation: None,
        disposition: None,
        name: "Oseba".to_owned(),
        publish_name: false,
    }
}

pub struct CommentBuilder {
    consultation: Consultation,
    body: String,
    proposed_text: String,
    email: Option<String>,
    section: Option<i32>,
    state: Work,
    is_confirmed: bool,
    organisation: Option<String>,
    disposition: Option<Disposition>,
    name: String,
    publish_name: bool,
}

impl CommentBuilder {
    pub fn body(mut self, text: &str) -> Self {
        text.clone_into(&mut self.body);
        self
    }

    pub fn proposing(mut self, text: &str) -> Self {
        text.clone_into(&mut self.proposed_text);
        self
    }

    pub fn email(mut self, address: &str) -> Self {
        self.email = Some(address.to_owned());
        self
    }

    pub fn of_organisation(mut self, name: &str) -> Self {
        self.organisation = Some(name.to_owned());
        self
    }

    pub fn named(mut self, name: &str, publish: bool) -> Self {
        name.clone_into(&mut self.name);
        self.publish_name = publish;
        self
    }

    pub fn in_section(mut self, number: i32) -> Self {
        self.section = Some(number);
        self
    }

    /// Its link has not been followed.
    pub fn unconfirmed(mut self) -> Self {
        self.is_confirmed = false;
        self
    }

    pub fn in_state(mut self, state: Work) -> Self {
        self.state = state;
        self
    }

    /// Its response is public.
    pub fn answered(mut self, disposition: Disposition) -> Self {
        self.disposition = Some(disposition);
        self.in_state(Work::Released)
    }

    pub async fn insert(self, app: &TestApp) -> CommentId {
        let (now, ids) = (app.clock.now(), app.state.context.ids.clone());
        let tokens = app.state.context.tokens.clone();
        let id: CommentId = ids.next(now);
        let response = match self.disposition {
            Some(disposition) => Some(response(app, &self.consultation, disposition).await),
            None => None,
        };
        app.db()
            .write::<_, DatabaseError, _>(move |connection| {
                let paragraph = self.section.map(|_section| "1");
                let passage =
                    find_passage(connection, self.consultation.id, self.section, paragraph)?
                        .unwrap();
                let mut numbers = Numbers::default();
                let number = numbers.next(connection, self.consultation.id)?;
                numbers.store(connection)?;
                let submission = self.submission(&ids, now, number);
                let comment = ReceivedComment {
                    id,
                    position: 1,
                    section_id: passage.section.as_ref().map(|section| section.id),
                    paragraph_id: passage.paragraph.as_ref().map(|paragraph| paragraph.id),
                    revision_id: passage.revision.id,
                    kind: CommentKind::Content,
                    body: self.body.clone(),
                    proposed_text: self.proposed_text.clone(),
                    words: words_of(
                        &self.body,
                        &self.proposed_text,
                        submission.submitter.public_name(),
                        submission.language,
                    ),
                };
                let comments = std::slice::from_ref(&comment);
                let received = Received {
                    by: &By::Guest,
                    submission: &submission,
                    comments,
                };
                record_all(connection, &tokens, &[received])?;
                let Some(response) = &response else {
                    diesel::update(comments::table.filter(comments::id.eq(id)))
                        .set(comments::work.eq(self.state))
                        .execute(connection)?;
                    return Ok(());
                };
                insert_response(connection, response)?;
                set_first_answered(connection, id, &response.answered()).map(|_is_first| ())
            })
            .await
            .unwrap();
        id
    }

    fn submission(&self, ids: &Ids, now: Instant, number: i64) -> ReceivedSubmission {
        ReceivedSubmission {
            id: ids.next(now),
            consultation_id: self.consultation.id,
            number,
            reference: posvet::testing::submissions::reference(
                &self.consultation.reference_prefix,
                number,
            ),
            channel: Channel::Web,
            language: Language::Sl,
            received_at: now,
            confirmed_at: self.is_confirmed.then_some(now),
            is_late: is_late(&self.consultation.window, now),
            sent_under: None,
            content_digest: vec![1],
            submitter: Submitter {
                kind: match self.organisation {
                    Some(_) => SubmitterKind::Organisation,
                    None => SubmitterKind::Individual,
                },
                name: self.name.clone(),
                organisation: self.organisation.clone().unwrap_or_default(),
                email: self
                    .email
                    .as_deref()
                    .map(|email| EmailAddress::parse(email).unwrap()),
                publish_name: self.publish_name,
            },
        }
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
        state: SubscriberState::Confirmed,
    }
}

pub struct SubscriberBuilder {
    list: MailingList,
    email: String,
    language: Language,
    state: SubscriberState,
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

    pub async fn insert(self, app: &TestApp) -> SubscriberId {
        let now = app.clock.now();
        let id = app.state.context.ids.next(now);
        let email = EmailAddress::parse(&self.email).unwrap();
        app.db()
            .write::<_, DatabaseError, _>(move |connection| {
                insert_subscriber(
                    connection,
                    &NewSubscriber {
                        id,
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
