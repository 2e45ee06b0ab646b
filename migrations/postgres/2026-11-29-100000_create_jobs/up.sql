-- Long work that somebody began. A worker of one node at a time has a hold on it that ends by itself.
create table jobs (
    row_key bigint generated always as identity primary key,
    id uuid not null unique,
    kind text not null,
    -- What it works on: one that is not finished for each.
    key text not null,
    -- Who began it; null when nobody did.
    staff_id uuid references staff (id) on delete restrict,
    -- What it is about, for whoever began it, and where that is shown: an address without language.
    title text not null,
    path text not null,
    is_cancellable boolean not null,
    state text not null,
    done bigint not null,
    -- 0 when nobody knows how much there is.
    total bigint not null,
    -- Tries since it last came forward.
    attempts integer not null,
    run_at timestamptz not null,
    lease_until timestamptz,
    lease_owner uuid,
    -- When somebody wanted it to end.
    cancelled_at timestamptz,
    -- Why it failed: a name of a message.
    error text not null,
    created_at timestamptz not null,
    finished_at timestamptz
);
create unique index jobs_unfinished on jobs (kind, key) where finished_at is null;
create index jobs_due on jobs (kind, run_at, row_key) where finished_at is null;
create index jobs_staff_id on jobs (staff_id, row_key) where staff_id is not null;

-- Releases that are under way, or whose mails are not all in the outbox.
insert into jobs (id, kind, key, staff_id, title, path, is_cancellable, state, done, total, attempts, run_at, error, created_at)
select
    gen_random_uuid(),
    case when r.published_at is null then 'release' else 'release_mails' end,
    case when r.published_at is null then c.id::text else cast(r.row_key as text) end,
    r.staff_id, t.short_title, '/desk/' || a.slug || '/' || c.slug || '/release', false, 'waiting', 0, 0, 0, r.begun_at, '',
    r.begun_at
from releases r
join consultations c on c.id = r.consultation_id
join authorities a on a.id = c.authority_id
join consultation_texts t on t.consultation_id = c.id and t.language = c.language
where r.mailed_at is null;
