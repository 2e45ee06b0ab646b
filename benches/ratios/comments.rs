//! Accepting comments on both databases against what cannot be left out.

use std::path::PathBuf;

use anyhow::{Context, ensure};
use diesel::RunQueryDsl as _;
use posvet::testing::db::{DatabaseError, DatabaseUrl};
use tempfile::TempDir;

use crate::form::{post, post_one};
use crate::one_by_one::Loop;
use crate::pgbench::{Pgbench, Stored};
use crate::postgres::Cluster;
use crate::report::{Report, Required, Run};
use crate::site::{Site, fill, settings};
use crate::{Args, flush};

/// From how many milliseconds on a flush of the disk is what a commit costs (docs/benchmarks.md).
const DEAR_FLUSH: f64 = 4.0;

/// What every side did, round by round.
#[derive(Default)]
struct Runs {
    sqlite: Vec<Run>,
    one_by_one: Vec<Run>,
    postgres: Vec<Run>,
    pgbench: Vec<Run>,
    without_order: Vec<Run>,
}

pub(crate) async fn measure(args: &Args, report: &mut Report) -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let cluster = Cluster::start(&std::env::temp_dir())?;
    let sqlite = match args.wants("sqlite") {
        true => Some(Sqlite::start(&folder).await?),
        false => None,
    };
    let server = match &cluster {
        Some(cluster) => Some(Server::start(cluster, &folder).await?),
        None => {
            println!("There is no PostgreSQL on this machine: its figures are left out.");
            None
        }
    };
    let mut runs = Runs::default();
    for round in 0..args.rounds {
        if let Some(sqlite) = &sqlite {
            sqlite.round(args, &mut runs).await?;
        }
        if let Some(server) = &server {
            server.round(args, &mut runs).await?;
        }
        println!("comments: round {} of {}", round + 1, args.rounds);
    }
    for site in [sqlite.map(|one| one.site), server.map(|one| one.site)]
        .into_iter()
        .flatten()
    {
        finish(site).await?;
    }
    tell(args, &runs, flush::millis(folder.path())?, report);
    Ok(())
}

fn tell(args: &Args, runs: &Runs, flush: f64, report: &mut Report) {
    if args.wants("postgres") && !runs.postgres.is_empty() {
        let (ours, bench) = (&runs.postgres, &runs.pgbench);
        report.rates(
            "comments, PostgreSQL / pgbench",
            ours,
            bench,
            Required::AtLeast(0.7),
        );
        let name = "the same / pgbench without counter and chain";
        report.rates(name, ours, &runs.without_order, Required::AtLeast(0.9));
        report.p99("the same, p99 in ms", ours, Required::Nothing);
    }
    if args.wants("sqlite") {
        let ours = &runs.sqlite;
        let name = format!("comments, SQLite / one commit each, flush {flush:.1} ms");
        // What a group saves is flushes. Where they cost little, there is little to save.
        let required = if flush >= DEAR_FLUSH { 5.0 } else { 1.5 };
        report.rates(&name, ours, &runs.one_by_one, Required::AtLeast(required));
        if !runs.pgbench.is_empty() {
            report.rates(
                "the same / pgbench",
                ours,
                &runs.pgbench,
                Required::AtLeast(1.0),
            );
            let name = "the same / pgbench without counter and chain";
            report.rates(name, ours, &runs.without_order, Required::Nothing);
        }
        report.p99("the same, p99 in ms", ours, Required::AtMost(100.0));
    }
}

/// The server on SQLite, and a second file for the plain loop.
struct Sqlite {
    site: Site,
    plain: Loop,
}

impl Sqlite {
    async fn start(folder: &TempDir) -> anyhow::Result<Self> {
        let url = |name: &str| format!("sqlite:{}", folder.path().join(name).display());
        let (ours, theirs) = (url("ours.db"), url("theirs.db"));
        drop(fill(&ours).await?);
        drop(fill(&theirs).await?);
        let site = Site::start(&ours, 0)?;
        let plain = Loop {
            url: theirs.parse()?,
            tokens: posvet::testing::app::tokens(&settings(&theirs, 0)?),
            params: serde_json::from_str(&stored(&site, &ours).await?.params)?,
        };
        Ok(Self { site, plain })
    }

    async fn round(&self, args: &Args, runs: &mut Runs) -> anyhow::Result<()> {
        let address = self.site.address();
        runs.sqlite
            .push(post(address, args.clients, args.turn()).await?);
        let (plain, turn) = (self.plain.clone(), args.turn());
        let run = tokio::task::spawn_blocking(move || plain.run(turn)).await??;
        runs.one_by_one.push(run);
        Ok(())
    }
}

/// The server on PostgreSQL, and a second database in the same cluster for `pgbench`.
struct Server {
    site: Site,
    benches: [Pgbench; 2],
}

impl Server {
    async fn start(cluster: &Cluster, folder: &TempDir) -> anyhow::Result<Self> {
        let (ours, theirs) = (cluster.database("ours")?, cluster.database("theirs")?);
        drop(fill(&ours).await?);
        drop(fill(&theirs).await?);
        let site = Site::start(&ours, 0)?;
        let stored = stored(&site, &ours).await?;
        let program: PathBuf = cluster.binaries.join("pgbench");
        let benches = Pgbench::both(&program, &theirs, folder.path(), &stored)?;
        Ok(Self { site, benches })
    }

    async fn round(&self, args: &Args, runs: &mut Runs) -> anyhow::Result<()> {
        if args.wants("postgres") {
            let address = self.site.address();
            runs.postgres
                .push(post(address, args.clients, args.turn()).await?);
        }
        let (benches, clients, turn) = (self.benches.clone(), args.clients, args.turn());
        let [gap_free, without_order] = tokio::task::spawn_blocking(move || {
            let [one, other] = benches.map(|bench| bench.run(clients, turn));
            anyhow::Ok([one?, other?])
        })
        .await??;
        runs.pgbench.push(gap_free);
        runs.without_order.push(without_order);
        Ok(())
    }
}

/// Posts one comment and reads what became of it, so that the baselines write the same.
async fn stored(site: &Site, url: &str) -> anyhow::Result<Stored> {
    post_one(site.address()).await?;
    let url: DatabaseUrl = url.parse()?;
    diesel::sql_query(
        "select body, search_text, cast(params as text) as params, cast(after as text) as after
         from comments cross join outbox cross join audit_events
         order by comments.row_key desc, outbox.row_key desc, sequence desc limit 1",
    )
    .get_result(&mut url.connect()?)
    .context("the comment was not stored")
}

/// What was acknowledged must be there and chained.
async fn finish(site: Site) -> anyhow::Result<()> {
    let tokens = site.server.state.context.tokens.clone();
    let verify = move |connection: &mut _| posvet::testing::audit::verify(connection, &tokens);
    let found = site
        .server
        .state
        .context
        .db
        .read::<_, DatabaseError, _>(verify)
        .await?;
    ensure!(
        found.fault.is_none(),
        "the audit chain is broken: {found:?}"
    );
    site.server.stop().await;
    Ok(())
}
