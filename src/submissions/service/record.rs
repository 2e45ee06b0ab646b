//! The one door: whatever is received is stored here together with its entry in the audit chain. A submission that came
//! in by another way is one that no act made, and `posvet audit verify` says so.

use std::collections::{HashMap, hash_map};

use serde_json::Value;

use crate::accounts::By;
use crate::audit::{self, Entry, Scope, text_hash};
use crate::comments::{ReceivedComment, insert_comments};
use crate::consultations::audit_scope;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::ConsultationId;
use crate::kernel::token::{Tokens, hex};
use crate::submissions::evidence::{CommentEvidence, Evidence, RECEIVED, subject};
use crate::submissions::store::{self, ReceivedSubmission};

/// A submission with its comments.
#[derive(Clone, Copy, Debug)]
pub struct Received<'a> {
    /// Who brought it in.
    pub by: &'a By,
    pub submission: &'a ReceivedSubmission,
    pub comments: &'a [ReceivedComment],
}

/// Stores submissions and their comments.
///
/// # Errors
/// When the database refuses.
pub fn record_all(
    connection: &mut DbConnection,
    tokens: &Tokens,
    received: &[Received<'_>],
) -> StoreResult<()> {
    let submissions: Vec<&ReceivedSubmission> = received.iter().map(|one| one.submission).collect();
    store::insert_submissions(connection, &submissions)?;
    let comments: Vec<_> = received
        .iter()
        .flat_map(|one| {
            one.comments
                .iter()
                .map(|comment| (one.submission.comments_with(), comment))
        })
        .collect();
    insert_comments(connection, &comments)?;
    let contents: Vec<Value> = received.iter().map(content).collect();
    let scopes = scopes(connection, &submissions)?;
    let entries: Vec<Entry<'_>> = received
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
    let times = submissions.iter().map(|submission| submission.received_at);
    let acts: Vec<_> = times.zip(&entries).collect();
    audit::append_all(connection, tokens, &acts)
}

/// Where the acts belong, asked once for each consultation.
fn scopes(
    connection: &mut DbConnection,
    submissions: &[&ReceivedSubmission],
) -> StoreResult<HashMap<ConsultationId, Scope>> {
    let mut scopes = HashMap::new();
    for submission in submissions {
        let id = submission.consultation_id;
        if let hash_map::Entry::Vacant(unknown) = scopes.entry(id) {
            unknown.insert(audit_scope(connection, id)?);
        }
    }
    Ok(scopes)
}

fn content(received: &Received<'_>) -> Value {
    let submission = received.submission;
    let comments = received.comments.iter().map(|comment| CommentEvidence {
        id: comment.id,
        position: comment.position,
        section_id: comment.section_id,
        paragraph_id: comment.paragraph_id,
        revision_id: comment.revision_id,
        kind: comment.kind.into_str(),
        body: text_hash(&comment.body),
        proposed_text: text_hash(&comment.proposed_text),
        is_late: submission.is_late,
    });
    let evidence = Evidence {
        id: submission.id,
        consultation_id: submission.consultation_id,
        number: submission.number,
        reference: &submission.reference,
        channel: submission.channel.into_str(),
        language: submission.language.into_str(),
        received_at: submission.received_at,
        confirmed_at: submission.confirmed_at,
        is_late: submission.is_late,
        content: hex(&submission.content_digest),
        comments: comments.collect(),
    };
    evidence.value()
}
