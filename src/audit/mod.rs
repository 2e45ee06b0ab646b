//! The append-only record of public acts: who did what, when, with a hash of what was there before and after.
//!
//! Each entry holds the hash of the one before it, and the end of the chain is sealed with the installation's key, so
//! a changed, inserted, removed or cut-off entry is found by `posvet audit verify`. Owns `audit_events` and
//! `audit_heads`. It keeps what was there after each act, with
//! hashes in the place of long texts and never a person's data.
//!
//! The databases refuse to change or delete an entry. What the chain says of a thing can be compared with its rows: the
//! slice that owns them makes the same object again and asks [`Recorded::says`].

mod domain;
mod store;
mod verify;

pub use domain::{Deviation, DeviationKind, Entry, Recorded, Scope, text_hash};
pub use store::{append, append_all, count_acts, list_about, list_subjects};
pub use verify::{Fault, Report, verify};
