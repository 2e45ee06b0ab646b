//! Links by which people look after their accounts.

use diesel::prelude::*;

use crate::accounts::domain::{AccountLink, LinkKind};
use crate::db::schema::account_links;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AccountLinkId, StaffId};

#[derive(Queryable, Selectable)]
#[diesel(table_name = account_links)]
struct LinkRow {
    id: AccountLinkId,
    staff_id: StaffId,
    kind: LinkKind,
    email: String,
    expires_at: Instant,
    used_at: Option<Instant>,
}

/// The link with this id.
pub(in crate::accounts) fn find_account_link(
    connection: &mut DbConnection,
    id: AccountLinkId,
) -> StoreResult<Option<AccountLink>> {
    let row: Option<LinkRow> = account_links::table
        .find(id)
        .select(LinkRow::as_select())
        .first(connection)
        .optional()?;
    Ok(row.map(|row| AccountLink {
        id: row.id,
        staff: row.staff_id,
        kind: row.kind,
        email: row.email,
        expires_at: row.expires_at,
        used_at: row.used_at,
    }))
}

/// How many links of a kind an account was given after `since`.
pub(in crate::accounts) fn count_account_links(
    connection: &mut DbConnection,
    staff: StaffId,
    kind: LinkKind,
    since: Instant,
) -> StoreResult<i64> {
    Ok(account_links::table
        .filter(account_links::staff_id.eq(staff))
        .filter(account_links::kind.eq(kind))
        .filter(account_links::created_at.gt(since))
        .count()
        .get_result(connection)?)
}

/// Stores a link.
pub(in crate::accounts) fn insert_account_link(
    connection: &mut DbConnection,
    link: &AccountLink,
    now: Instant,
) -> StoreResult<()> {
    diesel::insert_into(account_links::table)
        .values((
            account_links::id.eq(link.id),
            account_links::staff_id.eq(link.staff),
            account_links::kind.eq(link.kind),
            account_links::email.eq(&link.email),
            account_links::created_at.eq(now),
            account_links::expires_at.eq(link.expires_at),
        ))
        .execute(connection)?;
    Ok(())
}

/// Uses a link up. `false` when it was used already.
pub(in crate::accounts) fn use_account_link(
    connection: &mut DbConnection,
    id: AccountLinkId,
    now: Instant,
) -> StoreResult<bool> {
    let open = account_links::table
        .find(id)
        .filter(account_links::used_at.is_null());
    let used = diesel::update(open)
        .set(account_links::used_at.eq(Some(now)))
        .execute(connection)?;
    Ok(used > 0)
}

/// Uses up every link of an account: after another password, what was sent before opens nothing.
pub(in crate::accounts) fn use_account_links_of(
    connection: &mut DbConnection,
    staff: StaffId,
    now: Instant,
) -> StoreResult<()> {
    let open = account_links::table
        .filter(account_links::staff_id.eq(staff))
        .filter(account_links::used_at.is_null());
    diesel::update(open)
        .set(account_links::used_at.eq(Some(now)))
        .execute(connection)?;
    Ok(())
}

/// Removes the links that expired before `until`.
pub(in crate::accounts) fn delete_account_links_until(
    connection: &mut DbConnection,
    until: Instant,
) -> StoreResult<()> {
    diesel::delete(account_links::table.filter(account_links::expires_at.le(until)))
        .execute(connection)?;
    Ok(())
}
