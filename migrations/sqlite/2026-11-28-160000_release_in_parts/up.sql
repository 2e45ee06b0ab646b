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

-- The next part is found without sorting the rest.
drop index responses_state;
create index responses_state on responses (consultation_id, state, id);
