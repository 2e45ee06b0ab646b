//! Notices: who asked for them, what a coordinator writes to them, and what became of every mail.
//!
//! Owns `subscribers` and `notices`. Mails go through the outbox of [`crate::mail`]; nothing is sent from here.
//!
//! ```text
//! subscriber   pending ──(the link in the mail, a POST)──▶ confirmed ──▶ unsubscribed
//!                 ▲                                                          │
//!                 └──────────────── asks again ──────────────────────────────┘
//!
//! notice       draft ──(rehearsed, confirmed; once)──▶ queued
//! ```
//!
//! Consent to notices is an act of its own: nobody gets one for having sent a comment.

pub mod domain;
pub mod page;
pub mod service;
pub mod store;
pub mod web;

pub use domain::{MailingList, SubscriberState};
pub use store::{NewSubscriber, insert_subscriber};
