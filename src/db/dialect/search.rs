//! Full text search: FTS5 on SQLite, `tsvector` on PostgreSQL, fed with the same stems.

use diesel::{QueryResult, RunQueryDsl};

use crate::db::connection::{Backend, DbConnection};
use crate::db::types::Guid;
use crate::kernel::ids::ConsultationId;

/// Row keys of the comments of a consultation that hold all these stems, ascending. `stems` is what
/// `kernel::search_text::stems` gives: words of letters and digits, so that neither query language sees an operator.
///
/// # Errors
/// When the index cannot be read.
pub fn search_comments(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    stems: &str,
) -> QueryResult<Vec<i64>> {
    #[derive(diesel::QueryableByName)]
    struct Found {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        row_key: i64,
    }
    let (sql, terms) = match connection.backend() {
        Backend::Sqlite => (
            "select c.row_key from comments_search s join comments c on c.row_key = s.rowid
             where s.comments_search match $1 and c.consultation_id = $2 order by 1",
            stems
                .split(' ')
                .map(|stem| format!("\"{stem}\"*"))
                .collect::<Vec<_>>()
                .join(" "),
        ),
        Backend::Postgres => (
            "select row_key from comments
             where search @@ to_tsquery('simple', $1) and consultation_id = $2 order by 1",
            stems
                .split(' ')
                .map(|stem| format!("{stem}:*"))
                .collect::<Vec<_>>()
                .join(" & "),
        ),
    };
    let found: Vec<Found> = diesel::sql_query(sql)
        .bind::<diesel::sql_types::Text, _>(terms)
        .bind::<Guid, _>(consultation)
        .load(connection)?;
    Ok(found.into_iter().map(|found| found.row_key).collect())
}

/// A key of a row that was found.
#[derive(diesel::QueryableByName)]
struct FoundKey {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    row_key: i64,
}

/// Row keys of up to `limit` comments after `after`, of any consultation, that hold all these stems, ascending. Whole
/// stems only: both indexes then give the first rows without finding the last, however common the words are.
///
/// # Errors
/// When the index cannot be read.
pub fn search_comments_after(
    connection: &mut DbConnection,
    stems: &[String],
    after: i64,
    limit: usize,
) -> QueryResult<Vec<i64>> {
    let (statement, words) = match connection.backend() {
        Backend::Sqlite => (
            "select rowid as row_key from comments_search
             where comments_search match $1 and rowid > $2
             order by rowid
             limit $3",
            quoted(stems),
        ),
        Backend::Postgres => (
            "select row_key from comments
             where search @@ plainto_tsquery('simple', $1) and row_key > $2
             order by row_key
             limit $3",
            stems.join(" "),
        ),
    };
    let rows: Vec<FoundKey> = diesel::sql_query(statement)
        .bind::<diesel::sql_types::Text, _>(words)
        .bind::<diesel::sql_types::BigInt, _>(after)
        .bind::<diesel::sql_types::BigInt, _>(i64::try_from(limit).unwrap_or(i64::MAX))
        .load(connection)?;
    Ok(rows.into_iter().map(|row| row.row_key).collect())
}

/// Words as FTS5 wants them: each a string of its own, all of them required.
fn quoted(stems: &[String]) -> String {
    let strings: Vec<String> = stems.iter().map(|stem| format!("\"{stem}\"")).collect();
    strings.join(" ")
}
