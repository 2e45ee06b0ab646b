-- Accounts --------------------------------------------------------------------------------------------------------

create table authorities (
    id uuid primary key,
    slug text not null unique,
    name text not null,
    short_name text not null,
    reference_prefix text not null,
    department text not null,
    contact_email text not null,
    contact_phone text not null,
    postal_address text not null,
    time_zone text not null,
    created_at timestamptz not null
);

create table staff (
    id uuid primary key,
    email text not null unique,
    display_name text not null,
    password_hash text not null,
    language text not null check (language in ('sl', 'en')),
    disabled_at timestamptz,
    created_at timestamptz not null
);

create table memberships (
    staff_id uuid not null references staff (id) on delete cascade,
    authority_id uuid not null references authorities (id) on delete cascade,
    role text not null check (role in ('administrator', 'coordinator', 'reviewer')),
    created_at timestamptz not null,
    primary key (staff_id, authority_id, role)
);
create index memberships_authority_id on memberships (authority_id);

create table sessions (
    token_hash bytea primary key,
    staff_id uuid not null references staff (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index sessions_staff_id on sessions (staff_id);

create table sign_in_failures (
    row_key bigint generated always as identity primary key,
    account_hash bytea not null,
    failed_at timestamptz not null
);
create index sign_in_failures_account on sign_in_failures (account_hash, failed_at);

-- Consultations ---------------------------------------------------------------------------------------------------

create table consultations (
    id uuid primary key,
    authority_id uuid not null references authorities (id) on delete restrict,
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
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    answers_expected_at timestamptz,
    announced_at timestamptz,
    released_at timestamptz,
    adopted_at timestamptz,
    withdrawn_at timestamptz,
    created_at timestamptz not null,
    unique (authority_id, slug),
    check (opens_at < closes_at)
);

-- Apart from consultations, so that minting a number rewrites a row of 24 bytes and not the whole consultation.
create table reference_counters (
    consultation_id uuid primary key references consultations (id) on delete cascade,
    last_number bigint not null
) with (fillfactor = 50);

create table window_events (
    id uuid primary key,
    consultation_id uuid not null references consultations (id) on delete cascade,
    kind text not null check (kind in ('announced', 'extended', 'withdrawn')),
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    reason text not null,
    recorded_at timestamptz not null
);
create index window_events_consultation_id on window_events (consultation_id, recorded_at);

create table working_group_members (
    consultation_id uuid not null references consultations (id) on delete cascade,
    position integer not null,
    role_name text not null,
    primary key (consultation_id, position)
);

create table revisions (
    id uuid primary key,
    consultation_id uuid not null references consultations (id) on delete cascade,
    number integer not null,
    published_at timestamptz not null,
    unique (consultation_id, number)
);

create table sections (
    id uuid primary key,
    consultation_id uuid not null references consultations (id) on delete cascade,
    number integer not null,
    unique (consultation_id, number)
);

create table section_texts (
    section_id uuid not null references sections (id) on delete cascade,
    revision_id uuid not null references revisions (id) on delete cascade,
    title text not null,
    short_title text not null,
    primary key (section_id, revision_id)
);
create index section_texts_revision_id on section_texts (revision_id);

create table paragraphs (
    id uuid not null,
    section_id uuid not null references sections (id) on delete cascade,
    revision_id uuid not null references revisions (id) on delete cascade,
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
    id uuid primary key,
    consultation_id uuid not null references consultations (id) on delete restrict,
    number bigint not null,
    reference text not null,
    channel text not null check (channel in ('web', 'email', 'post', 'in_person', 'hearing', 'import')),
    language text not null check (language in ('sl', 'en')),
    received_at timestamptz not null,
    confirmed_at timestamptz,
    idempotency_key text,
    content_digest bytea not null,
    unique (consultation_id, number)
);
create unique index submissions_idempotency_key on submissions (consultation_id, idempotency_key)
where idempotency_key is not null;

-- Personal data, apart from the public text so that they can be erased.
create table submitters (
    submission_id uuid primary key references submissions (id) on delete cascade,
    kind text not null check (kind in ('individual', 'organisation')),
    name text not null,
    organisation text not null,
    email text,
    publish_name boolean not null
);

create table comments (
    row_key bigint generated always as identity unique,
    id uuid primary key,
    submission_id uuid not null references submissions (id) on delete cascade,
    consultation_id uuid not null references consultations (id) on delete restrict,
    position integer not null,
    section_id uuid references sections (id) on delete restrict,
    paragraph_id uuid,
    revision_id uuid not null references revisions (id) on delete restrict,
    kind text not null check (kind in ('general', 'content', 'wording')),
    body text not null,
    proposed_text text not null,
    state text not null check (
        state in ('unconfirmed', 'new', 'drafted', 'in_approval', 'returned', 'approved', 'released')
    ),
    assignee_id uuid references staff (id) on delete set null,
    response_id uuid,
    received_at timestamptz not null,
    search_text text not null,
    search tsvector generated always as (to_tsvector('simple', search_text)) stored
);
create index comments_submission_id on comments (submission_id);
create index comments_state on comments (consultation_id, state, row_key);
create index comments_section on comments (consultation_id, section_id, row_key);
create index comments_section_id on comments (section_id);
create index comments_revision_id on comments (revision_id);
create index comments_assignee on comments (consultation_id, assignee_id, row_key) where assignee_id is not null;
create index comments_assignee_id on comments (assignee_id) where assignee_id is not null;
create index comments_response_id on comments (response_id) where response_id is not null;
create index comments_search on comments using gin (search);

-- Triage ----------------------------------------------------------------------------------------------------------

create table responses (
    id uuid primary key,
    consultation_id uuid not null references consultations (id) on delete restrict,
    state text not null check (state in ('drafted', 'in_approval', 'returned', 'approved', 'released')),
    version integer not null,
    disposition text check (disposition in ('accepted', 'accepted_in_part', 'not_accepted', 'noted', 'out_of_scope')),
    reason text not null,
    text_change text not null check (text_change in ('undecided', 'changed', 'unchanged')),
    changed_text text not null,
    author_id uuid not null references staff (id) on delete restrict,
    approver_id uuid references staff (id) on delete restrict,
    approved_at timestamptz,
    released_at timestamptz,
    updated_at timestamptz not null,
    check (approver_id is null or approver_id <> author_id),
    check (disposition is null or disposition <> 'not_accepted' or state = 'drafted' or length(trim(reason)) > 0)
);
create index responses_state on responses (consultation_id, state);
create index responses_author_id on responses (author_id);
create index responses_approver_id on responses (approver_id);

create table response_versions (
    response_id uuid not null references responses (id) on delete cascade,
    version integer not null,
    state text not null,
    disposition text,
    reason text not null,
    text_change text not null,
    changed_text text not null,
    staff_id uuid not null references staff (id) on delete restrict,
    note text not null,
    recorded_at timestamptz not null,
    primary key (response_id, version)
);
create index response_versions_staff_id on response_versions (staff_id);

-- Mail ------------------------------------------------------------------------------------------------------------

-- What many outbox rows have in common: the subject and text of a notice, stored once.
create table mail_contents (
    id uuid primary key,
    params jsonb not null,
    created_at timestamptz not null
);

-- One row per recipient and mail; never deleted while a report counts it.
create table outbox (
    row_key bigint generated always as identity primary key,
    message text not null,
    content_id uuid references mail_contents (id) on delete restrict,
    authority_id uuid not null references authorities (id) on delete restrict,
    recipient text not null,
    language text not null check (language in ('sl', 'en')),
    link_id uuid not null,
    params jsonb not null,
    state text not null check (state in ('queued', 'sending', 'sent', 'deferred', 'failed', 'parked')),
    attempts integer not null,
    next_attempt_at timestamptz not null,
    lease_until timestamptz,
    lease_owner uuid,
    last_reply text not null,
    created_at timestamptz not null,
    finished_at timestamptz
);
create index outbox_due on outbox (next_attempt_at, row_key) where state in ('queued', 'sending', 'deferred');
create index outbox_content_id on outbox (content_id, state) where content_id is not null;
create index outbox_authority_id on outbox (authority_id);

-- Notices ---------------------------------------------------------------------------------------------------------

create table subscribers (
    id uuid primary key,
    authority_id uuid not null references authorities (id) on delete cascade,
    consultation_id uuid references consultations (id) on delete cascade,
    email text not null,
    email_folded text not null,
    language text not null check (language in ('sl', 'en')),
    state text not null check (state in ('pending', 'confirmed', 'unsubscribed')),
    created_at timestamptz not null,
    confirmed_at timestamptz,
    unsubscribed_at timestamptz
);
create unique index subscribers_one_per_authority on subscribers (authority_id, email_folded)
where consultation_id is null;
create unique index subscribers_one_per_consultation on subscribers (consultation_id, email_folded)
where consultation_id is not null;

create table notices (
    id uuid primary key,
    consultation_id uuid not null references consultations (id) on delete restrict,
    state text not null check (state in ('draft', 'queued')),
    version integer not null,
    subject text not null,
    body text not null,
    audience jsonb not null,
    author_id uuid not null references staff (id) on delete restrict,
    tested_at timestamptz,
    queued_by uuid references staff (id) on delete restrict,
    content_id uuid references mail_contents (id) on delete restrict,
    recipient_count bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    queued_at timestamptz
);
create index notices_consultation_id on notices (consultation_id, created_at);
create index notices_author_id on notices (author_id);
create index notices_queued_by on notices (queued_by);
create index notices_content_id on notices (content_id);

-- Audit and cache -------------------------------------------------------------------------------------------------

create table audit_events (
    sequence bigint primary key,
    recorded_at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    before_hash bytea not null,
    after_hash bytea not null,
    previous_hash bytea not null,
    hash bytea not null
);
create index audit_events_subject on audit_events (subject);

-- One row: the end of the chain, sealed with the installation's key so that a cut-off tail is noticed.
create table audit_heads (
    id integer primary key check (id = 1),
    sequence bigint not null,
    hash bytea not null,
    seal bytea not null
) with (fillfactor = 50);

create table cache_versions (
    scope text primary key,
    version bigint not null
);
