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
        is_second_factor_required -> Bool,
        main_colour -> Text,
        logo_file_id -> Nullable<Guid>,
        logo_text -> Text,
        logo_text_en -> Text,
        is_english_offered -> Bool,
        announced_before_regulation -> Integer,
        announced_before_spatial -> Integer,
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
        device -> Text,
        last_seen_at -> Nullable<Moment>,
        is_waiting_for_code -> Bool,
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

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    consultation_roles (staff_id, consultation_id, role) {
        staff_id -> Guid,
        consultation_id -> Guid,
        role -> Text,
        created_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    invitations (id) {
        id -> Guid,
        authority_id -> Guid,
        consultation_id -> Nullable<Guid>,
        email -> Text,
        role -> Text,
        language -> Text,
        invited_by -> Nullable<Guid>,
        created_at -> Moment,
        expires_at -> Moment,
        accepted_at -> Nullable<Moment>,
        revoked_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    account_links (id) {
        id -> Guid,
        staff_id -> Guid,
        kind -> Text,
        email -> Text,
        created_at -> Moment,
        expires_at -> Moment,
        used_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    second_factors (staff_id) {
        staff_id -> Guid,
        seed -> Binary,
        last_step -> BigInt,
        set_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    recovery_codes (staff_id, code_hash) {
        staff_id -> Guid,
        code_hash -> Binary,
        used_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    authority_texts (authority_id, name, language) {
        authority_id -> Guid,
        name -> Text,
        language -> Text,
        text -> Text,
    }
}
