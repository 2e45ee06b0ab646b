//! The tables as diesel sees them, the same on both backends, a file for each room that owns some.
//! `tests/it/migrations.rs` holds them against both databases; `comments_search` belongs to `dialect` and is left out.

mod accounts_tables;
mod audit_tables;
mod comments_tables;
mod consultations_tables;
mod drafts_tables;
mod files_tables;
mod jobs_tables;
mod mail_tables;
mod notices_tables;
mod responses_tables;
mod submissions_tables;
mod subscribers_tables;

pub use accounts_tables::*;
pub use audit_tables::*;
pub use comments_tables::*;
pub use consultations_tables::*;
pub use drafts_tables::*;
pub use files_tables::*;
pub use jobs_tables::*;
pub use mail_tables::*;
pub use notices_tables::*;
pub use responses_tables::*;
pub use submissions_tables::*;
pub use subscribers_tables::*;

diesel::allow_tables_to_appear_in_same_query!(
    authorities,
    authority_texts,
    staff,
    memberships,
    sessions,
    sign_in_failures,
    account_links,
    second_factors,
    recovery_codes,
    consultation_roles,
    invitations,
    drafts,
    revisions,
    sections,
    section_texts,
    goals,
    paragraphs,
    paragraph_texts,
    consultations,
    consultation_texts,
    reference_counters,
    window_events,
    working_group_members,
    contacts,
    relations,
    phases,
    adoptions,
    events,
    documents,
    preview_links,
    consultation_changes,
    submissions,
    submitters,
    submission_items,
    comments,
    responses,
    response_versions,
    releases,
    jobs,
    files,
    mail_contents,
    outbox,
    confirmed_mailboxes,
    mail_holds,
    subscribers,
    subscriptions,
    notices,
    deliveries,
    audit_events,
    audit_heads,
    cache_versions,
);

diesel::allow_columns_to_appear_in_same_group_by_clause!(
    comments::section_id,
    comments::standing,
    comments::work,
    responses::disposition,
);
