//! Long work that goes on by itself.

use serde::Serialize;

use crate::jobs::Job;
use crate::kernel::clock::Instant;
use crate::kernel::ids::JobId;

/// A job of whoever looks.
#[derive(Clone, Debug, Serialize)]
pub struct JobRow {
    pub id: JobId,
    /// What is done: `jobs-kind-…` says it.
    pub kind: String,
    /// What it is about.
    pub title: String,
    /// Where it was begun, without the language.
    pub path: String,
    /// `waiting`, `failed` or `cancelled`.
    pub state: String,
    /// How many of `total` are done.
    pub done: i64,
    /// 0 when nobody knows.
    pub total: i64,
    /// Whether it can be ended.
    pub can_cancel: bool,
    /// Whether it will end soon because somebody wants that.
    pub is_ending: bool,
    /// The message that says why it failed.
    pub error: String,
    /// When it was begun.
    pub created_at: Instant,
}

impl From<&Job> for JobRow {
    fn from(job: &Job) -> Self {
        let is_ending = job.finished_at.is_none() && job.cancelled_at.is_some();
        Self {
            id: job.id,
            kind: job.kind.clone(),
            title: job.title.clone(),
            path: job.path.clone(),
            state: job.state.into_str().to_owned(),
            done: job.done,
            total: job.total,
            can_cancel: job.is_cancellable && job.finished_at.is_none() && !is_ending,
            is_ending,
            error: job.error.clone(),
            created_at: job.created_at,
        }
    }
}
