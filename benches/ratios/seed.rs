//! `posvet seed` and what the inbox takes afterwards.

use std::net::SocketAddr;
use std::time::Instant;

use anyhow::ensure;
use tempfile::TempDir;

use crate::Args;
use crate::client::Connection;
use crate::report::{Report, Required, Run};
use crate::serving::posvet;
use crate::site::{OPEN, Site};
use crate::staff::Coordinator;

/// Pages of the inbox that people ask for, in turn.
const PAGES: [&str; 5] = [
    "view=all",
    "view=new",
    "view=all&section=3",
    "view=all&q=zaveti%C5%A1%C4%8De",
    "view=new&section=5&q=stanovanj",
];

pub(crate) async fn measure(args: &Args, report: &mut Report) -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let url = format!("sqlite:{}", folder.path().join("posvet.db").display());
    posvet(&url, &["migrate"])?;
    let started = Instant::now();
    posvet(
        &url,
        &["seed", "--samples", "--comments", &args.seed.to_string()],
    )?;
    let took = started.elapsed().as_secs_f64();
    let rate = f64::from(u32::try_from(args.seed)?) / took;
    report.absolute(
        &format!("seed {} comments, seconds", args.seed),
        format!("{rate:.0}/s"),
        took,
        Required::AtMost(60.0),
    );
    let site = Site::start(&url, 0)?;
    let run = inbox(site.address()).await?;
    report.p99("inbox after it, p99 in ms", &[run], Required::AtMost(100.0));
    site.server.stop().await;
    Ok(())
}

async fn inbox(address: SocketAddr) -> anyhow::Result<Run> {
    let coordinator = Coordinator::sign_in(address).await?;
    let mut connection = Connection::open(address).await?;
    let mut latencies = Vec::new();
    for _ in 0..40 {
        for page in PAGES {
            let request = coordinator.request(&format!("/sl/desk/{OPEN}?{page}"));
            let asked = Instant::now();
            let answer = connection.ask(request.as_bytes()).await?;
            ensure!(answer.status == 200, "{page}: answered {}", answer.status);
            latencies.push(asked.elapsed());
        }
    }
    latencies.sort();
    Ok(Run {
        per_second: 0.0,
        latencies,
    })
}
