-- Files people brought, each before whatever refers to it. Their content is in the file store.
create table files (
    id blob primary key not null,
    -- Its name in the store: random.
    place text not null unique,
    -- What it was called, for people.
    name text not null,
    kind text not null,
    bytes bigint not null,
    sha256 blob not null,
    created_at bigint not null
);
