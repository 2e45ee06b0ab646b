//! The conversation with an SMTP server over lettre's connections, and a few of them kept open.
//!
//! lettre's own pooled transport does not say whether a lost connection was lost before or after the final dot, and the
//! two are worlds apart: before it nothing was delivered, after it the mail may have been. It also has no time limit on
//! replies. So this module speaks the five commands itself; lettre does the wire format, TLS and authentication.

mod server;

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use lettre::address::Envelope;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Quit, Rcpt, Rset};
use lettre::transport::smtp::extension::{MailBodyParameter, MailParameter};
use tokio::time::{Instant as Stopwatch, timeout};

use super::MailSettings;
use super::mailer::{Reply, SendError};
use super::message::MailMessage;
pub use server::InvalidSmtpSettings;
use server::Server;

/// Servers end idle connections after some minutes; one that has rested this long is not trusted any more.
const REST: Duration = Duration::from_secs(30);

/// Sends mails to one server.
pub struct SmtpClient {
    server: Server,
    /// Longest time for one conversation.
    limit: Duration,
    /// How many connections are kept.
    keep: usize,
    resting: Mutex<Vec<Resting>>,
}

/// A connection between two mails.
struct Resting {
    connection: AsyncSmtpConnection,
    since: Stopwatch,
}

impl SmtpClient {
    /// A client for the server in `settings`; connects only when there is a mail.
    ///
    /// # Errors
    /// [`InvalidSmtpSettings`] when TLS cannot be prepared or a password would be sent unprotected.
    pub fn new(settings: &MailSettings) -> Result<Self, InvalidSmtpSettings> {
        Ok(Self {
            server: Server::new(settings)?,
            limit: Duration::from_secs(settings.timeout_seconds.max(1).into()),
            keep: settings.pool_size,
            resting: Mutex::default(),
        })
    }

    /// Sends one mail. The whole conversation ends within the time limit.
    ///
    /// # Errors
    /// [`SendError`], which says whether another try makes sense.
    pub async fn send(&self, message: &MailMessage) -> Result<Reply, SendError> {
        let mail = message
            .assemble()
            .map_err(|error| SendError::Permanent(Reply::remark(error.to_string())))?;
        let bytes = mail.formatted();
        let mut complete = false;
        let conversation = self.converse(mail.envelope(), &bytes, &mut complete);
        match timeout(self.limit, conversation).await {
            Ok(result) => result,
            Err(_elapsed) if complete => Err(SendError::Unknown(Reply::remark("timed out"))),
            Err(_elapsed) => Err(SendError::Transient(Reply::remark("timed out"))),
        }
    }

    /// `complete` is set just before the final dot leaves: from then on silence means that the fate is unknown.
    async fn converse(
        &self,
        envelope: &Envelope,
        bytes: &[u8],
        complete: &mut bool,
    ) -> Result<Reply, SendError> {
        let mut connection = self.begin(envelope, bytes.is_ascii()).await?;
        for recipient in envelope.to() {
            let command = Rcpt::new(recipient.clone(), Vec::new());
            if let Err(error) = connection.command(command).await {
                return Err(self.refused(connection, &error).await);
            }
        }
        if let Err(error) = connection.command(Data).await {
            return Err(self.refused(connection, &error).await);
        }
        let body = std::iter::once(bytes).chain(std::iter::from_fn(|| {
            *complete = true;
            None
        }));
        match connection.message_iter(body).await {
            Ok(response) => {
                self.rest(connection);
                let lines: Vec<&str> = response.message().collect();
                Ok(Reply {
                    code: Some(response.code().into()),
                    text: format!("{} {}", response.code(), lines.join(" ")),
                })
            }
            Err(error) if error.status().is_none() && *complete => {
                Err(SendError::Unknown(reply(&error)))
            }
            Err(error) => Err(self.refused(connection, &error).await),
        }
    }

    /// A connection on which the server has accepted the sender. A kept connection that has died meanwhile is
    /// replaced: nothing was said on it yet, so nothing can be doubled.
    async fn begin(
        &self,
        envelope: &Envelope,
        ascii: bool,
    ) -> Result<AsyncSmtpConnection, SendError> {
        while let Some(mut connection) = self.awaken() {
            match connection.command(mail_from(envelope, ascii)).await {
                Ok(_accepted) => return Ok(connection),
                Err(error) if is_alive(&error) => {
                    return Err(self.refused(connection, &error).await);
                }
                Err(_gone) => {}
            }
        }
        let mut connection = self.server.connect().await.map_err(|error| {
            // A refused greeting or password concerns the connection, not this recipient: try again later.
            SendError::Transient(Reply::remark(format!("no connection: {error}")))
        })?;
        match connection.command(mail_from(envelope, ascii)).await {
            Ok(_accepted) => Ok(connection),
            Err(error) => Err(self.refused(connection, &error).await),
        }
    }

    /// Sorts a refusal; keeps the connection if the server goes on talking on it.
    async fn refused(
        &self,
        mut connection: AsyncSmtpConnection,
        error: &lettre::transport::smtp::Error,
    ) -> SendError {
        if is_alive(error) && connection.command(Rset).await.is_ok() {
            self.rest(connection);
        }
        let reply = reply(error);
        match reply.code {
            // 530 to 538 ask for other credentials or encryption: a fault of the settings, not of the recipient.
            Some(530 | 534 | 535 | 538) => SendError::Transient(reply),
            Some(500..=599) => SendError::Permanent(reply),
            _ => SendError::Transient(reply),
        }
    }

    fn awaken(&self) -> Option<AsyncSmtpConnection> {
        let mut resting = self.resting.lock().unwrap_or_else(PoisonError::into_inner);
        resting.retain(|rested| rested.since.elapsed() < REST);
        resting.pop().map(|rested| rested.connection)
    }

    fn rest(&self, connection: AsyncSmtpConnection) {
        let mut resting = self.resting.lock().unwrap_or_else(PoisonError::into_inner);
        if resting.len() < self.keep {
            resting.push(Resting {
                connection,
                since: Stopwatch::now(),
            });
        }
    }

    /// Says goodbye on every kept connection; called when the worker stops.
    pub async fn close(&self) {
        let resting =
            std::mem::take(&mut *self.resting.lock().unwrap_or_else(PoisonError::into_inner));
        for mut rested in resting {
            let goodbye = rested.connection.command(Quit);
            // The server may have gone already; there is nothing left to lose on this connection.
            let _ignored = timeout(Duration::from_secs(1), goodbye).await;
        }
    }
}

/// `MAIL FROM` with the extensions this mail needs.
fn mail_from(envelope: &Envelope, ascii: bool) -> Mail {
    let mut parameters = Vec::new();
    if !ascii {
        parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    Mail::new(envelope.from().cloned(), parameters)
}

/// Whether the server answered and goes on listening; 421 announces that it closes the connection.
fn is_alive(error: &lettre::transport::smtp::Error) -> bool {
    error.status().is_some_and(|code| u16::from(code) != 421)
}

fn reply(error: &lettre::transport::smtp::Error) -> Reply {
    let said = std::error::Error::source(error).map(ToString::to_string);
    match error.status() {
        Some(code) => Reply {
            code: Some(code.into()),
            text: format!("{code} {}", said.unwrap_or_default()),
        },
        None => Reply::remark(format!(
            "connection lost: {}",
            said.unwrap_or_else(|| error.to_string())
        )),
    }
}
