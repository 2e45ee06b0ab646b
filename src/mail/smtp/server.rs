//! How a connection to the server is made: address, protection, password.

use std::net::IpAddr;

use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use secrecy::ExposeSecret;
use tokio::net::TcpStream;

use crate::mail::{Encryption, MailSettings};

/// The server of the settings.
pub(super) struct Server {
    host: String,
    port: u16,
    protection: Protection,
    credentials: Option<Credentials>,
    hello: ClientId,
}

enum Protection {
    None,
    StartTls(TlsParameters),
    Tls(TlsParameters),
}

/// The SMTP settings contradict each other.
#[derive(Debug, thiserror::Error)]
pub enum InvalidSmtpSettings {
    /// A password would cross the network readable by anybody.
    #[error(
        "`mail.username` needs `mail.tls` = \"starttls\" or \"tls\" unless the server is on this machine"
    )]
    PasswordInClear,
    /// The host cannot be a TLS server name, or the machine's certificates cannot be read.
    #[error("TLS to the mail server cannot be prepared")]
    Tls(#[source] lettre::transport::smtp::Error),
}

/// Why there is no connection; its text goes into the delivery report.
pub(super) type ConnectError = Box<dyn std::error::Error + Send + Sync>;

impl Server {
    pub(super) fn new(settings: &MailSettings) -> Result<Self, InvalidSmtpSettings> {
        let parameters =
            || TlsParameters::new(settings.host.clone()).map_err(InvalidSmtpSettings::Tls);
        let protection = match settings.tls {
            Encryption::None if settings.username.is_some() && !is_this_machine(&settings.host) => {
                return Err(InvalidSmtpSettings::PasswordInClear);
            }
            Encryption::None => Protection::None,
            Encryption::StartTls => Protection::StartTls(parameters()?),
            Encryption::Tls => Protection::Tls(parameters()?),
        };
        let password = settings.password.as_ref();
        let password = password
            .map_or("", |secret| secret.expose_secret())
            .to_owned();
        Ok(Self {
            host: settings.host.clone(),
            port: settings.port,
            protection,
            credentials: settings
                .username
                .clone()
                .map(|username| Credentials::new(username, password)),
            hello: ClientId::default(),
        })
    }

    /// A connection that is greeted, protected and signed in. The caller sets the time limit.
    pub(super) async fn connect(&self) -> Result<AsyncSmtpConnection, ConnectError> {
        let address = (self.host.as_str(), self.port);
        let mut connection = if let Protection::Tls(tls) = &self.protection {
            let tls = Some(tls.clone());
            AsyncSmtpConnection::connect_tokio1(address, None, &self.hello, tls, None).await?
        } else {
            let stream = TcpStream::connect(address).await?;
            // lettre writes the final dot by itself; without this it waits for the server's delayed acknowledgement.
            stream.set_nodelay(true)?;
            AsyncSmtpConnection::connect_with_transport(Box::new(stream), &self.hello).await?
        };
        if let Protection::StartTls(tls) = &self.protection {
            connection.starttls(tls.clone(), &self.hello).await?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(connection)
    }
}

fn is_this_machine(host: &str) -> bool {
    host == "localhost"
        || host
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}
