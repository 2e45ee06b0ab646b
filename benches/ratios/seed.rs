//! `posvet seed` and what the inbox takes afterwards.

use std::net::SocketAddr;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, ensure};
use posvet::cli::samples::DEMO_PASSWORD;
use tempfile::TempDir;

use crate::Args;
use crate::client::Connection;
use crate::report::{Report, Required, Run};
use crate::site::{OPEN, Site};

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

fn posvet(url: &str, arguments: &[&str]) -> anyhow::Result<()> {
    let output = Command::new(env!("CARGO_BIN_EXE_posvet"))
        .args(arguments)
        .env("POSVET__DATABASE__URL", url)
        .output()?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "posvet {arguments:?}: {complaint}");
    Ok(())
}

async fn inbox(address: SocketAddr) -> anyhow::Result<Run> {
    let cookie = sign_in(address).await?;
    let mut connection = Connection::open(address).await?;
    let mut latencies = Vec::new();
    for _ in 0..40 {
        for page in PAGES {
            let request = format!(
                "GET /sl/desk/{OPEN}?{page} HTTP/1.1\r\nhost: posvet.example.org\r\ncookie: {cookie}\r\n\r\n"
            );
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

async fn sign_in(address: SocketAddr) -> anyhow::Result<String> {
    let form = serde_urlencoded::to_string([
        ("email", "koordinatorka@example.org"),
        ("password", DEMO_PASSWORD),
    ])?;
    let request = format!(
        "POST /sl/sign-in HTTP/1.1\r\nhost: posvet.example.org\r\nsec-fetch-site: same-origin\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    );
    let answer = Connection::open(address)
        .await?
        .ask(request.as_bytes())
        .await?;
    let cookie = answer
        .header("set-cookie")
        .context("no cookie: not signed in")?;
    Ok(cookie.split(';').next().unwrap_or_default().to_owned())
}
