//! The tables of `submissions`.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    submissions (id) {
        id -> Guid,
        consultation_id -> Guid,
        number -> BigInt,
        reference -> Text,
        channel -> Text,
        language -> Text,
        standing -> Text,
        received_at -> Moment,
        is_late -> Bool,
        confirmed_at -> Nullable<Moment>,
        confirm_by -> Moment,
        reminded_at -> Nullable<Moment>,
        sent_again_at -> Nullable<Moment>,
        idempotency_key -> Nullable<Text>,
        sent_digest -> Nullable<Binary>,
        link_id -> Nullable<Guid>,
        content_digest -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    submitters (submission_id) {
        submission_id -> Guid,
        kind -> Text,
        name -> Text,
        organisation -> Text,
        email -> Nullable<Text>,
        publish_name -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    reference_counters (consultation_id) {
        consultation_id -> Guid,
        last_number -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    submission_items (id) {
        id -> Guid,
        submission_id -> Guid,
        position -> Integer,
        section_id -> Nullable<Guid>,
        paragraph_id -> Nullable<Guid>,
        revision_id -> Guid,
        kind -> Text,
        body -> Text,
        proposed_text -> Text,
    }
}
