-- Whether a submission was late is decided when it arrives; an extension afterwards does not change it.
alter table submissions add column is_late boolean not null default false;
update submissions
set is_late = received_at >= (select closes_at from consultations where consultations.id = submissions.consultation_id);
create index submissions_late on submissions (consultation_id) where is_late;
-- The same word beside the comment, for lists and figures.
alter table comments add column is_late boolean not null default false;
update comments set is_late = true where submission_id in (select id from submissions where is_late);
create index comments_late on comments (consultation_id, state) where is_late;

-- Everything that was sent under the idempotency key, in a hash with the installation's key.
alter table submissions add column sent_digest blob;

-- Until when the address can be confirmed, when its owner was reminded, and when they last asked for the mail again.
alter table submissions add column confirm_by bigint not null default 0;
update submissions set confirm_by = received_at + 604800000000;
alter table submissions add column reminded_at bigint;
alter table submissions add column sent_again_at bigint;
create index submissions_unconfirmed on submissions (consultation_id, confirm_by) where confirmed_at is null;

-- What links are derived from instead of the id, once the address was corrected: those in the old mail are dead.
alter table submissions add column link_id blob;
create unique index submissions_link_id on submissions (link_id) where link_id is not null;
