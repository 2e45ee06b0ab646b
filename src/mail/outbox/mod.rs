//! The outbox: the only writer of the tables `outbox`, `mail_contents`, `mail_holds` and `confirmed_mailboxes`.
//!
//! This file puts mails in, inside the transaction of the use case that wants them sent. [`queue`] is the worker's
//! side, [`limits`] what a mailbox gets at most, [`report`] what people ask: how many, which are in trouble, what would the newest look like.

mod limits;
pub mod queue;
pub mod report;
mod rows;

use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, RunQueryDsl};
use serde::Serialize;
use serde_json::Value;
use strum::{EnumString, IntoStaticStr};
use uuid::Uuid;

pub use limits::note_confirmed;
pub use rows::{Letter, MailAuthority, OutboxMail};

use crate::db::lease::LeaseId;
use crate::db::schema::{mail_contents, outbox};
use crate::db::{DbConnection, JsonDoc, StoreResult, insert_rows, stored_as_text};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, Id, MailContentId};
use crate::mail::kind::{Kind, Lane, Link, Message};

/// What the link of a mail is about; never constructed.
pub(super) enum LinkSubject {}

/// Where a mail stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, EnumString, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "snake_case", const_into_str)]
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
    /// Not to be sent any more: what it was about has ended.
    Suppressed,
}

stored_as_text!(MailState, Lane, Link);

/// A mail to be sent.
#[derive(Clone, Debug)]
pub struct NewMail {
    /// What it tells the recipient.
    pub message: Message,
    /// Text shared with other mails, stored once by [`enqueue_content`].
    pub content_id: Option<MailContentId>,
    /// The authority that writes.
    pub authority_id: AuthorityId,
    /// Who gets it.
    pub recipient: EmailAddress,
    /// The recipient's language.
    pub language: Language,
    /// The submission or subscriber the link in the mail is for; its token is derived when the mail is sent.
    pub link_id: Uuid,
    /// Parameters of this mail alone; an object. They come before those of the shared content.
    pub params: Value,
}

/// Puts a mail into the outbox.
///
/// # Errors
/// When the database refuses it.
pub fn enqueue(conn: &mut DbConnection, mail: &NewMail, now: Instant) -> StoreResult<()> {
    enqueue_each(conn, std::slice::from_ref(mail), now)
}

/// Puts mails into the outbox, each with parameters of its own.
///
/// # Errors
/// When the database refuses them.
pub fn enqueue_each(conn: &mut DbConnection, mails: &[NewMail], now: Instant) -> StoreResult<()> {
    let kinds = mails
        .iter()
        .map(|mail| (mail, Kind::of(mail.message, &mail.params)));
    let mails: Vec<_> = kinds.collect();
    insert_rows!(conn, outbox::table, mails, |(mail, kind)| (
        outbox::message.eq(mail.message.into_str()),
        outbox::content_id.eq(mail.content_id),
        outbox::authority_id.eq(mail.authority_id),
        outbox::recipient.eq(mail.recipient.expose()),
        outbox::language.eq(mail.language),
        outbox::link_kind.eq(mail.message.link(&mail.params)),
        outbox::link_id.eq(Id::<LinkSubject>::new(mail.link_id)),
        outbox::params.eq(JsonDoc(mail.params.clone())),
        outbox::state.eq(MailState::Queued),
        outbox::attempts.eq(0),
        outbox::next_attempt_at.eq(now),
        outbox::last_reply.eq(""),
        outbox::created_at.eq(now),
        outbox::lane.eq(kind.lane()),
        outbox::mailbox.eq((*kind == Kind::Typed).then(|| mail.recipient.mailbox())),
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

/// Why a suppressed mail was not sent.
const SUPPRESSED: &str = "not sent: what the mail is about has ended";

/// Stops every mail about `link_id` that has not left yet, whatever its state, also when it is in a worker's hands and not
/// begun. One that is on the wire at this moment may still arrive, and then it counts as sent; it is not tried again.
/// Returns how many were stopped.
///
/// # Errors
/// When the database refuses it.
pub fn suppress(conn: &mut DbConnection, link_id: Uuid, now: Instant) -> StoreResult<usize> {
    let about = outbox::link_id.eq(Id::<LinkSubject>::new(link_id));
    let waiting = [MailState::Queued, MailState::Deferred, MailState::Parked];
    let stopped = (
        outbox::state.eq(MailState::Suppressed),
        outbox::last_reply.eq(SUPPRESSED),
        outbox::finished_at.eq(Some(now)),
    );
    // Whoever holds a lease on one of these finds it gone when they begin.
    let waiting = outbox::table.filter(about.and(outbox::state.eq_any(waiting)));
    let ended = (
        outbox::lease_until.eq(None::<Instant>),
        outbox::lease_owner.eq(None::<LeaseId>),
    );
    let at_rest = diesel::update(waiting)
        .set((stopped, ended))
        .execute(conn)?;
    // Whoever sends one of these may still record that it has arrived.
    let sending = outbox::table.filter(about.and(outbox::state.eq(MailState::Sending)));
    Ok(at_rest + diesel::update(sending).set(stopped).execute(conn)?)
}
