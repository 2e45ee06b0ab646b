//! Holds mails that anybody can have sent to the limits of their mailbox, at the moment they would leave: inside the write
//! that claims them, so that no two nodes both take the third.

use std::collections::{HashMap, HashSet};

use diesel::{BoolExpressionMethods, ExpressionMethods, QueryDsl, RunQueryDsl};

use super::{Letter, MailState};
use crate::db::lease::LeaseId;
use crate::db::schema::{confirmed_mailboxes, outbox};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::mail::budget::{self, Limit, Plan, Waiting};
use crate::mail::retry::Past;

/// Notes that the owner of an address has confirmed something: from now on they get what they ask for. What is too old to
/// count is forgotten at this occasion.
///
/// # Errors
/// When the database refuses.
pub fn note_confirmed(
    conn: &mut DbConnection,
    address: &EmailAddress,
    now: Instant,
) -> StoreResult<()> {
    let known = confirmed_mailboxes::table.filter(
        confirmed_mailboxes::confirmed_at
            .le(budget::confirmed_since(now))
            .or(confirmed_mailboxes::mailbox.eq(address.mailbox())),
    );
    diesel::delete(known).execute(conn)?;
    diesel::insert_into(confirmed_mailboxes::table)
        .values((
            confirmed_mailboxes::mailbox.eq(address.mailbox()),
            confirmed_mailboxes::confirmed_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Of the mails just claimed, those that may leave now; the others are put off and given back.
pub(super) fn hold_to(
    conn: &mut DbConnection,
    letters: Vec<Letter>,
    now: Instant,
) -> StoreResult<Vec<Letter>> {
    let waiting: Vec<Waiting> = letters.iter().filter_map(waiting).collect();
    if waiting.is_empty() {
        return Ok(letters);
    }
    let mailboxes: Vec<&str> = waiting.iter().map(|mail| mail.mailbox.as_str()).collect();
    let earlier = find_earlier(conn, &mailboxes, &waiting, now)?;
    let confirmed = find_confirmed(conn, &mailboxes, now)?;
    let limit = |mailbox: &str| match confirmed.contains(mailbox) {
        true => Limit::CONFIRMED,
        false => Limit::STRANGER,
    };
    let plan = budget::plan(&waiting, earlier, limit, now);
    store(conn, &plan, now)?;
    Ok(gathered(letters, &plan))
}

fn waiting(letter: &Letter) -> Option<Waiting> {
    let mail = &letter.mail;
    let past = Past::of(mail.state == MailState::Sending, &mail.last_reply);
    let recipient = mail.recipient.as_ref().map(EmailAddress::folded);
    Some(Waiting {
        row_key: mail.row_key,
        mailbox: mail.mailbox.clone()?,
        recipient: recipient.unwrap_or_default(),
        is_repeat: past != Past::Clear,
        sent_with: mail.sent_with,
        was_held: mail.next_attempt_at > mail.created_at,
    })
}

/// When mails left for these mailboxes, latest first. A mail that was put off by its server does not count twice.
fn find_earlier(
    conn: &mut DbConnection,
    mailboxes: &[&str],
    waiting: &[Waiting],
    now: Instant,
) -> StoreResult<HashMap<String, Vec<Instant>>> {
    let rows: Vec<(i64, Option<String>, Option<Instant>)> = outbox::table
        .filter(outbox::mailbox.eq_any(mailboxes))
        .filter(outbox::let_go_at.gt(budget::counted_since(now)))
        .order(outbox::let_go_at.desc())
        .select((outbox::row_key, outbox::mailbox, outbox::let_go_at))
        .load(conn)?;
    let again: HashSet<i64> = waiting.iter().map(|mail| mail.row_key).collect();
    let mut earlier: HashMap<String, Vec<Instant>> = HashMap::new();
    for (row_key, mailbox, let_go_at) in rows {
        if let (Some(mailbox), Some(at), false) = (mailbox, let_go_at, again.contains(&row_key)) {
            earlier.entry(mailbox).or_default().push(at);
        }
    }
    Ok(earlier)
}

fn find_confirmed(
    conn: &mut DbConnection,
    mailboxes: &[&str],
    now: Instant,
) -> StoreResult<HashSet<String>> {
    let found: Vec<String> = confirmed_mailboxes::table
        .filter(confirmed_mailboxes::mailbox.eq_any(mailboxes))
        .filter(confirmed_mailboxes::confirmed_at.gt(budget::confirmed_since(now)))
        .select(confirmed_mailboxes::mailbox)
        .load(conn)?;
    Ok(found.into_iter().collect())
}

fn store(conn: &mut DbConnection, plan: &Plan, now: Instant) -> StoreResult<()> {
    let leading: Vec<i64> = plan.go.iter().map(|(row_key, _)| *row_key).collect();
    diesel::update(outbox::table.filter(outbox::row_key.eq_any(leading)))
        .set((
            outbox::let_go_at.eq(Some(now)),
            outbox::sent_with.eq(None::<i64>),
        ))
        .execute(conn)?;
    for (leader, others) in plan.go.iter().filter(|(_, others)| !others.is_empty()) {
        diesel::update(outbox::table.filter(outbox::row_key.eq_any(others)))
            .set((
                outbox::let_go_at.eq(None::<Instant>),
                outbox::sent_with.eq(Some(leader)),
            ))
            .execute(conn)?;
    }
    for (due, rows) in &plan.held {
        diesel::update(outbox::table.filter(outbox::row_key.eq_any(rows)))
            .set((
                outbox::next_attempt_at.eq(due),
                outbox::lease_until.eq(None::<Instant>),
                outbox::lease_owner.eq(None::<LeaseId>),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// The letters of a plan: those that count towards no limit, and each mail with those it carries.
fn gathered(letters: Vec<Letter>, plan: &Plan) -> Vec<Letter> {
    let leader: HashMap<i64, i64> = plan
        .go
        .iter()
        .flat_map(|(leader, others)| others.iter().map(|row_key| (*row_key, *leader)))
        .collect();
    let held: HashSet<i64> = plan.held.values().flatten().copied().collect();
    let mut gathered: Vec<Letter> = Vec::with_capacity(letters.len());
    for letter in letters {
        let row_key = letter.mail.row_key;
        if held.contains(&row_key) {
            continue;
        }
        let carrier = leader
            .get(&row_key)
            .and_then(|leader| gathered.iter_mut().find(|one| one.mail.row_key == *leader));
        match carrier {
            Some(carrier) => carrier.companions.push(letter),
            None => gathered.push(letter),
        }
    }
    gathered
}
