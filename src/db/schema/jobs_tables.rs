//! The table of `jobs`.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Guid, Moment};

    jobs (row_key) {
        row_key -> BigInt,
        id -> Guid,
        kind -> Text,
        key -> Text,
        staff_id -> Nullable<Guid>,
        title -> Text,
        path -> Text,
        is_cancellable -> Bool,
        state -> Text,
        done -> BigInt,
        total -> BigInt,
        attempts -> Integer,
        run_at -> Moment,
        lease_until -> Nullable<Moment>,
        lease_owner -> Nullable<Guid>,
        cancelled_at -> Nullable<Moment>,
        error -> Text,
        created_at -> Moment,
        finished_at -> Nullable<Moment>,
    }
}
