//! The tables of `responses`.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    responses (id) {
        id -> Guid,
        consultation_id -> Guid,
        state -> Text,
        version -> Integer,
        disposition -> Nullable<Text>,
        reason -> Text,
        text_change -> Text,
        changed_text -> Text,
        author_id -> Guid,
        approver_id -> Nullable<Guid>,
        approved_at -> Nullable<Moment>,
        released_at -> Nullable<Moment>,
        updated_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    response_versions (response_id, version) {
        response_id -> Guid,
        version -> Integer,
        state -> Text,
        disposition -> Nullable<Text>,
        reason -> Text,
        text_change -> Text,
        changed_text -> Text,
        staff_id -> Guid,
        note -> Text,
        recorded_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    releases (row_key) {
        row_key -> BigInt,
        consultation_id -> Guid,
        staff_id -> Guid,
        begun_at -> Moment,
        responses -> BigInt,
        mails -> BigInt,
        published_at -> Nullable<Moment>,
        mailed_up_to -> BigInt,
        mailed_at -> Nullable<Moment>,
    }
}
