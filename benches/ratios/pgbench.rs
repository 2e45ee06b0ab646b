//! The baseline of durable writing on PostgreSQL: `pgbench` with prepared statements that insert the same rows, one
//! transaction for each comment, over as many connections as there are clients.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, ensure};
use posvet::testing::db::DatabaseUrl;

use crate::one_by_one::place;
use crate::report::Run;

/// The texts of one comment as the server stored them.
#[derive(Clone, Debug, diesel::QueryableByName)]
pub(crate) struct Stored {
    #[diesel(sql_type = diesel::sql_types::Text)]
    pub(crate) body: String,
    #[diesel(sql_type = diesel::sql_types::Text)]
    pub(crate) search_text: String,
    #[diesel(sql_type = diesel::sql_types::Text)]
    pub(crate) params: String,
    /// What the audit chain keeps of the submission.
    #[diesel(sql_type = diesel::sql_types::Text)]
    pub(crate) after: String,
}

/// Takes numbers and seals without gaps, as the product does: each transaction waits for the commit before it.
const GAP_FREE: &str = "begin;
update reference_counters set last_number = last_number + 1 where consultation_id = :consultation
    returning last_number \\gset
{rows}
select pg_advisory_xact_lock(7079737) \\gset
select sequence, hash from audit_heads where id = 1 \\gset
insert into audit_events (sequence, recorded_at, actor, action, subject, authority_id, consultation_id, before_hash,
        after_hash, after, previous_hash, hash)
    values (:sequence::bigint + 1, now(), 'guest', 'submission.received', :id, :authority, :consultation, '', sha256('a'), :after, :hash, sha256('b'));
update audit_heads set sequence = :sequence::bigint + 1, hash = sha256('b'), seal = sha256('c') where id = 1;
commit;
";

/// The same rows without the two that every transaction waits for: no consecutive numbers, no chain. It promises less
/// than the product and is told so that nobody is fooled by the other.
const WITHOUT_ORDER: &str = "begin;
{rows}
insert into audit_events (sequence, recorded_at, actor, action, subject, authority_id, consultation_id, before_hash,
        after_hash, after, previous_hash, hash)
    values ({number}, now(), 'guest', 'submission.received', :id, :authority, :consultation, '', sha256('a'), :after, sha256('d'), sha256('b'));
commit;
";

const ROWS: &str = "insert into submissions (id, consultation_id, number, reference, channel, language, standing, received_at,
        confirmed_at, is_late, confirm_by, idempotency_key, sent_digest, content_digest)
    values (:new_id, :consultation, {number}, 'KRANJ-2026-' || {number}, 'web', 'sl', 'awaiting',
        now(), null, false, now() + interval '7 days', md5(random()::text), sha256('f'), sha256('e'))
    returning id \\gset
insert into submitters (submission_id, kind, name, organisation, email, publish_name)
    values (:id, 'individual', 'Oseba A', '', 'oseba.a@example.org', false);
insert into submission_items (id, submission_id, position, section_id, paragraph_id, revision_id, kind, body, proposed_text)
    values (:new_id, :id, 1, :section, :paragraph, :revision, 'content', :body, '') returning id as item \\gset
insert into comments (id, submission_id, item_id, consultation_id, position, section_id, paragraph_id, revision_id, kind,
        body, proposed_text, standing, work, received_at, is_late, search_text)
    values (:new_id, :id, :item, :consultation, 1, :section, :paragraph, :revision, 'content', :body, '', 'awaiting', 'new',
        now(), false, :search_text);
insert into outbox (message, content_id, authority_id, recipient, language, link_kind, link_id, params, state, attempts,
        next_attempt_at, last_reply, created_at, lane, mailbox)
    values ('confirm_submission', null, :authority, 'oseba.a@example.org', 'sl', 'submission', :id, :params, 'queued', 0, now(), '',
        now(), 'single', 'oseba.a@example.org')
    returning row_key \\gset";

/// Ids that begin with the time, as the product's do: random ones would scatter over the indexes.
const NEW_ID: &str =
    "(lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')
        || substr(md5(random()::text), 1, 20))::uuid";

/// A number of one's own that nobody waits for.
const NUMBER: &str =
    "((extract(epoch from clock_timestamp()) * 1000000)::bigint * 1000 + :client_id)";

/// `pgbench` on a database that has been filled.
#[derive(Clone)]
pub(crate) struct Pgbench {
    program: PathBuf,
    url: String,
    script: PathBuf,
    variables: Vec<(&'static str, String)>,
}

impl Pgbench {
    /// Two of them, with and without the rows that all wait for. The scripts are put into `folder`.
    pub(crate) fn both(
        program: &Path,
        url: &str,
        folder: &Path,
        stored: &Stored,
    ) -> anyhow::Result<[Self; 2]> {
        let database: DatabaseUrl = url.parse()?;
        let (consultation, passage) = place(&mut database.connect()?)?;
        let section = passage.section.context("the section")?;
        let paragraph = passage.paragraph.context("the paragraph")?;
        let variables = vec![
            ("consultation", consultation.id.to_string()),
            ("authority", consultation.authority.id.to_string()),
            ("revision", passage.revision.id.to_string()),
            ("section", section.id.to_string()),
            ("paragraph", paragraph.id.to_string()),
            ("body", stored.body.clone()),
            ("search_text", stored.search_text.clone()),
            ("params", stored.params.clone()),
            ("after", stored.after.clone()),
        ];
        let rows = ROWS.replace(":new_id", NEW_ID);
        let one = |name: &str, text: &str, number: &str| {
            let script = folder.join(name);
            let text = text.replace("{rows}", &rows).replace("{number}", number);
            std::fs::write(&script, text)?;
            anyhow::Ok(Self {
                program: program.to_owned(),
                url: url.to_owned(),
                script,
                variables: variables.clone(),
            })
        };
        Ok([
            one("gap_free.sql", GAP_FREE, ":last_number::bigint")?,
            one("without_order.sql", WITHOUT_ORDER, NUMBER)?,
        ])
    }

    /// Runs for `turn`.
    pub(crate) fn run(&self, clients: usize, turn: Duration) -> anyhow::Result<Run> {
        let mut command = Command::new(&self.program);
        command.args([
            "-n",
            "-M",
            "prepared",
            "-j",
            "2",
            "-c",
            &clients.to_string(),
        ]);
        command.args(["-T", &turn.as_secs().max(1).to_string(), "-f"]);
        command.arg(&self.script);
        for (name, value) in &self.variables {
            command.arg("-D").arg(format!("{name}={value}"));
        }
        let output = command.arg(&self.url).output()?;
        let told = String::from_utf8_lossy(&output.stdout);
        let complaint = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "pgbench: {complaint}");
        let rate = told
            .lines()
            .find_map(|line| line.strip_prefix("tps = ")?.split(' ').next())
            .with_context(|| format!("pgbench said no rate: {told}"))?;
        Ok(Run {
            per_second: rate.parse()?,
            latencies: Vec::new(),
        })
    }
}
