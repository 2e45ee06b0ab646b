-- Files people brought, each before whatever refers to it. Their content is in the file store.
create table files (
    id uuid primary key not null,
    -- Its name in the store: random.
    place text not null unique,
    -- What it was called, for people.
    name text not null,
    kind text not null,
    bytes bigint not null,
    sha256 bytea not null,
    created_at timestamptz not null
);
