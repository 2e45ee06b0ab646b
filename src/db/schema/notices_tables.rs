//! The tables of `notices`.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    subscribers (id) {
        id -> Guid,
        authority_id -> Guid,
        consultation_id -> Nullable<Guid>,
        email -> Text,
        email_folded -> Text,
        language -> Text,
        state -> Text,
        created_at -> Moment,
        confirmed_at -> Nullable<Moment>,
        unsubscribed_at -> Nullable<Moment>,
    }
}

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
