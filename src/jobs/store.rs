//! The only writer of `jobs`.

use diesel::prelude::*;

use super::{JobState, NewJob, Progress};
use crate::db::lease::{Hold, LeaseId, Queue};
use crate::db::schema::jobs;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{JobId, StaffId};

/// Jobs that are not finished; each kind is a lane of its own.
const QUEUE: Queue = Queue {
    table: "jobs",
    waiting: "finished_at is null",
    lane: "kind",
    due_at: "run_at",
};

/// A job as it is stored.
#[derive(Clone, Debug, Queryable, Selectable)]
pub struct Job {
    pub row_key: i64,
    pub id: JobId,
    pub kind: String,
    pub key: String,
    pub staff_id: Option<StaffId>,
    pub title: String,
    pub path: String,
    pub is_cancellable: bool,
    pub state: JobState,
    pub done: i64,
    pub total: i64,
    /// Tries since it last came forward, this one included.
    pub attempts: i32,
    pub cancelled_at: Option<Instant>,
    /// Name of the message that says why it failed.
    pub error: String,
    pub created_at: Instant,
    pub finished_at: Option<Instant>,
}

/// Adds a job, inside the write that begins the work. If one of the same kind on the same is not finished, there is no
/// second: its id is returned.
///
/// # Errors
/// When the database refuses.
pub fn enqueue(conn: &mut DbConnection, job: &NewJob, now: Instant) -> StoreResult<JobId> {
    if let Some(unfinished) = find_unfinished(conn, job.kind, &job.key)? {
        return Ok(unfinished.id);
    }
    diesel::insert_into(jobs::table)
        .values((
            (
                jobs::id.eq(job.id),
                jobs::kind.eq(job.kind),
                jobs::key.eq(&job.key),
                jobs::staff_id.eq(job.staff_id),
                jobs::title.eq(&job.title),
                jobs::path.eq(&job.path),
                jobs::is_cancellable.eq(job.is_cancellable),
            ),
            jobs::state.eq(JobState::Waiting),
            jobs::done.eq(0),
            jobs::total.eq(job.total),
            jobs::attempts.eq(0),
            jobs::run_at.eq(now),
            jobs::error.eq(""),
            jobs::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(job.id)
}

/// The job of a kind on something that is not finished.
///
/// # Errors
/// When the database refuses.
pub fn find_unfinished(conn: &mut DbConnection, kind: &str, key: &str) -> StoreResult<Option<Job>> {
    Ok(jobs::table
        .filter(jobs::kind.eq(kind))
        .filter(jobs::key.eq(key))
        .filter(jobs::finished_at.is_null())
        .select(Job::as_select())
        .first(conn)
        .optional()?)
}

/// The job with this id.
///
/// # Errors
/// When the database refuses.
pub fn find(conn: &mut DbConnection, id: JobId) -> StoreResult<Option<Job>> {
    Ok(jobs::table
        .filter(jobs::id.eq(id))
        .select(Job::as_select())
        .first(conn)
        .optional()?)
}

/// What a person began and is not finished, or did not end well since `since`; the newest first.
///
/// # Errors
/// When the database refuses.
pub fn list_of(conn: &mut DbConnection, staff: StaffId, since: Instant) -> StoreResult<Vec<Job>> {
    let unfinished = jobs::finished_at.is_null();
    let ended_badly = jobs::state
        .ne(JobState::Done)
        .and(jobs::finished_at.ge(since));
    Ok(jobs::table
        .filter(jobs::staff_id.eq(staff))
        .filter(unfinished.or(ended_badly.assume_not_null()))
        .order(jobs::row_key.desc())
        .limit(20)
        .select(Job::as_select())
        .load(conn)?)
}

/// Wants a job to end. It does at once when no worker is at it, otherwise after the part that is under way. `false` when
/// there is nothing of that person to be ended.
///
/// # Errors
/// When the database refuses.
pub fn cancel(
    conn: &mut DbConnection,
    staff: StaffId,
    id: JobId,
    now: Instant,
) -> StoreResult<bool> {
    let unfinished = jobs::id
        .eq(id)
        .and(jobs::staff_id.eq(staff).assume_not_null())
        .and(jobs::is_cancellable)
        .and(jobs::finished_at.is_null());
    let wanted = diesel::update(jobs::table.filter(unfinished))
        .set(jobs::cancelled_at.eq(now))
        .execute(conn)?;
    let is_free = jobs::lease_until
        .is_null()
        .or(jobs::lease_until.le(now).assume_not_null());
    diesel::update(jobs::table.filter(jobs::id.eq(id)))
        .filter(jobs::cancelled_at.is_not_null())
        .filter(jobs::finished_at.is_null())
        .filter(is_free)
        .set((
            jobs::state.eq(JobState::Cancelled),
            jobs::finished_at.eq(now),
        ))
        .execute(conn)?;
    Ok(wanted == 1)
}

/// What became of a hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Go on.
    Held,
    /// Somebody wants the job to end.
    Cancelled,
    /// It is another worker's now, or finished.
    Lost,
}

/// Whether a job of a kind is due: one look into an index.
pub(super) fn is_due(conn: &mut DbConnection, kind: &str, now: Instant) -> StoreResult<bool> {
    Ok(QUEUE.oldest_due(conn, kind, now)?.is_some())
}

/// Takes the next due job of a kind and counts the try.
pub(super) fn claim(
    conn: &mut DbConnection,
    kind: &str,
    hold: Hold,
    now: Instant,
) -> StoreResult<Option<Job>> {
    match QUEUE.claim(conn, kind, hold, now, 1)?.first() {
        Some(row_key) => begin(conn, *row_key).map(Some),
        None => Ok(None),
    }
}

/// Takes this job, due or not, unless a worker is at it.
pub(super) fn claim_one(
    conn: &mut DbConnection,
    job: &Job,
    hold: Hold,
    now: Instant,
) -> StoreResult<Option<Job>> {
    match QUEUE.claim_row(conn, job.row_key, hold, now)? {
        true => begin(conn, job.row_key).map(Some),
        false => Ok(None),
    }
}

fn begin(conn: &mut DbConnection, row_key: i64) -> StoreResult<Job> {
    diesel::update(jobs::table.find(row_key))
        .set(jobs::attempts.eq(jobs::attempts + 1))
        .execute(conn)?;
    Ok(jobs::table
        .find(row_key)
        .select(Job::as_select())
        .first(conn)?)
}

/// Goes on holding a job and notes how far it is, if it came forward.
pub(super) fn keep(
    conn: &mut DbConnection,
    row_key: i64,
    hold: Hold,
    progress: Option<Progress>,
) -> StoreResult<Standing> {
    let held = jobs::table
        .find(row_key)
        .filter(jobs::lease_owner.eq(hold.lease));
    if let Some(Progress { done, total }) = progress {
        diesel::update(held)
            .set((
                jobs::done.eq(done),
                jobs::total.eq(total),
                jobs::attempts.eq(1),
            ))
            .execute(conn)?;
    }
    if !QUEUE.renew(conn, row_key, hold)? {
        return Ok(Standing::Lost);
    }
    let cancelled: Option<Instant> = held.select(jobs::cancelled_at).first(conn)?;
    Ok(match cancelled {
        Some(_at) => Standing::Cancelled,
        None => Standing::Held,
    })
}

/// Ends a job, if it is still held under that lease.
pub(super) fn finish(
    conn: &mut DbConnection,
    row_key: i64,
    lease: LeaseId,
    state: JobState,
    error: &str,
    now: Instant,
) -> StoreResult<()> {
    let held = jobs::table
        .find(row_key)
        .filter(jobs::lease_owner.eq(lease));
    diesel::update(held)
        .set((
            jobs::state.eq(state),
            jobs::error.eq(error),
            jobs::finished_at.eq(now),
            jobs::lease_until.eq(None::<Instant>),
            jobs::lease_owner.eq(None::<LeaseId>),
        ))
        .execute(conn)?;
    Ok(())
}

/// Puts a job off.
pub(super) fn put_off(
    conn: &mut DbConnection,
    row_key: i64,
    lease: LeaseId,
    until: Instant,
) -> StoreResult<()> {
    let held = jobs::table
        .find(row_key)
        .filter(jobs::lease_owner.eq(lease));
    diesel::update(held)
        .set(jobs::run_at.eq(until))
        .execute(conn)?;
    QUEUE.give_back(conn, row_key, lease)
}

/// Gives a job back that was taken and not finished: its next try is not counted.
pub(super) fn give_back(conn: &mut DbConnection, row_key: i64, lease: LeaseId) -> StoreResult<()> {
    let held = jobs::table
        .find(row_key)
        .filter(jobs::lease_owner.eq(lease));
    diesel::update(held)
        .set(jobs::attempts.eq(jobs::attempts - 1))
        .execute(conn)?;
    QUEUE.give_back(conn, row_key, lease)
}
