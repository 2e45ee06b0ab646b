//! How many comments stand where.

use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use strum::VariantArray as _;

use crate::comments::{Standing, Work};
use crate::db::schema::comments;
use crate::db::types::Guid;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::ConsultationId;
use crate::responses::domain::Totals;

/// Up to how many comments of one state [`count_roughly`] counts.
const ROUGH_CAP: i64 = 5_000;

/// Whether [`count_roughly`] stopped counting somewhere.
pub fn is_rough(totals: &Totals) -> bool {
    let Totals {
        unconfirmed,
        new,
        drafted,
        in_approval,
        approved,
        released,
    } = *totals;
    [unconfirmed, new, drafted, in_approval, approved, released]
        .iter()
        .any(|count| *count > ROUGH_CAP)
}

/// The exact figures, for the closing gate. Reads an index entry per comment.
pub fn count_totals(
    connection: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<Totals> {
    let rows: Vec<Counted> = comments::table
        .filter(comments::consultation_id.eq(consultation))
        .group_by((comments::standing, comments::work))
        .select((comments::standing, comments::work, count_star()))
        .load(connection)?;
    Ok(sum(rows))
}

/// The same figures, each state counted up to 5,000 and one more: exact for any real consultation, and quick for a million.
pub fn count_roughly(
    connection: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<Totals> {
    count_up_to(connection, consultation, ROUGH_CAP + 1).map(sum)
}

#[derive(Queryable, QueryableByName)]
struct Counted {
    #[diesel(sql_type = Text)]
    standing: Standing,
    #[diesel(sql_type = Text)]
    work: Work,
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// How many comments are in each state, counted up to `cap`; diesel cannot count what a limit left. One question for all
/// states, because on PostgreSQL each is planned and goes there and back.
fn count_up_to(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    cap: i64,
) -> StoreResult<Vec<Counted>> {
    let of = |(standing, work): (Standing, &Work)| {
        let (standing, work) = (standing.into_str(), work.into_str());
        format!(
            "select '{standing}' as standing, '{work}' as work, count(*) as count from (
                 select 1 as one from comments
                 where consultation_id = $1 and standing = '{standing}' and work = '{work}' limit $2
             ) as {standing}_{work}_comments"
        )
    };
    let counted = Work::VARIANTS.iter().map(|work| (Standing::Counted, work));
    let parts: Vec<String> = counted
        .chain([(Standing::Awaiting, &Work::New)])
        .map(of)
        .collect();
    Ok(diesel::sql_query(parts.join(" union all "))
        .bind::<Guid, _>(consultation)
        .bind::<BigInt, _>(cap)
        .load(connection)?)
}

fn sum(rows: Vec<Counted>) -> Totals {
    let mut totals = Totals::default();
    for row in rows {
        *match (row.standing, row.work) {
            (Standing::Awaiting, _) => &mut totals.unconfirmed,
            (Standing::Counted, Work::New) => &mut totals.new,
            (Standing::Counted, Work::Drafted | Work::Returned) => &mut totals.drafted,
            (Standing::Counted, Work::InApproval) => &mut totals.in_approval,
            (Standing::Counted, Work::Approved) => &mut totals.approved,
            (Standing::Counted, Work::Released) => &mut totals.released,
        } += row.count;
    }
    totals
}
