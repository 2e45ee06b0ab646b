//! Which comments a list shows, page by page, in the order they came in.
//!
//! The order is the row key, and every query walks an index that has it: a page of a million comments costs what a
//! page of a thousand does. States are walked one by one and merged here, because neither database merges the parts
//! of an index by itself.

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::search;
use crate::comments::{Standing, Work};
use crate::db::connection::MultiBackend;
use crate::db::schema::comments;
use crate::db::{DbConnection, StoreResult};
use crate::desk::domain::{Filter, SectionFilter, View};
use crate::kernel::search_text::Search;

/// Up to how many comments of a list are counted.
const COUNTED: usize = 1_000;

/// A part of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub row_keys: Vec<i64>,
    /// Where the next part begins; `None` when this was the last.
    pub next_after: Option<i64>,
}

impl Found {
    /// The first `limit` of these.
    pub fn first(self, limit: usize) -> Self {
        if self.row_keys.len() > limit {
            Self::of(self.row_keys, limit)
        } else {
            self
        }
    }

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
    match &filter.search {
        Search::All => {
            let keys = walk(connection, filter, after, limit + 1)?;
            Ok(Found::of(keys, limit))
        }
        Search::Words(words) => search::find(connection, (filter, words), after, limit, limit),
    }
}

/// The comments that match, as many as are counted and at least a page of `page`; there are more when it goes on. Words are
/// looked for in about a thousand comments, so that all of a usual consultation are counted.
pub fn find_countable(
    connection: &mut DbConnection,
    filter: &Filter,
    page: usize,
) -> StoreResult<Found> {
    match &filter.search {
        Search::All => find_row_keys(connection, filter, 0, COUNTED),
        Search::Words(words) => search::find(connection, (filter, words), 0, page, COUNTED),
    }
}

/// How many comments match, up to the cap and one more.
pub fn count_matching(connection: &mut DbConnection, filter: &Filter) -> StoreResult<i64> {
    let found = find_row_keys(connection, filter, 0, COUNTED)?;
    let count = found.row_keys.len() + usize::from(found.next_after.is_some());
    Ok(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The row keys of up to `limit` comments after `after`, whatever words they have.
pub(super) fn walk(
    connection: &mut DbConnection,
    filter: &Filter,
    after: i64,
    limit: usize,
) -> StoreResult<Vec<i64>> {
    let mut keys = merge(connection, &Page::new(filter, Way::After(after), limit))?;
    keys.truncate(limit);
    Ok(keys)
}

/// The row keys of up to `limit` comments before `before`, those closest to it; in order, whatever words they have.
pub(super) fn walk_back(
    connection: &mut DbConnection,
    filter: &Filter,
    before: i64,
    limit: usize,
) -> StoreResult<Vec<i64>> {
    let mut keys = merge(connection, &Page::new(filter, Way::Before(before), limit))?;
    keys.drain(..keys.len().saturating_sub(limit));
    Ok(keys)
}

/// The row keys all walks of a page come to, in order.
fn merge(connection: &mut DbConnection, page: &Page<'_>) -> StoreResult<Vec<i64>> {
    let mut keys = Vec::new();
    for state in page.filter.states() {
        for part in page.parts(state) {
            let part: Vec<i64> = part.load(connection)?;
            keys.extend(part);
        }
    }
    keys.sort_unstable();
    keys.dedup();
    Ok(keys)
}

type Keys<'a> = comments::BoxedQuery<'a, MultiBackend, BigInt>;

/// From which row key a list is walked in which direction.
#[derive(Clone, Copy)]
enum Way {
    After(i64),
    Before(i64),
}

/// One page of a list.
struct Page<'a> {
    filter: &'a Filter,
    way: Way,
    limit: i64,
}

impl<'a> Page<'a> {
    fn new(filter: &'a Filter, way: Way, limit: usize) -> Self {
        Self {
            filter,
            way,
            limit: i64::try_from(limit).unwrap_or(i64::MAX),
        }
    }

    /// The walks whose results together are the comments in `state` of the view.
    fn parts(&self, state: Work) -> Vec<Keys<'a>> {
        let in_state = || self.base().filter(comments::work.eq(state));
        let staff = self.filter.staff;
        let assigned = || in_state().filter(comments::assignee_id.eq(staff));
        match self.filter.view {
            // Nobody has written about a new one; looking for it would walk all of them.
            View::Mine if state == Work::New => vec![assigned()],
            View::Mine => vec![assigned(), in_state().filter(comments::writer_id.eq(staff))],
            View::Waiting => vec![in_state().filter(comments::writer_id.ne(staff))],
            View::New | View::All => vec![in_state()],
        }
    }

    fn base(&self) -> Keys<'a> {
        let query = comments::table
            .select(comments::row_key)
            .into_boxed()
            .filter(comments::consultation_id.eq(self.filter.consultation))
            .filter(comments::standing.eq(Standing::Counted))
            .limit(self.limit);
        let query = match self.way {
            Way::After(key) => query
                .filter(comments::row_key.gt(key))
                .order(comments::row_key),
            Way::Before(key) => query
                .filter(comments::row_key.lt(key))
                .order(comments::row_key.desc()),
        };
        match self.filter.section {
            SectionFilter::Any => query,
            SectionFilter::WholeDraft => query.filter(comments::section_id.is_null()),
            SectionFilter::Section(id) => query.filter(comments::section_id.eq(id)),
        }
    }
}
