//! Makes all responses of a consultation public, in one act.
//!
//! A release of a hundred thousand responses must hold up nobody's comment, so it is made of short writes (ADR 0019):
//! it is begun, a job moves its responses on in parts, and the last part makes all of them public. Until then readers
//! see nothing of it. The mails are a job of their own ([`super::release_mails`]).

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use serde_json::{Value, json};

use super::release_mails;
use crate::accounts::{By, audit_name_of};
use crate::audit::{self, Entry};
use crate::consultations::{Consultation, audit_scope, bump, find_by_id, mark_released};
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::jobs::{self, Job, NewJob, Part, Progress, Undone, Work};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, JobId, StaffId};
use crate::kernel::token::Tokens;
use crate::responses::domain::{COORDINATORS, ReleaseError, check_release};
use crate::responses::store;

/// The act as the audit chain calls it. It stands for all responses: each is there as it was approved.
pub(super) const RELEASED: &str = "responses.released";

/// Responses moved in one write: some 40 ms on a plain machine, most of them for the disk.
const PART: i64 = 250;

/// What the audit chain calls the consultation.
pub(super) fn subject(id: ConsultationId) -> String {
    format!("consultation:{id}")
}

/// How long somebody who pressed the button waits for the moment of publication.
const LONGEST_WAIT: Duration = Duration::from_secs(6);

/// The word for the job of a release; its key is the consultation.
const KIND: &str = "release";

/// Releases every approved response, if every comment has one. Goes on with a release that was left unfinished. All is
/// public afterwards unless that takes longer than anybody would wait; the mails follow.
///
/// # Errors
/// A rule of [`ReleaseError`], or the database: pressing again goes on where this one stopped.
pub async fn release_responses(
    context: &Context,
    by: &By,
    id: ConsultationId,
) -> Result<(), Failure<ReleaseError>> {
    let (now, by, job_id) = (context.now(), by.clone(), context.ids.next(context.now()));
    let job = context
        .db
        .write(move |connection| begin(connection, &by, id, job_id, now))
        .await?;
    jobs::carry_out(context, Arc::new(ReleaseResponses), job, LONGEST_WAIT).await?;
    Ok(())
}

fn begin(
    connection: &mut DbConnection,
    by: &By,
    id: ConsultationId,
    job: JobId,
    now: Instant,
) -> Result<JobId, Failure<ReleaseError>> {
    let consultation =
        find_by_id(connection, id)?.ok_or(Failure::Refused(ReleaseError::NoSuchConsultation))?;
    let staff = by
        .holder_in(COORDINATORS, consultation.authority.id, consultation.id)
        .map_err(|refused| Failure::Refused(refused.into()))?
        .staff_id;
    let totals = store::count_totals(connection, id)?;
    let moved = match store::find_under_way(connection, id)? {
        Some(left) => left.responses,
        None => {
            check_release(&consultation, &totals, now).map_err(Failure::Refused)?;
            let mails = store::count_mails(connection, id)?;
            store::begin_release(connection, id, staff, mails, now)?;
            0
        }
    };
    let work = (KIND, id.to_string(), moved + totals.approved);
    let job = job_about(&consultation, staff, job, work);
    Ok(jobs::enqueue(connection, &job, now)?)
}

/// The job that releases the responses of a consultation, as long as it is not finished.
///
/// # Errors
/// When the database refuses.
pub fn find_release_job(
    connection: &mut DbConnection,
    id: ConsultationId,
) -> StoreResult<Option<Job>> {
    jobs::find_unfinished(connection, KIND, &id.to_string())
}

/// A job of a kind on a key with so much to do, begun on the page of a consultation's release.
fn job_about(
    consultation: &Consultation,
    staff: StaffId,
    id: JobId,
    (kind, key, total): (&'static str, String, i64),
) -> NewJob {
    let (authority, slug) = (&consultation.authority.slug, &consultation.slug);
    NewJob {
        id,
        kind,
        key,
        staff_id: Some(staff),
        title: consultation.short_title.clone(),
        path: format!("/desk/{authority}/{slug}/release"),
        is_cancellable: false,
        total,
    }
}

/// Moves the responses of a release, part after part, until all are public.
pub struct ReleaseResponses;

impl Work for ReleaseResponses {
    fn kind(&self) -> &'static str {
        KIND
    }

    fn part<'a>(
        &'a self,
        context: &'a Context,
        job: &'a Job,
    ) -> BoxFuture<'a, Result<Part, Undone>> {
        let (now, tokens) = (context.now(), context.tokens.clone());
        let (next, total) = (context.ids.next(now), job.total);
        Box::pin(async move {
            let id = job.key.parse().map_err(anyhow::Error::from)?;
            let moved = context
                .db
                .write(move |connection| move_on(connection, &tokens, id, next, now))
                .await?;
            Ok(match moved {
                Some(done) => Part::More(Progress { done, total }),
                None => Part::Done,
            })
        })
    }
}

/// Moves one part and returns how many have been moved so far. With the last one, all becomes public: `None`.
fn move_on(
    connection: &mut DbConnection,
    tokens: &Tokens,
    id: ConsultationId,
    next: JobId,
    now: Instant,
) -> StoreResult<Option<i64>> {
    let Some(release) = store::find_under_way(connection, id)? else {
        return Ok(None);
    };
    let Some(consultation) = find_by_id(connection, id)? else {
        return Ok(None);
    };
    // What follows an earlier release is public as soon as it is written, so it is one part: a few late confirmations.
    let is_public = consultation.released_at.is_some();
    let most = if is_public { i64::MAX } else { PART };
    let moved = store::release_some(connection, &release, most)?;
    if moved == most {
        return Ok(Some(release.responses + moved));
    }
    let responses = store::mark_published(connection, release.row_key, now)?;
    mark_released(connection, id, now)?;
    bump(connection, id)?;
    let after = json!({ "released_at": now, "responses": responses, "mails": release.mails });
    let actor = audit_name_of(release.staff_id);
    record_release(connection, tokens, actor, id, now, &after)?;
    let work = (
        release_mails::KIND,
        release.row_key.to_string(),
        release.mails,
    );
    let mails = job_about(&consultation, release.staff_id, next, work);
    jobs::enqueue(connection, &mails, now)?;
    Ok(None)
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
