//! Loads the comments of a sample with their responses, and the subscribers.

use anyhow::Context as _;
use chrono::TimeDelta;
use chrono_tz::Tz;
use serde_json::json;

use super::files::{CommentSample, Comments, SubscriberSample, read};
use super::load::Loader;
use crate::accounts::{By, find_staff_by_email};
use crate::comments::{SubmitterKind, Work};
use crate::consultations::{Consultation, find_for_staff};
use crate::db::{DatabaseError, DbConnection, StoreResult};
use crate::drafts::{Passage, find_passage};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::StaffId;
use crate::kernel::local_time::{WhenTwice, instant_of, local};
use crate::kernel::token::Tokens;
use crate::responses::{
    ResponseDraft, ResponseRecord, ResponseState, TextChange, insert_response, insert_version,
    record_act, record_release,
};
use crate::submissions::{Arrival, Point, Sent, Submitter, record_submission};
use crate::subscribers::{MailingList, NewSubscription, SubscriptionState, insert_subscription};

/// The two members of the working group who answer and approve the samples.
const AUTHOR: &str = "clanica.b@example.org";
const APPROVER: &str = "clan.c@example.org";

/// Loads the comments of one consultation. Those of one submitter at one time are one submission.
pub(super) async fn load(
    loader: &Loader<'_>,
    consultation: &Consultation,
    file: &str,
) -> anyhow::Result<()> {
    let samples: Comments = read(file)?;
    let (author, approver) = (loader.person(AUTHOR).await?, loader.person(APPROVER).await?);
    let zone = consultation.authority.zone;
    let mut dated = Vec::new();
    for sample in samples.comments {
        dated.push((received_at(&sample, zone, loader.now)?, sample));
    }
    dated.sort_by_key(|(at, _)| *at);
    let mut rest = dated.as_slice();
    while let Some(((at, first), _)) = rest.split_first() {
        let same = |other: &(Instant, CommentSample)| other.0 == *at && other.1.name == first.name;
        let count = rest.iter().take_while(|other| same(other)).count();
        let (submission, others) = rest.split_at(count);
        loader
            .submission(consultation, *at, submission, (author, approver))
            .await?;
        rest = others;
    }
    loader.release(consultation).await
}

/// Loads confirmed subscribers.
pub(super) async fn load_subscribers(
    loader: &Loader<'_>,
    samples: &[SubscriberSample],
) -> anyhow::Result<()> {
    for sample in samples {
        let email = EmailAddress::parse(&sample.email)?;
        let language = sample.language.parse().context("language of a sample")?;
        let list = loader.list(sample).await?;
        let (now, ids) = (loader.now, loader.ids);
        let (id, subscriber_id) = (ids.next(now), ids.next(now));
        loader
            .db
            .write::<_, DatabaseError, _>(move |connection| {
                let state = SubscriptionState::Confirmed;
                let new = NewSubscription {
                    id,
                    subscriber_id,
                    list: &list,
                    email: &email,
                    language,
                    state,
                    created_at: now,
                };
                insert_subscription(connection, &new)
            })
            .await?;
    }
    Ok(())
}

