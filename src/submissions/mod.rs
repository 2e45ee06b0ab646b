//! Submissions: one act of one submitter. Receiving it by the one door, confirming it, following it.
//!
//! Owns `submissions`, `submitters` and `reference_counters`. A submission is immutable evidence; its comments
//! ([`crate::comments`]) are what the working group resolves.
//!
//! ```text
//! waiting → confirmed
//!    └────→ expired        (the clock moves it: domain::standing)
//! ```

mod domain;
mod evidence;
pub mod page;
mod service;
mod store;
pub mod web;

pub use domain::{Channel, Submitter, reference};
pub use page::Outcome;
pub use service::{
    Intake, Received, compare_with_chain, record_all, remind_due, remind_submitters,
};
pub use store::{
    Numbers, ReceivedSubmission, ResponseColumns, SentUnder, Standings, count_submissions,
    count_unconfirmed, insert_submissions, submission_link,
};
