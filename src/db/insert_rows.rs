//! Many rows of one table at once.

/// Inserts a row for each of `$rows` (a slice): on PostgreSQL in one statement, because each is a way there and back; on
/// SQLite one by one with a plan that is kept. MultiConnection has no insert of many rows.
///
/// A statement of PostgreSQL takes 65,535 values, so a slice has at most as many rows as fit.
macro_rules! insert_rows {
    ($connection:expr, $table:expr, $rows:expr, |$row:pat_param| $values:expr) => {{
        let mut rows = $rows.iter().map(|$row| $values);
        if let $crate::db::DbConnection::Postgres(pg) = $connection {
            let rows: Vec<_> = rows.collect();
            diesel::insert_into($table)
                .values(rows)
                .execute(pg)
                .map(|_count| ())
        } else {
            rows.try_for_each(|row| {
                diesel::insert_into($table)
                    .values(row)
                    .execute($connection)
                    .map(|_count| ())
            })
        }
    }};
}

pub(crate) use insert_rows;
