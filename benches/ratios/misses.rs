//! Pages that are in no cache, on a hundred thousand released comments: alone, and while others search and comment.

use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::ensure;
use chrono::TimeDelta;
use diesel::RunQueryDsl as _;
use posvet::testing::app::Environment;
use posvet::testing::db::DatabaseUrl;
use posvet::testing::kernel::clock::Clock;
use tempfile::TempDir;
use tokio::task::JoinSet;

use crate::Args;
use crate::client::{Connection, on_own_thread};
use crate::form::post;
use crate::postgres::Cluster;
use crate::report::{Report, Required, Run};
use crate::serving::{ANSWERED, Serving, seeded};
use crate::site::{OPEN, Site, settings};

/// Common and rare words, a number, a name, a beginning, nothing that is there.
const SEARCHES: [&str; 9] = [
    "zaveti%C5%A1%C4%8De",
    "stanovanj",
    "leto",
    "ljudje+ponoci",
    "kazalnik+preveriti",
    "KRANJ-2022-04711",
    "organizacija+4711",
    "mob",
    "nesmisel",
];

const DISPOSITIONS: [&str; 5] = [
    "accepted",
    "accepted_in_part",
    "not_accepted",
    "noted",
    "out_of_scope",
];

pub(crate) async fn measure(args: &Args, report: &mut Report) -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let sqlite = format!("sqlite:{}", folder.path().join("posvet.db").display());
    on("SQLite", &sqlite, folder.path(), args, report).await?;
    if let Some(cluster) = Cluster::start(&std::env::temp_dir())? {
        let url = cluster.database("released")?;
        on("PostgreSQL", &url, folder.path(), args, report).await?;
    }
    Ok(())
}

async fn on(
    database: &str,
    url: &str,
    folder: &Path,
    args: &Args,
    report: &mut Report,
) -> anyhow::Result<()> {
    let count = args.seed.to_string();
    let released = [
        "--comments",
        &count,
        "--consultation",
        ANSWERED,
        "--answers",
        "released",
    ];
    seeded(url, &released)?;
    vacuum(url)?;
    println!("misses: {database} is filled");
    alone(database, url, folder, report).await?;
    under_load(database, url, folder, args, report).await?;
    after_a_pause(database, url, report).await
}

/// What PostgreSQL does by itself within minutes; the rows came within one.
fn vacuum(url: &str) -> anyhow::Result<()> {
    let url: DatabaseUrl = url.parse()?;
    if matches!(url, DatabaseUrl::Postgres(_)) {
        diesel::sql_query("vacuum analyze").execute(&mut url.connect()?)?;
    }
    Ok(())
}

/// A server whose register somebody has looked at, so that what is released has been read.
async fn after_first_look(url: &str, folder: &Path) -> anyhow::Result<Serving> {
    let serving = Serving::start(url, folder).await?;
    ask_each(serving.address, &[format!("/sl/{ANSWERED}/register")]).await?;
    Ok(serving)
}

/// Each address once, one after the other.
async fn alone(
    database: &str,
    url: &str,
    folder: &Path,
    report: &mut Report,
) -> anyhow::Result<()> {
    let serving = after_first_look(url, folder).await?;
    let address = serving.address;
    for (what, most, paths) in [
        ("register filtered", 50.0, filtered()),
        ("register searched", 50.0, searched()),
        ("section, unknown query", 5.0, with_unknown_query()),
    ] {
        let run = ask_each(address, &paths).await?;
        let name = format!("{what}, {database}, p99 in ms");
        report.p99(&name, &[run], Required::AtMost(most));
    }
    let name = format!("memory after that, {database}, MiB");
    let memory = serving.memory()?;
    report.absolute(&name, String::new(), memory, Required::AtMost(160.0));
    Ok(())
}

/// Sixty-four people search while others comment.
async fn under_load(
    database: &str,
    url: &str,
    folder: &Path,
    args: &Args,
    report: &mut Report,
) -> anyhow::Result<()> {
    let serving = after_first_look(url, folder).await?;
    let address = serving.address;
    let turn = args.turn().max(Duration::from_secs(4));
    let searching = search(address, args.clients, turn + Duration::from_secs(2));
    let (found, posted) = tokio::join!(searching, post(address, 4, turn));
    let posted = posted?;
    report.absolute(
        &format!(
            "a comment while {} search, {database}, p95 in ms",
            args.clients
        ),
        format!("{:.0} searches/s", found?),
        posted.percentile(95).as_secs_f64() * 1_000.0,
        Required::AtMost(300.0),
    );
    Ok(())
}

