//! The way through a list: which comment of how many this is, which come before and after it, where an act leads.

use super::answer_page::Asked;
use super::list::{List, PAGE};
use crate::db::{DbConnection, StoreResult};
use crate::desk::page::{AnswerList, Listed, Matching};
use crate::desk::store::{self, Around, Here, Neighbour};
use crate::drafts::first_sections;
use crate::kernel::ids::CommentId;

/// The list the person came from, around the comment; `None` when they did not come from one.
pub(super) fn find_list(
    connection: &mut DbConnection,
    asked: &Asked,
    row_key: i64,
) -> StoreResult<Option<AnswerList>> {
    if !asked.query.is_named() {
        return Ok(None);
    }
    let (list, around) = find_around(connection, asked, row_key)?;
    let listed = |neighbour: Neighbour| Listed {
        comment_id: neighbour.id,
        query: list.query_from(neighbour.page_after),
    };
    Ok(Some(AnswerList {
        view: list.filter.view.into_str().to_owned(),
        query: list.query(),
        position: around.position,
        matching: Matching::of(&around.counted),
        previous: around.previous.map(listed),
        next: around.next.map(listed),
    }))
}

/// Where an act on the comment leads: to the next one of the list or, after the last, to the list itself; with the query
/// string of the page that shows it. `None` when the comment is not one of this consultation.
pub(super) fn find_next(
    connection: &mut DbConnection,
    asked: &Asked,
) -> StoreResult<Option<(Option<CommentId>, String)>> {
    let found = store::find_reference(connection, asked.consultation, asked.comment)?;
    let Some((row_key, _reference)) = found else {
        return Ok(None);
    };
    let (list, around) = find_around(connection, asked, row_key)?;
    let shows = around.next.or(around.previous);
    let page_after = shows.map_or(0, |neighbour| neighbour.page_after);
    let next = around.next.map(|next| next.id);
    Ok(Some((next, list.query_from(page_after))))
}

fn find_around(
    connection: &mut DbConnection,
    asked: &Asked,
    row_key: i64,
) -> StoreResult<(List, Around)> {
    let sections = first_sections(connection, asked.draft)?;
    let list = asked.query.list(asked.consultation, asked.staff, &sections);
    let here = Here {
        row_key,
        page_after: list.after,
        page: PAGE,
    };
    let around = store::find_around(connection, &list.filter, here)?;
    Ok((list, around))
}
