//! The tables as diesel sees them, the same on both backends. `tests/it/migrations.rs` holds this file against both
//! databases; `comments.search` (PostgreSQL) and `comments_search` (SQLite) belong to `dialect` and are left out.

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

    submissions (id) {
        id -> Guid,
        consultation_id -> Guid,
        number -> BigInt,
        reference -> Text,
        channel -> Text,
        language -> Text,
        received_at -> Moment,
        confirmed_at -> Nullable<Moment>,
        idempotency_key -> Nullable<Text>,
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
    }
}

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

    mail_contents (id) {
        id -> Guid,
        params -> Document,
        created_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    outbox (row_key) {
        row_key -> BigInt,
        message -> Text,
        content_id -> Nullable<Guid>,
        authority_id -> Guid,
        recipient -> Text,
        language -> Text,
        link_id -> Guid,
        params -> Document,
        state -> Text,
        attempts -> Integer,
        next_attempt_at -> Moment,
        lease_until -> Nullable<Moment>,
        lease_owner -> Nullable<Guid>,
        last_reply -> Text,
        created_at -> Moment,
        finished_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    mail_holds (id) {
        id -> Integer,
        held_at -> Moment,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    subscribers (id) {
        id -> Guid,
        authority_id -> Guid,
        consultation_id -> Nullable<Guid>,
        email -> Text,
        email_folded -> Text,
        language -> Text,
        state -> Text,
        created_at -> Moment,
        confirmed_at -> Nullable<Moment>,
        unsubscribed_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    notices (id) {
        id -> Guid,
        consultation_id -> Guid,
        state -> Text,
        version -> Integer,
        subject -> Text,
        body -> Text,
        audience -> Document,
        author_id -> Guid,
        tested_at -> Nullable<Moment>,
        queued_by -> Nullable<Guid>,
        content_id -> Nullable<Guid>,
        recipient_count -> BigInt,
        created_at -> Moment,
        updated_at -> Moment,
        queued_at -> Nullable<Moment>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    audit_events (sequence) {
        sequence -> BigInt,
        recorded_at -> Moment,
        actor -> Text,
        action -> Text,
        subject -> Text,
        before_hash -> Binary,
        after_hash -> Binary,
        previous_hash -> Binary,
        hash -> Binary,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    audit_heads (id) {
        id -> Integer,
        sequence -> BigInt,
        hash -> Binary,
        seal -> Binary,
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

diesel::allow_tables_to_appear_in_same_query!(
    authorities,
    staff,
    memberships,
    sessions,
    sign_in_failures,
    consultations,
    reference_counters,
    window_events,
    working_group_members,
    revisions,
    sections,
    section_texts,
    paragraphs,
    submissions,
    submitters,
    comments,
    responses,
    response_versions,
    mail_contents,
    outbox,
    mail_holds,
    subscribers,
    notices,
    audit_events,
    audit_heads,
    cache_versions,
);

diesel::allow_columns_to_appear_in_same_group_by_clause!(
    comments::section_id,
    comments::state,
    responses::disposition,
);
