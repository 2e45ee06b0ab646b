//! Workers that do what is due: one job of each kind at a time on a node.

use std::any::Any;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant as Moment};

use anyhow::anyhow;
use chrono::TimeDelta;
use futures_util::FutureExt as _;
use futures_util::future::join_all;
use tokio_util::sync::CancellationToken;

use super::store::{self, Standing};
use super::{Job, JobState, Part, Progress, Undone, Work, Works};
use crate::context::Context;
use crate::db::lease::{Hold, LeaseId};
use crate::db::{DatabaseError, DbConnection, StoreResult};
use crate::kernel::ids::JobId;
use crate::kernel::schedule::Schedule;

/// How often it is looked whether something is due.
const PAUSE: Duration = Duration::from_secs(1);

/// How long others leave a job alone whose node is killed.
const LEASE: TimeDelta = TimeDelta::seconds(15);

/// How often the lease is renewed while a part lasts.
const RENEWAL: Duration = Duration::from_secs(4);

/// How often somebody looks who waits for a job another worker is at.
const LOOK: Duration = Duration::from_millis(100);

/// Minutes to wait after the first, second, … try that did not come forward: six hours and a half in all.
const RETRY_MINUTES: [u32; 7] = [1, 2, 5, 15, 60, 120, 180];

/// Tries of a job that never come forward: whatever ended the process the last ten times is not let in again.
const MOST_ATTEMPTS: i32 = 10;

/// The message for whoever began a job that was tried too often.
const TRIED_TOO_OFTEN: &str = "jobs-error-tried-too-often";

/// Does what is due. Several may run on one database, in one process or on several nodes.
#[derive(Clone)]
pub struct Runner {
    context: Context,
    works: Works,
}

impl Runner {
    /// A runner for these kinds of work.
    pub fn new(context: Context, works: Works) -> Self {
        Self { context, works }
    }

    /// Does whatever becomes due until `stop`; then the part under way ends and the job is given back.
    pub async fn run(&self, stop: CancellationToken) {
        let lanes = self.works.iter().map(|work| async {
            while !stop.is_cancelled() {
                let done = take_and_drive(&self.context, work.as_ref(), &stop).await;
                if !done.unwrap_or_else(|error| warn(&error)) {
                    let _stopped = stop.run_until_cancelled(tokio::time::sleep(PAUSE)).await;
                }
            }
        });
        join_all(lanes).await;
    }

    /// Does everything that is due now, and what that makes due.
    ///
    /// # Errors
    /// When the database is away; what was done stays.
    pub async fn run_due(&self) -> Result<(), DatabaseError> {
        let stop = CancellationToken::new();
        loop {
            let mut did_something = false;
            for work in self.works.iter() {
                did_something |= take_and_drive(&self.context, work.as_ref(), &stop).await?;
            }
            if !did_something {
                return Ok(());
            }
        }
    }
}

fn warn(error: &DatabaseError) -> bool {
    let error = error as &dyn std::error::Error;
    tracing::warn!(error, "Jobs wait");
    false
}

/// Does a job now, for somebody who waits for it, or waits while another worker does. Ends after `longest` in any case;
/// the job goes on.
///
/// # Errors
/// When the database is away.
pub async fn carry_out(
    context: &Context,
    work: Arc<dyn Work>,
    id: JobId,
    longest: Duration,
) -> Result<(), DatabaseError> {
    let begun = Moment::now();
    while begun.elapsed() < longest {
        let (hold, now) = (hold(context), context.now());
        let taken = context
            .db
            .write(move |conn| match store::find(conn, id)? {
                Some(job) if job.finished_at.is_none() => {
                    Ok(Some(store::claim_one(conn, &job, hold, now)?))
                }
                _finished => StoreResult::Ok(None),
            })
            .await?;
        match taken {
            None => return Ok(()),
            Some(None) => tokio::time::sleep(LOOK).await,
            Some(Some(job)) => {
                // A task of its own: it goes on when whoever waits has left.
                let context = context.clone();
                let driving = tokio::spawn(async move {
                    drive(
                        &context,
                        work.as_ref(),
                        job,
                        hold,
                        &CancellationToken::new(),
                    )
                    .await
                });
                let left = longest.saturating_sub(begun.elapsed());
                return match tokio::time::timeout(left, driving).await {
                    Ok(driven) => driven.unwrap_or(Err(DatabaseError::Panicked)),
                    Err(_elapsed) => Ok(()),
                };
            }
        }
    }
    Ok(())
}

fn hold(context: &Context) -> Hold {
    let now = context.now();
    Hold {
        lease: context.ids.next(now),
        until: now.plus(LEASE),
    }
}

