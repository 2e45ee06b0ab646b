//! The shape of the database, written the same way for both backends: columns with their types, keys, checks, indexes and
//! foreign keys. Both are held against `schema.txt`, and so against each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use diesel::sql_types::{Bool, Text};
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use posvet::testing::db::{Backend, DbConnection};

/// `(table, column)` with the type diesel is told of and whether it may be null.
pub type Declared = BTreeMap<(String, String), (String, bool)>;

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    of: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Bool)]
    is_nullable: bool,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

const OWN_SQLITE: &str = "name not like 'sqlite_%' and name not like '\\_\\_diesel%' escape '\\'
    and name not like 'comments_search%'";

const OWN_POSTGRES: &str =
    "relnamespace = 'public'::regnamespace and relname not like '\\_\\_diesel%'
    and relname not like 'comments_search%'";

/// Everything there is, a line each, sorted. A column whose type is not the one diesel takes it for says so.
pub fn of(connection: &mut DbConnection, declared: &Declared) -> String {
    let mut lines: BTreeSet<String> = match connection.backend() {
        Backend::Sqlite => rules_of_sqlite(connection),
        Backend::Postgres => rules_of_postgres(connection),
    };
    for column in columns(connection) {
        let Column { of, name, kind, .. } = &column;
        let told = declared.get(&(of.clone(), name.clone()));
        let line = match told {
            Some((declared, is_nullable))
                if stands_for(connection.backend(), kind, declared)
                    && *is_nullable == column.is_nullable =>
            {
                let end = if *is_nullable { "" } else { " not null" };
                format!("{of}.{name} {declared}{end}")
            }
            told => format!("{of}.{name} is {kind} for {told:?}"),
        };
        lines.insert(line);
    }
    let mut text = String::new();
    for line in lines {
        writeln!(text, "{line}").unwrap();
    }
    text
}

fn stands_for(backend: Backend, stored: &str, declared: &str) -> bool {
    let expected = match (backend, declared) {
        (_, "Text") => "text",
        (_, "Integer") => "integer",
        (_, "Bool") => "boolean",
        (Backend::Sqlite, "BigInt" | "Moment") | (Backend::Postgres, "BigInt") => "bigint",
        (Backend::Sqlite, "Guid" | "Binary") => "blob",
        (Backend::Sqlite, "Document") => "text",
        (Backend::Postgres, "Moment") => "timestamp with time zone",
        (Backend::Postgres, "Guid") => "uuid",
        (Backend::Postgres, "Binary") => "bytea",
        (Backend::Postgres, "Document") => "jsonb",
        (_, other) => panic!("{other}"),
    };
    // SQLite's row number is an integer of 64 bits that has to be called `integer`.
    stored == expected
        || (backend == Backend::Sqlite && declared == "BigInt" && stored == "integer")
}

fn columns(connection: &mut DbConnection) -> Vec<Column> {
    let query = match connection.backend() {
        Backend::Sqlite => format!(
            "select m.name as of, c.name as name, lower(c.type) as kind,
                 c.\"notnull\" = 0 and c.pk = 0 as is_nullable
             from (select name from sqlite_master where type = 'table' and {OWN_SQLITE}) m
             join pragma_table_info(m.name) c"
        ),
        Backend::Postgres => format!(
            "select relname::text as of, attname::text as name, format_type(atttypid, null) as kind,
                 not attnotnull as is_nullable
             from pg_attribute join pg_class on pg_class.oid = attrelid
             where relkind = 'r' and attnum > 0 and not attisdropped and {OWN_POSTGRES}"
        ),
    };
    sql_query(query).load(connection).unwrap()
}

fn lines(connection: &mut DbConnection, query: &str) -> Vec<String> {
    let found: Vec<Line> = sql_query(query).load(connection).unwrap();
    found.into_iter().map(|found| found.line).collect()
}

