//! Rows of the chain. The only writer of `audit_events` and `audit_heads`.

use std::collections::HashMap;

use diesel::prelude::*;

use super::domain::{Entry, Head, Link, Recorded, Scope};
use crate::db::schema::{audit_events, audit_heads};
use crate::db::{DbConnection, JsonDoc, StoreResult, insert_rows, prepared};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AuthorityId, BatchId, ConsultationId};
use crate::kernel::token::Tokens;

/// Appends an act to the chain. Call it in the write that does the act: only one write at a time goes on (ADR 0003), so
/// nobody else appends meanwhile.
///
/// # Errors
/// When the database refuses.
pub fn append(
    connection: &mut DbConnection,
    tokens: &Tokens,
    now: Instant,
    entry: &Entry<'_>,
) -> StoreResult<()> {
    append_all(connection, tokens, &[(now, entry)])
}

/// Appends acts to the chain in this order, each with its time. Call it as [`append`].
///
/// # Errors
/// When the database refuses.
pub fn append_all(
    connection: &mut DbConnection,
    tokens: &Tokens,
    entries: &[(Instant, &Entry<'_>)],
) -> StoreResult<()> {
    let mut end = head(connection)?;
    let exists = end.is_some();
    let mut links = Vec::with_capacity(entries.len());
    for (now, entry) in entries {
        let link = Link::after(end.as_ref(), *now, entry);
        end = Some(Head::on(&link, tokens));
        links.push(link);
    }
    insert_rows!(connection, audit_events::table, links, |link| (
        audit_events::sequence.eq(link.sequence),
        audit_events::recorded_at.eq(link.recorded_at),
        audit_events::actor.eq(&link.actor),
        audit_events::action.eq(&link.action),
        audit_events::subject.eq(&link.subject),
        audit_events::authority_id.eq(link.scope.authority),
        audit_events::consultation_id.eq(link.scope.consultation),
        audit_events::batch_id.eq(link.scope.batch),
        audit_events::before_hash.eq(&link.before_hash),
        audit_events::after_hash.eq(&link.after_hash),
        audit_events::after.eq(JsonDoc(link.after.clone())),
        audit_events::previous_hash.eq(&link.previous_hash),
        audit_events::hash.eq(&link.hash),
    ))?;
    end.map_or(Ok(()), |end| put_head(connection, exists, &end))
}

fn put_head(connection: &mut DbConnection, exists: bool, head: &Head) -> StoreResult<()> {
    let values = (
        audit_heads::sequence.eq(head.sequence),
        audit_heads::hash.eq(&head.hash),
        audit_heads::seal.eq(&head.seal),
    );
    if exists {
        let moved = diesel::update(audit_heads::table.find(1)).set(values);
        let _id: i32 = prepared(moved.returning(audit_heads::id)).get_result(connection)?;
    } else {
        diesel::insert_into(audit_heads::table)
            .values((audit_heads::id.eq(1), values.0, values.1, values.2))
            .execute(connection)?;
    }
    Ok(())
}

/// The end of the chain; `None` before the first entry.
pub(super) fn head(connection: &mut DbConnection) -> StoreResult<Option<Head>> {
    let row: Option<(i64, Vec<u8>, Vec<u8>)> = audit_heads::table
        .find(1)
        .select((audit_heads::sequence, audit_heads::hash, audit_heads::seal))
        .first(connection)
        .optional()?;
    Ok(row.map(|(sequence, hash, seal)| Head {
        sequence,
        hash,
        seal,
    }))
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = audit_events)]
struct LinkRow {
    sequence: i64,
    recorded_at: Instant,
    actor: String,
    action: String,
    subject: String,
    authority_id: Option<AuthorityId>,
    consultation_id: Option<ConsultationId>,
    batch_id: Option<BatchId>,
    before_hash: Vec<u8>,
    after_hash: Vec<u8>,
    after: JsonDoc,
    previous_hash: Vec<u8>,
    hash: Vec<u8>,
}

impl From<LinkRow> for Link {
    fn from(row: LinkRow) -> Self {
        Self {
            sequence: row.sequence,
            recorded_at: row.recorded_at,
            actor: row.actor,
            action: row.action,
            subject: row.subject,
            scope: Scope {
                authority: row.authority_id,
                consultation: row.consultation_id,
                batch: row.batch_id,
            },
            before_hash: row.before_hash,
            after_hash: row.after_hash,
            after: row.after.0,
            previous_hash: row.previous_hash,
            hash: row.hash,
        }
    }
}

/// Up to `limit` entries after `sequence`, in order.
pub(super) fn list_after(
    connection: &mut DbConnection,
    sequence: i64,
    limit: i64,
) -> StoreResult<Vec<Link>> {
    let rows: Vec<LinkRow> = audit_events::table
        .filter(audit_events::sequence.gt(sequence))
        .order(audit_events::sequence)
        .limit(limit)
        .select(LinkRow::as_select())
        .load(connection)?;
    Ok(rows.into_iter().map(Link::from).collect())
}

/// The entries about each of these subjects, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn list_about(
    connection: &mut DbConnection,
    subjects: &[String],
) -> StoreResult<HashMap<String, Vec<Recorded>>> {
    let rows: Vec<(String, String, Vec<u8>, Option<ConsultationId>)> = audit_events::table
        .filter(audit_events::subject.eq_any(subjects))
        .order(audit_events::sequence)
        .select((
            audit_events::subject,
            audit_events::action,
            audit_events::after_hash,
            audit_events::consultation_id,
        ))
        .load(connection)?;
    let mut about: HashMap<String, Vec<Recorded>> = HashMap::new();
    for (subject, action, after_hash, consultation_id) in rows {
        about.entry(subject).or_default().push(Recorded {
            action,
            after_hash,
            consultation_id,
        });
    }
    Ok(about)
}

/// How many entries there are of this act.
///
/// # Errors
/// When the database refuses.
pub fn count_acts(connection: &mut DbConnection, action: &str) -> StoreResult<i64> {
    Ok(audit_events::table
        .filter(audit_events::action.eq(action))
        .count()
        .get_result(connection)?)
}

/// Up to `limit` entries after `sequence` whose subject begins with `kind`: number and subject, in order.
///
/// # Errors
/// When the database refuses.
pub fn list_subjects(
    connection: &mut DbConnection,
    kind: &str,
    sequence: i64,
    limit: i64,
) -> StoreResult<Vec<(i64, String)>> {
    Ok(audit_events::table
        .filter(audit_events::sequence.gt(sequence))
        .filter(audit_events::subject.like(format!("{kind}%")))
        .order(audit_events::sequence)
        .limit(limit)
        .select((audit_events::sequence, audit_events::subject))
        .load(connection)?)
}
