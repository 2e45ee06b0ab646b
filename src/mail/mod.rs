//! Mail: every mail is a row of the outbox until a server has taken it, or has said for good that it will not.
//!
//! - [`outbox`]: one row per mail and recipient, written in the transaction of the use case that wants it sent.
//! - [`compose`]: a row becomes a [`message::MailMessage`] at the moment of sending, so links are never stored.
//! - [`mailer`]: how it leaves: SMTP, files in a folder, or memory. [`smtp`]: the conversation with the server.
//! - [`kind`]: which message is of which kind. [`budget`]: how many a mailbox gets that anybody can have sent.
//! - [`retry`]: the rule that turns a server's answer into what happens next.
//! - [`worker`]: takes what is due, sends it, records what came of it.
//!
//! ```text
//!             claim, start               250
//!   queued ──────────────────▶ sending ───────▶ sent
//!     ▲  ▲                     │ │ │ │
//!     │  │       4xx, no server│ │ │ │5xx, schedule used up, fate unknown twice
//!     │  └── deferred ◀────────┘ │ │ └────────────────────────▶ failed
//!     │          ▲               │ └─ process died: taken again when the lease ends
//!     │          └───────────────┘ no reply after the final dot: once more, same Message-ID
//!     └── parked ◀── every unsent row, when a backup is restored
//!
//!   suppressed ◀── every row that has not left, when what it is about has ended: the subscription
//! ```
//!
//! A mail may be doubled only if its fate is unknown: the connection or the process ended between the final dot and
//! the recorded reply. At most [`MailSettings::workers`] mails are in that state at a time, and none is tried a third
//! time. Nothing here is called from a handler except [`outbox`]; nothing here logs an address.

pub mod budget;
pub mod compose;
pub mod kind;
pub mod mailer;
pub mod message;
pub mod outbox;
pub mod retry;
mod settings;
pub mod smtp;
pub mod templates;
pub mod worker;

pub use kind::Message;
pub use settings::{Encryption, MailSettings, Transport};
