//! Statements whose plan is kept.
//!
//! Diesel keeps the plans of selects and inserts for each connection, but not of updates, because an update may set
//! other columns each time. Where it never does, planning it anew for every row is most of its cost.

use diesel::QueryResult;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::query_dsl::RunQueryDsl;

use super::connection::{DbConnection, MultiBackend};

/// A statement with the same SQL every time it comes by. It returns something: diesel looks at what `execute` is given only
/// from outside and would plan it anew.
#[derive(Clone, Copy, Debug)]
pub struct Prepared<T>(T);

/// Keeps the plan of `statement`. For statements whose SQL depends on nothing but their type: an update of the same
/// columns each time, not a list of as many ids as there happen to be. Each other text is kept until the connection ends.
pub fn prepared<T>(statement: T) -> Prepared<T> {
    Prepared(statement)
}

impl<T: QueryFragment<MultiBackend>> QueryFragment<MultiBackend> for Prepared<T> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        self.0.walk_ast(pass)
    }

    fn is_safe_to_cache_prepared(&self, _backend: &MultiBackend) -> QueryResult<bool> {
        Ok(true)
    }
}

/// Found again by its SQL.
impl<T> QueryId for Prepared<T> {
    type QueryId = ();

    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<T: Query> Query for Prepared<T> {
    type SqlType = T::SqlType;
}

impl<T> RunQueryDsl<DbConnection> for Prepared<T> {}
