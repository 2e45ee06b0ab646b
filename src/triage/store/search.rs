//! Lists that are searched: two sets, comments that are in the list and comments that have the words. The words lead; when
//! few of what they give is in the list and the list is short, it is read through instead.

use std::collections::HashMap;

use diesel::prelude::*;

use super::inbox::{Found, walk};
use crate::comments::CommentState;
use crate::db::schema::comments;
use crate::db::{DbConnection, StoreResult, dialect};
use crate::kernel::ids::{ConsultationId, SectionId, StaffId};
use crate::triage::domain::{Facts, Filter};

/// Up to how many comments of a list are read through word by word. Above it the index of words leads.
const FEW: usize = 2_000;

/// How many comments with the words are looked at in one request. When they are used up the page ends early and the
/// next one goes on from there, so that no search, however common its words and rare its list, holds a connection.
const BUDGET: usize = 6_000;

/// Comments with the words that are looked at first: mostly they fill the page.
const FIRST_ROUND: usize = 300;

/// Comments with the words that are looked at in every further round.
const ROUND: usize = 1_500;

/// Up to `limit` comments after `after` that are in the list and have all the words.
pub(super) fn find(
    connection: &mut DbConnection,
    filter: &Filter,
    after: i64,
    limit: usize,
) -> StoreResult<Found> {
    let mut search = Search {
        filter,
        cursor: after,
        looked_at: 0,
        found: Vec::new(),
    };
    let is_over = search.look_at(connection, FIRST_ROUND)?;
    if is_over || search.found.len() > limit {
        return Ok(Found::of(search.found, limit));
    }
    // Few of them are in the list: then the list may be the shorter way.
    let rest = walk(connection, filter, search.cursor, FEW + 1)?;
    if rest.len() <= FEW {
        search
            .found
            .extend(having_words(connection, filter, &rest)?);
        return Ok(Found::of(search.found, limit));
    }
    while search.looked_at < BUDGET {
        if search.look_at(connection, ROUND)? || search.found.len() > limit {
            return Ok(Found::of(search.found, limit));
        }
    }
    Ok(Found {
        row_keys: search.found,
        next_after: Some(search.cursor),
    })
}

/// A walk along the index of words.
struct Search<'a> {
    filter: &'a Filter,
    /// Everything up to this row key has been looked at.
    cursor: i64,
    looked_at: usize,
    found: Vec<i64>,
}

impl Search<'_> {
    /// Looks at the next `round` comments that have the words. Whether they were the last.
    fn look_at(&mut self, connection: &mut DbConnection, round: usize) -> StoreResult<bool> {
        let stems = &self.filter.stems;
        let hits = dialect::search_comments_after(connection, stems, self.cursor, round)?;
        let Some(last) = hits.last() else {
            return Ok(true);
        };
        self.cursor = *last;
        self.looked_at += hits.len();
        self.found.extend(admitted(connection, self.filter, &hits)?);
        Ok(hits.len() < round)
    }
}

/// Those of `candidates` whose text has all the words.
fn having_words(
    connection: &mut DbConnection,
    filter: &Filter,
    candidates: &[i64],
) -> StoreResult<Vec<i64>> {
    let texts: Vec<(i64, String)> = comments::table
        .filter(comments::row_key.eq_any(candidates.to_vec()))
        .order(comments::row_key)
        .select((comments::row_key, comments::search_text))
        .load(connection)?;
    let has_all = |text: &str| {
        let has = |stem: &String| text.split(' ').any(|word| word == stem);
        filter.stems.iter().all(has)
    };
    Ok(texts
        .into_iter()
        .filter(|(_key, text)| has_all(text))
        .map(|(key, _text)| key)
        .collect())
}

type FactsRow = (
    i64,
    ConsultationId,
    String,
    Option<SectionId>,
    Option<StaffId>,
    Option<StaffId>,
);

/// Those of `hits` that are in the list, in order.
fn admitted(connection: &mut DbConnection, filter: &Filter, hits: &[i64]) -> StoreResult<Vec<i64>> {
    let rows: Vec<FactsRow> = comments::table
        .filter(comments::row_key.eq_any(hits.to_vec()))
        .select((
            comments::row_key,
            comments::consultation_id,
            comments::state,
            comments::section_id,
            comments::assignee_id,
            comments::writer_id,
        ))
        .load(connection)?;
    let facts: HashMap<i64, Facts> = rows.into_iter().filter_map(facts).collect();
    let is_admitted = |key: &i64| facts.get(key).is_some_and(|facts| filter.admits(facts));
    Ok(hits.iter().copied().filter(is_admitted).collect())
}

fn facts((key, consultation, state, section, assignee, writer): FactsRow) -> Option<(i64, Facts)> {
    let facts = Facts {
        consultation,
        state: CommentState::parse(&state)?,
        section,
        assignee,
        writer,
    };
    Some((key, facts))
}
