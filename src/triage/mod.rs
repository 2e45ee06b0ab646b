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

pub mod domain;
pub mod evidence;
pub mod page;
pub mod service;
pub mod store;
pub mod web;

pub use domain::{ResponseDraft, ResponseState, TextChange};
pub use service::{follow_releases, record_act, record_release};
pub use store::{ResponseRecord, insert_response, insert_version};
