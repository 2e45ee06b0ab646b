//! The tables of `subscribers`.

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
