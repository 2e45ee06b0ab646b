//! The tables of `audit`.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    audit_events (sequence) {
        sequence -> BigInt,
        recorded_at -> Moment,
        actor -> Text,
        action -> Text,
        subject -> Text,
        authority_id -> Nullable<Guid>,
        consultation_id -> Nullable<Guid>,
        batch_id -> Nullable<Guid>,
        before_hash -> Binary,
        after_hash -> Binary,
        after -> Document,
        previous_hash -> Binary,
        hash -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    audit_heads (id) {
        id -> Integer,
        sequence -> BigInt,
        hash -> Binary,
        seal -> Binary,
    }
}
