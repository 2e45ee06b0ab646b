-- Whether the draft may be read from the announcement on; otherwise it may once the window has opened.
alter table consultations add column shows_draft_early boolean not null default false;
-- What the draft is, in the genitive ("strategije", "odloka"): a comment is out of its scope. Empty: the consultation's.
alter table consultations add column draft_noun text not null default '';
