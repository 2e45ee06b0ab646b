//! The tables of `accounts`.

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    authorities (id) {
        id -> Guid,
        slug -> Text,
        name -> Text,
        short_name -> Text,
        reference_prefix -> Text,
        department -> Text,
        contact_email -> Text,
        contact_phone -> Text,
        postal_address -> Text,
        time_zone -> Text,
        created_at -> Moment,
        shortest_window -> Integer,
        announced_before -> Integer,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    staff (id) {
        id -> Guid,
        email -> Text,
        display_name -> Text,
        password_hash -> Text,
        language -> Text,
        disabled_at -> Nullable<Moment>,
        created_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    memberships (staff_id, authority_id, role) {
        staff_id -> Guid,
        authority_id -> Guid,
        role -> Text,
        created_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    sessions (token_hash) {
        token_hash -> Binary,
        staff_id -> Guid,
        created_at -> Moment,
        expires_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    sign_in_failures (row_key) {
        row_key -> BigInt,
        account_hash -> Binary,
        failed_at -> Moment,
    }
}
