//! The tables of `consultations`.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    consultations (id) {
        id -> Guid,
        authority_id -> Guid,
        slug -> Text,
        reference_prefix -> Text,
        title -> Text,
        title_en -> Nullable<Text>,
        short_title -> Text,
        summary -> Text,
        summary_en -> Nullable<Text>,
        purpose -> Text,
        channels_note -> Text,
        privacy_note -> Text,
        opens_at -> Moment,
        closes_at -> Moment,
        answers_expected_at -> Nullable<Moment>,
        announced_at -> Nullable<Moment>,
        released_at -> Nullable<Moment>,
        adopted_at -> Nullable<Moment>,
        withdrawn_at -> Nullable<Moment>,
        created_at -> Moment,
        shows_draft_early -> Bool,
        draft_noun -> Text,
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

    revisions (id) {
        id -> Guid,
        consultation_id -> Guid,
        number -> Integer,
        published_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    sections (id) {
        id -> Guid,
        consultation_id -> Guid,
        number -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    section_texts (section_id, revision_id) {
        section_id -> Guid,
        revision_id -> Guid,
        title -> Text,
        short_title -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    paragraphs (id, revision_id) {
        id -> Guid,
        section_id -> Guid,
        revision_id -> Guid,
        position -> Integer,
        kind -> Text,
        number -> Text,
        title -> Text,
        body -> Text,
        is_key_goal -> Bool,
        indicator -> Text,
        holder -> Text,
        deadline -> Text,
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
