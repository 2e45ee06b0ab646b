//! A demonstration: sample consultations, accounts anybody may try, and a mailbox in the browser.
//!
//! Owns no tables: what it puts into them goes through the slices that do. None of it is there on a real installation:
//! the mailbox answers 404, and nobody can have the password everybody knows.

pub mod page;
pub mod samples;
pub mod web;

pub use samples::{DEMO_PASSWORD, Loader, Progress, load};
pub use web::accounts;
