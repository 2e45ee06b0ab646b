//! How many comments stand where.

use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use crate::comments::CommentState;
use crate::db::schema::comments;
use crate::db::types::Guid;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::ConsultationId;
use crate::triage::domain::Totals;

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
    let rows: Vec<(String, i64)> = comments::table
        .filter(comments::consultation_id.eq(consultation))
        .group_by(comments::state)
        .select((comments::state, count_star()))
        .load(connection)?;
    let mut totals = Totals::default();
    for (state, count) in rows {
        add(&mut totals, &state, count);
    }
    Ok(totals)
}

/// The same figures, each state counted up to 5,000 and one more: exact for any real consultation, and quick for a million.
pub fn count_roughly(
    connection: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<Totals> {
    let mut totals = Totals::default();
    for state in CommentState::ALL {
        let count = count_up_to(connection, consultation, *state, ROUGH_CAP + 1)?;
        add(&mut totals, state.code(), count);
    }
    Ok(totals)
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// How many comments are in `state`, counted up to `cap`; diesel cannot count what a limit left.
fn count_up_to(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    state: CommentState,
    cap: i64,
) -> StoreResult<i64> {
    let counted: Count = diesel::sql_query(
        "select count(*) as count from (
             select 1 as one from comments where consultation_id = $1 and state = $2 limit $3
         ) as counted",
    )
    .bind::<Guid, _>(consultation)
    .bind::<Text, _>(state.code())
    .bind::<BigInt, _>(cap)
    .get_result(connection)?;
    Ok(counted.count)
}

fn add(totals: &mut Totals, state: &str, count: i64) {
    let Some(state) = CommentState::parse(state) else {
        return;
    };
    *match state {
        CommentState::Unconfirmed => &mut totals.unconfirmed,
        CommentState::New => &mut totals.new,
        CommentState::Drafted | CommentState::Returned => &mut totals.drafted,
        CommentState::InApproval => &mut totals.in_approval,
        CommentState::Approved => &mut totals.approved,
        CommentState::Released => &mut totals.released,
    } += count;
}
