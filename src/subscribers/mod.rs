//! Subscribers: who wants notices, proven by a double opt-in, and leaving with one click.
//!
//! Owns `subscribers`.
//!
//! ```text
//! pending ──(the link in the mail, a POST)──▶ confirmed ──▶ unsubscribed
//!    ▲                                                          │
//!    └──────────────── asks again ──────────────────────────────┘
//! ```
//!
//! Consent to notices is an act of its own: nobody gets one for having sent a comment.

mod domain;
pub mod page;
mod service;
mod store;
pub mod web;

pub use domain::{Audience, MailingList, SubscriberState};
pub use store::{NewSubscriber, insert_subscriber};
