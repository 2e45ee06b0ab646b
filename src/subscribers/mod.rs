//! Subscribers: who wants notices, proven by a double opt-in, and leaving with one click.
//!
//! Owns `subscribers` (whose address it is, once in an authority) and `subscriptions` (what they want).
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

pub use domain::{Audience, MailingList, SubscriptionState};
pub use store::{NewSubscription, insert_subscription};
