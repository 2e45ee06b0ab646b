//! Making approved responses public, all in one.

use diesel::dsl::{count, count_star};
use diesel::prelude::*;
use strum::VariantArray as _;

use crate::comments::{Disposition, Standing, Work, release_answered};
use crate::db::schema::{comments, releases, responses, submitters};
use crate::db::types::{Guid, Moment};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, ResponseId, StaffId};
use crate::responses::domain::ResponseState;

/// How many comments have an approved or released response of each disposition, in the usual order.
pub fn count_by_disposition(
    connection: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<Vec<(Disposition, i64)>> {
    let decided = vec![Work::Approved, Work::Released];
    let rows: Vec<(Option<Disposition>, i64)> = comments::table
        .inner_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::standing.eq(Standing::Counted))
        .filter(comments::work.eq_any(decided))
        .group_by(responses::disposition)
        .select((responses::disposition, count_star()))
        .load(connection)?;
    let count_of = |disposition: Disposition| {
        rows.iter()
            .find(|(one, _count)| *one == Some(disposition))
            .map_or(0, |(_one, count)| *count)
    };
    Ok(Disposition::VARIANTS
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
        .filter(comments::standing.eq(Standing::Counted))
        .filter(comments::work.eq(Work::Approved))
        .filter(submitters::email.is_not_null())
        .select(count(comments::submission_id).aggregate_distinct())
        .first(connection)?)
}

/// A release that somebody began and that is not public yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = releases)]
pub struct UnderWay {
    pub row_key: i64,
    pub consultation_id: ConsultationId,
    /// Who began it.
    pub staff_id: StaffId,
    /// When; its responses carry this moment.
    pub begun_at: Instant,
    /// Responses moved so far.
    pub responses: i64,
    /// Submitters who get a mail.
    pub mails: i64,
}

/// Notes that somebody releases a consultation, with the mails it will take.
pub fn begin_release(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    staff: StaffId,
    mails: i64,
    now: Instant,
) -> StoreResult<()> {
    diesel::insert_into(releases::table)
        .values((
            releases::consultation_id.eq(consultation),
            releases::staff_id.eq(staff),
            releases::begun_at.eq(now),
            releases::mails.eq(mails),
        ))
        .execute(connection)?;
    Ok(())
}

/// The release of a consultation that is under way.
pub fn find_under_way(
    connection: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<Option<UnderWay>> {
    Ok(releases::table
        .filter(releases::consultation_id.eq(consultation))
        .filter(releases::published_at.is_null())
        .select(UnderWay::as_select())
        .first(connection)
        .optional()?)
}

/// Consultations with a release that is not public yet.
pub fn list_under_way(connection: &mut DbConnection) -> StoreResult<Vec<ConsultationId>> {
    Ok(releases::table
        .filter(releases::published_at.is_null())
        .select(releases::consultation_id)
        .load(connection)?)
}

/// Moves up to `most` approved responses and their comments to `released`, recording each in its history: a statement
/// each, however many there are. Returns how many.
pub fn release_some(
    connection: &mut DbConnection,
    release: &UnderWay,
    most: i64,
) -> StoreResult<i64> {
    let consultation = release.consultation_id;
    let approved: Vec<ResponseId> = responses::table
        .filter(responses::consultation_id.eq(consultation))
        .filter(responses::state.eq(ResponseState::Approved))
        .order(responses::id)
        .limit(most)
        .select(responses::id)
        .load(connection)?;
    let Some(last) = approved.last().copied() else {
        return Ok(0);
    };
    diesel::sql_query(
        "insert into response_versions (response_id, version, state, disposition, reason, text_change, changed_text,
             staff_id, note, recorded_at)
         select id, version + 1, 'released', disposition, reason, text_change, changed_text, $1, '', $2
         from responses
         where consultation_id = $3 and state = 'approved' and id <= $4",
    )
    .bind::<Guid, _>(release.staff_id)
    .bind::<Moment, _>(release.begun_at)
    .bind::<Guid, _>(consultation)
    .bind::<Guid, _>(last)
    .execute(connection)?;
    release_answered(connection, consultation, last)?;
    let part = responses::table
        .filter(responses::consultation_id.eq(consultation))
        .filter(responses::state.eq(ResponseState::Approved))
        .filter(responses::id.le(last));
    diesel::update(part)
        .set((
            responses::state.eq(ResponseState::Released),
            responses::version.eq(responses::version + 1),
            responses::released_at.eq(release.begun_at),
            responses::updated_at.eq(release.begun_at),
        ))
        .execute(connection)?;
    let moved = i64::try_from(approved.len()).unwrap_or(i64::MAX);
    diesel::update(releases::table.find(release.row_key))
        .set(releases::responses.eq(releases::responses + moved))
        .execute(connection)?;
    Ok(moved)
}

/// Notes that a release is public. Returns the responses moved in all.
pub fn mark_published(
    connection: &mut DbConnection,
    row_key: i64,
    now: Instant,
) -> StoreResult<i64> {
    diesel::update(releases::table.find(row_key))
        .set(releases::published_at.eq(now))
        .execute(connection)?;
    Ok(releases::table
        .find(row_key)
        .select(releases::responses)
        .first(connection)?)
}
