//! The mailbox of a demonstration: every mail that would have been sent.

use serde::Serialize;

use crate::http::render::Page;
use crate::kernel::clock::Instant;

/// All mails, newest first.
#[derive(Clone, Debug, Serialize)]
pub struct Mailbox {
    /// What the clock of the demonstration shows.
    pub now: Instant,
    /// By how many days it can be moved.
    pub steps: Vec<i64>,
    /// Newest first.
    pub mails: Vec<MailEntry>,
}

/// One mail in the list.
#[derive(Clone, Debug, Serialize)]
pub struct MailEntry {
    /// Its number, part of the address `/mailbox/{number}`.
    pub number: i64,
    /// Who it is to.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// When it was sent.
    pub sent_at: Instant,
}

impl Page for Mailbox {
    const TEMPLATE: &'static str = "demo/mailbox.html";
}

/// One mail.
#[derive(Clone, Debug, Serialize)]
pub struct MailView {
    /// Its head.
    pub mail: MailEntry,
    /// Who it is from.
    pub from: String,
    /// Its plain text.
    pub text: String,
    /// The links in it, in order and without repeats.
    pub links: Vec<String>,
}

impl Page for MailView {
    const TEMPLATE: &'static str = "demo/mail.html";
}
