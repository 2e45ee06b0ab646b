-- The first tables. Words that may grow are text without a check: SQLite changes a check only by building the table anew,
-- and a word nobody knows is an error where it is read (ADR 0022). Both dialects are compared by `tests/it/migrations`.

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
    language text not null,
    disabled_at timestamptz,
    created_at timestamptz not null
);

create table memberships (
    staff_id uuid not null references staff (id) on delete cascade,
    authority_id uuid not null references authorities (id) on delete cascade,
    role text not null,
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

-- Drafts ----------------------------------------------------------------------------------------------------------

-- A text of an authority. It knows no window: whether the public may read it is for the consultation to say.
create table drafts (
    id uuid primary key,
    authority_id uuid not null references authorities (id) on delete restrict,
    created_at timestamptz not null
);
create index drafts_authority_id on drafts (authority_id);

create table revisions (
    id uuid primary key,
    draft_id uuid not null references drafts (id) on delete cascade,
    number integer not null,
    published_at timestamptz not null,
    unique (draft_id, number)
);

-- What stays the same from revision to revision; where it stands and what it says is in `section_texts`.
create table sections (
    id uuid primary key,
    draft_id uuid not null references drafts (id) on delete cascade
);
create index sections_draft_id on sections (draft_id);

create table section_texts (
    section_id uuid not null references sections (id) on delete cascade,
    revision_id uuid not null references revisions (id) on delete cascade,
    parent_id uuid references sections (id) on delete restrict,
    -- Its place in the revision, from 1; unique in it.
    position integer not null,
    -- As it is printed: "3", "III", "A.2".
    number_label text not null,
    -- 0 for a section without one above it.
    depth integer not null,
    title text not null,
    short_title text not null,
    primary key (section_id, revision_id),
    unique (revision_id, position)
);
create index section_texts_parent_id on section_texts (parent_id) where parent_id is not null;

-- An aim of the authority; its id outlives the draft it was first written in.
create table goals (
    id uuid primary key,
    authority_id uuid not null references authorities (id) on delete restrict,
    is_key boolean not null,
    indicator text not null,
    holder text not null,
    deadline text not null,
    created_at timestamptz not null
);
create index goals_authority_id on goals (authority_id);

create table paragraphs (
    id uuid primary key,
    section_id uuid not null references sections (id) on delete cascade
);
create index paragraphs_section_id on paragraphs (section_id);

create table paragraph_texts (
    paragraph_id uuid not null references paragraphs (id) on delete cascade,
    revision_id uuid not null references revisions (id) on delete cascade,
    -- Its place in the section, from 0.
    position integer not null,
    kind text not null,
    number text not null,
    title text not null,
    body text not null,
    -- SHA-256 of kind, title and body: whether it changed from one revision to the next.
    hash bytea not null,
    -- The goal it shows, if it shows one.
    goal_id uuid references goals (id) on delete restrict,
    primary key (paragraph_id, revision_id)
);
create index paragraph_texts_revision_id on paragraph_texts (revision_id, position);
create index paragraph_texts_goal_id on paragraph_texts (goal_id) where goal_id is not null;

-- Consultations ---------------------------------------------------------------------------------------------------

create table consultations (
    id uuid primary key,
    authority_id uuid not null references authorities (id) on delete restrict,
    draft_id uuid not null references drafts (id) on delete restrict,
    slug text not null,
    reference_prefix text not null unique,
    -- The language of the draft; there is a text in it, and perhaps in others.
    language text not null,
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    answers_expected_at timestamptz,
    announced_at timestamptz,
    -- Whether the draft may be read from the announcement on; otherwise it may once the window has opened.
    shows_draft_early boolean not null,
    released_at timestamptz,
    adopted_at timestamptz,
    withdrawn_at timestamptz,
    created_at timestamptz not null,
    unique (authority_id, slug),
    check (opens_at < closes_at)
);
create index consultations_draft_id on consultations (draft_id);

-- What it says of itself, a row for each language. What is empty in a translation is shown in the language of the draft.
create table consultation_texts (
    consultation_id uuid not null references consultations (id) on delete cascade,
    language text not null,
    title text not null,
    short_title text not null,
    summary text not null,
    purpose text not null,
    -- What the draft is, in the genitive ("strategije", "odloka"): a comment is out of its scope. Empty: the consultation's.
    draft_noun text not null,
    channels_note text not null,
    privacy_note text not null,
    primary key (consultation_id, language)
);

create table window_events (
    id uuid primary key,
    consultation_id uuid not null references consultations (id) on delete cascade,
    kind text not null,
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

create table cache_versions (
    scope text primary key,
    version bigint not null
);

-- Submissions -----------------------------------------------------------------------------------------------------

-- Apart from consultations, so that minting a number rewrites a row of 24 bytes and not the whole consultation.
create table reference_counters (
    consultation_id uuid primary key references consultations (id) on delete cascade,
    last_number bigint not null
) with (fillfactor = 50);

create table submissions (
    id uuid primary key,
    consultation_id uuid not null references consultations (id) on delete restrict,
    number bigint not null,
    reference text not null,
    channel text not null,
    language text not null,
    -- Whether it counts. Its comments say the same.
    standing text not null,
    received_at timestamptz not null,
    -- Decided when it arrives; an extension afterwards does not change it.
    is_late boolean not null,
    confirmed_at timestamptz,
    -- Until when the address can be confirmed.
    confirm_by timestamptz not null,
    reminded_at timestamptz,
    -- When the mail was asked for again.
    sent_again_at timestamptz,
    idempotency_key text,
    -- Everything that was sent under the key, in a hash with the installation's key.
    sent_digest bytea,
    -- What links are derived from instead of the id, once the address was corrected: those in the old mail are dead.
    link_id uuid,
    content_digest bytea not null,
    unique (consultation_id, number)
);
create unique index submissions_idempotency_key on submissions (consultation_id, idempotency_key)
where idempotency_key is not null;
create unique index submissions_link_id on submissions (link_id) where link_id is not null;
create index submissions_late on submissions (consultation_id) where is_late;
create index submissions_unconfirmed on submissions (consultation_id, confirm_by) where confirmed_at is null;

-- Personal data, apart from the public text so that they can be erased.
create table submitters (
    submission_id uuid primary key references submissions (id) on delete cascade,
    kind text not null,
    name text not null,
    organisation text not null,
    email text,
    publish_name boolean not null
);

-- What was sent, point by point, as it was sent: never changed. Comments are made from it.
create table submission_items (
    id uuid primary key,
    submission_id uuid not null references submissions (id) on delete cascade,
    position integer not null,
    section_id uuid,
    paragraph_id uuid,
    revision_id uuid not null,
    kind text not null,
    body text not null,
    proposed_text text not null,
    unique (submission_id, position)
);

-- Comments --------------------------------------------------------------------------------------------------------

create table comments (
    row_key bigint generated always as identity unique,
    id uuid primary key,
    submission_id uuid not null references submissions (id) on delete cascade,
    -- What it was made from.
    item_id uuid not null references submission_items (id) on delete cascade,
    consultation_id uuid not null references consultations (id) on delete restrict,
    position integer not null,
    section_id uuid references sections (id) on delete restrict,
    paragraph_id uuid references paragraphs (id) on delete restrict,
    revision_id uuid not null references revisions (id) on delete restrict,
    kind text not null,
    body text not null,
    proposed_text text not null,
    -- Of its submission: whether it counts, and whether it came after the window.
    standing text not null,
    is_late boolean not null,
    received_at timestamptz not null,
    -- How far the working group has got with it.
    work text not null,
    assignee_id uuid references staff (id) on delete set null,
    response_id uuid,
    -- Who wrote the response last: the inbox asks for it in every list.
    writer_id uuid references staff (id) on delete set null,
    -- Finished words of `kernel::search_text`, in ASCII letters and digits and any others.
    search_text text not null,
    response_search_text text not null default ''
);
create index comments_submission_id on comments (submission_id);
create index comments_item_id on comments (item_id);
create index comments_section_id on comments (section_id);
create index comments_paragraph_id on comments (paragraph_id) where paragraph_id is not null;
create index comments_revision_id on comments (revision_id);
create index comments_assignee_id on comments (assignee_id) where assignee_id is not null;
create index comments_writer_id on comments (writer_id) where writer_id is not null;
create index comments_response_id on comments (response_id) where response_id is not null;
-- Each list of the inbox is a walk along one of these, in the order of the row key, without looking at the rows.
create index comments_work on comments (consultation_id, standing, work, row_key, writer_id);
create index comments_section on comments (consultation_id, standing, section_id, work, row_key, writer_id);
create index comments_assignee on comments (consultation_id, assignee_id, standing, work, row_key, section_id)
where assignee_id is not null;
create index comments_writer on comments (consultation_id, writer_id, standing, work, row_key, section_id)
where writer_id is not null;
create index comments_late on comments (consultation_id, standing, work) where is_late;
-- A migration that changes how texts are searched empties them: SQL cannot stem, they are written right after it.
create index comments_without_words on comments (row_key) where search_text = '';

-- The words of the comments and of their responses in a table of their own, as on SQLite: a search for a common word looks
-- at a tenth of the pages, and a comment that changes its state, which most do five times, leaves no dead copy of its
-- words behind. PostgreSQL's parser would divide and drop what SQLite keeps, so they are put in as they are.
create table comments_search (
    row_key bigint primary key,
    search tsvector not null
);
create index comments_search_words on comments_search using gin (search);

create function comments_search_of(words text, response_words text) returns tsvector language sql immutable as $$
    select array_to_tsvector(array_remove(string_to_array(words || ' ' || response_words, ' '), ''))
$$;

create function comments_search_insert() returns trigger language plpgsql as $$
begin
    insert into comments_search (row_key, search)
    select row_key, comments_search_of(search_text, response_search_text) from added;
    return null;
end
$$;
create trigger comments_search_insert after insert on comments referencing new table as added
for each statement execute function comments_search_insert();

create function comments_search_update() returns trigger language plpgsql as $$
begin
    update comments_search set search = comments_search_of(new.search_text, new.response_search_text)
    where row_key = new.row_key;
    return null;
end
$$;
create trigger comments_search_update after update of search_text, response_search_text on comments
for each row when (old.search_text <> new.search_text or old.response_search_text <> new.response_search_text)
execute function comments_search_update();

create function comments_search_delete() returns trigger language plpgsql as $$
begin
    delete from comments_search where row_key = old.row_key;
    return null;
end
$$;
create trigger comments_search_delete after delete on comments
for each row execute function comments_search_delete();

-- Responses -------------------------------------------------------------------------------------------------------

create table responses (
    id uuid primary key,
    consultation_id uuid not null references consultations (id) on delete restrict,
    state text not null,
    version integer not null,
    disposition text,
    reason text not null,
    text_change text not null,
    changed_text text not null,
    author_id uuid not null references staff (id) on delete restrict,
    approver_id uuid references staff (id) on delete restrict,
    approved_at timestamptz,
    released_at timestamptz,
    updated_at timestamptz not null,
    check (approver_id is null or approver_id <> author_id),
    check (disposition is null or disposition <> 'not_accepted' or state = 'drafted' or length(trim(reason)) > 0)
);
-- The next part of a release is found without sorting the rest.
create index responses_state on responses (consultation_id, state, id);
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

-- A release under way: rows change in parts, all becomes public in one moment, the mails follow in parts.
create table releases (
    row_key bigint generated always as identity primary key,
    consultation_id uuid not null references consultations (id) on delete restrict,
    staff_id uuid not null references staff (id) on delete restrict,
    begun_at timestamptz not null,
    -- Responses moved so far.
    responses bigint not null default 0,
    -- Submitters who get a mail.
    mails bigint not null,
    published_at timestamptz,
    -- Number of the last submission whose mail is in the outbox.
    mailed_up_to bigint not null default 0,
    mailed_at timestamptz
);
create index releases_staff_id on releases (staff_id);
create unique index releases_under_way on releases (consultation_id) where published_at is null;
create index releases_consultation_id on releases (consultation_id, row_key);
create index releases_unmailed on releases (row_key) where mailed_at is null;

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
    language text not null,
    -- What the links in it are about, and which one of that kind.
    link_kind text not null,
    link_id uuid not null,
    params jsonb not null,
    state text not null,
    attempts integer not null,
    next_attempt_at timestamptz not null,
    lease_until timestamptz,
    lease_owner uuid,
    last_reply text not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    -- Mails for one person never wait behind a mass mailing.
    lane text not null,
    -- Whose limit the mail counts towards, as anybody can have it sent; null when none does.
    mailbox text,
    -- When that limit let it leave.
    let_go_at timestamptz,
    -- The mail that carries this one along.
    sent_with bigint
);
create index outbox_due on outbox (lane, next_attempt_at, row_key) where state in ('queued', 'sending', 'deferred');
create index outbox_content_id on outbox (content_id, state) where content_id is not null;
create index outbox_authority_id on outbox (authority_id);
create index outbox_link_id on outbox (link_id);
create index outbox_let_go on outbox (mailbox, let_go_at) where let_go_at is not null;

-- Whose owner has said lately that it is them. Rows go when they are too old to count.
create table confirmed_mailboxes (
    mailbox text primary key,
    confirmed_at timestamptz not null
);
create index confirmed_mailboxes_confirmed_at on confirmed_mailboxes (confirmed_at);

-- While there is a row here no mail leaves: a restored copy must not write to people until a person has said so.
create table mail_holds (
    id integer primary key check (id = 1),
    held_at timestamptz not null
);

-- Subscribers and notices -----------------------------------------------------------------------------------------

create table subscribers (
    id uuid primary key,
    authority_id uuid not null references authorities (id) on delete cascade,
    consultation_id uuid references consultations (id) on delete cascade,
    email text not null,
    email_folded text not null,
    language text not null,
    state text not null,
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
    state text not null,
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

-- Audit -----------------------------------------------------------------------------------------------------------

create table audit_events (
    sequence bigint primary key,
    recorded_at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    -- Where it belongs, for the history of one authority or consultation, and what was done with it in one press. No
    -- foreign keys: the log outlives what it tells of.
    authority_id uuid,
    consultation_id uuid,
    batch_id uuid,
    before_hash bytea not null,
    after_hash bytea not null,
    -- What was there after the act, in the form `after_hash` is made of. No personal data and no long texts: of those it
    -- holds hashes.
    after jsonb not null,
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

-- The log only grows. A trigger does not stop whoever owns the table, but it stops every mistake and every injected
-- statement, and whoever removes it first has to mean it.
create function refuse_change_of_audit_log() returns trigger language plpgsql as $$
begin
    raise exception 'the audit log only grows: % on % is refused', lower(tg_op), tg_table_name;
end
$$;

create trigger audit_events_refuse before update or delete or truncate on audit_events
for each statement execute function refuse_change_of_audit_log();

-- The end of the chain moves on, never back.
create trigger audit_heads_refuse before delete or truncate on audit_heads
for each statement execute function refuse_change_of_audit_log();
create trigger audit_heads_refuse_return before update on audit_heads
for each row when (new.id <> old.id or new.sequence <= old.sequence)
execute function refuse_change_of_audit_log();
