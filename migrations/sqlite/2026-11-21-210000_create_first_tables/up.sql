-- Accounts --------------------------------------------------------------------------------------------------------

create table authorities (
    id blob primary key not null,
    slug text not null unique,
    name text not null,
    short_name text not null,
    reference_prefix text not null,
    department text not null,
    contact_email text not null,
    contact_phone text not null,
    postal_address text not null,
    time_zone text not null,
    created_at bigint not null
);

create table staff (
    id blob primary key not null,
    email text not null unique,
    display_name text not null,
    password_hash text not null,
    language text not null check (language in ('sl', 'en')),
    disabled_at bigint,
    created_at bigint not null
);

create table memberships (
    staff_id blob not null references staff (id) on delete cascade,
    authority_id blob not null references authorities (id) on delete cascade,
    role text not null check (role in ('administrator', 'coordinator', 'reviewer')),
    created_at bigint not null,
    primary key (staff_id, authority_id, role)
);
create index memberships_authority_id on memberships (authority_id);

create table sessions (
    token_hash blob primary key not null,
    staff_id blob not null references staff (id) on delete cascade,
    created_at bigint not null,
    expires_at bigint not null
);
create index sessions_staff_id on sessions (staff_id);

create table sign_in_failures (
    row_key integer primary key autoincrement,
    account_hash blob not null,
    failed_at bigint not null
);
create index sign_in_failures_account on sign_in_failures (account_hash, failed_at);

-- Consultations ---------------------------------------------------------------------------------------------------

create table consultations (
    id blob primary key not null,
    authority_id blob not null references authorities (id) on delete restrict,
    slug text not null,
    reference_prefix text not null unique,
    title text not null,
    title_en text,
    short_title text not null,
    summary text not null,
    summary_en text,
    purpose text not null,
    channels_note text not null,
    privacy_note text not null,
    opens_at bigint not null,
    closes_at bigint not null,
    answers_expected_at bigint,
    announced_at bigint,
    released_at bigint,
    adopted_at bigint,
    withdrawn_at bigint,
    created_at bigint not null,
    unique (authority_id, slug),
    check (opens_at < closes_at)
);

-- Apart from consultations, so that minting a number rewrites a row of 24 bytes and not the whole consultation.
create table reference_counters (
    consultation_id blob primary key not null references consultations (id) on delete cascade,
    last_number bigint not null
);

create table window_events (
    id blob primary key not null,
    consultation_id blob not null references consultations (id) on delete cascade,
    kind text not null check (kind in ('announced', 'extended', 'withdrawn')),
    opens_at bigint not null,
    closes_at bigint not null,
    reason text not null,
    recorded_at bigint not null
);
create index window_events_consultation_id on window_events (consultation_id, recorded_at);

create table working_group_members (
    consultation_id blob not null references consultations (id) on delete cascade,
    position integer not null,
    role_name text not null,
    primary key (consultation_id, position)
);

create table revisions (
    id blob primary key not null,
    consultation_id blob not null references consultations (id) on delete cascade,
    number integer not null,
    published_at bigint not null,
    unique (consultation_id, number)
);

create table sections (
    id blob primary key not null,
    consultation_id blob not null references consultations (id) on delete cascade,
    number integer not null,
    unique (consultation_id, number)
);

create table section_texts (
    section_id blob not null references sections (id) on delete cascade,
    revision_id blob not null references revisions (id) on delete cascade,
    title text not null,
    short_title text not null,
    primary key (section_id, revision_id)
);
create index section_texts_revision_id on section_texts (revision_id);

create table paragraphs (
    id blob not null,
    section_id blob not null references sections (id) on delete cascade,
    revision_id blob not null references revisions (id) on delete cascade,
    position integer not null,
    kind text not null check (kind in ('heading', 'text', 'goal')),
    number text not null,
    title text not null,
    body text not null,
    is_key_goal boolean not null,
    indicator text not null,
    holder text not null,
    deadline text not null,
    primary key (id, revision_id)
);
create index paragraphs_section on paragraphs (section_id, revision_id, position);
create index paragraphs_revision_id on paragraphs (revision_id);

