//! The baseline of durable writing on SQLite: the same rows by the same functions in a plain loop, one commit for each
//! comment.

use std::time::{Duration, Instant};

use anyhow::Context;
use diesel::connection::SimpleConnection as _;
use posvet::testing::audit::{self, Entry, Scope};
use posvet::testing::comments::{CommentKind, SubmitterKind};
use posvet::testing::comments::{ReceivedComment, insert_comments, words_of};
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
use posvet::testing::submissions::{Channel, Submitter, reference};
use posvet::testing::submissions::{Numbers, ReceivedSubmission, SentUnder, insert_submissions};
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
            let (submission, comment) = rows(&consultation, &passage)?;
            connection.batch_execute("begin immediate")?;
            self.write(&mut connection, &consultation, submission, &comment)?;
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
        mut submission: ReceivedSubmission,
        comment: &ReceivedComment,
    ) -> Result<(), DatabaseError> {
        let mut numbers = Numbers::default();
        submission.number = numbers.next(connection, consultation.id)?;
        numbers.store(connection)?;
        submission.reference = reference(&consultation.reference_prefix, submission.number);
        insert_submissions(connection, &[&submission])?;
        insert_comments(connection, &[(submission.comments_with(), comment)])?;
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

fn rows(
    consultation: &Consultation,
    passage: &Passage,
) -> anyhow::Result<(ReceivedSubmission, ReceivedComment)> {
    let (ids, now) = (Ids::Random, Clock::system().now());
    let key = hex(&ids.bytes::<16>());
    let submission = ReceivedSubmission {
        id: ids.next(now),
        consultation_id: consultation.id,
        number: 0,
        reference: String::new(),
        channel: Channel::Web,
        language: Language::Sl,
        received_at: now,
        confirmed_at: None,
        is_late: false,
        content_digest: digest(&[TEXT.as_bytes()]).to_vec(),
        submitter: Submitter {
            kind: SubmitterKind::Individual,
            name: "Oseba A".to_owned(),
            organisation: String::new(),
            email: Some(EmailAddress::parse(&format!("oseba.{key}@example.org"))?),
            publish_name: false,
        },
        sent_under: Some(SentUnder {
            key,
            digest: digest(&[TEXT.as_bytes()]).to_vec(),
        }),
    };
    let comment = ReceivedComment {
        id: ids.next(now),
        position: 1,
        section_id: passage.section.as_ref().map(|section| section.id),
        paragraph_id: passage.paragraph.as_ref().map(|paragraph| paragraph.id),
        revision_id: passage.revision.id,
        kind: CommentKind::Content,
        body: TEXT.to_owned(),
        proposed_text: String::new(),
        words: words_of(TEXT, "", submission.submitter.public_name(), Language::Sl),
    };
    Ok((submission, comment))
}
