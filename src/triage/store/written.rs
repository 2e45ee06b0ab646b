//! The comments whose response a person wrote last and has not finished.
//!
//! Responses have no row key, so their comments come in no order. A person with few of them gets them sorted; a person
//! with many is met so often along the index of states that walking it is short.

use diesel::prelude::*;

use super::inbox::Page;
use crate::comments::CommentState;
use crate::db::schema::responses;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::ResponseId;
use crate::triage::domain::{Filter, ResponseState};

/// Up to how many responses of one person are looked up one by one.
const FEW: usize = 2_000;

/// Up to `limit` unfinished responses the person wrote last.
pub(super) fn list_unfinished(
    connection: &mut DbConnection,
    filter: &Filter,
    limit: usize,
) -> StoreResult<Vec<ResponseId>> {
    Ok(responses::table
        .filter(responses::consultation_id.eq(filter.consultation))
        .filter(responses::author_id.eq(filter.staff))
        .filter(responses::state.ne(ResponseState::Approved.code()))
        .filter(responses::state.ne(ResponseState::Released.code()))
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select(responses::id)
        .load(connection)?)
}

/// The row keys of one page, in any order.
pub(super) fn walk(
    connection: &mut DbConnection,
    page: &Page<'_>,
    filter: &Filter,
    states: &[CommentState],
) -> StoreResult<Vec<i64>> {
    let unfinished = list_unfinished(connection, filter, FEW + 1)?;
    if unfinished.is_empty() {
        return Ok(Vec::new());
    }
    if unfinished.len() <= FEW && filter.state.is_none() {
        return Ok(page.answered_by(unfinished).load(connection)?);
    }
    let mut keys = Vec::new();
    let with_response = |state: &&CommentState| **state != CommentState::New;
    for state in states.iter().filter(with_response) {
        let written: Vec<i64> = page.written_by(filter.staff, *state).load(connection)?;
        keys.extend(written);
    }
    Ok(keys)
}
