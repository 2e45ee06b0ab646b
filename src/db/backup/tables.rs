//! What a backup holds of each table, taken from `db::schema`, so that a new column cannot be forgotten.

use diesel::sql_types::{BigInt, Binary, Bool, Integer, Nullable, SqlType, Text};
use diesel::{Expression, Table as _};
use serde::{Deserialize, Serialize};

use crate::db::schema;
use crate::db::types::{Document, Guid, Moment};

/// How a value is written in a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::db) enum Kind {
    Text,
    /// A JSON number.
    Integer,
    Bool,
    /// Hexadecimal, lower case.
    Bytes,
    /// Hyphenated, lower case.
    Uuid,
    /// RFC 3339 in UTC with six digits of microseconds.
    Instant,
    /// The document itself; such columns are never null.
    Json,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::db) struct Column {
    pub(in crate::db) name: String,
    pub(in crate::db) kind: Kind,
}

/// A table; its rows are arrays of the columns' values in this order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::db) struct Table {
    pub(in crate::db) name: String,
    pub(in crate::db) columns: Vec<Column>,
    /// How many of the first columns tell every two rows apart; rows are sorted by them, so that equal databases give
    /// equal backups.
    pub(in crate::db) key: usize,
}

macro_rules! tables {
    ($($name:ident($key:literal)),+ $(,)?) => {
        vec![$(Table {
            name: stringify!($name).to_owned(),
            columns: columns(schema::$name::table::all_columns()),
            key: $key,
        }),+]
    };
}

/// Every table of this version's schema, each after those it refers to.
pub(in crate::db) fn all() -> Vec<Table> {
    [prepared(), done()].concat()
}

/// Who works for whom, and what they put to the public.
fn prepared() -> Vec<Table> {
    tables![
        files(1),
        authorities(1),
        authority_texts(3),
        staff(1),
        memberships(3),
        sessions(1),
        sign_in_failures(1),
        account_links(1),
        second_factors(1),
        recovery_codes(2),
        drafts(1),
        revisions(1),
        sections(1),
        section_texts(2),
        goals(1),
        paragraphs(1),
        paragraph_texts(2),
        consultations(1),
        consultation_texts(2),
        reference_counters(1),
        window_events(1),
        working_group_members(2),
        contacts(2),
        relations(2),
        phases(2),
        adoptions(1),
        events(2),
        preview_links(1),
        consultation_changes(1),
        consultation_roles(3),
        invitations(1),
    ]
}

/// What came of it.
fn done() -> Vec<Table> {
    tables![
        submissions(1),
        submitters(1),
        submission_items(1),
        comments(1),
        responses(1),
        response_versions(2),
        releases(1),
        jobs(1),
        documents(2),
        mail_contents(1),
        outbox(1),
        mail_holds(1),
        confirmed_mailboxes(1),
        subscribers(1),
        subscriptions(1),
        notices(1),
        deliveries(1),
        audit_events(1),
        audit_heads(1),
        cache_versions(1),
    ]
}

fn columns(all: impl Columns) -> Vec<Column> {
    all.columns()
}

/// The columns of a table as diesel lists them: a tuple of one type each.
trait Columns {
    fn columns(&self) -> Vec<Column>;
}

/// A SQL type of `db::schema`.
trait Kinded {
    const KIND: Kind;
}

macro_rules! kinds {
    ($($sql:ty => $kind:ident),+ $(,)?) => {
        $(impl Kinded for $sql { const KIND: Kind = Kind::$kind; })+
    };
}
kinds! {
    Text => Text,
    Integer => Integer,
    BigInt => Integer,
    Bool => Bool,
    Binary => Bytes,
    Guid => Uuid,
    Moment => Instant,
    Document => Json,
}

impl<T: Kinded + SqlType<IsNull = diesel::sql_types::is_nullable::NotNull>> Kinded for Nullable<T> {
    const KIND: Kind = T::KIND;
}

fn column<C>(_column: &C) -> Column
where
    C: diesel::query_source::Column + Expression,
    C::SqlType: Kinded,
{
    Column {
        name: C::NAME.to_owned(),
        kind: C::SqlType::KIND,
    }
}

macro_rules! tuples {
    ($($name:ident)+) => {
        tuples!(@one $($name)+);
        tuples!(@fewer $($name)+);
    };
    (@fewer $first:ident $second:ident) => {};
    (@fewer $first:ident $($rest:ident)+) => { tuples!($($rest)+); };
    (@one $($name:ident)+) => {
        impl<$($name),+> Columns for ($($name,)+)
        where
            $($name: diesel::query_source::Column + Expression,
            $name::SqlType: Kinded),+
        {
            fn columns(&self) -> Vec<Column> {
                #[expect(non_snake_case, reason = "one name stands for the type and the value")]
                let ($($name,)+) = self;
                vec![$(column($name)),+]
            }
        }
    };
}
tuples!(A B C D E F G H I J K L M N O P Q R S T U V W X);

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::db::{DatabaseUrl, dialect, migrations};

    /// What the databases keep for themselves.
    fn is_derived(column: &str) -> bool {
        column.starts_with("comments_search") || column.starts_with("__diesel_schema_migrations.")
    }

    #[test]
    fn every_column_of_the_database_is_in_a_backup() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut connection = DatabaseUrl::Sqlite(folder.path().join("a.db"))
            .connect()
            .expect("opens");
        migrations::run(&mut connection).expect("migrates");

        let stored: BTreeSet<String> = dialect::columns(&mut connection)
            .expect("reads")
            .into_iter()
            .collect();
        let saved: BTreeSet<String> = all()
            .iter()
            .flat_map(|table| {
                table
                    .columns
                    .iter()
                    .map(|column| format!("{}.{}", table.name, column.name))
            })
            .collect();

        let missing: Vec<&String> = stored
            .difference(&saved)
            .filter(|column| !is_derived(column))
            .collect();
        assert!(
            missing.is_empty(),
            "not in db::schema or not listed here: {missing:?}"
        );
        assert!(saved.is_subset(&stored));
    }
}
