//! The tables of `notices`.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    notices (id) {
        id -> Guid,
        consultation_id -> Guid,
        state -> Text,
        version -> Integer,
        subject -> Text,
        body -> Text,
        audience -> Document,
        author_id -> Guid,
        tested_at -> Nullable<Moment>,
        queued_by -> Nullable<Guid>,
        content_id -> Nullable<Guid>,
        recipient_count -> BigInt,
        created_at -> Moment,
        updated_at -> Moment,
        queued_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::Guid;

    deliveries (outbox_row) {
        outbox_row -> BigInt,
        notice_id -> Guid,
        subscription_id -> Nullable<Guid>,
        reason -> Text,
    }
}
