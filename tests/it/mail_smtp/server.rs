//! A small SMTP server that follows a script: one answer per mail, in the order the mails begin.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What happens to one mail.
#[derive(Clone, Copy, Debug)]
pub(super) enum Answer {
    Accept,
    RefuseRecipient(&'static str),
    RefuseMail(&'static str),
    CloseBeforeData,
    CloseAfterFinalDot,
    SilenceAfterFinalDot,
}

/// A mail that was received up to its final dot, whatever was answered.
#[derive(Clone, Debug)]
pub(super) struct Received {
    pub(super) recipient: String,
    pub(super) data: String,
}

#[derive(Default)]
struct State {
    script: VecDeque<Answer>,
    received: Vec<Received>,
    connections: usize,
    pause: Duration,
}

#[derive(Clone)]
pub(super) struct SmtpServer {
    pub(super) port: u16,
    state: Arc<Mutex<State>>,
}

impl SmtpServer {
    pub(super) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            port: listener.local_addr().unwrap().port(),
            state: Arc::default(),
        };
        let state = Arc::clone(&server.state);
        tokio::spawn(async move {
            while let Ok((stream, _peer)) = listener.accept().await {
                let state = Arc::clone(&state);
                state.lock().unwrap().connections += 1;
                // A client that goes away ends its conversation and nothing else.
                tokio::spawn(async move { converse(stream, state).await.ok() });
            }
        });
        server
    }

    pub(super) fn will(&self, answers: &[Answer]) {
        self.state.lock().unwrap().script.extend(answers);
    }

    /// Takes this long for every mail from now on.
    pub(super) fn takes(&self, pause: Duration) {
        self.state.lock().unwrap().pause = pause;
    }

    pub(super) fn received(&self) -> Vec<Received> {
        self.state.lock().unwrap().received.clone()
    }

    pub(super) fn connections(&self) -> usize {
        self.state.lock().unwrap().connections
    }

    pub(super) async fn has_received(&self, count: usize) {
        while self.received().len() < count {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    }
}

async fn converse(stream: TcpStream, state: Arc<Mutex<State>>) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    let mut answer = Answer::Accept;
    let mut recipient = String::new();
    say(&mut stream, "220 test").await?;
    let mut line = String::new();
    while stream.read_line(&mut line).await? > 0 {
        let command = std::mem::take(&mut line);
        match command.get(..4).unwrap_or_default() {
            "EHLO" => say(&mut stream, "250-test\r\n250 8BITMIME").await?,
            "MAIL" => {
                answer = state
                    .lock()
                    .unwrap()
                    .script
                    .pop_front()
                    .unwrap_or(Answer::Accept);
                say(&mut stream, "250 sender").await?;
            }
            "RCPT" => {
                recipient = command.trim().to_owned();
                match answer {
                    Answer::RefuseRecipient(reply) => say(&mut stream, reply).await?,
                    Answer::CloseBeforeData => return Ok(()),
                    _ => say(&mut stream, "250 recipient").await?,
                }
            }
            "DATA" => {
                say(&mut stream, "354 go on").await?;
                let data = body(&mut stream).await?;
                let recipient = std::mem::take(&mut recipient);
                state
                    .lock()
                    .unwrap()
                    .received
                    .push(Received { recipient, data });
                let pause = state.lock().unwrap().pause;
                tokio::time::sleep(pause).await;
                match answer {
                    Answer::RefuseMail(reply) => say(&mut stream, reply).await?,
                    Answer::CloseAfterFinalDot => return Ok(()),
                    Answer::SilenceAfterFinalDot => std::future::pending().await,
                    _ => say(&mut stream, "250 taken").await?,
                }
            }
            "QUIT" => return say(&mut stream, "221 bye").await,
            _ => say(&mut stream, "250 ok").await?,
        }
    }
    Ok(())
}

async fn body(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut data = String::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if line == ".\r\n" {
            return Ok(data);
        }
        data.push_str(&line);
    }
}

async fn say(stream: &mut BufReader<TcpStream>, reply: &str) -> std::io::Result<()> {
    stream.write_all(format!("{reply}\r\n").as_bytes()).await
}
