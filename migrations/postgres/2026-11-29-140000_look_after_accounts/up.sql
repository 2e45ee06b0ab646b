-- People look after their accounts themselves: invitations, forgotten passwords, the second factor; roles in one consultation.

-- Whether everybody who works for the authority signs in with a code as well.
alter table authorities add column is_second_factor_required boolean not null default false;

-- What the session was begun with, such as `Firefox, Windows`.
alter table sessions add column device text not null default '';
-- When it was last used, to ten minutes; null until then.
alter table sessions add column last_seen_at timestamptz;
-- The password was right, the code is still to come: opens nothing.
alter table sessions add column is_waiting_for_code boolean not null default false;

-- Roles in one consultation of an authority, for people of another body.
create table consultation_roles (
    staff_id uuid not null references staff (id) on delete cascade,
    consultation_id uuid not null references consultations (id) on delete cascade,
    role text not null,
    created_at timestamptz not null,
    primary key (staff_id, consultation_id, role)
);
create index consultation_roles_consultation_id on consultation_roles (consultation_id);

-- Somebody is asked to take a role. The link in the mail is derived from the id.
create table invitations (
    id uuid primary key not null,
    authority_id uuid not null references authorities (id) on delete cascade,
    -- Null: for all consultations of the authority.
    consultation_id uuid references consultations (id) on delete cascade,
    email text not null,
    role text not null,
    language text not null,
    invited_by uuid references staff (id) on delete set null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    revoked_at timestamptz
);
create index invitations_authority_id on invitations (authority_id);
create index invitations_consultation_id on invitations (consultation_id) where consultation_id is not null;
create index invitations_invited_by on invitations (invited_by) where invited_by is not null;

-- A link to whoever has an account: to set another password, or to prove another address, which `email` is then.
create table account_links (
    id uuid primary key not null,
    staff_id uuid not null references staff (id) on delete cascade,
    kind text not null,
    email text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index account_links_staff_id on account_links (staff_id, created_at);

-- The key an application makes codes with is derived from the seed and never stored. `last_step` is the half minute of the
-- last code that was used: none is taken twice.
create table second_factors (
    staff_id uuid primary key not null references staff (id) on delete cascade,
    seed bytea not null,
    last_step bigint not null,
    set_at timestamptz not null
);

-- Codes for the day the telephone is not at hand, as keyed hashes; each is taken once.
create table recovery_codes (
    staff_id uuid not null references staff (id) on delete cascade,
    code_hash bytea not null,
    used_at timestamptz,
    primary key (staff_id, code_hash)
);
