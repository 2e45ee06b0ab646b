//! Submissions and their comments: receiving, confirming, following.
//!
//! Owns `submissions`, `submitters`, `comments` and `reference_counters`. A submission is immutable evidence; the
//! comment is the unit the working group resolves, and its state moves here on the word of `responses`.
//!
//! ```text
//! unconfirmed → new → drafted → in_approval → approved → released
//!                        ↑ returned ←┘
//! ```

pub mod domain;
pub mod evidence;
pub mod page;
pub mod service;
pub mod store;
pub mod web;

pub use domain::{
    Channel, CommentKind, CommentState, Disposition, Submitter, SubmitterKind, TextChange,
    public_name, reference,
};
pub use page::Outcome;
pub use service::{Intake, Received, record_all, remind_submitters};
pub use store::{
    Answered, Numbers, ReceivedComment, ReceivedSubmission, ResponseColumns, Standings,
    approve_new, count_submissions, count_unconfirmed, release_answered, set_answered,
    set_first_answered, submission_link, words_of, write_missing_words,
};
