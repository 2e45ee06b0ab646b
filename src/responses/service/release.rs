//! Makes all responses of a consultation public, in one act.
//!
//! A release of a hundred thousand responses must hold up nobody's comment, so it is made of short writes (ADR 0019):
//! it is begun, its responses move on in parts, and the last part makes all of them public. Until then readers
//! see nothing of it. The mails follow in parts ([`super::release_mails`]).

use std::time::Duration;

use chrono::TimeDelta;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;

use super::release_mails::{write_all, write_some};
use crate::accounts::{By, audit_name_of};
use crate::audit::{self, Entry};
use crate::consultations::{audit_scope, bump, find_by_id, mark_released};
use crate::context::Context;
use crate::db::{DatabaseError, DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::ConsultationId;
use crate::kernel::token::Tokens;
use crate::responses::domain::{COORDINATORS, ReleaseError, check_release};
use crate::responses::store::{self, UnderWay};

/// The act as the audit chain calls it. It stands for all responses: each is there as it was approved.
pub(super) const RELEASED: &str = "responses.released";

/// Responses moved in one write: some 40 ms on a plain machine, most of them for the disk.
const PART: i64 = 250;

/// How often it is looked whether a release was left unfinished or has mails to write.
const PAUSE: Duration = Duration::from_secs(5);

/// After how many seconds a release that is not finished counts as left: its node was stopped.
const LEFT_AFTER: i64 = 60;

/// What the audit chain calls the consultation.
pub(super) fn subject(id: ConsultationId) -> String {
    format!("consultation:{id}")
}

/// What a release did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Release {
    /// Responses made public.
    pub responses: i64,
    /// Submitters who get a mail.
    pub mails: i64,
}

/// Releases every approved response, if every comment has one. Goes on with a release that was left unfinished. The first
/// mails are in the outbox afterwards, the others follow.
///
/// # Errors
/// A rule of [`ReleaseError`], or the database: pressing again goes on where this one stopped.
pub async fn release_responses(
    context: &Context,
    by: &By,
    id: ConsultationId,
) -> Result<Release, Failure<ReleaseError>> {
    let (now, by) = (context.now(), by.clone());
    let release = context
        .db
        .write(move |connection| begin(connection, &by, id, now))
        .await?;
    let done = carry_out(context, release).await?;
    // All is public now. Mails that cannot be written at once follow.
    if let Err(error) = write_some(context).await {
        tracing::warn!(%error, "The mails of a release wait");
    }
    Ok(done)
}

fn begin(
    connection: &mut DbConnection,
    by: &By,
    id: ConsultationId,
    now: Instant,
) -> Result<UnderWay, Failure<ReleaseError>> {
    let consultation =
        find_by_id(connection, id)?.ok_or(Failure::Refused(ReleaseError::NoSuchConsultation))?;
    let staff = by
        .holder_of(COORDINATORS, consultation.authority.id)
        .map_err(|refused| Failure::Refused(refused.into()))?
        .staff_id;
    if let Some(left) = store::find_under_way(connection, id)? {
        return Ok(left);
    }
    let totals = store::count_totals(connection, id)?;
    check_release(&consultation, &totals, now).map_err(Failure::Refused)?;
    let mails = store::count_mails(connection, id)?;
    store::begin_release(connection, id, staff, mails, now)?;
    let begun = store::find_under_way(connection, id)?;
    begun.ok_or(Failure::Refused(ReleaseError::NoSuchConsultation))
}

/// Moves part after part, on this node or on several, until one of them has made all public.
async fn carry_out(context: &Context, release: UnderWay) -> Result<Release, DatabaseError> {
    let UnderWay { mails, .. } = release;
    loop {
        let (now, tokens) = (context.now(), context.tokens.clone());
        let published = context
            .db
            .write(move |connection| move_on(connection, &tokens, &release, now))
            .await?;
        if let Some(responses) = published {
            return Ok(Release { responses, mails });
        }
    }
}

/// Moves one part; with the last one, all becomes public. `Some` when it is.
fn move_on(
    connection: &mut DbConnection,
    tokens: &Tokens,
    release: &UnderWay,
    now: Instant,
) -> StoreResult<Option<i64>> {
    let id = release.consultation_id;
    // Another node may have finished it: what was approved since then belongs to the next release.
    let left = store::find_under_way(connection, id)?;
    if left.is_none_or(|left| left.row_key != release.row_key) {
        return Ok(Some(release.responses));
    }
    let is_public = find_by_id(connection, id)?.is_some_and(|found| found.released_at.is_some());
    // What follows an earlier release is public as soon as it is written, so it is one part: a few late confirmations.
    let most = if is_public { i64::MAX } else { PART };
    if store::release_some(connection, release, most)? == most {
        return Ok(None);
    }
    let responses = store::mark_published(connection, release.row_key, now)?;
    mark_released(connection, id, now)?;
    bump(connection, id)?;
    let after = json!({ "released_at": now, "responses": responses, "mails": release.mails });
    let actor = audit_name_of(release.staff_id);
    record_release(connection, tokens, actor, id, now, &after)?;
    Ok(Some(responses))
}

/// Finishes releases whose node was stopped and writes the mails of those that are public, until `stop`. May run on
/// several nodes.
pub async fn follow_releases(context: Context, stop: CancellationToken) {
    while stop
        .run_until_cancelled(tokio::time::sleep(PAUSE))
        .await
        .is_some()
    {
        if let Err(error) = follow_up(&context).await {
            tracing::warn!(%error, "A release could not be finished yet");
        }
    }
}

/// Does once what [`follow_releases`] does again and again.
///
/// # Errors
/// When the database is away; what was done stays.
pub async fn follow_up(context: &Context) -> Result<(), DatabaseError> {
    let begun = context.now().plus(TimeDelta::seconds(-LEFT_AFTER));
    let left = context
        .db
        .read(move |connection| store::list_under_way(connection, begun))
        .await?;
    for release in left {
        carry_out(context, release).await?;
    }
    write_all(context).await
}

/// Adds the release to the audit chain: who (see [`Entry::actor`]), when, and what came of it.
///
/// # Errors
/// When the database refuses.
pub fn record_release(
    connection: &mut DbConnection,
    tokens: &Tokens,
    actor: String,
    id: ConsultationId,
    now: Instant,
    after: &Value,
) -> StoreResult<()> {
    let scope = audit_scope(connection, id)?;
    let entry = Entry {
        actor,
        action: RELEASED,
        subject: subject(id),
        scope,
        before: None,
        after,
    };
    audit::append(connection, tokens, now, &entry)
}
