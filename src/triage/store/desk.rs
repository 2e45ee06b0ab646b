//! Whose desk it is.

use std::str::FromStr;

use diesel::prelude::*;

use crate::db::schema::memberships;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::{AuthorityId, StaffId};
use crate::kernel::role::Role;

/// Every role a person has, with the authority.
pub fn list_memberships(
    connection: &mut DbConnection,
    staff: StaffId,
) -> StoreResult<Vec<(AuthorityId, Role)>> {
    let rows: Vec<(AuthorityId, String)> = memberships::table
        .filter(memberships::staff_id.eq(staff))
        .select((memberships::authority_id, memberships::role))
        .load(connection)?;
    Ok(rows
        .into_iter()
        .filter_map(|(authority, role)| Some((authority, Role::from_str(&role).ok()?)))
        .collect())
}
