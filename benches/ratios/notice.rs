//! A notice to fifty thousand, and the one person who wants something meanwhile.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use posvet::testing::kernel::ids::Ids;
use posvet::testing::kernel::token::hex;
use tempfile::TempDir;
use tokio::task::JoinSet;

use crate::Args;
use crate::client::{Connection, on_own_thread};
use crate::form::post_one;
use crate::report::{Report, Required, Run};
use crate::serving::{Serving, seeded};
use crate::site::OPEN;
use crate::staff::{Coordinator, form};

const SUBSCRIBERS: &str = "50000";

pub(crate) async fn measure(args: &Args, report: &mut Report) -> anyhow::Result<()> {
    let folder = TempDir::new()?;
    let url = format!("sqlite:{}", folder.path().join("posvet.db").display());
    seeded(&url, &["--subscribers", SUBSCRIBERS])?;
    let serving = Serving::start(&url, folder.path()).await?;
    let coordinator = Coordinator::sign_in(serving.address).await?;
    let alone = subscribe(serving.address, args.turn()).await?;

    let notice = rehearse(&serving, &coordinator, report).await?;
    send(&serving, &coordinator, &notice, report).await?;
    one_mail(&serving, &folder.path().join("mail"), report).await?;
    let behind = subscribe(serving.address, args.turn()).await?;
    report.rates(
        "subscribe behind 50,000 mails / before",
        &[behind],
        &[alone],
        Required::AtLeast(0.5),
    );
    Ok(())
}

/// Saves a notice and looks three times at who would get it. Returns its address and version.
async fn rehearse(
    serving: &Serving,
    coordinator: &Coordinator,
    report: &mut Report,
) -> anyhow::Result<(String, String)> {
    let text = [
        ("subject", "Javna obravnava se končuje"),
        ("body", "Pripombe sprejemamo še tri dni."),
        ("audience", "consultation"),
        ("audience", "authority"),
    ];
    let saved = coordinator
        .post(&format!("/sl/desk/{OPEN}/notices"), &text)
        .await?;
    let path = saved.header("location").context("the notice's address")?;
    let path = path.split('?').next().unwrap_or_default().to_owned();
    let before = serving.memory()?;
    let mut latencies = Vec::new();
    let mut page = String::new();
    for _ in 0..3 {
        let asked = Instant::now();
        page = String::from_utf8(coordinator.get(&path).await?.body)?;
        latencies.push(asked.elapsed());
    }
    ensure!(page.contains("50.0"), "not fifty thousand recipients");
    latencies.sort();
    let run = Run {
        per_second: 0.0,
        latencies,
    };
    report.p99(
        "rehearsal of a notice to 50,000, ms",
        &[run],
        Required::AtMost(1_000.0),
    );
    let more = serving.memory()? - before;
    report.absolute(
        "memory after three, MiB more",
        String::new(),
        more,
        Required::AtMost(64.0),
    );
    let version = page
        .split("name=\"version\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    Ok((path, version.context("the version")?.to_owned()))
}

async fn send(
    serving: &Serving,
    coordinator: &Coordinator,
    (path, version): &(String, String),
    report: &mut Report,
) -> anyhow::Result<()> {
    let before = serving.memory()?;
    let sent = Instant::now();
    let fields = [
        ("subject", "Javna obravnava se končuje"),
        ("body", "Pripombe sprejemamo še tri dni."),
        ("audience", "consultation"),
        ("audience", "authority"),
        ("version", version.as_str()),
        ("confirm", "true"),
        ("action", "send"),
    ];
    coordinator.post(path, &fields).await?;
    let took = sent.elapsed().as_secs_f64() * 1_000.0;
    let more = serving.memory()? - before;
    report.absolute(
        "sending it, ms",
        format!("{more:+.0} MiB"),
        took,
        Required::AtMost(3_000.0),
    );
    Ok(())
}

/// The seconds from a comment to the file of its confirmation mail, with the notice's mails before it.
async fn one_mail(serving: &Serving, mails: &Path, report: &mut Report) -> anyhow::Result<()> {
    let sent = Instant::now();
    post_one(serving.address).await?;
    // Each file is read once: there are tens of thousands. What is being written may be gone again.
    let mut seen = HashSet::new();
    let mut is_there = || {
        let files = std::fs::read_dir(mails).into_iter().flatten().flatten();
        let new: Vec<_> = files
            .map(|file| file.path())
            .filter(|path| path.extension().is_some_and(|end| end == "eml"))
            .filter(|path| seen.insert(path.clone()))
            .collect();
        new.iter()
            .filter_map(|path| std::fs::read(path).ok())
            .any(|text| String::from_utf8_lossy(&text).contains("oseba."))
    };
    while !is_there() {
        ensure!(
            sent.elapsed() < Duration::from_secs(60),
            "no confirmation mail within a minute"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let name = "a confirmation mail behind them, seconds";
    report.absolute(
        name,
        String::new(),
        sent.elapsed().as_secs_f64(),
        Required::AtMost(5.0),
    );
    Ok(())
}

/// Subscribes new addresses over sixteen connections for `turn`.
async fn subscribe(address: SocketAddr, turn: Duration) -> anyhow::Result<Run> {
    on_own_thread(move || async move {
        let run = hex(&Ids::Random.bytes::<8>());
        let nonce = nonce(address).await?;
        let until = Instant::now() + turn;
        let mut tasks = JoinSet::new();
        for client in 0..16 {
            let (run, nonce) = (run.clone(), nonce.clone());
            tasks.spawn(async move {
                let mut connection = Connection::open(address).await?;
                let mut latencies = Vec::new();
                while Instant::now() < until {
                    let email = format!("bralka.{run}.{client}.{}@example.org", latencies.len());
                    let fields = [
                        ("email", email.as_str()),
                        ("scope", "consultation"),
                        ("nonce", nonce.as_str()),
                    ];
                    let asked = Instant::now();
                    let answer = connection
                        .ask(form(&subscription(), "", &fields)?.as_bytes())
                        .await?;
                    latencies.push(asked.elapsed());
                    ensure!(
                        [200, 303].contains(&answer.status),
                        "answered {}",
                        answer.status
                    );
                }
                anyhow::Ok(latencies)
            });
        }
        let mut latencies = Vec::new();
        while let Some(one) = tasks.join_next().await {
            latencies.append(&mut one??);
        }
        latencies.sort();
        Ok(Run {
            per_second: f64::from(u32::try_from(latencies.len())?) / turn.as_secs_f64(),
            latencies,
        })
    })
    .await
}

fn subscription() -> String {
    format!("/sl/{OPEN}/subscribe")
}

/// What the form carries to show that it is ours.
async fn nonce(address: SocketAddr) -> anyhow::Result<String> {
    let request = format!(
        "GET {} HTTP/1.1\r\nhost: posvet.example.org\r\n\r\n",
        subscription()
    );
    let answer = Connection::open(address)
        .await?
        .ask(request.as_bytes())
        .await?;
    let page = String::from_utf8(answer.body)?;
    let value = page
        .split("name=\"nonce\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    Ok(value.context("the nonce of the form")?.to_owned())
}
