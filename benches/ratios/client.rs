//! A load generator that does as little as possible: kept-alive connections, ready-made requests, answers told apart by
//! their length. One thread of its own, the same for both sides.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::report::Run;

/// One kept-alive connection.
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer: its head as text and its body.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The value of a header, if it was sent.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }
}

impl Connection {
    pub(crate) async fn open(address: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            buffer: vec![0; 128 * 1024],
        })
    }

    /// Sends a request and reads its answer.
    pub(crate) async fn ask(&mut self, request: &[u8]) -> anyhow::Result<Answer> {
        self.stream.write_all(request).await?;
        let mut got = Vec::new();
        let head_end = loop {
            self.read_more(&mut got).await?;
            if let Some(end) = got.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
        };
        let body = got.split_off(head_end);
        let head = String::from_utf8(got)?;
        let status = head.get(9..12).context("a status")?.parse()?;
        let mut answer = Answer { status, head, body };
        let length = match answer.header("content-length") {
            Some(length) if status != 304 => length.parse()?,
            _ => 0,
        };
        while answer.body.len() < length {
            self.read_more(&mut answer.body).await?;
        }
        Ok(answer)
    }

    async fn read_more(&mut self, into: &mut Vec<u8>) -> anyhow::Result<()> {
        let count = self.stream.read(&mut self.buffer).await?;
        ensure!(count > 0, "the connection was closed");
        into.extend(self.buffer.iter().take(count));
        Ok(())
    }

    /// Sends a request whose answer is known to have `length` bytes.
    async fn ask_known(&mut self, request: &[u8], length: usize) -> anyhow::Result<()> {
        self.stream.write_all(request).await?;
        let mut got = 0;
        while got < length {
            let count = self.stream.read(&mut self.buffer).await?;
            ensure!(count > 0, "the connection was closed");
            got += count;
        }
        ensure!(got == length, "an answer of another length");
        Ok(())
    }
}

/// A request and where it goes.
#[derive(Clone)]
pub(crate) struct Target {
    pub(crate) address: SocketAddr,
    pub(crate) request: Arc<[u8]>,
    /// What must be answered.
    pub(crate) status: u16,
}

/// Sends the same request over `clients` connections for `turn`, after a moment of warming up.
pub(crate) async fn repeat(target: &Target, clients: usize, turn: Duration) -> anyhow::Result<Run> {
    let target = target.clone();
    on_own_thread(move || async move {
        let answer = Connection::open(target.address)
            .await?
            .ask(&target.request)
            .await?;
        ensure!(
            answer.status == target.status,
            "answered {}\n{}",
            answer.status,
            answer.head
        );
        let length = answer.head.len() + answer.body.len();
        let from = Instant::now() + Duration::from_millis(300);
        let until = from + turn;
        let mut tasks = JoinSet::new();
        for _ in 0..clients {
            let target = target.clone();
            tasks.spawn(async move {
                let mut connection = Connection::open(target.address).await?;
                let mut count = 0_u32;
                loop {
                    connection.ask_known(&target.request, length).await?;
                    let now = Instant::now();
                    if now >= until {
                        return anyhow::Ok(count);
                    }
                    count += u32::from(now >= from);
                }
            });
        }
        let mut count = 0;
        while let Some(one) = tasks.join_next().await {
            count += one??;
        }
        Ok(Run {
            per_second: f64::from(count) / turn.as_secs_f64(),
            latencies: Vec::new(),
        })
    })
    .await
}

/// Runs the generator away from the threads of the server.
pub(crate) async fn on_own_thread<T, F>(
    work: impl FnOnce() -> F + Send + 'static,
) -> anyhow::Result<T>
where
    T: Send + 'static,
    F: Future<Output = anyhow::Result<T>>,
{
    tokio::task::spawn_blocking(|| {
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?
            .block_on(work())
    })
    .await?
}
