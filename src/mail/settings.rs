//! The `[mail]` table of the settings.

use std::path::PathBuf;

use secrecy::SecretString;
use serde::Deserialize;

use crate::kernel::email_address::EmailAddress;

/// How mail leaves this installation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailSettings {
    /// Where mails go. Production accepts `smtp` only.
    pub transport: Transport,
    /// SMTP server: a name (checked against its certificate) or an address.
    #[serde(default = "default_host")]
    pub host: String,
    /// SMTP port: usually 25 or 587 for `none` and `starttls`, 465 for `tls`.
    #[serde(default = "default_port")]
    pub port: u16,
    /// How the connection is protected.
    #[serde(default)]
    pub tls: Encryption,
    /// User name, when the server asks for one; refused over an unprotected connection to another machine.
    #[serde(default)]
    pub username: Option<String>,
    /// Password of that user.
    #[serde(default)]
    pub password: Option<SecretString>,
    /// Name shown as the sender; empty shows the name of the authority the mail is about.
    #[serde(default)]
    pub from_name: String,
    /// Address mails come from, also the envelope sender, so bounces arrive there.
    pub from_address: EmailAddress,
    /// Folder for `transport = "file"`: one `.eml` per mail.
    #[serde(default = "default_folder")]
    pub folder: PathBuf,
    /// SMTP connections kept open between mails; more than `workers` and one is never used.
    #[serde(default = "default_connections")]
    pub pool_size: usize,
    /// Mails sent at the same time, each over a connection of its own; besides, one mail for a single person, which never
    /// waits for the others. It is also the largest number of mails of a notice that can arrive twice when the process is
    /// killed.
    #[serde(default = "default_connections")]
    pub workers: usize,
    /// Minutes to wait after the first, second, … try that failed for now; when they are used up the mail has failed.
    #[serde(default = "default_retry_minutes")]
    pub retry_minutes: Vec<u32>,
    /// Longest time for one mail from connecting to the server's last reply, in seconds.
    #[serde(default = "default_timeout_seconds")]
    pub timeout_seconds: u32,
    /// Pause between two looks into an outbox in which nothing is due, in milliseconds.
    #[serde(default = "default_poll_milliseconds")]
    pub poll_milliseconds: u32,
}

/// Where mails go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    /// To an SMTP server.
    Smtp,
    /// Into a folder, for development.
    File,
    /// Into memory, for tests and demonstrations.
    Memory,
}

/// How the connection to the SMTP server is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encryption {
    /// Not at all: for a server on this machine or a private network.
    #[default]
    None,
    /// `STARTTLS`, and no mail if the server does not offer it.
    StartTls,
    /// TLS from the first byte.
    Tls,
}

fn default_host() -> String {
    "localhost".to_owned()
}

fn default_port() -> u16 {
    25
}

fn default_folder() -> PathBuf {
    PathBuf::from("mails")
}

fn default_connections() -> usize {
    8
}

/// Quick at first, as greylisting lets the second try through; 94 hours in total, since a server may be away over a
/// long weekend.
fn default_retry_minutes() -> Vec<u32> {
    vec![1, 5, 15, 60, 180, 360, 720, 1440, 1440, 1440]
}

fn default_timeout_seconds() -> u32 {
    60
}

fn default_poll_milliseconds() -> u32 {
    1000
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<MailSettings, toml::de::Error> {
        toml::from_str(text)
    }

    #[test]
    fn retries_go_on_for_three_days() {
        let settings = parse("transport = 'smtp'\nfrom_address = 'a@example.org'").expect("valid");

        assert!(settings.retry_minutes.iter().sum::<u32>() >= 72 * 60);
    }

    #[test]
    fn unknown_settings_are_refused_and_the_password_is_not_shown() {
        let known = "transport = 'smtp'\nfrom_address = 'a@example.org'\ntls = 'starttls'\npassword = 'hush'";
        let settings = parse(known).expect("valid");

        assert!(!format!("{settings:?}").contains("hush"));
        assert!(parse(&format!("{known}\nhots = 'localhost'")).is_err());
    }
}
