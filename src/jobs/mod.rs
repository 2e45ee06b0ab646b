//! Long work that somebody began. It is done in parts by a worker of one node at a time, goes on after that node is
//! killed, says how far it is, and can be ended by whoever began it.
//!
//! Owns `jobs`. A slice brings a [`Work`] for each kind of its jobs (`app` lists them) and enqueues a job inside the write
//! of the use case that begins it; what the work needs to know is in the slice's own tables, found by the job's key.
//!
//! ```text
//!   enqueue ──▶ waiting ──(claim)──▶ held by one node ──▶ part, part, … ──▶ done
//!                  ▲                        │    │
//!                  └── later, or its lease ─┘    └──▶ failed · cancelled
//!                      has ended
//! ```

mod runner;
mod store;

use std::sync::Arc;

use futures_util::future::BoxFuture;
use strum::{EnumString, IntoStaticStr};

pub use runner::{Runner, carry_out};
pub use store::{Job, cancel, enqueue, find, find_unfinished, list_of};

use crate::context::Context;
use crate::db::{DatabaseError, stored_as_text};
use crate::kernel::ids::{JobId, StaffId};

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case", const_into_str)]
pub enum JobState {
    /// Something is left to do, whether or not a worker is at it.
    Waiting,
    /// All of it is done.
    Done,
    /// It is not tried any more.
    Failed,
    /// Somebody ended it; what was done until then stays.
    Cancelled,
}

stored_as_text!(JobState);

/// A job to be done.
#[derive(Clone, Debug)]
pub struct NewJob {
    /// Minted by the service.
    pub id: JobId,
    /// Which [`Work`] does it.
    pub kind: &'static str,
    /// What it works on. As long as a job of the same kind on the same is not finished, there is no second.
    pub key: String,
    /// Who began it and is shown how far it is.
    pub staff_id: Option<StaffId>,
    /// What it is about, in the words of whoever began it.
    pub title: String,
    /// The page where it was begun, without the language: `/desk/kranj/…`.
    pub path: String,
    /// Whether it may be ended half-way.
    pub is_cancellable: bool,
    /// How many parts of whatever is counted there are; 0 when nobody knows yet.
    pub total: i64,
}

/// How far a job is, in whatever it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub done: i64,
    /// 0 when nobody knows.
    pub total: i64,
}

/// What a part of the work ended with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// There is more to do.
    More(Progress),
    /// That was all.
    Done,
}

/// Why a part was not done.
#[derive(Debug, thiserror::Error)]
pub enum Undone {
    /// It may succeed later, so it is tried again after a pause.
    #[error(transparent)]
    ForNow(#[from] anyhow::Error),
    /// It never will. The name of a message for whoever began the job.
    #[error("{0}")]
    ForGood(&'static str),
}

impl From<DatabaseError> for Undone {
    fn from(error: DatabaseError) -> Self {
        Self::ForNow(error.into())
    }
}

/// How the jobs of one kind are done.
pub trait Work: Send + Sync {
    /// The word for the kind; the message `jobs-kind-<kind>` says it to people.
    fn kind(&self) -> &'static str;

    /// Does the next part: seconds, not minutes. When a node is killed it is begun again, and what it did before that must
    /// not be done twice.
    fn part<'a>(
        &'a self,
        context: &'a Context,
        job: &'a Job,
    ) -> BoxFuture<'a, Result<Part, Undone>>;
}

/// Every kind of work there is.
pub type Works = Arc<[Arc<dyn Work>]>;
