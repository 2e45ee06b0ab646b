//! Which comments a list shows, page by page, in the order they came in.
//!
//! The order is the row key, and every query walks an index that has it: a page of a million comments costs what a
//! page of a thousand does. States are walked one by one and merged here, because neither database merges the parts
//! of an index by itself.

use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::{search, written};
use crate::comments::CommentState;
use crate::db::connection::MultiBackend;
use crate::db::schema::{comments, responses};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::{CommentId, ResponseId, StaffId};
use crate::triage::domain::{Filter, SectionFilter, View};

/// Up to how many matching comments are counted.
const MATCHING_CAP: usize = 1_000;

/// A part of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub row_keys: Vec<i64>,
    /// Where the next part begins; `None` when this was the last.
    pub next_after: Option<i64>,
}

impl Found {
    /// Up to `limit` of these keys, which are in order and have one more when the list goes on.
    pub(super) fn of(mut row_keys: Vec<i64>, limit: usize) -> Self {
        let goes_on = row_keys.len() > limit;
        row_keys.truncate(limit);
        Self {
            next_after: row_keys.last().copied().filter(|_last| goes_on),
            row_keys,
        }
    }
}

/// Up to `limit` comments after the row key `after`.
pub fn find_row_keys(
    connection: &mut DbConnection,
    filter: &Filter,
    after: i64,
    limit: usize,
) -> StoreResult<Found> {
    if filter.stems.is_empty() {
        Ok(Found::of(
            walk(connection, filter, after, limit + 1)?,
            limit,
        ))
    } else {
        search::find(connection, filter, after, limit)
    }
}

/// How many comments match, counted up to [`MATCHING_CAP`] and one more.
pub fn count_matching(connection: &mut DbConnection, filter: &Filter) -> StoreResult<usize> {
    let limit = MATCHING_CAP + 1;
    if filter.view == View::Mine && filter.is_whole_view() {
        let written = written::list_unfinished(connection, filter, limit)?;
        if written.len() == limit {
            return Ok(limit);
        }
    }
    let found = find_row_keys(connection, filter, 0, limit)?;
    Ok(found.row_keys.len())
}

/// The row keys of up to `limit` comments after `after`, whatever words they have.
pub(super) fn walk(
    connection: &mut DbConnection,
    filter: &Filter,
    after: i64,
    limit: usize,
) -> StoreResult<Vec<i64>> {
    let states = filter.states();
    let page = Page::new(filter, after, limit);
    let mut keys = Vec::new();
    match filter.view {
        View::Mine if states.is_empty() => {}
        View::Mine => {
            keys = page
                .assigned_to(filter.staff, filter.state)
                .load(connection)?;
            keys.extend(written::walk(connection, &page, filter, &states)?);
        }
        View::All if filter.state.is_none() && filter.section != SectionFilter::Any => {
            keys = page.confirmed().load(connection)?;
        }
        View::Waiting => {
            for state in states {
                let waiting: Vec<i64> =
                    page.not_written_by(filter.staff, state).load(connection)?;
                keys.extend(waiting);
            }
        }
        View::New | View::All => {
            for state in states {
                let in_state: Vec<i64> = page.in_state(state).load(connection)?;
                keys.extend(in_state);
            }
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys.truncate(limit);
    Ok(keys)
}

pub(super) type Keys<'a> = comments::BoxedQuery<'a, MultiBackend, BigInt>;

/// One page of one walk along an index.
pub(super) struct Page<'a> {
    filter: &'a Filter,
    after: i64,
    limit: i64,
}

impl<'a> Page<'a> {
    fn new(filter: &'a Filter, after: i64, limit: usize) -> Self {
        Self {
            filter,
            after,
            limit: i64::try_from(limit).unwrap_or(i64::MAX),
        }
    }

    fn base(&self) -> Keys<'a> {
        let query = comments::table
            .select(comments::row_key)
            .into_boxed()
            .filter(comments::consultation_id.eq(self.filter.consultation))
            .filter(comments::row_key.gt(self.after))
            .order(comments::row_key)
            .limit(self.limit);
        match self.filter.section {
            SectionFilter::Any => query,
            SectionFilter::WholeDraft => query.filter(comments::section_id.is_null()),
            SectionFilter::Section(id) => query.filter(comments::section_id.eq(id)),
        }
    }

    /// Walks `comments_state`.
    fn in_state(&self, state: CommentState) -> Keys<'a> {
        self.base().filter(comments::state.eq(state.code()))
    }

    /// Walks `comments_section`; a condition by `ne` cannot tempt a planner to sort by state.
    fn confirmed(&self) -> Keys<'a> {
        self.base()
            .filter(comments::state.ne(CommentState::Unconfirmed.code()))
    }

    fn not_written_by(&self, staff: StaffId, state: CommentState) -> Keys<'a> {
        let by_others = responses::table
            .filter(responses::id.nullable().eq(comments::response_id))
            .filter(responses::author_id.ne(staff));
        self.in_state(state).filter(exists(by_others))
    }

    /// Walks `comments_assignee`.
    fn assigned_to(&self, staff: StaffId, state: Option<CommentState>) -> Keys<'a> {
        let query = self.confirmed().filter(comments::assignee_id.eq(staff));
        match state {
            Some(state) => query.filter(comments::state.eq(state.code())),
            None => query
                .filter(comments::state.ne(CommentState::Approved.code()))
                .filter(comments::state.ne(CommentState::Released.code())),
        }
    }

    /// Comments in this state whose response `staff` wrote last.
    pub(super) fn written_by(&self, staff: StaffId, state: CommentState) -> Keys<'a> {
        let by_staff = responses::table
            .filter(responses::id.nullable().eq(comments::response_id))
            .filter(responses::author_id.eq(staff));
        self.in_state(state).filter(exists(by_staff))
    }

    /// Comments answered by one of `responses`.
    pub(super) fn answered_by(&self, responses: Vec<ResponseId>) -> Keys<'a> {
        self.base().filter(comments::response_id.eq_any(responses))
    }
}

/// The id of the next comment of a view after `after`.
pub fn find_next(
    connection: &mut DbConnection,
    filter: &Filter,
    after: i64,
) -> StoreResult<Option<CommentId>> {
    let Some(key) = walk(connection, filter, after, 1)?.first().copied() else {
        return Ok(None);
    };
    Ok(comments::table
        .filter(comments::row_key.eq(key))
        .select(comments::id)
        .first(connection)
        .optional()?)
}
