//! Comments a test needs, received by the one door.

use diesel::prelude::*;
use posvet::testing::accounts::By;
use posvet::testing::comments::{
    CommentKind, Disposition, SubmitterKind, Work, set_first_answered,
};
use posvet::testing::consultations::Consultation;
use posvet::testing::db::DatabaseError;
use posvet::testing::db::schema::comments;
use posvet::testing::drafts::{Passage, find_passage};
use posvet::testing::i18n::Language;
use posvet::testing::kernel::clock::Instant;
use posvet::testing::kernel::email_address::EmailAddress;
use posvet::testing::kernel::ids::CommentId;
use posvet::testing::responses::insert_response;
use posvet::testing::submissions::{Arrival, Channel, Point, Sent, Submitter, record_submission};

use super::answers::response;
use super::app::TestApp;

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
                let passage = find_passage(
                    connection,
                    self.consultation.draft_id,
                    self.section,
                    paragraph,
                )?
                .unwrap();
                let sent = self.sent(now, &passage);
                let mut arrival = Arrival::new(&ids, By::Guest, &self.consultation, sent);
                for comment in &mut arrival.comments {
                    comment.id = id;
                }
                record_submission(connection, &tokens, arrival)?;
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

    fn sent(&self, now: Instant, passage: &Passage) -> Sent {
        Sent {
            channel: Channel::Web,
            language: Language::Sl,
            received_at: now,
            confirmed_at: self.is_confirmed.then_some(now),
            under: None,
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
            points: vec![Point::on(
                passage,
                CommentKind::Content,
                &self.body,
                &self.proposed_text,
            )],
        }
    }
}
