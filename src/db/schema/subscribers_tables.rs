//! The tables of `subscribers`.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Guid, Moment};

    subscribers (id) {
        id -> Guid,
        authority_id -> Guid,
        email -> Text,
        email_folded -> Text,
        created_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Guid, Moment};

    subscriptions (id) {
        id -> Guid,
        subscriber_id -> Guid,
        authority_id -> Guid,
        consultation_id -> Nullable<Guid>,
        language -> Text,
        state -> Text,
        created_at -> Moment,
        confirmed_at -> Nullable<Moment>,
        unsubscribed_at -> Nullable<Moment>,
    }
}
