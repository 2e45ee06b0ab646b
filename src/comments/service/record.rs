//! The one door: whatever is received is stored here together with its entry in the audit chain. A submission that came
//! in by another way is one that no act made, and `posvet audit verify` says so.

use serde_json::Value;

use crate::audit::{self, Entry};
use crate::comments::evidence::{CommentEvidence, Evidence, RECEIVED, subject};
use crate::comments::store::{self, ReceivedComment, ReceivedSubmission};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::token::{Tokens, hex};

/// A submission with its comments.
pub type Received<'a> = (&'a ReceivedSubmission, &'a [ReceivedComment]);

/// Stores submissions and their comments as received by `actor` (see [`Entry::actor`]).
///
/// # Errors
/// When the database refuses.
pub fn record_all(
    connection: &mut DbConnection,
    tokens: &Tokens,
    actor: &str,
    received: &[Received<'_>],
) -> StoreResult<()> {
    let submissions: Vec<&ReceivedSubmission> = received.iter().map(|(one, _)| *one).collect();
    store::insert_submissions(connection, &submissions)?;
    let comments: Vec<_> = received
        .iter()
        .flat_map(|(one, comments)| comments.iter().map(move |comment| (*one, comment)))
        .collect();
    store::insert_comments(connection, &comments)?;
    let contents: Vec<Value> = received.iter().map(content).collect();
    let entries: Vec<Entry<'_>> = submissions
        .iter()
        .zip(&contents)
        .map(|(submission, after)| Entry {
            actor: actor.to_owned(),
            action: RECEIVED,
            subject: subject(&submission.reference),
            before: None,
            after,
        })
        .collect();
    let times = submissions.iter().map(|submission| submission.received_at);
    let acts: Vec<_> = times.zip(&entries).collect();
    audit::append_all(connection, tokens, &acts)
}

fn content((submission, comments): &Received<'_>) -> Value {
    let comments = comments.iter().map(|comment| CommentEvidence {
        id: comment.id,
        position: comment.position,
        section_id: comment.section_id,
        paragraph_id: comment.paragraph_id,
        revision_id: comment.revision_id,
        kind: comment.kind.code(),
        body: &comment.body,
        proposed_text: &comment.proposed_text,
        is_late: submission.is_late,
    });
    let evidence = Evidence {
        id: submission.id,
        consultation_id: submission.consultation_id,
        number: submission.number,
        reference: &submission.reference,
        channel: submission.channel.code(),
        language: submission.language.code(),
        received_at: submission.received_at,
        confirmed_at: submission.confirmed_at,
        is_late: submission.is_late,
        content: hex(&submission.content_digest),
        comments: comments.collect(),
    };
    evidence.value()
}
