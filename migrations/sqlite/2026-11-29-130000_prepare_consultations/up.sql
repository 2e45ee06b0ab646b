-- What a coordinator prepares before a draft is put to the public.

-- Rules of the authority: the shortest window that needs no reason, and how long before it opens it is announced. In days.
alter table authorities add column shortest_window integer not null default 30;
alter table authorities add column announced_before integer not null default 7;

-- The years the strategy is for.
alter table consultations add column valid_from integer;
alter table consultations add column valid_to integer;
-- Why the window is shorter than the authority's rule; public.
alter table consultations add column short_window_reason text not null default '';

alter table consultation_texts add column target_groups text not null default '';
-- The act that appointed the working group.
alter table consultation_texts add column appointing_act text not null default '';

alter table working_group_members add column name text not null default '';
alter table working_group_members add column is_name_public boolean not null default false;

-- Whom people can ask.
create table contacts (
    consultation_id blob not null references consultations (id) on delete cascade,
    position integer not null,
    name text not null,
    email text not null,
    phone text not null,
    hours text not null,
    primary key (consultation_id, position)
);

-- Other strategies it belongs with, each with a period of its own.
create table relations (
    consultation_id blob not null references consultations (id) on delete cascade,
    position integer not null,
    title text not null,
    period text not null,
    url text not null,
    primary key (consultation_id, position)
);

-- Steps of the work the public sees beside the window. Local dates, `2022-04-10`; `ends_on` is the last day.
create table phases (
    consultation_id blob not null references consultations (id) on delete cascade,
    position integer not null,
    title text not null,
    description text not null,
    starts_on text not null,
    ends_on text not null,
    primary key (consultation_id, position)
);

-- Which body adopted it and when. A correction is another row: the last one counts, the others stay to be seen.
create table adoptions (
    id blob primary key not null,
    consultation_id blob not null references consultations (id) on delete cascade,
    body text not null,
    session text not null,
    adopted_on text not null,
    document_title text not null,
    document_url text not null,
    -- Why it was corrected; empty for the first.
    reason text not null,
    recorded_at bigint not null
);
create index adoptions_consultation_id on adoptions (consultation_id, recorded_at);

-- What was changed in the workspace: a part of it before and after, as its fields.
create table consultation_changes (
    row_key integer primary key autoincrement,
    consultation_id blob not null references consultations (id) on delete cascade,
    part text not null,
    before text not null,
    after text not null,
    staff_id blob references staff (id) on delete set null,
    changed_at bigint not null
);
create index consultation_changes_consultation_id on consultation_changes (consultation_id, row_key);
create index consultation_changes_staff_id on consultation_changes (staff_id) where staff_id is not null;