impl Loader<'_> {
    async fn person(&self, email: &str) -> anyhow::Result<StaffId> {
        let address = EmailAddress::parse(email)?;
        let staff = self
            .db
            .read(move |connection| find_staff_by_email(connection, &address))
            .await?;
        Ok(staff
            .with_context(|| format!("there is no sample person {email}"))?
            .id)
    }

    async fn list(&self, sample: &SubscriberSample) -> anyhow::Result<MailingList> {
        let slug = sample.authority.clone();
        let authority = self
            .db
            .read(move |connection| crate::accounts::find_authority(connection, &slug))
            .await?;
        let authority_id = authority.context("authority of a subscriber")?.id;
        let consultation_id = match sample.consultation.clone() {
            None => None,
            Some(slug) => {
                let authority = sample.authority.clone();
                let found = self
                    .db
                    .read(move |connection| find_for_staff(connection, &authority, &slug))
                    .await?;
                Some(found.context("consultation of a subscriber")?.id)
            }
        };
        Ok(MailingList {
            authority_id,
            consultation_id,
            name: String::new(),
        })
    }

    async fn submission(
        &self,
        consultation: &Consultation,
        at: Instant,
        samples: &[(Instant, CommentSample)],
        people: (StaffId, StaffId),
    ) -> anyhow::Result<()> {
        let Some((_at, first)) = samples.first() else {
            return Ok(());
        };
        let (mut points, mut responses) = (Vec::new(), Vec::new());
        for (_at, sample) in samples {
            let passage = self.passage(consultation, sample).await?;
            let kind = sample.kind.parse().context("kind of a sample")?;
            points.push(Point::on(
                &passage,
                kind,
                &sample.body,
                &sample.proposed_text,
            ));
            let work = sample.state.parse().context("state of a sample")?;
            responses.push(
                (work != Work::New).then(|| self.response(consultation, at, work, sample, people)),
            );
        }
        let sent = Sent {
            channel: first.channel.parse().context("channel of a sample")?,
            language: Language::Sl,
            received_at: at,
            confirmed_at: Some(at.plus(TimeDelta::minutes(9))),
            under: None,
            submitter: submitter(first)?,
            points,
        };
        let arrival = Arrival::new(self.ids, By::System, consultation, sent);
        let tokens = self.tokens.clone();
        self.db
            .write::<_, DatabaseError, _>(move |connection| {
                record(connection, &tokens, &arrival, &responses)
            })
            .await?;
        Ok(())
    }

    /// Says in the audit chain that the responses are public, if they are.
    async fn release(&self, consultation: &Consultation) -> anyhow::Result<()> {
        let (id, tokens) = (consultation.id, self.tokens.clone());
        let Some(at) = consultation.released_at else {
            return Ok(());
        };
        self.db
            .write::<_, DatabaseError, _>(move |connection| {
                let after = json!({ "released_at": at });
                record_release(connection, &tokens, By::System.audit_name(), id, at, &after)
            })
            .await?;
        Ok(())
    }

    async fn passage(
        &self,
        consultation: &Consultation,
        sample: &CommentSample,
    ) -> anyhow::Result<Passage> {
        let (draft, section) = (consultation.draft_id, sample.section);
        let number = match (sample.goal, sample.paragraph) {
            (Some(goal), _) => section.map(|section| format!("{section}.{goal}")),
            (None, paragraph) => paragraph.map(|number| number.to_string()),
        };
        let found = self
            .db
            .read(move |connection| find_passage(connection, draft, section, number.as_deref()))
            .await?;
        found.with_context(|| format!("the passage of the sample comment: {}", sample.body))
    }

    fn response(
        &self,
        consultation: &Consultation,
        at: Instant,
        state: Work,
        sample: &CommentSample,
        (author, approver): (StaffId, StaffId),
    ) -> ResponseRecord {
        let written = at.plus(TimeDelta::days(2)).min(self.now);
        let is_approved = matches!(state, Work::Approved | Work::Released);
        ResponseRecord {
            id: self.ids.next(written),
            consultation_id: consultation.id,
            state: state.into_str().parse().unwrap_or(ResponseState::Drafted),
            version: if matches!(state, Work::Drafted | Work::InApproval) {
                1
            } else {
                2
            },
            draft: ResponseDraft {
                disposition: sample
                    .disposition
                    .as_deref()
                    .and_then(|code| code.parse().ok()),
                reason: sample.reason.clone(),
                text_change: match (sample.changed_text.is_empty(), sample.no_text_change) {
                    (false, _) => TextChange::Changed,
                    (true, true) => TextChange::Unchanged,
                    (true, false) => TextChange::Undecided,
                },
                changed_text: sample.changed_text.clone(),
            },
            author_id: author,
            approver_id: (is_approved || state == Work::Returned).then_some(approver),
            approved_at: is_approved.then_some(written),
            released_at: consultation
                .released_at
                .filter(|_at| state == Work::Released),
            updated_at: written,
        }
    }
}

/// A submission, and what the working group made of each of its comments.
fn record(
    connection: &mut DbConnection,
    tokens: &Tokens,
    arrival: &Arrival,
    responses: &[Option<ResponseRecord>],
) -> StoreResult<()> {
    record_submission(connection, tokens, arrival.clone())?;
    for (comment, response) in arrival.comments.iter().zip(responses) {
        if let Some(response) = response {
            insert_response(connection, response)?;
            insert_history(connection, response)?;
            crate::comments::set_answered(connection, &[comment.id], &response.answered())?;
            let act = (By::System.audit_name(), "response.loaded");
            record_act(connection, tokens, act, None, response)?;
        }
    }
    Ok(())
}

/// A response that was approved or sent back was first submitted by its author.
fn insert_history(connection: &mut DbConnection, response: &ResponseRecord) -> StoreResult<()> {
    let submitted = ResponseRecord {
        version: 1,
        state: ResponseState::InApproval,
        ..response.clone()
    };
    match response.state {
        ResponseState::Drafted | ResponseState::InApproval => {
            insert_version(connection, response, response.author_id, "")
        }
        ResponseState::Returned => {
            insert_version(connection, &submitted, response.author_id, "")?;
            let approver = response.approver_id.unwrap_or(response.author_id);
            let note = "Razlog naj pove, kdo o lokaciji odloča.";
            insert_version(connection, response, approver, note)
        }
        ResponseState::Approved | ResponseState::Released => {
            insert_version(connection, &submitted, response.author_id, "")?;
            let approver = response.approver_id.unwrap_or(response.author_id);
            insert_version(connection, response, approver, "")
        }
    }
}

fn submitter(sample: &CommentSample) -> anyhow::Result<Submitter> {
    let kind = sample.submitter.parse().context("submitter of a sample")?;
    let (name, organisation) = match kind {
        SubmitterKind::Individual => (sample.name.clone(), String::new()),
        SubmitterKind::Organisation => (String::new(), sample.name.clone()),
    };
    let email = EmailAddress::parse("vlagatelj@example.org")?;
    Ok(Submitter {
        kind,
        name,
        organisation,
        email: Some(email),
        publish_name: sample.publish_name,
    })
}

fn received_at(sample: &CommentSample, zone: Tz, now: Instant) -> anyhow::Result<Instant> {
    if let Some(text) = &sample.received_at {
        return Ok(Instant::new(
            text.parse().context("received_at of a sample")?,
        ));
    }
    let day = local(now, zone).date_naive() - TimeDelta::days(sample.days_ago.unwrap_or(1));
    let time = day
        .and_hms_opt(sample.hour.unwrap_or(12), sample.minute.unwrap_or(0), 0)
        .context("hour and minute of a sample")?;
    Ok(instant_of(time, zone, WhenTwice::Earlier)?)
}
