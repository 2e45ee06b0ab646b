//! Rows of `subscribers` and `subscriptions`. Their only writer.

use diesel::prelude::*;

use crate::db::schema::{subscribers, subscriptions};
use crate::db::{DbConnection, StoreResult, stored_as_text};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;
use crate::kernel::ids::{AuthorityId, ConsultationId, SubscriberId, SubscriptionId};
use crate::subscribers::domain::{MailingList, Subscription, SubscriptionState};

stored_as_text!(SubscriptionState);

/// An address to be put on a list; ids are minted by the caller.
#[derive(Clone, Debug)]
pub struct NewSubscription<'a> {
    pub id: SubscriptionId,
    /// Of the subscriber, if the address is new in its authority.
    pub subscriber_id: SubscriberId,
    pub list: &'a MailingList,
    pub email: &'a EmailAddress,
    pub language: Language,
    pub state: SubscriptionState,
    pub created_at: Instant,
}

/// Puts an address on a list. Seeds and tests may put a confirmed one there; on the web it is pending first.
///
/// # Errors
/// When the database refuses, also because the address is on the list already.
pub fn insert_subscription(conn: &mut DbConnection, new: &NewSubscription<'_>) -> StoreResult<()> {
    let subscriber = match find_subscriber(conn, new.list.authority_id, new.email)? {
        Some(known) => known,
        None => insert_subscriber(conn, new)?,
    };
    let since = |state| (new.state == state).then_some(new.created_at);
    diesel::insert_into(subscriptions::table)
        .values((
            subscriptions::id.eq(new.id),
            subscriptions::subscriber_id.eq(subscriber),
            subscriptions::authority_id.eq(new.list.authority_id),
            subscriptions::consultation_id.eq(new.list.consultation_id),
            subscriptions::language.eq(new.language),
            subscriptions::state.eq(new.state),
            subscriptions::created_at.eq(new.created_at),
            subscriptions::confirmed_at.eq(since(SubscriptionState::Confirmed)),
            subscriptions::unsubscribed_at.eq(since(SubscriptionState::Unsubscribed)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Whose address this is in an authority.
fn find_subscriber(
    conn: &mut DbConnection,
    authority: AuthorityId,
    email: &EmailAddress,
) -> StoreResult<Option<SubscriberId>> {
    Ok(subscribers::table
        .filter(subscribers::authority_id.eq(authority))
        .filter(subscribers::email_folded.eq(email.folded()))
        .select(subscribers::id)
        .first(conn)
        .optional()?)
}

fn insert_subscriber(
    conn: &mut DbConnection,
    new: &NewSubscription<'_>,
) -> StoreResult<SubscriberId> {
    diesel::insert_into(subscribers::table)
        .values((
            subscribers::id.eq(new.subscriber_id),
            subscribers::authority_id.eq(new.list.authority_id),
            subscribers::email.eq(new.email.expose()),
            subscribers::email_folded.eq(new.email.folded()),
            subscribers::created_at.eq(new.created_at),
        ))
        .execute(conn)?;
    Ok(new.subscriber_id)
}

/// A subscription with the address of its subscriber.
#[derive(Queryable, Selectable)]
#[diesel(table_name = subscriptions)]
struct SubscriptionRow {
    id: SubscriptionId,
    subscriber_id: SubscriberId,
    authority_id: AuthorityId,
    consultation_id: Option<ConsultationId>,
    #[diesel(select_expression = subscribers::email)]
    email: String,
    language: Language,
    state: SubscriptionState,
    created_at: Instant,
}

impl From<SubscriptionRow> for Subscription {
    fn from(row: SubscriptionRow) -> Self {
        Self {
            id: row.id,
            subscriber_id: row.subscriber_id,
            authority_id: row.authority_id,
            consultation_id: row.consultation_id,
            email: row.email,
            language: row.language,
            state: row.state,
            created_at: row.created_at,
        }
    }
}

/// The subscription with this id.
pub fn find_subscription(
    conn: &mut DbConnection,
    id: SubscriptionId,
) -> StoreResult<Option<Subscription>> {
    let row: Option<SubscriptionRow> = subscriptions::table
        .inner_join(subscribers::table.on(subscribers::id.eq(subscriptions::subscriber_id)))
        .filter(subscriptions::id.eq(id))
        .select(SubscriptionRow::as_select())
        .first(conn)
        .optional()?;
    Ok(row.map(Subscription::from))
}

/// The place of an address on a list.
pub fn find_on_list(
    conn: &mut DbConnection,
    list: &MailingList,
    email: &EmailAddress,
) -> StoreResult<Option<Subscription>> {
    let address = subscriptions::table
        .inner_join(subscribers::table.on(subscribers::id.eq(subscriptions::subscriber_id)))
        .filter(subscribers::authority_id.eq(list.authority_id))
        .filter(subscribers::email_folded.eq(email.folded()))
        .select(SubscriptionRow::as_select())
        .into_boxed();
    let on_list = match list.consultation_id {
        Some(id) => address.filter(subscriptions::consultation_id.eq(id)),
        None => address.filter(subscriptions::consultation_id.is_null()),
    };
    let row: Option<SubscriptionRow> = on_list.first(conn).optional()?;
    Ok(row.map(Subscription::from))
}

/// Makes a subscription pending again: the link in the next mail confirms. When it was left before is kept, so that asking
/// in somebody else's name does not undo it. The address is spelt anew unless its owner has confirmed another list.
pub fn renew(
    conn: &mut DbConnection,
    subscription: &Subscription,
    email: &EmailAddress,
    language: Language,
    now: Instant,
) -> StoreResult<()> {
    diesel::update(subscriptions::table.find(subscription.id))
        .set((
            subscriptions::language.eq(language),
            subscriptions::state.eq(SubscriptionState::Pending),
            subscriptions::created_at.eq(now),
        ))
        .execute(conn)?;
    let confirmed = subscriptions::table
        .filter(subscriptions::subscriber_id.eq(subscription.subscriber_id))
        .filter(subscriptions::state.eq(SubscriptionState::Confirmed));
    if !diesel::select(diesel::dsl::exists(confirmed)).get_result::<bool>(conn)? {
        diesel::update(subscribers::table.find(subscription.subscriber_id))
            .set(subscribers::email.eq(email.expose()))
            .execute(conn)?;
    }
    Ok(())
}

/// Notes that the owner of the address wants the notices.
pub fn confirm(conn: &mut DbConnection, id: SubscriptionId, now: Instant) -> StoreResult<()> {
    diesel::update(subscriptions::table.find(id))
        .set((
            subscriptions::state.eq(SubscriptionState::Confirmed),
            subscriptions::confirmed_at.eq(now),
            subscriptions::unsubscribed_at.eq(None::<Instant>),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes a subscriber off the list; the first time counts.
pub fn unsubscribe(conn: &mut DbConnection, id: SubscriptionId, now: Instant) -> StoreResult<()> {
    let on_list = subscriptions::table
        .find(id)
        .filter(subscriptions::state.ne(SubscriptionState::Unsubscribed));
    diesel::update(on_list)
        .set((
            subscriptions::state.eq(SubscriptionState::Unsubscribed),
            subscriptions::unsubscribed_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}
