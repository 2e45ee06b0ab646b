//! Rows of the outbox as the rest of the adapter sees them.

use std::collections::HashMap;
use std::sync::Arc;

use diesel::{
    ExpressionMethods, OptionalExtension, QueryDsl, QueryResult, Queryable, RunQueryDsl,
    Selectable, SelectableHelper,
};
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::{LinkSubject, MailState};
use crate::db::schema::{authorities, mail_contents, outbox};
use crate::db::{DbConnection, JsonDoc};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::{EmailAddress, InvalidEmailAddress};
use crate::kernel::ids::{AuthorityId, Id, MailContentId};
use crate::mail::kind::Link;

/// One row of the outbox.
#[derive(Clone, Debug)]
pub struct OutboxMail {
    /// Its number, in the order of insertion; the name of the mail in logs.
    pub row_key: i64,
    /// Folder of its templates below `templates/email/`.
    pub message: String,
    /// Text shared with other mails.
    pub content_id: Option<MailContentId>,
    /// Who gets it; an address that a newer version no longer accepts is an error of this mail alone.
    pub recipient: Result<EmailAddress, InvalidEmailAddress>,
    /// The recipient's language.
    pub language: Language,
    /// What the links are about, and which one of that kind.
    pub link: Link,
    pub link_id: Uuid,
    /// Parameters of this mail alone.
    pub params: Value,
    /// Where it stands.
    pub state: MailState,
    /// Tries begun so far.
    pub attempts: i32,
    /// The server's last words, or a remark of ours.
    pub last_reply: String,
    /// When the next try is due.
    pub next_attempt_at: Instant,
    /// When it was put into the outbox.
    pub created_at: Instant,
    /// When it was sent or failed.
    pub finished_at: Option<Instant>,
    /// Whose limit it counts towards.
    pub mailbox: Option<String>,
    /// The mail that carried it along at its last try.
    pub sent_with: Option<i64>,
}

/// Whom a mail comes from, as far as its text says so.
#[derive(Clone, Debug, Serialize, Queryable, Selectable)]
#[diesel(table_name = authorities)]
pub struct MailAuthority {
    /// Its part of addresses.
    pub slug: String,
    /// Its full name.
    pub name: String,
    /// The department that runs consultations.
    pub department: String,
    /// The public address people may write to.
    pub contact_email: String,
    /// IANA name of its time zone.
    pub time_zone: String,
}

/// A row with everything that is needed to write the mail.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The row.
    pub mail: OutboxMail,
    /// Whom it comes from.
    pub authority: Arc<MailAuthority>,
    /// Parameters shared with other mails.
    pub content: Option<Arc<Value>>,
    /// Mails that have waited for the same address and leave as one with this.
    pub companions: Vec<Letter>,
}

/// The row as it is stored.
#[derive(Queryable, Selectable)]
#[diesel(table_name = outbox)]
pub(super) struct OutboxRow {
    row_key: i64,
    message: String,
    content_id: Option<MailContentId>,
    authority_id: AuthorityId,
    recipient: String,
    language: Language,
    link_kind: Link,
    link_id: Id<LinkSubject>,
    params: JsonDoc,
    state: MailState,
    attempts: i32,
    next_attempt_at: Instant,
    last_reply: String,
    created_at: Instant,
    finished_at: Option<Instant>,
    mailbox: Option<String>,
    sent_with: Option<i64>,
}

impl Letter {
    /// The rows that leave as this mail: its own and those it carries.
    pub fn row_keys(&self) -> Vec<i64> {
        let companions = self.companions.iter().map(|letter| letter.mail.row_key);
        std::iter::once(self.mail.row_key)
            .chain(companions)
            .collect()
    }
}

impl OutboxRow {
    fn into_mail(self) -> OutboxMail {
        OutboxMail {
            row_key: self.row_key,
            message: self.message,
            content_id: self.content_id,
            recipient: EmailAddress::parse(&self.recipient),
            language: self.language,
            link: self.link_kind,
            link_id: self.link_id.uuid(),
            params: self.params.0,
            state: self.state,
            attempts: self.attempts,
            last_reply: self.last_reply,
            next_attempt_at: self.next_attempt_at,
            created_at: self.created_at,
            finished_at: self.finished_at,
            mailbox: self.mailbox,
            sent_with: self.sent_with,
        }
    }
}

/// Joins rows with their authorities and contents, each of which is read once.
pub(super) fn letters(conn: &mut DbConnection, rows: Vec<OutboxRow>) -> QueryResult<Vec<Letter>> {
    let mut authorities = HashMap::new();
    let mut contents = HashMap::new();
    let mut letters = Vec::with_capacity(rows.len());
    for row in rows {
        let authority = match authorities.get(&row.authority_id) {
            Some(known) => Arc::clone(known),
            None => {
                let found = Arc::new(find_authority(conn, row.authority_id)?);
                authorities.insert(row.authority_id, Arc::clone(&found));
                found
            }
        };
        let content = match row.content_id {
            None => None,
            Some(id) => match contents.get(&id) {
                Some(known) => Some(Arc::clone(known)),
                None => {
                    let found = Arc::new(find_content(conn, id)?);
                    contents.insert(id, Arc::clone(&found));
                    Some(found)
                }
            },
        };
        letters.push(Letter {
            mail: row.into_mail(),
            authority,
            content,
            companions: Vec::new(),
        });
    }
    Ok(letters)
}

/// The rows with these numbers, in their order.
pub(super) fn find_rows(conn: &mut DbConnection, keys: &[i64]) -> QueryResult<Vec<OutboxRow>> {
    outbox::table
        .filter(outbox::row_key.eq_any(keys.to_vec()))
        .order(outbox::row_key)
        .select(OutboxRow::as_select())
        .load(conn)
}

fn find_authority(conn: &mut DbConnection, id: AuthorityId) -> QueryResult<MailAuthority> {
    authorities::table
        .find(id)
        .select(MailAuthority::as_select())
        .get_result(conn)
}

fn find_content(conn: &mut DbConnection, id: MailContentId) -> QueryResult<Value> {
    let found: Option<JsonDoc> = mail_contents::table
        .filter(mail_contents::id.eq(id))
        .select(mail_contents::params)
        .get_result(conn)
        .optional()?;
    Ok(found.map_or(Value::Null, |document| document.0))
}
