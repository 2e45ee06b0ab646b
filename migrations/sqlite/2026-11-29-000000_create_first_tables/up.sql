-- The first tables. Words that may grow are text without a check: SQLite changes a check only by building the table anew,
-- and a word nobody knows is an error where it is read (ADR 0022). Both dialects are compared by `tests/it/migrations`.

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
    language text not null,
    disabled_at bigint,
    created_at bigint not null
);

create table memberships (
    staff_id blob not null references staff (id) on delete cascade,
    authority_id blob not null references authorities (id) on delete cascade,
    role text not null,
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

-- Drafts ----------------------------------------------------------------------------------------------------------

-- A text of an authority. It knows no window: whether the public may read it is for the consultation to say.
create table drafts (
    id blob primary key not null,
    authority_id blob not null references authorities (id) on delete restrict,
    created_at bigint not null
);
create index drafts_authority_id on drafts (authority_id);

create table revisions (
    id blob primary key not null,
    draft_id blob not null references drafts (id) on delete cascade,
    number integer not null,
    published_at bigint not null,
    unique (draft_id, number)
);

-- What stays the same from revision to revision; where it stands and what it says is in `section_texts`.
create table sections (
    id blob primary key not null,
    draft_id blob not null references drafts (id) on delete cascade
);
create index sections_draft_id on sections (draft_id);

create table section_texts (
    section_id blob not null references sections (id) on delete cascade,
    revision_id blob not null references revisions (id) on delete cascade,
    parent_id blob references sections (id) on delete restrict,
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
    id blob primary key not null,
    authority_id blob not null references authorities (id) on delete restrict,
    is_key boolean not null,
    indicator text not null,
    holder text not null,
    deadline text not null,
    created_at bigint not null
);
create index goals_authority_id on goals (authority_id);

create table paragraphs (
    id blob primary key not null,
    section_id blob not null references sections (id) on delete cascade
);
create index paragraphs_section_id on paragraphs (section_id);

create table paragraph_texts (
    paragraph_id blob not null references paragraphs (id) on delete cascade,
    revision_id blob not null references revisions (id) on delete cascade,
    -- Its place in the section, from 0.
    position integer not null,
    kind text not null,
    number text not null,
    title text not null,
    body text not null,
    -- SHA-256 of kind, title and body: whether it changed from one revision to the next.
    hash blob not null,
    -- The goal it shows, if it shows one.
    goal_id blob references goals (id) on delete restrict,
    primary key (paragraph_id, revision_id)
);
create index paragraph_texts_revision_id on paragraph_texts (revision_id, position);
create index paragraph_texts_goal_id on paragraph_texts (goal_id) where goal_id is not null;

-- Consultations ---------------------------------------------------------------------------------------------------

create table consultations (
    id blob primary key not null,
    authority_id blob not null references authorities (id) on delete restrict,
    draft_id blob not null references drafts (id) on delete restrict,
    slug text not null,
    reference_prefix text not null unique,
    -- The language of the draft; there is a text in it, and perhaps in others.
    language text not null,
    opens_at bigint not null,
    closes_at bigint not null,
    answers_expected_at bigint,
    announced_at bigint,
    -- Whether the draft may be read from the announcement on; otherwise it may once the window has opened.
    shows_draft_early boolean not null,
    released_at bigint,
    adopted_at bigint,
    withdrawn_at bigint,
    created_at bigint not null,
    unique (authority_id, slug),
    check (opens_at < closes_at)
);
create index consultations_draft_id on consultations (draft_id);

-- What it says of itself, a row for each language. What is empty in a translation is shown in the language of the draft.
create table consultation_texts (
    consultation_id blob not null references consultations (id) on delete cascade,
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
    id blob primary key not null,
    consultation_id blob not null references consultations (id) on delete cascade,
    kind text not null,
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

create table cache_versions (
    scope text primary key not null,
    version bigint not null
);

-- Submissions -----------------------------------------------------------------------------------------------------

-- Apart from consultations, so that minting a number rewrites a row of 24 bytes and not the whole consultation.
create table reference_counters (
    consultation_id blob primary key not null references consultations (id) on delete cascade,
    last_number bigint not null
);

create table submissions (
    id blob primary key not null,
    consultation_id blob not null references consultations (id) on delete restrict,
    number bigint not null,
    reference text not null,
    channel text not null,
    language text not null,
    -- Whether it counts. Its comments say the same.
    standing text not null,
    received_at bigint not null,
    -- Decided when it arrives; an extension afterwards does not change it.
    is_late boolean not null,
    confirmed_at bigint,
    -- Until when the address can be confirmed.
    confirm_by bigint not null,
    reminded_at bigint,
    -- When the mail was asked for again.
    sent_again_at bigint,
    idempotency_key text,
    -- Everything that was sent under the key, in a hash with the installation's key.
    sent_digest blob,
    -- What links are derived from instead of the id, once the address was corrected: those in the old mail are dead.
    link_id blob,
    content_digest blob not null,
    unique (consultation_id, number)
);
create unique index submissions_idempotency_key on submissions (consultation_id, idempotency_key)
where idempotency_key is not null;
create unique index submissions_link_id on submissions (link_id) where link_id is not null;
create index submissions_late on submissions (consultation_id) where is_late;
create index submissions_unconfirmed on submissions (consultation_id, confirm_by) where confirmed_at is null;

-- Personal data, apart from the public text so that they can be erased.
create table submitters (
    submission_id blob primary key not null references submissions (id) on delete cascade,
    kind text not null,
    name text not null,
    organisation text not null,
    email text,
    publish_name boolean not null
);

-- What was sent, point by point, as it was sent: never changed. Comments are made from it.
create table submission_items (
    id blob primary key not null,
    submission_id blob not null references submissions (id) on delete cascade,
    position integer not null,
    section_id blob,
    paragraph_id blob,
    revision_id blob not null,
    kind text not null,
    body text not null,
    proposed_text text not null,
    unique (submission_id, position)
);

-- Comments --------------------------------------------------------------------------------------------------------

create table comments (
    row_key integer primary key autoincrement,
    id blob not null unique,
    submission_id blob not null references submissions (id) on delete cascade,
    -- What it was made from.
    item_id blob not null references submission_items (id) on delete cascade,
    consultation_id blob not null references consultations (id) on delete restrict,
    position integer not null,
    section_id blob references sections (id) on delete restrict,
    paragraph_id blob references paragraphs (id) on delete restrict,
    revision_id blob not null references revisions (id) on delete restrict,
    kind text not null,
    body text not null,
    proposed_text text not null,
    -- Of its submission: whether it counts, and whether it came after the window.
    standing text not null,
    is_late boolean not null,
    received_at bigint not null,
    -- How far the working group has got with it.
    work text not null,
    assignee_id blob references staff (id) on delete set null,
    response_id blob,
    -- Who wrote the response last: the inbox asks for it in every list.
    writer_id blob references staff (id) on delete set null,
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

-- The words of the comments and of their responses; the tokenizer `ascii` divides them at spaces and nowhere else. No
-- search asks where in a text a word stands, so the index does not keep it.
create virtual table comments_search using fts5 (
    search_text,
    response_search_text,
    content = 'comments',
    content_rowid = 'row_key',
    tokenize = 'ascii',
    detail = none
);
create trigger comments_search_insert after insert on comments begin
    insert into comments_search (rowid, search_text, response_search_text)
    values (new.row_key, new.search_text, new.response_search_text);
end;
create trigger comments_search_delete after delete on comments begin
    insert into comments_search (comments_search, rowid, search_text, response_search_text)
    values ('delete', old.row_key, old.search_text, old.response_search_text);
end;
create trigger comments_search_update after update of search_text, response_search_text on comments
when old.search_text <> new.search_text or old.response_search_text <> new.response_search_text begin
    insert into comments_search (comments_search, rowid, search_text, response_search_text)
    values ('delete', old.row_key, old.search_text, old.response_search_text);
    insert into comments_search (rowid, search_text, response_search_text)
    values (new.row_key, new.search_text, new.response_search_text);
end;

-- Responses -------------------------------------------------------------------------------------------------------

create table responses (
    id blob primary key not null,
    consultation_id blob not null references consultations (id) on delete restrict,
    state text not null,
    version integer not null,
    disposition text,
    reason text not null,
    text_change text not null,
    changed_text text not null,
    author_id blob not null references staff (id) on delete restrict,
    approver_id blob references staff (id) on delete restrict,
    approved_at bigint,
    released_at bigint,
    updated_at bigint not null,
    check (approver_id is null or approver_id <> author_id),
    check (disposition is null or disposition <> 'not_accepted' or state = 'drafted' or length(trim(reason)) > 0)
);
-- The next part of a release is found without sorting the rest.
create index responses_state on responses (consultation_id, state, id);
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

-- A release under way: rows change in parts, all becomes public in one moment, the mails follow in parts.
create table releases (
    row_key integer primary key autoincrement,
    consultation_id blob not null references consultations (id) on delete restrict,
    staff_id blob not null references staff (id) on delete restrict,
    begun_at bigint not null,
    -- Responses moved so far.
    responses bigint not null default 0,
    -- Submitters who get a mail.
    mails bigint not null,
    published_at bigint,
    -- Number of the last submission whose mail is in the outbox.
    mailed_up_to bigint not null default 0,
    mailed_at bigint
);
create index releases_staff_id on releases (staff_id);
create unique index releases_under_way on releases (consultation_id) where published_at is null;
create index releases_consultation_id on releases (consultation_id, row_key);
create index releases_unmailed on releases (row_key) where mailed_at is null;

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
    language text not null,
    -- What the links in it are about, and which one of that kind.
    link_kind text not null,
    link_id blob not null,
    params text not null,
    state text not null,
    attempts integer not null,
    next_attempt_at bigint not null,
    lease_until bigint,
    lease_owner blob,
    last_reply text not null,
    created_at bigint not null,
    finished_at bigint,
    -- Mails for one person never wait behind a mass mailing.
    lane text not null,
    -- Whose limit the mail counts towards, as anybody can have it sent; null when none does.
    mailbox text,
    -- When that limit let it leave.
    let_go_at bigint,
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
    mailbox text primary key not null,
    confirmed_at bigint not null
);
create index confirmed_mailboxes_confirmed_at on confirmed_mailboxes (confirmed_at);

-- While there is a row here no mail leaves: a restored copy must not write to people until a person has said so.
create table mail_holds (
    id integer primary key not null check (id = 1),
    held_at bigint not null
);

-- Subscribers and notices -----------------------------------------------------------------------------------------

create table subscribers (
    id blob primary key not null,
    authority_id blob not null references authorities (id) on delete cascade,
    consultation_id blob references consultations (id) on delete cascade,
    email text not null,
    email_folded text not null,
    language text not null,
    state text not null,
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
    state text not null,
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

-- Audit -----------------------------------------------------------------------------------------------------------

create table audit_events (
    sequence integer primary key,
    recorded_at bigint not null,
    actor text not null,
    action text not null,
    subject text not null,
    -- Where it belongs, for the history of one authority or consultation, and what was done with it in one press. No
    -- foreign keys: the log outlives what it tells of.
    authority_id blob,
    consultation_id blob,
    batch_id blob,
    before_hash blob not null,
    after_hash blob not null,
    -- What was there after the act, in the form `after_hash` is made of. No personal data and no long texts: of those it
    -- holds hashes.
    after text not null,
    previous_hash blob not null,
    hash blob not null
);
create index audit_events_subject on audit_events (subject);

-- One row: the end of the chain, sealed with the installation's key so that a cut-off tail is noticed.
create table audit_heads (
    id integer primary key not null check (id = 1),
    sequence bigint not null,
    hash blob not null,
    seal blob not null
);

-- The log only grows. A trigger does not stop whoever owns the file, but it stops every mistake and every injected
-- statement, and whoever removes it first has to mean it.
create trigger audit_events_refuse_update before update on audit_events begin
    select raise(abort, 'the audit log only grows: an entry is never changed');
end;
create trigger audit_events_refuse_delete before delete on audit_events begin
    select raise(abort, 'the audit log only grows: an entry is never deleted');
end;
-- `insert or replace` deletes without a trigger for it.
create trigger audit_events_refuse_replace before insert on audit_events
when exists (select 1 from audit_events where sequence = new.sequence) begin
    select raise(abort, 'the audit log only grows: an entry is never replaced');
end;

-- The end of the chain moves on, never back.
create trigger audit_heads_refuse_return before update on audit_heads
when new.id <> old.id or new.sequence <= old.sequence begin
    select raise(abort, 'the audit log only grows: its end is never moved back');
end;
create trigger audit_heads_refuse_delete before delete on audit_heads begin
    select raise(abort, 'the audit log only grows: its end is never deleted');
end;
create trigger audit_heads_refuse_replace before insert on audit_heads
when exists (select 1 from audit_heads) begin
    select raise(abort, 'the audit log only grows: its end is never replaced');
end;