/// Does the next due job of a kind. `false` when none is.
async fn take_and_drive(
    context: &Context,
    work: &dyn Work,
    stop: &CancellationToken,
) -> Result<bool, DatabaseError> {
    let (kind, hold, now) = (work.kind(), hold(context), context.now());
    let is_due = context
        .db
        .read(move |conn| store::is_due(conn, kind, now))
        .await?;
    if !is_due {
        return Ok(false);
    }
    let taken = context
        .db
        .write(move |conn| store::claim(conn, kind, hold, now))
        .await?;
    let Some(job) = taken else { return Ok(false) };
    drive(context, work, job, hold, stop).await?;
    Ok(true)
}

/// Does part after part of a job that is held.
async fn drive(
    context: &Context,
    work: &dyn Work,
    mut job: Job,
    hold: Hold,
    stop: &CancellationToken,
) -> Result<(), DatabaseError> {
    loop {
        if job.attempts > MOST_ATTEMPTS {
            return finish(context, &job, hold, JobState::Failed, TRIED_TOO_OFTEN).await;
        }
        if stop.is_cancelled() {
            let row_key = job.row_key;
            return write(context, move |conn| {
                store::give_back(conn, row_key, hold.lease)
            })
            .await;
        }
        let part = AssertUnwindSafe(work.part(context, &job)).catch_unwind();
        let done = match while_held(context, job.row_key, hold.lease, part).await? {
            Ok(Ok(done)) => done,
            Ok(Err(panicked)) => Err(Undone::ForNow(anyhow!(text_of(panicked.as_ref())))),
            Err(Standing::Cancelled) => {
                return finish(context, &job, hold, JobState::Cancelled, "").await;
            }
            Err(Standing::Held | Standing::Lost) => return Ok(()),
        };
        let progress = match done {
            Ok(Part::More(progress)) => progress,
            Ok(Part::Done) => return finish(context, &job, hold, JobState::Done, "").await,
            Err(Undone::ForGood(message)) => {
                tracing::warn!(kind = job.kind, message, "A job failed");
                return finish(context, &job, hold, JobState::Failed, message).await;
            }
            Err(Undone::ForNow(error)) => return put_off(context, &job, hold, &error).await,
        };
        (job.done, job.total) = (progress.done, progress.total);
        job.attempts = 1;
        match keep(context, job.row_key, hold.lease, Some(progress)).await? {
            Standing::Held => {}
            Standing::Lost => return Ok(()),
            Standing::Cancelled => {
                return finish(context, &job, hold, JobState::Cancelled, "").await;
            }
        }
    }
}

/// Waits for a part and goes on holding its job meanwhile. `Err` when the hold has ended: then the part is left alone.
async fn while_held<T>(
    context: &Context,
    row_key: i64,
    lease: LeaseId,
    part: impl Future<Output = T>,
) -> Result<Result<T, Standing>, DatabaseError> {
    let mut part = pin!(part);
    loop {
        match tokio::time::timeout(RENEWAL, part.as_mut()).await {
            Ok(done) => return Ok(Ok(done)),
            Err(_elapsed) => match keep(context, row_key, lease, None).await? {
                Standing::Held => {}
                ended => return Ok(Err(ended)),
            },
        }
    }
}

async fn keep(
    context: &Context,
    row_key: i64,
    lease: LeaseId,
    progress: Option<Progress>,
) -> Result<Standing, DatabaseError> {
    let until = context.now().plus(LEASE);
    let hold = Hold { lease, until };
    write(context, move |conn| {
        store::keep(conn, row_key, hold, progress)
    })
    .await
}

async fn put_off(
    context: &Context,
    job: &Job,
    hold: Hold,
    error: &anyhow::Error,
) -> Result<(), DatabaseError> {
    let schedule = Schedule::from_minutes(&RETRY_MINUTES);
    let (kind, attempt, row_key) = (&job.kind, job.attempts, job.row_key);
    let Some(until) = schedule.next(attempt, context.now()) else {
        tracing::error!(kind, error = format!("{error:#}"), "A job failed");
        return finish(context, job, hold, JobState::Failed, TRIED_TOO_OFTEN).await;
    };
    tracing::warn!(
        kind,
        attempt,
        error = format!("{error:#}"),
        "A job is put off"
    );
    write(context, move |conn| {
        store::put_off(conn, row_key, hold.lease, until)
    })
    .await
}

async fn finish(
    context: &Context,
    job: &Job,
    hold: Hold,
    state: JobState,
    error: &'static str,
) -> Result<(), DatabaseError> {
    let (row_key, now) = (job.row_key, context.now());
    write(context, move |conn| {
        store::finish(conn, row_key, hold.lease, state, error, now)
    })
    .await
}

async fn write<T: Send + 'static>(
    context: &Context,
    work: impl FnMut(&mut DbConnection) -> StoreResult<T> + Send + 'static,
) -> Result<T, DatabaseError> {
    context.db.write(work).await
}

fn text_of(panicked: &(dyn Any + Send)) -> String {
    let text = panicked
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned());
    text.or_else(|| panicked.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a part panicked".to_owned())
}
