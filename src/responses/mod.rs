//! Triage: the working group's desk. Each comment gets a response, a second member approves it, and one act makes all
//! of them public.
//!
//! Owns `responses`, `response_versions` and `releases`. A comment's state follows its response, through `comments`; nothing here
//! writes any other table of another slice.
//!
//! ```text
//!            save            submit              approve            release
//!   (none) ───────▶ drafted ───────▶ in_approval ───────▶ approved ───────▶ released
//!                    ▲ ▲                │ │ return            │
//!                    │ └── take back ───┘ │                   │
//!                    └────── returned ◀───┴──── reopen ───────┘
//! ```
//!
//! Every act says which version of the response it saw. When a colleague was faster, nothing is overwritten: the
//! second person gets both texts (409) and decides.

mod domain;
mod evidence;
mod service;
mod store;

pub use domain::{
    AnswerError, COORDINATORS, DraftError, ReleaseError, Response, ResponseDraft, ResponseState,
    TextChange, Totals, WORKING_GROUP, approve, check_approved, check_editable, check_release,
    take_back,
};
pub use service::*;
pub use store::{
    HistoryRow, ResponseRecord, begin_release, count_by_disposition, count_mails, count_roughly,
    count_totals, find_name, find_response, find_under_way, insert_response, insert_version,
    is_mailing, is_rough, list_history, release_some,
};
