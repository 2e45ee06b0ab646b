//! Ties a Rust type to a SQL type on both backends and on the multi-backend.

/// A type of ours with a SQL type of ours or of diesel's; how it is read and written on each backend stands beside it.
macro_rules! on_both_backends {
    ([$($of:ident)?] $rust:ty, $sql:ty) => {
        const _: () = {
            use diesel::backend::Backend;
            use diesel::deserialize::{self, FromSql, Queryable};
            use diesel::expression::AsExpression;
            use diesel::internal::derives::as_expression::Bound;
            use diesel::serialize::{self, IsNull, Output, ToSql};
            use diesel::sql_types::{Nullable, SingleValue};
            use $crate::db::connection::MultiBackend;

            impl$(<$of: 'static>)? AsExpression<$sql> for $rust {
                type Expression = Bound<$sql, Self>;
                fn as_expression(self) -> Self::Expression { Bound::new(self) }
            }
            impl<'a $(, $of: 'static)?> AsExpression<$sql> for &'a $rust {
                type Expression = Bound<$sql, Self>;
                fn as_expression(self) -> Self::Expression { Bound::new(self) }
            }
            impl$(<$of: 'static>)? AsExpression<Nullable<$sql>> for $rust {
                type Expression = Bound<Nullable<$sql>, Self>;
                fn as_expression(self) -> Self::Expression { Bound::new(self) }
            }
            impl<'a $(, $of: 'static)?> AsExpression<Nullable<$sql>> for &'a $rust {
                type Expression = Bound<Nullable<$sql>, Self>;
                fn as_expression(self) -> Self::Expression { Bound::new(self) }
            }
            impl<DB $(, $of: 'static)?> ToSql<Nullable<$sql>, DB> for $rust
            where
                DB: Backend,
                Self: ToSql<$sql, DB>,
            {
                fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
                    ToSql::<$sql, DB>::to_sql(self, out)
                }
            }
            impl<DB, ST $(, $of: 'static)?> Queryable<ST, DB> for $rust
            where
                DB: Backend,
                ST: SingleValue,
                Self: FromSql<ST, DB>,
            {
                type Row = Self;
                fn build(row: Self) -> deserialize::Result<Self> { Ok(row) }
            }
            impl$(<$of: 'static>)? FromSql<$sql, MultiBackend> for $rust {
                fn from_sql(
                    bytes: <MultiBackend as Backend>::RawValue<'_>,
                ) -> deserialize::Result<Self> {
                    bytes.from_sql::<Self, $sql>()
                }
            }
            impl$(<$of: 'static>)? ToSql<$sql, MultiBackend> for $rust {
                fn to_sql<'b>(
                    &'b self,
                    out: &mut Output<'b, '_, MultiBackend>,
                ) -> serialize::Result {
                    out.set_value((<$sql>::default(), self));
                    Ok(IsNull::No)
                }
            }
        };
    };
}

/// Closed sets of words (enums with `strum`) are stored as text. A word in a row that is none of them is an error and
/// never a default: nothing is shown or decided by a guess.
macro_rules! stored_as_text {
    ($($rust:ty),+ $(,)?) => {$(
        $crate::db::stored::on_both_backends!([] $rust, diesel::sql_types::Text);
        const _: () = {
            use diesel::backend::Backend;
            use diesel::deserialize::{self, FromSql};
            use diesel::pg::Pg;
            use diesel::serialize::{self, IsNull, Output, ToSql};
            use diesel::sql_types::Text;
            use diesel::sqlite::Sqlite;

            fn read(word: &str) -> deserialize::Result<$rust> {
                word.parse().map_err(|_unknown| {
                    format!("{word:?} is no {}", stringify!($rust)).into()
                })
            }

            impl ToSql<Text, Pg> for $rust {
                fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
                    <str as ToSql<Text, Pg>>::to_sql(self.into_str(), out)
                }
            }
            impl FromSql<Text, Pg> for $rust {
                fn from_sql(bytes: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
                    read(std::str::from_utf8(bytes.as_bytes())?)
                }
            }
            impl ToSql<Text, Sqlite> for $rust {
                fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
                    out.set_value(self.into_str());
                    Ok(IsNull::No)
                }
            }
            impl FromSql<Text, Sqlite> for $rust {
                fn from_sql(
                    bytes: <Sqlite as Backend>::RawValue<'_>,
                ) -> deserialize::Result<Self> {
                    read(&<String as FromSql<Text, Sqlite>>::from_sql(bytes)?)
                }
            }
        };
    )+};
}

pub(crate) use {on_both_backends, stored_as_text};