-- Comments --------------------------------------------------------------------------------------------------------

create table submissions (
    id blob primary key not null,
    consultation_id blob not null references consultations (id) on delete restrict,
    number bigint not null,
    reference text not null,
    channel text not null check (channel in ('web', 'email', 'post', 'in_person', 'hearing', 'import')),
    language text not null check (language in ('sl', 'en')),
    received_at bigint not null,
    confirmed_at bigint,
    idempotency_key text,
    content_digest blob not null,
    unique (consultation_id, number)
);
create unique index submissions_idempotency_key on submissions (consultation_id, idempotency_key)
where idempotency_key is not null;

-- Personal data, apart from the public text so that they can be erased.
create table submitters (
    submission_id blob primary key not null references submissions (id) on delete cascade,
    kind text not null check (kind in ('individual', 'organisation')),
    name text not null,
    organisation text not null,
    email text,
    publish_name boolean not null
);

create table comments (
    row_key integer primary key autoincrement,
    id blob not null unique,
    submission_id blob not null references submissions (id) on delete cascade,
    consultation_id blob not null references consultations (id) on delete restrict,
    position integer not null,
    section_id blob references sections (id) on delete restrict,
    paragraph_id blob,
    revision_id blob not null references revisions (id) on delete restrict,
    kind text not null check (kind in ('general', 'content', 'wording')),
    body text not null,
    proposed_text text not null,
    state text not null check (
        state in ('unconfirmed', 'new', 'drafted', 'in_approval', 'returned', 'approved', 'released')
    ),
    assignee_id blob references staff (id) on delete set null,
    response_id blob,
    received_at bigint not null,
    search_text text not null
);
create index comments_submission_id on comments (submission_id);
create index comments_state on comments (consultation_id, state, row_key);
create index comments_section on comments (consultation_id, section_id, row_key);
create index comments_section_id on comments (section_id);
create index comments_revision_id on comments (revision_id);
create index comments_assignee on comments (consultation_id, assignee_id, row_key) where assignee_id is not null;
create index comments_assignee_id on comments (assignee_id) where assignee_id is not null;
create index comments_response_id on comments (response_id) where response_id is not null;
-- Ordered and limited by rowid, so the row key is the document id.
create virtual table comments_search using fts5 (
    search_text,
    content = 'comments',
    content_rowid = 'row_key',
    tokenize = 'unicode61 remove_diacritics 2'
);
create trigger comments_search_insert after insert on comments begin
    insert into comments_search (rowid, search_text) values (new.row_key, new.search_text);
end;
create trigger comments_search_delete after delete on comments begin
    insert into comments_search (comments_search, rowid, search_text) values ('delete', old.row_key, old.search_text);
end;
create trigger comments_search_update after update of search_text on comments begin
    insert into comments_search (comments_search, rowid, search_text) values ('delete', old.row_key, old.search_text);
    insert into comments_search (rowid, search_text) values (new.row_key, new.search_text);
end;

-- Triage ----------------------------------------------------------------------------------------------------------

create table responses (
    id blob primary key not null,
    consultation_id blob not null references consultations (id) on delete restrict,
    state text not null check (state in ('drafted', 'in_approval', 'returned', 'approved', 'released')),
    version integer not null,
    disposition text check (disposition in ('accepted', 'accepted_in_part', 'not_accepted', 'noted', 'out_of_scope')),
    reason text not null,
    text_change text not null check (text_change in ('undecided', 'changed', 'unchanged')),
    changed_text text not null,
    author_id blob not null references staff (id) on delete restrict,
    approver_id blob references staff (id) on delete restrict,
    approved_at bigint,
    released_at bigint,
    updated_at bigint not null,
    check (approver_id is null or approver_id <> author_id),
    check (disposition is null or disposition <> 'not_accepted' or state = 'drafted' or length(trim(reason)) > 0)
);
create index responses_state on responses (consultation_id, state);
create index responses_author_id on responses (author_id);
create index responses_approver_id on responses (approver_id);

