//! What a backup says of a value, as an expression of either database, and the way back.

use crate::db::backup::{Column, Kind, Table};
use crate::db::connection::Backend;

/// The query for all rows of a table, each a JSON array of its columns, in the order of the key.
pub(super) fn select(backend: Backend, table: &Table) -> String {
    let values: Vec<String> = table
        .columns
        .iter()
        .map(|column| saved(backend, column))
        .collect();
    let order: Vec<String> = table
        .columns
        .iter()
        .take(table.key)
        .map(|column| ordered(backend, column))
        .collect();
    let (values, order, name) = (values.join(", "), order.join(", "), &table.name);
    match backend {
        Backend::Sqlite => {
            format!("select json_array({values}) as line from \"{name}\" order by {order}")
        }
        Backend::Postgres => format!(
            "select json_build_array({values})::text as line from \"{name}\" order by {order}"
        ),
    }
}

/// Bytewise, as SQLite sorts.
fn ordered(backend: Backend, column: &Column) -> String {
    match (backend, column.kind) {
        (Backend::Postgres, Kind::Text) => format!("\"{}\" collate \"C\"", column.name),
        _ => format!("\"{}\"", column.name),
    }
}

/// The expression that writes a column as a backup has it.
fn saved(backend: Backend, column: &Column) -> String {
    let name = format!("\"{}\"", column.name);
    match (backend, column.kind) {
        (_, Kind::Text | Kind::Integer)
        | (Backend::Postgres, Kind::Bool | Kind::Uuid | Kind::Json) => name,
        (Backend::Sqlite, Kind::Bool) => {
            format!("json(case {name} when 0 then 'false' when 1 then 'true' end)")
        }
        (Backend::Sqlite, Kind::Bytes) => {
            format!("case when {name} is not null then lower(hex({name})) end")
        }
        (Backend::Sqlite, Kind::Uuid) => {
            let part = |from, length| format!("substr(hex({name}), {from}, {length})");
            let parts = [
                part(1, 8),
                part(9, 4),
                part(13, 4),
                part(17, 4),
                part(21, 12),
            ];
            format!(
                "case when {name} is not null then lower({}) end",
                parts.join(" || '-' || ")
            )
        }
        (Backend::Sqlite, Kind::Instant) => {
            // The remainder of a moment before 1970 is negative.
            let micros = format!("(({name} % 1000000 + 1000000) % 1000000)");
            format!(
                "strftime('%Y-%m-%dT%H:%M:%S', ({name} - {micros}) / 1000000, 'unixepoch') || format('.%06dZ', {micros})"
            )
        }
        (Backend::Sqlite, Kind::Json) => format!("json({name})"),
        (Backend::Postgres, Kind::Bytes) => format!("encode({name}, 'hex')"),
        (Backend::Postgres, Kind::Instant) => {
            format!("to_char({name} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
        }
    }
}

/// The statement that inserts the rows of the JSON array `$1`.
pub(super) fn insert(backend: Backend, table: &Table) -> String {
    let names: Vec<String> = table
        .columns
        .iter()
        .map(|column| format!("\"{}\"", column.name))
        .collect();
    let values: Vec<String> = table
        .columns
        .iter()
        .enumerate()
        .map(|(index, column)| stored(backend, column.kind, index))
        .collect();
    let (names, values, name) = (names.join(", "), values.join(", "), &table.name);
    match backend {
        Backend::Sqlite => {
            format!("insert into \"{name}\" ({names}) select {values} from json_each($1)")
        }
        Backend::Postgres => format!(
            "insert into \"{name}\" ({names}) overriding system value
             select {values} from jsonb_array_elements(cast($1 as jsonb))"
        ),
    }
}

/// The expression that reads the column at `index` of a saved row.
fn stored(backend: Backend, kind: Kind, index: usize) -> String {
    let text = format!("(value ->> {index})");
    match (backend, kind) {
        (_, Kind::Text) | (Backend::Sqlite, Kind::Integer | Kind::Bool) => text,
        (_, Kind::Json) => format!("(value -> {index})"),
        (Backend::Sqlite, Kind::Bytes) => format!("unhex({text})"),
        (Backend::Sqlite, Kind::Uuid) => format!("unhex({text}, '-')"),
        (Backend::Sqlite, Kind::Instant) => {
            format!(
                "unixepoch(substr({text}, 1, 19)) * 1000000 + cast(substr({text}, 21, 6) as integer)"
            )
        }
        (Backend::Postgres, Kind::Integer) => format!("cast({text} as bigint)"),
        (Backend::Postgres, Kind::Bool) => format!("cast({text} as boolean)"),
        (Backend::Postgres, Kind::Bytes) => format!("decode({text}, 'hex')"),
        (Backend::Postgres, Kind::Uuid) => format!("cast({text} as uuid)"),
        (Backend::Postgres, Kind::Instant) => format!("cast({text} as timestamptz)"),
    }
}