fn rules_of_sqlite(connection: &mut DbConnection) -> BTreeSet<String> {
    let tables =
        format!("(select name, sql from sqlite_master where type = 'table' and {OWN_SQLITE}) m");
    let mut found = BTreeSet::new();
    found.extend(lines(connection, &format!(
        "select m.name || ' primary key (' || (select group_concat(name, ', ')
             from (select name from pragma_table_info(m.name) where pk > 0 order by pk)) || ')' as line
         from {tables}"
    )));
    found.extend(lines(connection, &format!(
        "select m.name || '.' || f.\"from\" || ' references ' || f.\"table\" || ' (' || f.\"to\" || ') on delete '
             || lower(f.on_delete) as line
         from {tables} join pragma_foreign_key_list(m.name) f"
    )));
    found.extend(lines(
        connection,
        &format!(
            "select m.name || ' unique (' || (select group_concat(name, ', ')
             from (select name from pragma_index_info(i.name) order by seqno)) || ')' as line
         from {tables} join pragma_index_list(m.name) i where i.origin = 'u'"
        ),
    ));
    let indexes = lines(
        connection,
        &format!(
            "select lower(sql) as line from sqlite_master where type = 'index' and sql is not null and {OWN_SQLITE}"
        ),
    );
    found.extend(indexes.iter().map(|sql| plain(sql)));
    let tables = lines(
        connection,
        &format!("select name || char(10) || lower(sql) as line from {tables}"),
    );
    for table in tables {
        let (name, sql) = table.split_once('\n').unwrap();
        found.extend(checks(sql).map(|check| format!("{name} check {}", plain(check))));
    }
    // Its row key is the primary key where PostgreSQL has the id; both are unique on both.
    renamed(found)
}

fn rules_of_postgres(connection: &mut DbConnection) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let keys = "(select string_agg(attname, ', ' order by place) from unnest(conkey) with ordinality as k (number, place)
        join pg_attribute on attrelid = conrelid and attnum = k.number)";
    found.extend(lines(connection, &format!(
        "select relname || case contype when 'p' then ' primary key (' else ' unique (' end || {keys} || ')' as line
         from pg_constraint join pg_class on pg_class.oid = conrelid
         where contype in ('p', 'u') and {OWN_POSTGRES}"
    )));
    let referenced = "(select string_agg(attname, ', ' order by place) from unnest(confkey) with ordinality as k (number, place)
        join pg_attribute on attrelid = confrelid and attnum = k.number)";
    found.extend(lines(connection, &format!(
        "select relname || '.' || {keys} || ' references ' || confrelid::regclass || ' (' || {referenced} || ') on delete '
             || case confdeltype when 'c' then 'cascade' when 'r' then 'restrict' when 'n' then 'set null' end as line
         from pg_constraint join pg_class on pg_class.oid = conrelid
         where contype = 'f' and {OWN_POSTGRES}"
    )));
    let checks = lines(
        connection,
        &format!(
            "select relname || ' ' || pg_get_constraintdef(pg_constraint.oid) as line
         from pg_constraint join pg_class on pg_class.oid = conrelid
         where contype = 'c' and {OWN_POSTGRES}"
        ),
    );
    found.extend(checks.iter().map(|check| plain(check)));
    let indexes = lines(connection, &format!(
        "select pg_get_indexdef(indexrelid) as line from pg_index join pg_class on pg_class.oid = indrelid
         where not exists (select 1 from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
             and {OWN_POSTGRES}"
    ));
    found.extend(indexes.iter().map(|index| plain(index)));
    renamed(found)
}

/// What comes after each `check (`, up to its closing bracket.
fn checks(sql: &str) -> impl Iterator<Item = &str> {
    sql.match_indices("check (").map(|(start, word)| {
        let rest = sql.get(start + word.len()..).unwrap();
        let mut depth = 1;
        let end = rest.find(|letter| {
            depth += match letter {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            depth == 0
        });
        rest.get(..end.unwrap()).unwrap()
    })
}

/// PostgreSQL writes an expression its own way: with types, more brackets and a list for `in`.
fn plain(text: &str) -> String {
    let text = text
        .to_lowercase()
        .replace("using btree", "")
        .replace("public.", "")
        .replace("::text", "")
        .replace("= any (array[", "in (")
        .replace("both from", "")
        .replace([']', '[', '(', ')', ',', '"'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The one difference there is: SQLite's search needs the row number as the primary key of `comments`.
fn renamed(found: BTreeSet<String>) -> BTreeSet<String> {
    let name = |line: String| match line.as_str() {
        "comments primary key (row_key)" => "comments unique (row_key)".to_owned(),
        "comments unique (id)" => "comments primary key (id)".to_owned(),
        _ => line,
    };
    found.into_iter().map(name).collect()
}
