//! The tables of `comments`.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    comments (id) {
        row_key -> BigInt,
        id -> Guid,
        submission_id -> Guid,
        item_id -> Guid,
        consultation_id -> Guid,
        position -> Integer,
        section_id -> Nullable<Guid>,
        paragraph_id -> Nullable<Guid>,
        revision_id -> Guid,
        kind -> Text,
        body -> Text,
        proposed_text -> Text,
        standing -> Text,
        is_late -> Bool,
        received_at -> Moment,
        work -> Text,
        assignee_id -> Nullable<Guid>,
        response_id -> Nullable<Guid>,
        writer_id -> Nullable<Guid>,
        search_text -> Text,
        response_search_text -> Text,
    }
}
