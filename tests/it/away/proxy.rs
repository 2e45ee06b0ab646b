//! A wire to PostgreSQL that can be cut.

use std::sync::{Arc, Mutex};

use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// Passes bytes on to a server until it is cut.
pub(super) struct Proxy {
    pub(super) port: u16,
    server: String,
    accepting: Option<JoinHandle<()>>,
    wires: Arc<Mutex<Vec<JoinHandle<()>>>>,
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

    /// Takes connections again.
    pub(super) async fn restore(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await.unwrap();
        self.accept(listener);
    }

    fn accept(&mut self, listener: TcpListener) {
        let (server, wires) = (self.server.clone(), Arc::clone(&self.wires));
        self.accepting = Some(tokio::spawn(async move {
            while let Ok((client, _peer)) = listener.accept().await {
                let server = server.clone();
                let wire = tokio::spawn(async move {
                    // Either side may leave as it likes.
                    let _left = pass(client, &server).await;
                });
                wires.lock().unwrap().push(wire);
            }
        }));
    }
}

async fn pass(mut client: TcpStream, server: &str) -> std::io::Result<()> {
    // Whoever is cut off learns it at once, as from a machine that went down.
    client.set_zero_linger()?;
    client.set_nodelay(true)?;
    let mut server = TcpStream::connect(server).await?;
    server.set_nodelay(true)?;
    tokio::io::copy_bidirectional(&mut client, &mut server)
        .await
        .map(|_bytes| ())
}

/// Returns when what the task held is closed.
async fn end(task: JoinHandle<()>) {
    task.abort();
    let _aborted = task.await;
}