/// Pages that nobody has asked for within a minute: figures of what comes in are counted anew. Then once after a
/// publication, when what is released is counted too.
async fn after_a_pause(database: &str, url: &str, report: &mut Report) -> anyhow::Result<()> {
    let environment = Environment::of(&settings(url, 0)?)?;
    let clock = Clock::fixed(environment.clock.now());
    let environment = Environment {
        clock: clock.clone(),
        ..environment
    };
    let site = Site::start_in(environment, url, 0)?;
    for (what, most, path) in [
        ("consultation", 10.0, format!("/sl/{ANSWERED}")),
        ("authority's home", 30.0, "/sl/kranj".to_owned()),
        ("start page", 10.0, "/sl".to_owned()),
    ] {
        let mut latencies = Vec::new();
        ask_each(site.address(), std::slice::from_ref(&path)).await?;
        for _ in 0..100 {
            clock.set(clock.now().plus(TimeDelta::minutes(2)));
            latencies.extend(
                ask_each(site.address(), std::slice::from_ref(&path))
                    .await?
                    .latencies,
            );
        }
        latencies.sort();
        let run = Run {
            per_second: 0.0,
            latencies,
        };
        let name = format!("{what} after a pause, {database}, p99 in ms");
        report.p99(&name, &[run], Required::AtMost(most));
    }
    site.server.state.pages.clear();
    for (what, path) in [
        ("consultation", format!("/sl/{ANSWERED}")),
        ("register", format!("/sl/{ANSWERED}/register")),
    ] {
        let run = ask_each(site.address(), &[path]).await?;
        let name = format!("{what} first after a publication, {database}, ms");
        report.p99(&name, &[run], Required::Nothing);
    }
    site.server.stop().await;
    Ok(())
}

fn filtered() -> Vec<String> {
    let mut paths = Vec::new();
    for section in 1..=10 {
        for disposition in DISPOSITIONS {
            for submitter in ["individual", "organisation"] {
                paths.push(format!(
                    "/sl/{ANSWERED}/register?section={section}&disposition={disposition}&submitter={submitter}"
                ));
            }
        }
        for after in (0..100_000).step_by(20_000) {
            paths.push(format!(
                "/sl/{ANSWERED}/register?section={section}&after={after}"
            ));
        }
    }
    paths
}

fn searched() -> Vec<String> {
    let mut paths = Vec::new();
    for words in SEARCHES {
        for disposition in DISPOSITIONS {
            paths.push(format!(
                "/sl/{ANSWERED}/register?q={words}&disposition={disposition}"
            ));
        }
        for section in 1..=10 {
            paths.push(format!(
                "/sl/{ANSWERED}/register?q={words}&section={section}"
            ));
        }
    }
    paths
}

fn with_unknown_query() -> Vec<String> {
    (0..200)
        .map(|number| format!("/sl/{OPEN}/sections/3?fbclid=x{number}"))
        .collect()
}

fn get(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nhost: posvet.example.org\r\naccept-encoding: br\r\n\r\n")
}

async fn ask_each(address: SocketAddr, paths: &[String]) -> anyhow::Result<Run> {
    let paths = paths.to_vec();
    on_own_thread(move || async move {
        let mut connection = Connection::open(address).await?;
        let mut latencies = Vec::new();
        for path in &paths {
            let asked = Instant::now();
            let answer = connection.ask(get(path).as_bytes()).await?;
            latencies.push(asked.elapsed());
            ensure!(answer.status == 200, "{path}: answered {}", answer.status);
        }
        latencies.sort();
        Ok(Run {
            per_second: 0.0,
            latencies,
        })
    })
    .await
}

/// Searches over `clients` connections for `turn`, each for something of its own; returns how many a second.
async fn search(address: SocketAddr, clients: usize, turn: Duration) -> anyhow::Result<f64> {
    on_own_thread(move || async move {
        let until = Instant::now() + turn;
        let mut tasks = JoinSet::new();
        for client in 0..clients {
            tasks.spawn(async move {
                let mut connection = Connection::open(address).await?;
                let mut count = 0_u32;
                while Instant::now() < until {
                    let words = SEARCHES.get(client % SEARCHES.len()).unwrap_or(&"leto");
                    let after = 1_000 * u64::from(count) + client as u64;
                    let path = format!("/sl/{ANSWERED}/register?q={words}&after={after}");
                    let answer = connection.ask(get(&path).as_bytes()).await?;
                    ensure!(answer.status == 200, "{path}: answered {}", answer.status);
                    count += 1;
                }
                Ok(count)
            });
        }
        let mut count = 0;
        while let Some(one) = tasks.join_next().await {
            count += one??;
        }
        Ok(f64::from(count) / turn.as_secs_f64())
    })
    .await
}
