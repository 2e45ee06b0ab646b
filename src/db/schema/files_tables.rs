//! The table of `files`.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Guid, Moment};

    files (id) {
        id -> Guid,
        place -> Text,
        name -> Text,
        kind -> Text,
        bytes -> BigInt,
        sha256 -> Binary,
        created_at -> Moment,
    }
}
