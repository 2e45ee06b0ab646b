//! How many comments stand where.

use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use strum::VariantArray as _;

use crate::comments::CommentState;
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
    let rows: Vec<(CommentState, i64)> = comments::table
        .filter(comments::consultation_id.eq(consultation))
        .group_by(comments::state)
        .select((comments::state, count_star()))
        .load(connection)?;
    let mut totals = Totals::default();
    for (state, count) in rows {
        add(&mut totals, state, count);
    }
    Ok(totals)
}

/// The same figures, each state counted up to 5,000 and one more: exact for any real consultation, and quick for a million.
pub fn count_roughly(
    connection: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<Totals> {
    let mut totals = Totals::default();
    for counted in count_up_to(connection, consultation, ROUGH_CAP + 1)? {
        add(&mut totals, counted.state, counted.count);
    }
    Ok(totals)
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = Text)]
    state: CommentState,
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
    let of_state = |state: &CommentState| {
        let state = state.into_str();
        format!(
            "select '{state}' as state, count(*) as count from (
                 select 1 as one from comments where consultation_id = $1 and state = '{state}' limit $2
             ) as {state}_comments"
        )
    };
    let parts: Vec<String> = CommentState::VARIANTS.iter().map(of_state).collect();
    Ok(diesel::sql_query(parts.join(" union all "))
        .bind::<Guid, _>(consultation)
        .bind::<BigInt, _>(cap)
        .load(connection)?)
}

fn add(totals: &mut Totals, state: CommentState, count: i64) {
    *match state {
        CommentState::Unconfirmed => &mut totals.unconfirmed,
        CommentState::New => &mut totals.new,
        CommentState::Drafted | CommentState::Returned => &mut totals.drafted,
        CommentState::InApproval => &mut totals.in_approval,
        CommentState::Approved => &mut totals.approved,
        CommentState::Released => &mut totals.released,
    } += count;
}