create table response_versions (
    response_id blob not null references responses (id) on delete cascade,
    version integer not null,
    state text not null,
    disposition text,
    reason text not null,
    text_change text not null,
    changed_text text not null,
    staff_id blob not null references staff (id) on delete restrict,
    note text not null,
    recorded_at bigint not null,
    primary key (response_id, version)
);
create index response_versions_staff_id on response_versions (staff_id);

-- Mail ------------------------------------------------------------------------------------------------------------

-- What many outbox rows have in common: the subject and text of a notice, stored once.
create table mail_contents (
    id blob primary key not null,
    params text not null,
    created_at bigint not null
);

-- One row per recipient and mail; never deleted while a report counts it.
create table outbox (
    row_key integer primary key autoincrement,
    message text not null,
    content_id blob references mail_contents (id) on delete restrict,
    authority_id blob not null references authorities (id) on delete restrict,
    recipient text not null,
    language text not null check (language in ('sl', 'en')),
    link_id blob not null,
    params text not null,
    state text not null check (state in ('queued', 'sending', 'sent', 'deferred', 'failed', 'parked')),
    attempts integer not null,
    next_attempt_at bigint not null,
    lease_until bigint,
    lease_owner blob,
    last_reply text not null,
    created_at bigint not null,
    finished_at bigint
);
create index outbox_due on outbox (next_attempt_at, row_key) where state in ('queued', 'sending', 'deferred');
create index outbox_content_id on outbox (content_id, state) where content_id is not null;
create index outbox_authority_id on outbox (authority_id);

-- Notices ---------------------------------------------------------------------------------------------------------

create table subscribers (
    id blob primary key not null,
    authority_id blob not null references authorities (id) on delete cascade,
    consultation_id blob references consultations (id) on delete cascade,
    email text not null,
    email_folded text not null,
    language text not null check (language in ('sl', 'en')),
    state text not null check (state in ('pending', 'confirmed', 'unsubscribed')),
    created_at bigint not null,
    confirmed_at bigint,
    unsubscribed_at bigint
);
create unique index subscribers_one_per_authority on subscribers (authority_id, email_folded)
where consultation_id is null;
create unique index subscribers_one_per_consultation on subscribers (consultation_id, email_folded)
where consultation_id is not null;

create table notices (
    id blob primary key not null,
    consultation_id blob not null references consultations (id) on delete restrict,
    state text not null check (state in ('draft', 'queued')),
    version integer not null,
    subject text not null,
    body text not null,
    audience text not null,
    author_id blob not null references staff (id) on delete restrict,
    tested_at bigint,
    queued_by blob references staff (id) on delete restrict,
    content_id blob references mail_contents (id) on delete restrict,
    recipient_count bigint not null,
    created_at bigint not null,
    updated_at bigint not null,
    queued_at bigint
);
create index notices_consultation_id on notices (consultation_id, created_at);
create index notices_author_id on notices (author_id);
create index notices_queued_by on notices (queued_by);
create index notices_content_id on notices (content_id);

-- Audit and cache -------------------------------------------------------------------------------------------------

create table audit_events (
    sequence integer primary key,
    recorded_at bigint not null,
    actor text not null,
    action text not null,
    subject text not null,
    before_hash blob not null,
    after_hash blob not null,
    previous_hash blob not null,
    hash blob not null
);
create index audit_events_subject on audit_events (subject);

-- One row: the end of the chain, sealed with the installation's key so that a cut-off tail is noticed.
create table audit_heads (
    id integer primary key check (id = 1),
    sequence bigint not null,
    hash blob not null,
    seal blob not null
);

create table cache_versions (
    scope text primary key not null,
    version bigint not null
);
