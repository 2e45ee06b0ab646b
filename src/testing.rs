//! The face of this crate for its own suite (`tests/`) and measurements (`benches/`). The rooms are private, so that the
//! compiler names whatever nobody uses; what only the suite uses is named here.

pub mod accounts {
    pub use crate::accounts::service::grant_consultation_role;
    pub use crate::accounts::{
        Actor, By, InviteError, NewAuthority, NewInvitation, NewStaff, NotAllowed, Passwords,
        create_staff, find_staff_by_email, grant_role, insert_authority, invite, page,
        set_up_token,
    };
}

pub mod app {
    pub use crate::app::{
        Environment, Server, open_database, open_files, routes, start, tokens, works,
    };
}

pub mod audit {
    pub use crate::audit::{Deviation, DeviationKind, Entry, Fault, Scope, append, verify};
}

pub mod cli {
    pub use crate::cli::create_admin::CreateAdmin;
}

pub mod comments {
    pub use crate::comments::{
        CommentKind, Disposition, SubmitterKind, Work, insert_comments, set_first_answered,
        write_missing_words,
    };
}

pub mod consultations {
    pub use crate::consultations::{
        Adoption, Basics, Channels, Consultation, Content, Group, Member, NewConsultation, Texts,
        Window, WindowEvent, WindowEventKind, bump, find_by_id, find_for_staff,
        insert_consultation, is_late, mark_released, store::insert_adoption,
        store::insert_window_event, store::write_content,
    };
}

pub mod db {
    pub use crate::db::{
        Backend, Database, DatabaseError, DatabaseUrl, DbConnection, Failure, JsonDoc, Options,
        StoreResult, backup, dialect, lease, migrations, schema,
    };
}

pub mod files {
    pub use crate::files::{
        Accepted, FileKind, Files, FilesSettings, KeepError, NewFile, StoredFile, beside,
        find_file, insert_file, sweep_once,
    };
}

pub mod http {
    pub use crate::context::Context;
    pub use crate::http::routing::{Access, Route};
    pub use crate::http::state::DemoAccount;
    pub use crate::http::{AppState, limits, page, render};
}

pub mod i18n {
    pub use crate::i18n::{Args, Catalogue, Language};
}

pub mod jobs {
    pub use crate::jobs::{
        Job, JobState, NewJob, Part, Progress, Runner, Undone, Work, Works, cancel, carry_out,
        enqueue, find,
    };
}

pub mod kernel {
    pub use crate::kernel::{
        alphabet, bidi, clock, email_address, ids, limits, role, search_text, token,
    };
}

pub mod mail {
    pub use crate::mail::{
        MailSettings, Message, Transport, compose, kind, mailer, message, outbox, retry, worker,
    };
}

pub mod notices {
    pub use crate::notices::domain::{EditNoticeError, NoticeText, SendNoticeError};
    pub use crate::notices::page;
    pub use crate::notices::service::{
        Confirmation, Edit, create_notice, save_notice, send_notice, send_test,
    };
}

pub mod settings {
    pub use crate::settings::{DEMO_SECRET, Settings};
}

pub mod responses {
    pub use crate::responses::{
        Act, AnswerError, ReleaseError, ResponseDraft, ResponseRecord, ResponseState, TextChange,
        answer_all, approve_response, begin_release, compare_with_chain, find_under_way,
        insert_response, release_responses, release_some, reopen_response, return_response,
        save_response, submit_response, take_back_response,
    };
}

pub mod demo {
    pub use crate::demo::samples::DEMO_PASSWORD;
    pub use crate::demo::{accounts, page, samples};
}

pub mod desk {
    pub use crate::desk::page;
}

pub mod site {
    pub use crate::site::page;
}

pub mod subscribers {
    pub use crate::subscribers::{
        MailingList, NewSubscription, SubscriptionState, insert_subscription, page,
    };
}

pub mod submissions {
    pub use crate::submissions::{
        Arrival, Channel, Numbers, Point, Sent, SentUnder, Submitter, compare_with_chain,
        insert_items, insert_submissions, page, record_submission, reference, remind_due,
    };
}

pub mod drafts {
    pub use crate::drafts::{
        Anchor, NewDraft, NewGoal, NewParagraph, NewSection, ParagraphKind, Passage, Place,
        find_passage, insert_draft, insert_section,
    };
}
