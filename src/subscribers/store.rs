//! Rows of `subscribers`. Their only writer.

use diesel::prelude::*;

use crate::db::schema::subscribers;
use crate::db::{DbConnection, StoreResult, stored_as_text};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, ConsultationId, SubscriberId};
use crate::subscribers::domain::{MailingList, Subscriber, SubscriberState};

stored_as_text!(SubscriberState);

/// An address to be put on a list; the id is minted by the caller.
#[derive(Clone, Debug)]
pub struct NewSubscriber<'a> {
    pub id: SubscriberId,
    pub list: &'a MailingList,
    pub email: &'a EmailAddress,
    pub language: Language,
    pub state: SubscriberState,
    pub created_at: Instant,
}

/// Puts an address on a list. Seeds and tests may put a confirmed one there; on the web it is pending first.
///
/// # Errors
/// When the database refuses, also because the address is on the list already.
pub fn insert_subscriber(conn: &mut DbConnection, new: &NewSubscriber<'_>) -> StoreResult<()> {
    let since = |state| (new.state == state).then_some(new.created_at);
    diesel::insert_into(subscribers::table)
        .values((
            subscribers::id.eq(new.id),
            subscribers::authority_id.eq(new.list.authority_id),
            subscribers::consultation_id.eq(new.list.consultation_id),
            subscribers::email.eq(new.email.expose()),
            subscribers::email_folded.eq(new.email.folded()),
            subscribers::language.eq(new.language),
            subscribers::state.eq(new.state),
            subscribers::created_at.eq(new.created_at),
            subscribers::confirmed_at.eq(since(SubscriberState::Confirmed)),
            subscribers::unsubscribed_at.eq(since(SubscriberState::Unsubscribed)),
        ))
        .execute(conn)?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = subscribers)]
struct SubscriberRow {
    id: SubscriberId,
    authority_id: AuthorityId,
    consultation_id: Option<ConsultationId>,
    email: String,
    language: Language,
    state: SubscriberState,
    created_at: Instant,
}

impl From<SubscriberRow> for Subscriber {
    fn from(row: SubscriberRow) -> Self {
        Self {
            id: row.id,
            authority_id: row.authority_id,
            consultation_id: row.consultation_id,
            email: row.email,
            language: row.language,
            state: row.state,
            created_at: row.created_at,
        }
    }
}

/// The subscriber with this id.
pub fn find_subscriber(
    conn: &mut DbConnection,
    id: SubscriberId,
) -> StoreResult<Option<Subscriber>> {
    let row: Option<SubscriberRow> = subscribers::table
        .find(id)
        .select(SubscriberRow::as_select())
        .first(conn)
        .optional()?;
    Ok(row.map(Subscriber::from))
}

/// The place of an address on a list.
pub fn find_on_list(
    conn: &mut DbConnection,
    list: &MailingList,
    email: &EmailAddress,
) -> StoreResult<Option<Subscriber>> {
    let folded = email.folded();
    let address = subscribers::table
        .filter(subscribers::email_folded.eq(folded))
        .select(SubscriberRow::as_select())
        .into_boxed();
    let on_list = match list.consultation_id {
        Some(id) => address.filter(subscribers::consultation_id.eq(id)),
        None => address
            .filter(subscribers::authority_id.eq(list.authority_id))
            .filter(subscribers::consultation_id.is_null()),
    };
    let row: Option<SubscriberRow> = on_list.first(conn).optional()?;
    Ok(row.map(Subscriber::from))
}

/// Makes a subscriber pending again: the link in the next mail confirms. When they left before is kept, so that asking
/// in somebody else's name does not undo it.
pub fn renew(
    conn: &mut DbConnection,
    id: SubscriberId,
    email: &EmailAddress,
    language: Language,
    now: Instant,
) -> StoreResult<()> {
    diesel::update(subscribers::table.find(id))
        .set((
            subscribers::email.eq(email.expose()),
            subscribers::language.eq(language),
            subscribers::state.eq(SubscriberState::Pending),
            subscribers::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Notes that the owner of the address wants the notices.
pub fn confirm(conn: &mut DbConnection, id: SubscriberId, now: Instant) -> StoreResult<()> {
    diesel::update(subscribers::table.find(id))
        .set((
            subscribers::state.eq(SubscriberState::Confirmed),
            subscribers::confirmed_at.eq(now),
            subscribers::unsubscribed_at.eq(None::<Instant>),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes a subscriber off the list; the first time counts.
pub fn unsubscribe(conn: &mut DbConnection, id: SubscriberId, now: Instant) -> StoreResult<()> {
    let on_list = subscribers::table
        .find(id)
        .filter(subscribers::state.ne(SubscriberState::Unsubscribed));
    diesel::update(on_list)
        .set((
            subscribers::state.eq(SubscriberState::Unsubscribed),
            subscribers::unsubscribed_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}
