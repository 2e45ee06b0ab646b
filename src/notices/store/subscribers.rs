//! Rows of `subscribers`.

use diesel::prelude::*;

use crate::db::schema::subscribers;
use crate::db::{DbConnection, StoreResult};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, ConsultationId, SubscriberId};
use crate::notices::domain::{MailingList, Subscriber, SubscriberState};

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
            subscribers::language.eq(new.language.code()),
            subscribers::state.eq(new.state.code()),
            subscribers::created_at.eq(new.created_at),
            subscribers::confirmed_at.eq(since(SubscriberState::Confirmed)),
            subscribers::unsubscribed_at.eq(since(SubscriberState::Unsubscribed)),
        ))
        .execute(conn)?;
    Ok(())
}

type SubscriberRow = (
    SubscriberId,
    AuthorityId,
    Option<ConsultationId>,
    String,
    String,
    String,
    Instant,
);

const COLUMNS: (
    subscribers::id,
    subscribers::authority_id,
    subscribers::consultation_id,
    subscribers::email,
    subscribers::language,
    subscribers::state,
    subscribers::created_at,
) = (
    subscribers::id,
    subscribers::authority_id,
    subscribers::consultation_id,
    subscribers::email,
    subscribers::language,
    subscribers::state,
    subscribers::created_at,
);

fn subscriber(row: SubscriberRow) -> Subscriber {
    let (id, authority_id, consultation_id, email, language, state, created_at) = row;
    Subscriber {
        id,
        authority_id,
        consultation_id,
        email,
        language: Language::parse(&language).unwrap_or_default(),
        state: SubscriberState::read(&state),
        created_at,
    }
}

/// The subscriber with this id.
pub(in crate::notices) fn find_subscriber(
    conn: &mut DbConnection,
    id: SubscriberId,
) -> StoreResult<Option<Subscriber>> {
    let row: Option<SubscriberRow> = subscribers::table
        .find(id)
        .select(COLUMNS)
        .first(conn)
        .optional()?;
    Ok(row.map(subscriber))
}

/// The place of an address on a list.
pub(in crate::notices) fn find_on_list(
    conn: &mut DbConnection,
    list: &MailingList,
    email: &EmailAddress,
) -> StoreResult<Option<Subscriber>> {
    let folded = email.folded();
    let address = subscribers::table
        .filter(subscribers::email_folded.eq(folded))
        .select(COLUMNS)
        .into_boxed();
    let on_list = match list.consultation_id {
        Some(id) => address.filter(subscribers::consultation_id.eq(id)),
        None => address
            .filter(subscribers::authority_id.eq(list.authority_id))
            .filter(subscribers::consultation_id.is_null()),
    };
    let row: Option<SubscriberRow> = on_list.first(conn).optional()?;
    Ok(row.map(subscriber))
}

/// Makes a subscriber pending again: the link in the next mail confirms. When they left before is kept, so that asking
/// in somebody else's name does not undo it.
pub(in crate::notices) fn renew(
    conn: &mut DbConnection,
    id: SubscriberId,
    email: &EmailAddress,
    language: Language,
    now: Instant,
) -> StoreResult<()> {
    diesel::update(subscribers::table.find(id))
        .set((
            subscribers::email.eq(email.expose()),
            subscribers::language.eq(language.code()),
            subscribers::state.eq(SubscriberState::Pending.code()),
            subscribers::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Notes that the owner of the address wants the notices.
pub(in crate::notices) fn confirm(
    conn: &mut DbConnection,
    id: SubscriberId,
    now: Instant,
) -> StoreResult<()> {
    diesel::update(subscribers::table.find(id))
        .set((
            subscribers::state.eq(SubscriberState::Confirmed.code()),
            subscribers::confirmed_at.eq(now),
            subscribers::unsubscribed_at.eq(None::<Instant>),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes a subscriber off the list; the first time counts.
pub(in crate::notices) fn unsubscribe(
    conn: &mut DbConnection,
    id: SubscriberId,
    now: Instant,
) -> StoreResult<()> {
    let on_list = subscribers::table
        .find(id)
        .filter(subscribers::state.ne(SubscriberState::Unsubscribed.code()));
    diesel::update(on_list)
        .set((
            subscribers::state.eq(SubscriberState::Unsubscribed.code()),
            subscribers::unsubscribed_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}
