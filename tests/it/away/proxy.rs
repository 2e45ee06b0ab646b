//! A wire to PostgreSQL that can be cut.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use actix_web::web::BytesMut;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// Passes bytes on to a server until it is cut.
pub(super) struct Proxy {
    pub(super) port: u16,
    server: String,
    accepting: Option<JoinHandle<()>>,
    wires: Arc<Mutex<Vec<JoinHandle<()>>>>,
    /// Whether the next commit is the last thing that passes on its wire.
    at_commit: Arc<AtomicBool>,
}

impl Proxy {
    /// In front of the server at `HOST:PORT`.
    pub(super) async fn to(server: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let mut proxy = Self {
            port: listener.local_addr().unwrap().port(),
            server: server.to_owned(),
            accepting: None,
            wires: Arc::default(),
            at_commit: Arc::default(),
        };
        proxy.accept(listener);
        proxy
    }

    /// Ends every connection, some in the middle of a word, and takes no new one.
    pub(super) async fn cut(&mut self) {
        if let Some(accepting) = self.accepting.take() {
            end(accepting).await;
        }
        let wires = std::mem::take(&mut *self.wires.lock().unwrap());
        for wire in wires {
            end(wire).await;
        }
    }

    /// Lets the server do the next commit, and loses its answer together with the connection.
    pub(super) fn cut_at_commit(&self) {
        self.at_commit.store(true, Ordering::SeqCst);
    }

    /// Takes connections again.
    pub(super) async fn restore(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await.unwrap();
        self.accept(listener);
    }

    fn accept(&mut self, listener: TcpListener) {
        let (server, wires) = (self.server.clone(), Arc::clone(&self.wires));
        let at_commit = Arc::clone(&self.at_commit);
        self.accepting = Some(tokio::spawn(async move {
            while let Ok((client, _peer)) = listener.accept().await {
                let (server, at_commit) = (server.clone(), Arc::clone(&at_commit));
                let wire = tokio::spawn(async move {
                    // Either side may leave as it likes.
                    let _left = pass(client, &server, &at_commit).await;
                });
                wires.lock().unwrap().push(wire);
            }
        }));
    }
}

async fn pass(mut client: TcpStream, server: &str, at_commit: &AtomicBool) -> std::io::Result<()> {
    // Whoever is cut off learns it at once, as from a machine that went down.
    client.set_zero_linger()?;
    client.set_nodelay(true)?;
    let mut server = TcpStream::connect(server).await?;
    server.set_nodelay(true)?;
    let (mut asked, mut answered) = (BytesMut::new(), BytesMut::new());
    // The word may come in two pieces.
    let mut end = Vec::new();
    loop {
        tokio::select! {
            count = client.read_buf(&mut asked) => {
                let is_over = count? == 0;
                end.extend_from_slice(&asked);
                let is_commit = end.windows(7).any(|seven| seven == b"commit\0");
                end.drain(..end.len().saturating_sub(6));
                server.write_all_buf(&mut asked).await?;
                if is_commit && at_commit.swap(false, Ordering::SeqCst) {
                    return server.read_buf(&mut answered).await.map(|_lost| ());
                }
                if is_over {
                    return Ok(());
                }
            }
            count = server.read_buf(&mut answered) => {
                if count? == 0 {
                    return Ok(());
                }
                client.write_all_buf(&mut answered).await?;
            }
        }
    }
}

/// Returns when what the task held is closed.
async fn end(task: JoinHandle<()>) {
    task.abort();
    let _aborted = task.await;
}
