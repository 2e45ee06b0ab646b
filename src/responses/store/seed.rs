//! Responses by the hundred thousand, for load tests.

use diesel::prelude::*;

use super::mails::leave_unmailed;
use super::release::{begin_release, find_under_way, mark_published, release_some};
use crate::comments;
use crate::db::schema::staff;
use crate::db::types::{Guid, Moment};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, StaffId};

/// Answers every new comment of a consultation with an approved response, each with the id of its comment. Returns who
/// wrote and who approved them; `None`, and nothing is done, without two people who could have.
///
/// # Errors
/// When the database refuses.
pub fn answer_all(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    now: Instant,
) -> StoreResult<Option<(StaffId, StaffId)>> {
    let people: Vec<StaffId> = staff::table
        .order(staff::created_at)
        .limit(2)
        .select(staff::id)
        .load(connection)?;
    let &[author, approver] = people.as_slice() else {
        return Ok(None);
    };
    diesel::sql_query(
        "insert into responses (id, consultation_id, state, version, disposition, reason, text_change, changed_text,
             author_id, approver_id, approved_at, updated_at)
         select id, consultation_id, 'approved', 3,
             case row_key % 5 when 0 then 'accepted' when 1 then 'accepted_in_part' when 2 then 'not_accepted'
                 when 3 then 'noted' else 'out_of_scope' end,
             'Hvala za pripombo. Ukrep smo dopolnili z navedbo nosilca in roka.', 'unchanged', '', $1, $2, $3, $3
         from comments where consultation_id = $4 and standing = 'counted' and work = 'new'
             and response_id is null",
    )
    .bind::<Guid, _>(author)
    .bind::<Guid, _>(approver)
    .bind::<Moment, _>(now)
    .bind::<Guid, _>(consultation)
    .execute(connection)?;
    comments::approve_new(connection, consultation, author)?;
    Ok(Some((author, approver)))
}

/// Moves every approved response of a consultation to `released`, without a mail to anybody. Returns how many.
///
/// # Errors
/// When the database refuses.
pub fn release_all(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    staff: StaffId,
    now: Instant,
) -> StoreResult<i64> {
    begin_release(connection, consultation, staff, 0, now)?;
    let Some(release) = find_under_way(connection, consultation)? else {
        return Ok(0);
    };
    let moved = release_some(connection, &release, i64::MAX)?;
    mark_published(connection, release.row_key, now)?;
    leave_unmailed(connection, release.row_key, now)?;
    Ok(moved)
}
