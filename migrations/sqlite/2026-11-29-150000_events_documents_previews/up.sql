-- What else belongs to a consultation: the body that prepares it, its events and documents, links to look at it before it is
-- public.

-- The body that prepares the draft for the authority; empty when it does so itself.
alter table consultation_texts add column preparing_body text not null default '';

-- Workshops, round tables, hearings, sessions. Local times of the authority, `2022-04-10T17:00`; `ends_at` may be empty.
create table events (
    consultation_id blob not null references consultations (id) on delete cascade,
    position integer not null,
    title text not null,
    description text not null,
    place text not null,
    url text not null,
    starts_at text not null,
    ends_at text not null,
    -- What came of it, written afterwards.
    minutes text not null,
    primary key (consultation_id, position)
);

-- What the draft is based on or goes with.
create table documents (
    consultation_id blob not null references consultations (id) on delete cascade,
    position integer not null,
    title text not null,
    url text not null,
    primary key (consultation_id, position)
);

-- Links for outsiders to look at a consultation in preparation. The token is derived from the id.
create table preview_links (
    id blob primary key not null,
    consultation_id blob not null references consultations (id) on delete cascade,
    -- Whom it is for.
    label text not null,
    created_by blob references staff (id) on delete set null,
    created_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint
);
create index preview_links_consultation_id on preview_links (consultation_id, created_at);
create index preview_links_created_by on preview_links (created_by) where created_by is not null;
