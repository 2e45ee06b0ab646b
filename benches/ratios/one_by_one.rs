//! The baseline of durable writing on SQLite: the same rows by the same functions in a plain loop, one commit for each
//! comment.

use std::time::{Duration, Instant};

use anyhow::Context;
use diesel::connection::SimpleConnection as _;
use posvet::testing::accounts::By;
use posvet::testing::audit::{self, Entry, Scope};
use posvet::testing::comments::insert_comments;
use posvet::testing::comments::{CommentKind, SubmitterKind};
use posvet::testing::consultations::Consultation;
use posvet::testing::consultations::find_for_staff;
use posvet::testing::db::{DatabaseError, DatabaseUrl, DbConnection};
use posvet::testing::drafts::Passage;
use posvet::testing::drafts::find_passage;
use posvet::testing::i18n::Language;
use posvet::testing::kernel::clock::Clock;
use posvet::testing::kernel::email_address::EmailAddress;
use posvet::testing::kernel::ids::Ids;
use posvet::testing::kernel::{token::Tokens, token::digest, token::hex};
use posvet::testing::mail::Message;
use posvet::testing::mail::{outbox, outbox::NewMail};
use posvet::testing::submissions::{
    Arrival, Channel, Numbers, Point, Sent, SentUnder, Submitter, insert_items, insert_submissions,
};
use serde_json::{Value, json};

use crate::form::TEXT;
use crate::report::Run;
use crate::site::OPEN;

/// Where comments go and what their mails say.
#[derive(Clone)]
pub(crate) struct Loop {
    pub(crate) url: DatabaseUrl,
    pub(crate) tokens: Tokens,
    /// Parameters of a confirmation mail, as the server writes them.
    pub(crate) params: Value,
}

impl Loop {
    /// Writes for `turn`.
    pub(crate) fn run(&self, turn: Duration) -> anyhow::Result<Run> {
        let mut connection = self.url.connect()?;
        let (consultation, passage) = place(&mut connection)?;
        let started = Instant::now();
        let mut count = 0_u32;
        while started.elapsed() < turn {
            let arrival = arrival(&consultation, &passage)?;
            connection.batch_execute("begin immediate")?;
            self.write(&mut connection, &consultation, arrival)?;
            connection.batch_execute("commit")?;
            count += 1;
        }
        Ok(Run {
            per_second: f64::from(count) / started.elapsed().as_secs_f64(),
            latencies: Vec::new(),
        })
    }

    fn write(
        &self,
        connection: &mut DbConnection,
        consultation: &Consultation,
        mut arrival: Arrival,
    ) -> Result<(), DatabaseError> {
        let mut numbers = Numbers::default();
        arrival.number(numbers.next(connection, consultation.id)?);
        numbers.store(connection)?;
        let submission = arrival.submission;
        insert_submissions(connection, &[&submission])?;
        for comment in &arrival.comments {
            insert_items(connection, &[(submission.id, comment)])?;
            insert_comments(connection, &[(submission.comments_with(), comment)])?;
        }
        if let Some(recipient) = submission.submitter.email.clone() {
            let mail = NewMail {
                message: Message::ConfirmSubmission,
                content_id: None,
                authority_id: consultation.authority.id,
                recipient,
                language: submission.language,
                link_id: submission.id.uuid(),
                params: self.params.clone(),
            };
            outbox::enqueue(connection, &mail, submission.received_at)?;
        }
        let after = json!({
            "reference": submission.reference,
            "content": hex(&submission.content_digest),
        });
        let entry = Entry {
            actor: "guest".to_owned(),
            action: "submission.received",
            subject: format!("submission:{}", submission.id),
            scope: Scope::default(),
            before: None,
            after: &after,
        };
        audit::append(connection, &self.tokens, submission.received_at, &entry)
    }
}

/// What the form comments on.
pub(crate) fn place(connection: &mut DbConnection) -> anyhow::Result<(Consultation, Passage)> {
    let (authority, slug) = OPEN.split_once('/').context("a path")?;
    let consultation = find_for_staff(connection, authority, slug)?.context("the consultation")?;
    let passage = find_passage(connection, consultation.draft_id, Some(3), Some("1"))?;
    Ok((consultation, passage.context("the paragraph")?))
}

fn arrival(consultation: &Consultation, passage: &Passage) -> anyhow::Result<Arrival> {
    let (ids, now) = (Ids::Random, Clock::system().now());
    let key = hex(&ids.bytes::<16>());
    let sent = Sent {
        channel: Channel::Web,
        language: Language::Sl,
        received_at: now,
        confirmed_at: None,
        submitter: Submitter {
            kind: SubmitterKind::Individual,
            name: "Oseba A".to_owned(),
            organisation: String::new(),
            email: Some(EmailAddress::parse(&format!("oseba.{key}@example.org"))?),
            publish_name: false,
        },
        under: Some(SentUnder {
            key,
            digest: digest(&[TEXT.as_bytes()]).to_vec(),
        }),
        points: vec![Point::on(passage, CommentKind::Content, TEXT, "")],
    };
    Ok(Arrival::new(&ids, By::Guest, consultation, sent))
}
