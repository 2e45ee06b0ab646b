//! The one door: whatever is received by any channel is numbered and stored here, together with its entry in the audit
//! chain. A submission that came in by another way is one that no act made, and `posvet audit verify` says so.

use std::collections::{HashMap, hash_map};

use serde_json::Value;

use super::arrival::Arrival;
use crate::audit::{self, Entry, Scope};
use crate::comments::insert_comments;
use crate::consultations::audit_scope;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::ConsultationId;
use crate::kernel::token::{Tokens, hex};
use crate::submissions::evidence::{Evidence, RECEIVED, subject};
use crate::submissions::store::{self, Numbers, ReceivedSubmission};

/// What comes in during one write: each is numbered as it is admitted, and all are stored together at the end.
#[derive(Debug, Default)]
pub struct Door {
    numbers: Numbers,
    arrivals: Vec<Arrival>,
}

impl Door {
    /// Lets one in and gives it its number.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn admit(
        &mut self,
        connection: &mut DbConnection,
        mut arrival: Arrival,
    ) -> StoreResult<ReceivedSubmission> {
        let consultation = arrival.submission.consultation_id;
        arrival.number(self.numbers.next(connection, consultation)?);
        let submission = arrival.submission.clone();
        self.arrivals.push(arrival);
        Ok(submission)
    }

    /// Stores all that was let in, with what goes with each: its submitter, its items, its comments, its entry in the audit
    /// chain. Call it in the same write.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn close(self, connection: &mut DbConnection, tokens: &Tokens) -> StoreResult<()> {
        if self.arrivals.is_empty() {
            return Ok(());
        }
        self.numbers.store(connection)?;
        let arrivals = &self.arrivals;
        let submissions: Vec<_> = arrivals.iter().map(|one| &one.submission).collect();
        store::insert_submissions(connection, &submissions)?;
        let each = || {
            arrivals.iter().flat_map(|one| {
                let comments = one.comments.iter();
                comments.map(|comment| (&one.submission, comment))
            })
        };
        let items: Vec<_> = each().map(|(of, comment)| (of.id, comment)).collect();
        store::insert_items(connection, &items)?;
        let comments: Vec<_> = each()
            .map(|(of, comment)| (of.comments_with(), comment))
            .collect();
        insert_comments(connection, &comments)?;
        record_acts(connection, tokens, arrivals)
    }
}

/// Records one submission: the same as a [`Door`] through which one comes.
///
/// # Errors
/// When the database refuses.
pub fn record_submission(
    connection: &mut DbConnection,
    tokens: &Tokens,
    arrival: Arrival,
) -> StoreResult<ReceivedSubmission> {
    let mut door = Door::default();
    let submission = door.admit(connection, arrival)?;
    door.close(connection, tokens)?;
    Ok(submission)
}

fn record_acts(
    connection: &mut DbConnection,
    tokens: &Tokens,
    arrivals: &[Arrival],
) -> StoreResult<()> {
    let scopes = scopes(connection, arrivals)?;
    let contents: Vec<Value> = arrivals.iter().map(content).collect();
    let entries: Vec<Entry<'_>> = arrivals
        .iter()
        .zip(&contents)
        .map(|(one, after)| Entry {
            actor: one.by.audit_name(),
            action: RECEIVED,
            subject: subject(&one.submission.reference),
            scope: scopes
                .get(&one.submission.consultation_id)
                .copied()
                .unwrap_or_default(),
            before: None,
            after,
        })
        .collect();
    let times = arrivals.iter().map(|one| one.submission.received_at);
    let acts: Vec<_> = times.zip(&entries).collect();
    audit::append_all(connection, tokens, &acts)
}

/// Where the acts belong, asked once for each consultation.
fn scopes(
    connection: &mut DbConnection,
    arrivals: &[Arrival],
) -> StoreResult<HashMap<ConsultationId, Scope>> {
    let mut scopes = HashMap::new();
    for arrival in arrivals {
        let id = arrival.submission.consultation_id;
        if let hash_map::Entry::Vacant(unknown) = scopes.entry(id) {
            unknown.insert(audit_scope(connection, id)?);
        }
    }
    Ok(scopes)
}

fn content(arrival: &Arrival) -> Value {
    let submission = &arrival.submission;
    let evidence = Evidence {
        id: submission.id,
        number: submission.number,
        channel: submission.channel.into_str(),
        language: submission.language.into_str(),
        received_at: submission.received_at,
        confirmed_at: submission.confirmed_at,
        is_late: submission.is_late,
        content: hex(&submission.content_digest),
        items: arrival.comments.iter().map(|item| item.item_id).collect(),
    };
    evidence.value()
}
