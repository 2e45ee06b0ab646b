//! Making approved responses public, all in one.

use diesel::dsl::{count, count_star};
use diesel::prelude::*;

use crate::comments::{CommentState, Disposition};
use crate::db::schema::{comments, responses, submitters};
use crate::db::types::{Guid, Moment};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, StaffId};
use crate::triage::domain::ResponseState;

/// How many comments have an approved or released response of each disposition, in the usual order.
pub fn count_by_disposition(
    connection: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<Vec<(Disposition, i64)>> {
    let decided = [CommentState::Approved, CommentState::Released].map(CommentState::code);
    let rows: Vec<(Option<String>, i64)> = comments::table
        .inner_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::state.eq_any(decided.to_vec()))
        .group_by(responses::disposition)
        .select((responses::disposition, count_star()))
        .load(connection)?;
    let count_of = |disposition: Disposition| {
        rows.iter()
            .find(|(code, _count)| code.as_deref() == Some(disposition.code()))
            .map_or(0, |(_code, count)| *count)
    };
    Ok(Disposition::ALL
        .iter()
        .map(|disposition| (*disposition, count_of(*disposition)))
        .collect())
}

/// How many submitters a release would write to: one mail for each submission with an address.
pub fn count_mails(
    connection: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<i64> {
    Ok(comments::table
        .inner_join(submitters::table.on(submitters::submission_id.eq(comments::submission_id)))
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::state.eq(CommentState::Approved.code()))
        .filter(submitters::email.is_not_null())
        .select(count(comments::submission_id).aggregate_distinct())
        .first(connection)?)
}

/// Makes every approved response public, recording each in its history. A statement each, however many there are.
/// Returns how many.
pub fn release_approved(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    staff: StaffId,
    now: Instant,
) -> StoreResult<usize> {
    diesel::sql_query(
        "insert into response_versions (response_id, version, state, disposition, reason, text_change, changed_text,
             staff_id, note, recorded_at)
         select id, version + 1, 'released', disposition, reason, text_change, changed_text, $1, '', $2
         from responses
         where consultation_id = $3 and state = 'approved'",
    )
    .bind::<Guid, _>(staff)
    .bind::<Moment, _>(now)
    .bind::<Guid, _>(consultation)
    .execute(connection)?;
    let approved = responses::table
        .filter(responses::consultation_id.eq(consultation))
        .filter(responses::state.eq(ResponseState::Approved.code()));
    Ok(diesel::update(approved)
        .set((
            responses::state.eq(ResponseState::Released.code()),
            responses::version.eq(responses::version + 1),
            responses::released_at.eq(now),
            responses::updated_at.eq(now),
        ))
        .execute(connection)?)
}
