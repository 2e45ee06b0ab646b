//! Lists that are searched: two sets, comments that are in the list and comments that have the words, met from the
//! smaller side.

use std::collections::HashMap;

use diesel::prelude::*;

use super::inbox::{Found, walk};
use crate::comments::CommentState;
use crate::db::schema::{comments, responses};
use crate::db::{DbConnection, StoreResult, dialect};
use crate::kernel::ids::{ConsultationId, SectionId, StaffId};
use crate::triage::domain::{Facts, Filter};

/// Up to how many comments of a list are read through word by word. Above it the index of words leads.
const FEW: usize = 2_000;

/// How many comments with the words are looked at in one request. When they are used up the page ends early and the
/// next one goes on from there, so that no search, however common its words and rare its list, holds a connection.
const BUDGET: usize = 12_000;

/// Comments with the words that are looked at in the first round; every further round takes four times as many.
const FIRST_ROUND: usize = 300;

/// Up to `limit` comments after `after` that are in the list and have all the words.
pub(super) fn find(
    connection: &mut DbConnection,
    filter: &Filter,
    after: i64,
    limit: usize,
) -> StoreResult<Found> {
    let candidates = walk(connection, filter, after, FEW + 1)?;
    match candidates.first() {
        None => Ok(Found::default()),
        Some(_first) if candidates.len() <= FEW => {
            let mut keys = having_words(connection, filter, &candidates)?;
            keys.truncate(limit + 1);
            Ok(Found::of(keys, limit))
        }
        Some(first) => led_by_words(connection, filter, first - 1, limit),
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

fn led_by_words(
    connection: &mut DbConnection,
    filter: &Filter,
    after: i64,
    limit: usize,
) -> StoreResult<Found> {
    let mut cursor = after;
    let mut found = Vec::new();
    let mut looked_at = 0;
    let mut round = FIRST_ROUND;
    while looked_at < BUDGET {
        let hits = dialect::search_comments_after(connection, &filter.stems, cursor, round)?;
        let Some(last) = hits.last().copied() else {
            return Ok(Found::of(found, limit));
        };
        let admitted = admitted(connection, filter, &hits)?;
        let is_exhausted = hits.len() < round;
        cursor = last;
        if admitted.is_empty() && !is_exhausted {
            // Nothing here: go on where the list goes on, however far that is.
            match walk(connection, filter, last, 1)?.first() {
                Some(next) => cursor = next - 1,
                None => return Ok(Found::of(found, limit)),
            }
        }
        found.extend(admitted);
        if is_exhausted || found.len() > limit {
            return Ok(Found::of(found, limit));
        }
        looked_at += hits.len();
        round = (round * 4).min(BUDGET - looked_at.min(BUDGET - 1));
    }
    Ok(Found {
        row_keys: found,
        next_after: Some(cursor),
    })
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
        .left_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .filter(comments::row_key.eq_any(hits.to_vec()))
        .select((
            comments::row_key,
            comments::consultation_id,
            comments::state,
            comments::section_id,
            comments::assignee_id,
            responses::author_id.nullable(),
        ))
        .load(connection)?;
    let facts: HashMap<i64, Facts> = rows.into_iter().filter_map(facts).collect();
    let is_admitted = |key: &i64| facts.get(key).is_some_and(|facts| filter.admits(facts));
    Ok(hits.iter().copied().filter(is_admitted).collect())
}

fn facts((key, consultation, state, section, assignee, author): FactsRow) -> Option<(i64, Facts)> {
    let facts = Facts {
        consultation,
        state: CommentState::parse(&state)?,
        section,
        assignee,
        author,
    };
    Some((key, facts))
}
