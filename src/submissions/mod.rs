//! Submissions: one act of one submitter. Receiving it by the one door, confirming it, following it.
//!
//! Owns `submissions`, `submission_items`, `submitters` and `reference_counters`. A submission is immutable evidence; its comments
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
    Arrival, Door, Intake, Point, Sent, compare_with_chain, record_submission, remind_due,
    remind_submitters,
};
pub use store::{
    Numbers, ResponseColumns, SentUnder, Standings, count_submissions, count_unconfirmed,
    insert_items, insert_submissions, submission_link,
};
