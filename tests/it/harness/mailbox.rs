//! Mails as their readers see them.

use diesel::dsl::max;
use diesel::{QueryDsl as _, RunQueryDsl as _};
use posvet::testing::db::schema::outbox;
use posvet::testing::db::{DbConnection, StoreResult};
use posvet::testing::mail::message::MailMessage;

/// A mail that was sent.
#[derive(Clone, Debug)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// The name shown as the sender.
    pub from: String,
    pub headers: Vec<(String, String)>,
}

impl From<MailMessage> for Mail {
    fn from(message: MailMessage) -> Self {
        let mut headers: Vec<(String, String)> = message
            .headers
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        headers.extend(
            message
                .unsubscribe_url
                .map(|url| ("List-Unsubscribe".to_owned(), format!("<{url}>"))),
        );
        Self {
            to: message.to.expose().to_owned(),
            subject: message.subject,
            text: message.text,
            html: message.html,
            from: message.from_name,
            headers,
        }
    }
}

impl Mail {
    /// The path of the first link in the text that ends with `ending`.
    pub fn link(&self, ending: &str) -> String {
        let url = self
            .text
            .split_whitespace()
            .find(|word| word.starts_with("http") && word.ends_with(ending))
            .unwrap_or_else(|| panic!("no link …{ending} in {}", self.text));
        let (_scheme, rest) = url.split_once("://").unwrap();
        format!("/{}", rest.split_once('/').unwrap().1)
    }
}

/// The number of the mail put into the outbox last.
pub fn newest_mail(connection: &mut DbConnection) -> StoreResult<i64> {
    let newest: Option<i64> = outbox::table
        .select(max(outbox::row_key))
        .first(connection)?;
    Ok(newest.expect("a mail"))
}
