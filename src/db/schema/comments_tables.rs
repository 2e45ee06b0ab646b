//! The tables of `comments`.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    comments (id) {
        row_key -> BigInt,
        id -> Guid,
        submission_id -> Guid,
        consultation_id -> Guid,
        position -> Integer,
        section_id -> Nullable<Guid>,
        paragraph_id -> Nullable<Guid>,
        revision_id -> Guid,
        kind -> Text,
        body -> Text,
        proposed_text -> Text,
        state -> Text,
        assignee_id -> Nullable<Guid>,
        response_id -> Nullable<Guid>,
        received_at -> Moment,
        search_text -> Text,
        writer_id -> Nullable<Guid>,
        is_late -> Bool,
        response_search_text -> Text,
    }
}
