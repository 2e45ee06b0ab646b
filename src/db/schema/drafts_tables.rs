//! The tables of `drafts`.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    drafts (id) {
        id -> Guid,
        authority_id -> Guid,
        created_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    revisions (id) {
        id -> Guid,
        draft_id -> Guid,
        number -> Integer,
        published_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    sections (id) {
        id -> Guid,
        draft_id -> Guid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    section_texts (section_id, revision_id) {
        section_id -> Guid,
        revision_id -> Guid,
        parent_id -> Nullable<Guid>,
        position -> Integer,
        number_label -> Text,
        depth -> Integer,
        title -> Text,
        short_title -> Text,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    goals (id) {
        id -> Guid,
        authority_id -> Guid,
        is_key -> Bool,
        indicator -> Text,
        holder -> Text,
        deadline -> Text,
        created_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    paragraphs (id) {
        id -> Guid,
        section_id -> Guid,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    paragraph_texts (paragraph_id, revision_id) {
        paragraph_id -> Guid,
        revision_id -> Guid,
        position -> Integer,
        kind -> Text,
        number -> Text,
        title -> Text,
        body -> Text,
        hash -> Binary,
        goal_id -> Nullable<Guid>,
    }
}
