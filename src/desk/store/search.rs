//! Lists that are searched: two sets, comments that are in the list and comments that have the words. Either can be walked
//! and each of its comments asked whether it is in the other; the one that yields more leads.

use std::collections::HashMap;

use diesel::prelude::*;

use super::inbox::{Found, walk};
use crate::comments::{Standing, Work};
use crate::db::schema::comments;
use crate::db::{DbConnection, StoreResult, dialect};
use crate::desk::domain::{Facts, Filter};
use crate::kernel::ids::{ConsultationId, SectionId, StaffId};
use crate::kernel::search_text::Word;

/// Comments with the words that are looked at first: mostly they fill the page, and they tell how common the words are.
const FIRST_ROUND: usize = 300;

/// Comments that are looked at in every further round.
const ROUND: usize = 700;

/// Further rounds of one request. When they are used up the page ends early and the next one goes on from there, so that
/// no search, however common its words and rare its list, holds a connection.
const ROUNDS: usize = 5;

/// Up to `limit` comments after `after` that are in the list and have all the words; not many more than `enough` when that
/// would take further rounds.
pub(super) fn find(
    connection: &mut DbConnection,
    (filter, words): (&Filter, &[Word]),
    after: i64,
    enough: usize,
    limit: usize,
) -> StoreResult<Found> {
    let mut search = Walk {
        filter,
        words,
        cursor: after,
        found: Vec::new(),
    };
    let mut is_over = search.follow_words(connection, FIRST_ROUND)?;
    let words_lead = search.is_list_common(after);
    for round in 0..ROUNDS {
        let is_enough = round > 0 && search.found.len() > enough;
        if is_over || is_enough || search.found.len() > limit {
            break;
        }
        is_over = if words_lead {
            search.follow_words(connection, ROUND)?
        } else {
            search.follow_list(connection, ROUND)?
        };
    }
    if is_over || search.found.len() > limit {
        return Ok(Found::of(search.found, limit));
    }
    Ok(Found {
        row_keys: search.found,
        next_after: Some(search.cursor),
    })
}

struct Walk<'a> {
    filter: &'a Filter,
    words: &'a [Word],
    /// Everything up to this row key has been looked at.
    cursor: i64,
    found: Vec<i64>,
}

impl Walk<'_> {
    /// Looks at the next `count` comments that have the words. Whether they were the last.
    fn follow_words(&mut self, connection: &mut DbConnection, count: usize) -> StoreResult<bool> {
        let hits = dialect::search_comments_after(connection, self.words, self.cursor, count)?;
        self.found.extend(admitted(connection, self.filter, &hits)?);
        self.cursor = hits.last().copied().unwrap_or(self.cursor);
        Ok(hits.len() < count)
    }

    /// Looks at the next `count` comments of the list. Whether they were the last.
    fn follow_list(&mut self, connection: &mut DbConnection, count: usize) -> StoreResult<bool> {
        let listed = walk(connection, self.filter, self.cursor, count)?;
        self.found
            .extend(having_words(connection, self.filter, &listed)?);
        self.cursor = listed.last().copied().unwrap_or(self.cursor);
        Ok(listed.len() < count)
    }

    /// Whether, after the first round, more of the comments with the words are in the list than comments have the words.
    fn is_list_common(&self, after: i64) -> bool {
        let share_in_list = self.found.len() as f64 / FIRST_ROUND as f64;
        let share_with_words = FIRST_ROUND as f64 / (self.cursor - after).max(1) as f64;
        share_in_list > share_with_words
    }
}

/// Those of `candidates` that have all the words, in their text or in their response.
fn having_words(
    connection: &mut DbConnection,
    filter: &Filter,
    candidates: &[i64],
) -> StoreResult<Vec<i64>> {
    let texts: Vec<(i64, String, String)> = comments::table
        .filter(comments::row_key.eq_any(candidates.to_vec()))
        .order(comments::row_key)
        .select((
            comments::row_key,
            comments::search_text,
            comments::response_search_text,
        ))
        .load(connection)?;
    Ok(texts
        .into_iter()
        .filter(|(_key, own, response)| filter.search.finds(&format!("{own} {response}")))
        .map(|(key, _own, _response)| key)
        .collect())
}

type FactsRow = (
    i64,
    ConsultationId,
    Work,
    Option<SectionId>,
    Option<StaffId>,
    Option<StaffId>,
);

/// Those of `hits` that are in the list, in order.
fn admitted(connection: &mut DbConnection, filter: &Filter, hits: &[i64]) -> StoreResult<Vec<i64>> {
    let rows: Vec<FactsRow> = comments::table
        .filter(comments::row_key.eq_any(hits.to_vec()))
        .filter(comments::standing.eq(Standing::Counted))
        .select((
            comments::row_key,
            comments::consultation_id,
            comments::work,
            comments::section_id,
            comments::assignee_id,
            comments::writer_id,
        ))
        .load(connection)?;
    let facts: HashMap<i64, Facts> = rows.into_iter().map(facts).collect();
    let is_admitted = |key: &i64| facts.get(key).is_some_and(|facts| filter.admits(facts));
    Ok(hits.iter().copied().filter(is_admitted).collect())
}

fn facts((key, consultation, state, section, assignee, writer): FactsRow) -> (i64, Facts) {
    let facts = Facts {
        consultation,
        state,
        section,
        assignee,
        writer,
    };
    (key, facts)
}
