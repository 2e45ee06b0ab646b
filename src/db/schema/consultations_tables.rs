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
        valid_from -> Nullable<Integer>,
        valid_to -> Nullable<Integer>,
        short_window_reason -> Text,
        procedure -> Text,
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
        target_groups -> Text,
        appointing_act -> Text,
        preparing_body -> Text,
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
        name -> Text,
        is_name_public -> Bool,
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

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    contacts (consultation_id, position) {
        consultation_id -> Guid,
        position -> Integer,
        name -> Text,
        email -> Text,
        phone -> Text,
        hours -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    relations (consultation_id, position) {
        consultation_id -> Guid,
        position -> Integer,
        title -> Text,
        period -> Text,
        url -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    phases (consultation_id, position) {
        consultation_id -> Guid,
        position -> Integer,
        title -> Text,
        description -> Text,
        starts_on -> Text,
        ends_on -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    adoptions (id) {
        id -> Guid,
        consultation_id -> Guid,
        body -> Text,
        session -> Text,
        adopted_on -> Text,
        document_title -> Text,
        document_url -> Text,
        reason -> Text,
        recorded_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    consultation_changes (row_key) {
        row_key -> BigInt,
        consultation_id -> Guid,
        part -> Text,
        before -> Document,
        after -> Document,
        staff_id -> Nullable<Guid>,
        changed_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    events (consultation_id, position) {
        consultation_id -> Guid,
        position -> Integer,
        title -> Text,
        description -> Text,
        place -> Text,
        url -> Text,
        starts_at -> Text,
        ends_at -> Text,
        minutes -> Text,
        minutes_file_id -> Nullable<Guid>,
        changed_at -> Nullable<Moment>,
        times_changed -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    documents (consultation_id, position) {
        consultation_id -> Guid,
        position -> Integer,
        title -> Text,
        url -> Text,
        file_id -> Nullable<Guid>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    preview_links (id) {
        id -> Guid,
        consultation_id -> Guid,
        label -> Text,
        created_by -> Nullable<Guid>,
        created_at -> Moment,
        expires_at -> Moment,
        revoked_at -> Nullable<Moment>,
    }
}
