//! What the public reads: authorities, consultations, the draft by sections, and the register of comments and responses.
//!
//! Owns no tables: it reads those of every slice to its left and writes none.

pub mod page;
mod store;
pub mod web;

pub use page::SubmissionCounts;
pub use web::{SharedCounts, SharedRegister};
