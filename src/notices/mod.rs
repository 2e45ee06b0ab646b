//! Notices: what a coordinator writes to subscribers, and what became of every mail.
//!
//! Owns `notices` and `deliveries`. Mails go through the outbox of [`crate::mail`]; nothing is sent from here.
//!
//! ```text
//! notice       draft ──(rehearsed, confirmed; once)──▶ queued
//! ```

pub mod domain;
pub mod page;
pub mod service;
pub mod store;
pub mod web;

pub use domain::NoticeText;
pub use service::{count_everybody, create_notice};
