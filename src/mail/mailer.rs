//! How a mail leaves: over SMTP, into a folder, or into memory.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::message::MailMessage;
use super::smtp::{InvalidSmtpSettings, SmtpClient};
use super::{MailSettings, Transport};

/// Where mails go. Production uses [`Mailer::Smtp`]; the other two stand in for it.
#[derive(Clone)]
pub enum Mailer {
    /// To a server.
    Smtp(Arc<SmtpClient>),
    /// One `.eml` per mail in this folder, named by its Message-ID.
    File(PathBuf),
    /// Into a list that tests and demonstrations read.
    Memory(Arc<Mutex<Vec<MailMessage>>>),
}

/// What the server said, or what went wrong when it said nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The SMTP reply code, if there was a reply.
    pub code: Option<u16>,
    /// Reply code and text. It may quote the recipient: for the report, never for a log.
    pub text: String,
}

/// Why a mail was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Not now: a 4xx reply, no connection, a connection lost before the mail was complete, a time-out.
    #[error("the mail was not taken for now")]
    Transient(Reply),
    /// Never: a 5xx reply to this mail.
    #[error("the mail was refused for good")]
    Permanent(Reply),
    /// Perhaps it was taken: the connection ended after the final dot and before the reply.
    #[error("the connection ended before the reply to the mail")]
    Unknown(Reply),
}

impl Reply {
    /// A remark of our own, where no server spoke.
    pub(super) fn remark(text: impl Into<String>) -> Self {
        Self {
            code: None,
            text: text.into(),
        }
    }
}

impl SendError {
    /// What was said.
    pub fn reply(&self) -> &Reply {
        match self {
            Self::Transient(reply) | Self::Permanent(reply) | Self::Unknown(reply) => reply,
        }
    }
}

impl Mailer {
    /// The mailer the settings ask for.
    ///
    /// # Errors
    /// [`InvalidSmtpSettings`] when the SMTP settings contradict each other.
    pub fn from_settings(settings: &MailSettings) -> Result<Self, InvalidSmtpSettings> {
        Ok(match settings.transport {
            Transport::Smtp => Self::Smtp(Arc::new(SmtpClient::new(settings)?)),
            Transport::File => Self::File(settings.folder.clone()),
            Transport::Memory => Self::memory(),
        })
    }

    /// An empty mailer in memory.
    pub fn memory() -> Self {
        Self::Memory(Arc::default())
    }

    /// What a mailer in memory has taken so far, oldest first; nothing for the others.
    pub fn taken(&self) -> Vec<MailMessage> {
        match self {
            Self::Memory(mails) => mails.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            Self::Smtp(_) | Self::File(_) => Vec::new(),
        }
    }

    /// Sends one mail and waits for the answer.
    ///
    /// # Errors
    /// [`SendError`], which says whether another try makes sense.
    pub async fn send(&self, message: &MailMessage) -> Result<Reply, SendError> {
        match self {
            Self::Smtp(client) => client.send(message).await,
            Self::File(folder) => write_file(folder.clone(), message).await,
            Self::Memory(mails) => {
                let mut mails = mails.lock().unwrap_or_else(PoisonError::into_inner);
                mails.push(message.clone());
                Ok(Reply::remark("kept in memory"))
            }
        }
    }
}

async fn write_file(folder: PathBuf, message: &MailMessage) -> Result<Reply, SendError> {
    let bytes = message
        .assemble()
        .map_err(|error| SendError::Permanent(Reply::remark(error.to_string())))?
        .formatted();
    let name = file_name(&message.message_id);
    tokio::task::spawn_blocking(move || replace(&folder, &name, &bytes))
        .await
        .map_err(std::io::Error::other)
        .flatten()
        .map_err(|error| SendError::Transient(Reply::remark(error.to_string())))?;
    Ok(Reply::remark("written to a file"))
}

/// Writes beside the target and renames, so that a reader never sees half a mail.
fn replace(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let draft = folder.join(format!(".{name}.tmp"));
    std::fs::write(&draft, bytes)?;
    std::fs::rename(draft, folder.join(format!("{name}.eml")))
}

fn file_name(message_id: &str) -> String {
    message_id
        .chars()
        .map(|letter| match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '-' | '@' => letter,
            _ => '_',
        })
        .collect()
}
