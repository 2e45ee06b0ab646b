//! People who press "send": the real form, each with a key of its own.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::ensure;
use posvet::testing::kernel::ids::Ids;
use posvet::testing::kernel::token::hex;
use tokio::task::JoinSet;

use crate::client::{Connection, on_own_thread};
use crate::report::Run;
use crate::site::OPEN;

/// A comment of the length most have.
pub(crate) const TEXT: &str = "Nočno zavetišče naj bo odprto vse leto, ne samo v zimskih mesecih. Ljudje brez doma \
     potrebujejo varen prostor tudi poleti, ko je vročinskih valov vedno več, in tudi takrat, ko jih izpustijo iz \
     bolnišnice. Predlagam, da se v ukrep zapiše obratovanje vse dni v letu, število ležišč in nosilec, ter da se \
     vsako leto javno poroča, koliko ljudi je bilo zavrnjenih, ker ni bilo prostora. Brez tega kazalnika cilja ne bo \
     mogoče preveriti. Strošek bi si mestna občina lahko delila s sosednjimi občinami, katerih prebivalci zavetišče \
     prav tako uporabljajo.";

/// Posts from `clients` connections for `turn`, after a moment of warming up. Counts what was answered with 303.
pub(crate) async fn post(
    address: SocketAddr,
    clients: usize,
    turn: Duration,
) -> anyhow::Result<Run> {
    on_own_thread(move || async move {
        let fixed: Arc<str> = Arc::from(fields()?);
        let run = hex(&Ids::Random.bytes::<8>());
        let from = Instant::now() + Duration::from_millis(500);
        let until = from + turn;
        let mut tasks = JoinSet::new();
        for client in 0..clients {
            let (fixed, run) = (Arc::clone(&fixed), run.clone());
            tasks.spawn(async move {
                let mut connection = Connection::open(address).await?;
                let mut latencies = Vec::new();
                for number in 0.. {
                    let request = request(&fixed, &format!("{run}.{client}.{number}"));
                    let sent = Instant::now();
                    let answer = connection.ask(request.as_bytes()).await?;
                    ensure!(
                        answer.status == 303,
                        "answered {}\n{}",
                        answer.status,
                        answer.head
                    );
                    let now = Instant::now();
                    if now >= until {
                        break;
                    }
                    if now >= from {
                        latencies.push(now - sent);
                    }
                }
                anyhow::Ok(latencies)
            });
        }
        let mut latencies = Vec::new();
        while let Some(one) = tasks.join_next().await {
            latencies.append(&mut one??);
        }
        latencies.sort();
        let count = u32::try_from(latencies.len())?;
        Ok(Run {
            per_second: f64::from(count) / turn.as_secs_f64(),
            latencies,
        })
    })
    .await
}

/// Posts one comment.
pub(crate) async fn post_one(address: SocketAddr) -> anyhow::Result<()> {
    let tag = hex(&Ids::Random.bytes::<8>());
    let answer = Connection::open(address)
        .await?
        .ask(request(&fields()?, &tag).as_bytes())
        .await?;
    ensure!(
        answer.status == 303,
        "answered {}\n{}",
        answer.status,
        String::from_utf8_lossy(&answer.body)
    );
    Ok(())
}

/// What is the same in every form.
fn fields() -> anyhow::Result<String> {
    Ok(serde_urlencoded::to_string([
        ("section", "3"),
        ("paragraph", "1"),
        ("kind", "content"),
        ("body", TEXT),
        ("proposed_text", ""),
        ("submitter_kind", "individual"),
        ("name", "Oseba A"),
        ("organisation", ""),
    ])?)
}

fn request(fixed: &str, tag: &str) -> String {
    let own = format!("&idempotency_key={tag}&email=oseba.{tag}%40example.org");
    format!(
        "POST /sl/{OPEN}/comment HTTP/1.1\r\nhost: posvet.example.org\r\nsec-fetch-site: same-origin\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{fixed}{own}",
        fixed.len() + own.len()
    )
}
