//! Full text search: FTS5 on SQLite, `tsvector` on PostgreSQL. Both hold the words of `kernel::search_text` as they are,
//! so neither finds what the other does not.

use diesel::sql_types::{BigInt, Text};
use diesel::{QueryResult, RunQueryDsl};

use crate::db::connection::{Backend, DbConnection};
use crate::kernel::search_text::Word;

/// Keys of all rows that were found.
#[derive(diesel::QueryableByName)]
struct FoundKeys {
    #[diesel(sql_type = diesel::sql_types::Array<BigInt>)]
    row_keys: Vec<i64>,
}

/// A key of a row that was found.
#[derive(diesel::QueryableByName)]
struct FoundKey {
    #[diesel(sql_type = BigInt)]
    row_key: i64,
}

/// Row keys of the comments of any consultation that hold all these words, ascending. Longer words that begin like one of
/// them count. Whoever asks knows the rows of one consultation.
///
/// # Errors
/// When the index cannot be read.
pub fn search_comments(connection: &mut DbConnection, words: &[Word]) -> QueryResult<Vec<i64>> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let query = query(connection.backend(), words, true);
    match connection {
        DbConnection::Sqlite(sqlite) => {
            let found: Vec<FoundKey> = diesel::sql_query(
                "select rowid as row_key from comments_search where comments_search match $1 order by rowid",
            )
            .bind::<Text, _>(query)
            .load(sqlite)?;
            Ok(found.into_iter().map(|found| found.row_key).collect())
        }
        // Twenty thousand rows of one number each take longer to hand over than to find.
        DbConnection::Postgres(pg) => {
            let mut found: FoundKeys = diesel::sql_query(
                "select coalesce(array_agg(row_key), '{}') as row_keys from comments_search
                 where search @@ cast($1 as tsquery)",
            )
            .bind::<Text, _>(query)
            .get_result(pg)?;
            found.row_keys.sort_unstable();
            Ok(found.row_keys)
        }
    }
}

/// Row keys of up to `limit` comments after `after`, of any consultation, that hold all these words, ascending. Whole
/// words only: both indexes then give the first rows without finding the last, however common the words are.
///
/// # Errors
/// When the index cannot be read.
pub fn search_comments_after(
    connection: &mut DbConnection,
    words: &[Word],
    after: i64,
    limit: usize,
) -> QueryResult<Vec<i64>> {
    let backend = connection.backend();
    let statement = match backend {
        Backend::Sqlite => {
            "select rowid as row_key from comments_search
             where comments_search match $1 and rowid > $2
             order by rowid
             limit $3"
        }
        Backend::Postgres => {
            "select row_key from comments_search
             where search @@ cast($1 as tsquery) and row_key > $2
             order by row_key
             limit $3"
        }
    };
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<FoundKey> = diesel::sql_query(statement)
        .bind::<Text, _>(query(backend, words, false))
        .bind::<BigInt, _>(after)
        .bind::<BigInt, _>(i64::try_from(limit).unwrap_or(i64::MAX))
        .load(connection)?;
    Ok(rows.into_iter().map(|row| row.row_key).collect())
}

/// All words, in the language of the index. They hold letters and digits only, so none can end its quotes.
fn query(backend: Backend, words: &[Word], with_beginnings: bool) -> String {
    let (quote, beginning, or, and) = match backend {
        Backend::Sqlite => ('"', "*", " OR ", " AND "),
        Backend::Postgres => ('\'', ":*", " | ", " & "),
    };
    let word = |word: &Word| {
        let mark = if with_beginnings && word.is_beginning() {
            beginning
        } else {
            ""
        };
        let stem = format!("{quote}{}{quote}{mark}", word.stem);
        match &word.singular {
            Some(singular) => format!("({stem}{or}{quote}{singular}{quote})"),
            None => stem,
        }
    };
    words.iter().map(word).collect::<Vec<_>>().join(and)
}
