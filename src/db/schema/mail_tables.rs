//! The tables of `mail`.

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
        link_kind -> Text,
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
        lane -> Text,
        mailbox -> Nullable<Text>,
        let_go_at -> Nullable<Moment>,
        sent_with -> Nullable<BigInt>,
    }
}

diesel::table! {
    use diesel::sql_types::*;
    use crate::db::types::{Document, Guid, Moment};

    confirmed_mailboxes (mailbox) {
        mailbox -> Text,
        confirmed_at -> Moment,
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
