//! The tables of `consultations`.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    consultations (id) {
        id -> Guid,
        authority_id -> Guid,
        draft_id -> Guid,
        slug -> Text,
        reference_prefix -> Text,
        language -> Text,
        opens_at -> Moment,
        closes_at -> Moment,
        answers_expected_at -> Nullable<Moment>,
        announced_at -> Nullable<Moment>,
        shows_draft_early -> Bool,
        released_at -> Nullable<Moment>,
        adopted_at -> Nullable<Moment>,
        withdrawn_at -> Nullable<Moment>,
        created_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    consultation_texts (consultation_id, language) {
        consultation_id -> Guid,
        language -> Text,
        title -> Text,
        short_title -> Text,
        summary -> Text,
        purpose -> Text,
        draft_noun -> Text,
        channels_note -> Text,
        privacy_note -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    window_events (id) {
        id -> Guid,
        consultation_id -> Guid,
        kind -> Text,
        opens_at -> Moment,
        closes_at -> Moment,
        reason -> Text,
        recorded_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    working_group_members (consultation_id, position) {
        consultation_id -> Guid,
        position -> Integer,
        role_name -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    cache_versions (scope) {
        scope -> Text,
        version -> BigInt,
    }
}
