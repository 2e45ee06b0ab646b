//! The outbox: the only writer of the tables `outbox`, `mail_contents` and `mail_holds`.
//!
//! This file puts mails in, inside the transaction of the use case that wants them sent. [`queue`] is the worker's
//! side, [`report`] what people ask: how many, which are in trouble, what would the newest look like.

pub mod queue;
pub mod report;
mod rows;

use diesel::{ExpressionMethods, RunQueryDsl};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

pub use rows::{Letter, MailAuthority, OutboxMail};

use crate::db::schema::{mail_contents, outbox};
use crate::db::{DbConnection, JsonDoc, StoreResult, dialect, insert_rows};
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, Id, MailContentId};

/// What the link of a mail is about; never constructed.
pub(super) enum LinkSubject {}

/// A worker's hold on a batch of rows; never constructed.
#[derive(Debug)]
pub enum Lease {}

/// Names one hold on a batch of rows; whoever holds it alone may record what became of them.
pub type LeaseId = Id<Lease>;

/// Where a mail stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MailState {
    /// Waiting for its first try.
    Queued,
    /// A try has begun and is not recorded yet.
    Sending,
    /// Taken by the server.
    Sent,
    /// Refused for now; waiting for the next try.
    Deferred,
    /// Refused for good.
    Failed,
    /// Held back after a restore until a person releases it.
    Parked,
}

impl MailState {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Queued,
        Self::Sending,
        Self::Sent,
        Self::Deferred,
        Self::Failed,
        Self::Parked,
    ];

    /// As in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Deferred => "deferred",
            Self::Failed => "failed",
            Self::Parked => "parked",
        }
    }

    fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A mail to be sent.
#[derive(Clone, Debug)]
pub struct NewMail<'a> {
    /// Folder of its templates below `templates/email/`.
    pub message: &'static str,
    /// Text shared with other mails, stored once by [`enqueue_content`].
    pub content_id: Option<MailContentId>,
    /// The authority that writes.
    pub authority_id: AuthorityId,
    /// Who gets it.
    pub recipient: EmailAddress,
    /// The recipient's language: `sl` or `en`.
    pub language: &'a str,
    /// The submission or subscriber the link in the mail is for; its token is derived when the mail is sent.
    pub link_id: Uuid,
    /// Parameters of this mail alone; an object. They come before those of the shared content.
    pub params: Value,
}

/// One of many recipients of the same content.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// Who gets it.
    pub address: EmailAddress,
    /// The recipient's language: `sl` or `en`.
    pub language: String,
    /// The subscriber the link in the mail is for.
    pub link_id: Uuid,
}

/// Puts a mail into the outbox.
///
/// # Errors
/// When the database refuses it.
pub fn enqueue(conn: &mut DbConnection, mail: &NewMail<'_>, now: Instant) -> StoreResult<()> {
    enqueue_each(conn, std::slice::from_ref(mail), now)
}

/// Puts mails into the outbox, each with parameters of its own.
///
/// # Errors
/// When the database refuses them.
pub fn enqueue_each(
    conn: &mut DbConnection,
    mails: &[NewMail<'_>],
    now: Instant,
) -> StoreResult<()> {
    insert_rows!(conn, outbox::table, mails, |mail| (
        outbox::message.eq(mail.message),
        outbox::content_id.eq(mail.content_id),
        outbox::authority_id.eq(mail.authority_id),
        outbox::recipient.eq(mail.recipient.expose()),
        outbox::language.eq(mail.language),
        outbox::link_id.eq(Id::<LinkSubject>::new(mail.link_id)),
        outbox::params.eq(JsonDoc(mail.params.clone())),
        outbox::state.eq(MailState::Queued.code()),
        outbox::attempts.eq(0),
        outbox::next_attempt_at.eq(now),
        outbox::last_reply.eq(""),
        outbox::created_at.eq(now),
    ))?;
    Ok(())
}

/// Stores what many mails have in common. The id is minted by the service.
///
/// # Errors
/// When the database refuses it.
pub fn enqueue_content(
    conn: &mut DbConnection,
    id: MailContentId,
    params: &Value,
    now: Instant,
) -> StoreResult<()> {
    diesel::insert_into(mail_contents::table)
        .values((
            mail_contents::id.eq(id),
            mail_contents::params.eq(JsonDoc(params.clone())),
            mail_contents::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Puts the same mail into the outbox for every recipient, in one statement: a notice to 50,000 people must not hold up
/// other writes while it is inserted row by row. Returns how many were inserted.
///
/// # Errors
/// When the database refuses it.
pub fn enqueue_all(
    conn: &mut DbConnection,
    message: &'static str,
    content_id: MailContentId,
    authority_id: AuthorityId,
    recipients: &[Recipient],
    now: Instant,
) -> StoreResult<usize> {
    let rows: Vec<Value> = recipients
        .iter()
        .map(|recipient| {
            serde_json::json!([
                recipient.address.expose(),
                recipient.language,
                recipient.link_id.simple().to_string(),
            ])
        })
        .collect();
    Ok(dialect::insert_mails(
        conn,
        message,
        content_id,
        authority_id,
        &JsonDoc(Value::Array(rows)),
        now,
    )?)
}
