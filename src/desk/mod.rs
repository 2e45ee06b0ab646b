//! The desk: where the working group starts, its inbox, the page on which a comment is answered, and the release.
//!
//! Owns no tables: it reads those of every slice to its left, and whatever is done here is done by their use cases.

mod domain;
pub mod page;
mod store;
pub mod web;
