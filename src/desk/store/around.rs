//! What stands before and after a comment in a list, and which of how many it is.
//!
//! Within the comments that are counted anyway both follow from their row keys; further down the list is walked from
//! the comment in either direction, along the index the list itself uses.

use diesel::prelude::*;

use super::inbox::{Found, find_countable, find_row_keys, walk_back};
use crate::db::schema::comments;
use crate::db::{DbConnection, StoreResult};
use crate::desk::domain::Filter;
use crate::kernel::ids::{CommentId, ConsultationId};
use crate::kernel::search_text::Search;

/// A comment and the page of the list that shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Neighbour {
    pub id: CommentId,
    /// The row key after which that page begins.
    pub page_after: i64,
}

/// What stands around a comment in a list.
#[derive(Clone, Debug)]
pub struct Around {
    pub previous: Option<Neighbour>,
    pub next: Option<Neighbour>,
    /// 1 for the first; `None` when the comment is not in the list or too far down to be counted.
    pub position: Option<usize>,
    /// The comments of the list as far as they are counted.
    pub counted: Found,
}

/// Where in which list somebody is.
#[derive(Clone, Copy, Debug)]
pub struct Here {
    /// The comment.
    pub row_key: i64,
    /// The row key after which the page begins that the person came from.
    pub page_after: i64,
    /// Comments on a page.
    pub page: usize,
}

/// What stands around a comment, whether it is still in the list or no longer.
pub fn find_around(
    connection: &mut DbConnection,
    filter: &Filter,
    here: Here,
) -> StoreResult<Around> {
    let counted = find_countable(connection, filter, here.page)?;
    let is_counted = counted.next_after.is_none_or(|last| here.row_key < last);
    let stretch = if is_counted {
        counted.clone()
    } else {
        find_stretch(connection, filter, here)?
    };
    let stretch = Stretch {
        keys: &stretch.row_keys,
        here,
    };
    let next = match (stretch.next(), counted.next_after) {
        (None, Some(last)) => {
            let from = last.max(here.row_key);
            find_row_keys(connection, filter, from, 1)?.row_keys.pop()
        }
        (known, _) => known,
    };
    let previous = stretch.previous();
    Ok(Around {
        previous: neighbour(
            connection,
            previous.map(|key| (key, stretch.page_of_previous(key))),
        )?,
        next: neighbour(connection, next.map(|key| (key, stretch.page_of_next(key))))?,
        position: stretch.position().filter(|_position| is_counted),
        counted,
    })
}

/// The part of a list in which a comment stands that is too far down to be counted. A list that is searched is only
/// walked forwards, so there it is the page the person came from.
fn find_stretch(connection: &mut DbConnection, filter: &Filter, here: Here) -> StoreResult<Found> {
    if filter.search != Search::All {
        return find_row_keys(connection, filter, here.page_after, here.page);
    }
    let mut row_keys = walk_back(connection, filter, here.row_key, here.page + 1)?;
    let following = find_row_keys(connection, filter, here.row_key - 1, here.page)?;
    row_keys.extend(following.row_keys);
    Ok(Found {
        row_keys,
        next_after: following.next_after,
    })
}

/// Row keys of a list that follow each other, with a comment among them or in a gap between two.
struct Stretch<'a> {
    keys: &'a [i64],
    here: Here,
}

impl Stretch<'_> {
    /// How many keys are smaller than that of the comment.
    fn before(&self) -> usize {
        self.keys.partition_point(|key| *key < self.here.row_key)
    }

    fn position(&self) -> Option<usize> {
        let before = self.before();
        (self.keys.get(before) == Some(&self.here.row_key)).then_some(before + 1)
    }

    fn previous(&self) -> Option<i64> {
        self.keys.get(self.before().checked_sub(1)?).copied()
    }

    fn next(&self) -> Option<i64> {
        let next = self.position().unwrap_or_else(|| self.before());
        self.keys.get(next).copied()
    }

    /// Where the page begins that shows the next comment: it is this page or, when that is full, the one after it.
    fn page_of_next(&self, next: i64) -> i64 {
        let Here {
            row_key,
            page_after,
            page,
        } = self.here;
        let on_page = |key: &&i64| (page_after + 1..=next).contains(*key);
        if page_after < row_key && self.keys.iter().filter(on_page).count() <= page {
            page_after
        } else {
            row_key
        }
    }

    /// Where the page begins that shows the previous comment: it is this page or the one before.
    fn page_of_previous(&self, previous: i64) -> i64 {
        if self.here.page_after < previous {
            return self.here.page_after;
        }
        let first = self.before().checked_sub(self.here.page + 1);
        let before_page = first.and_then(|index| self.keys.get(index));
        before_page.copied().unwrap_or(0)
    }
}

/// The comment with this row key.
fn neighbour(
    connection: &mut DbConnection,
    key_and_page: Option<(i64, i64)>,
) -> StoreResult<Option<Neighbour>> {
    let Some((key, page_after)) = key_and_page else {
        return Ok(None);
    };
    let id: Option<CommentId> = comments::table
        .filter(comments::row_key.eq(key))
        .select(comments::id)
        .first(connection)
        .optional()?;
    Ok(id.map(|id| Neighbour { id, page_after }))
}

/// Row key and reference of a comment of `consultation`: `KRANJ-2022-0042` and its number in the submission.
pub fn find_reference(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    id: CommentId,
) -> StoreResult<Option<(i64, String)>> {
    use crate::db::schema::submissions;
    let row: Option<(i64, String, i32)> = comments::table
        .inner_join(submissions::table.on(submissions::id.eq(comments::submission_id)))
        .filter(comments::id.eq(id))
        .filter(comments::consultation_id.eq(consultation))
        .select((
            comments::row_key,
            submissions::reference,
            comments::position,
        ))
        .first(connection)
        .optional()?;
    Ok(row.map(|(key, reference, position)| (key, format!("{reference}/{position}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(keys: &[i64], row_key: i64, page_after: i64) -> (Option<i64>, Option<i64>) {
        let here = Here {
            row_key,
            page_after,
            page: 3,
        };
        let stretch = Stretch { keys, here };
        (
            stretch.previous().map(|key| stretch.page_of_previous(key)),
            stretch.next().map(|key| stretch.page_of_next(key)),
        )
    }

    #[test]
    fn the_page_of_a_neighbour_is_the_one_the_list_would_show() {
        let keys = [10, 20, 30, 40, 50, 60, 70, 80];

        assert_eq!(around(&keys, 10, 0), (None, Some(0)));
        assert_eq!(around(&keys, 30, 0), (Some(0), Some(30)));
        assert_eq!(around(&keys, 40, 30), (Some(0), Some(30)));
        assert_eq!(around(&keys, 70, 60), (Some(30), Some(60)));
        assert_eq!(around(&keys, 80, 60), (Some(60), None));
    }

    #[test]
    fn a_comment_that_has_left_the_list_still_has_neighbours() {
        let keys = [10, 30];
        let here = Here {
            row_key: 20,
            page_after: 0,
            page: 3,
        };
        let stretch = Stretch { keys: &keys, here };

        assert_eq!(stretch.previous(), Some(10));
        assert_eq!(stretch.next(), Some(30));
        assert_eq!(stretch.position(), None);
    }
}
