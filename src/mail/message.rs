//! One mail, ready to be sent, and its assembly into RFC 5322 bytes (by lettre: folding, encoding, MIME).

use std::time::SystemTime;

use lettre::Address;
use lettre::message::header::{HeaderName, HeaderValue, InvalidHeaderName};
use lettre::message::{Mailbox, Message, MultiPart};

use crate::kernel::clock::Instant;
use crate::kernel::email_address::EmailAddress;

/// One mail to one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailMessage {
    /// Name shown as the sender.
    pub from_name: String,
    /// Header and envelope sender.
    pub from: EmailAddress,
    /// The recipient.
    pub to: EmailAddress,
    /// Where an answer goes: the authority's public address.
    pub reply_to: Option<EmailAddress>,
    /// Any text; encoded when assembled, so line breaks cannot become headers.
    pub subject: String,
    /// The plain text alternative.
    pub text: String,
    /// The HTML alternative with its styles inlined.
    pub html: String,
    /// Without the angle brackets; the same at every try, so that a repeat is recognised.
    pub message_id: String,
    /// Moment of this try.
    pub date: Instant,
    /// Where one click ends the subscription (RFC 8058); gives the two headers for it.
    pub unsubscribe_url: Option<String>,
    /// Further headers.
    pub headers: Vec<(&'static str, String)>,
}

/// The mail cannot be put into words a server understands; trying again will not help.
#[derive(Debug, thiserror::Error)]
pub enum AssembleError {
    /// An address that lettre refuses.
    #[error("an address cannot be used")]
    Address(#[from] lettre::address::AddressError),
    /// A header name that is none.
    #[error("a header has an impossible name")]
    Header(#[source] InvalidHeaderName),
    /// Anything else lettre refuses.
    #[error("the mail cannot be assembled")]
    Message(#[from] lettre::error::Error),
}

impl MailMessage {
    /// The mail as lettre sends it: headers, multipart/alternative and envelope.
    ///
    /// # Errors
    /// [`AssembleError`] when an address or a header cannot be used.
    pub fn assemble(&self) -> Result<Message, AssembleError> {
        let name = Some(one_line(&self.from_name)).filter(|name| !name.is_empty());
        let mut builder = Message::builder()
            .from(Mailbox::new(name, address(&self.from)?))
            .to(Mailbox::new(None, address(&self.to)?))
            .subject(one_line(&self.subject))
            .message_id(Some(format!("<{}>", self.message_id)))
            .date(SystemTime::from(self.date.utc()))
            // RFC 3834: no holiday notices in answer to this.
            .raw_header(header("Auto-Submitted", "auto-generated")?);
        if let Some(reply_to) = &self.reply_to {
            builder = builder.reply_to(Mailbox::new(None, address(reply_to)?));
        }
        if let Some(url) = &self.unsubscribe_url {
            builder = builder
                .raw_header(header("List-Unsubscribe", &format!("<{url}>"))?)
                .raw_header(header(
                    "List-Unsubscribe-Post",
                    "List-Unsubscribe=One-Click",
                )?);
        }
        for (name, value) in &self.headers {
            builder = builder.raw_header(header(name, &one_line(value))?);
        }
        let body = MultiPart::alternative_plain_html(self.text.clone(), self.html.clone());
        Ok(builder.multipart(body)?)
    }
}

fn header(name: &str, value: &str) -> Result<HeaderValue, AssembleError> {
    let name = HeaderName::new_from_ascii(name.to_owned()).map_err(AssembleError::Header)?;
    Ok(HeaderValue::new(name, value.to_owned()))
}

/// The address as SMTP wants it: ASCII, so any server takes it.
fn address(address: &EmailAddress) -> Result<Address, AssembleError> {
    let (local, domain) = address.wire();
    Ok(Address::new(local, domain)?)
}

/// Control characters, line breaks among them, become spaces.
fn one_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    spaced.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::kernel::email_address::tests::typed;

    fn message() -> MailMessage {
        MailMessage {
            from_name: "Občina Žužemberk".to_owned(),
            from: EmailAddress::parse("posvet@example.org").expect("valid"),
            to: EmailAddress::parse("ana@občina.si").expect("valid"),
            reply_to: None,
            subject: "Vaša pripomba\r\nBcc: x@example.org".to_owned(),
            text: "Hvala, čaščenje!".to_owned(),
            html: "<p>Hvala, čaščenje!</p>".to_owned(),
            message_id: "7.abc@posvet.example.org".to_owned(),
            date: Instant::from_micros(1_649_628_000_000_000).expect("in range"),
            unsubscribe_url: None,
            headers: Vec::new(),
        }
    }

    fn assembled(message: &MailMessage) -> String {
        let bytes = message.assemble().expect("assembles").formatted();
        String::from_utf8(bytes).expect("ASCII")
    }

    #[test]
    fn a_subject_cannot_add_a_header() {
        let mail = assembled(&message());

        assert!(mail.is_ascii());
        assert!(!mail.lines().any(|line| line.starts_with("Bcc:")), "{mail}");
    }

    proptest! {
        #[test]
        fn whatever_is_an_address_can_be_written_to(typed in typed()) {
            if let Ok(to) = EmailAddress::parse(&typed) {
                let mail = MailMessage { to, ..message() };
                prop_assert!(mail.assemble().is_ok(), "{typed}");
            }
        }
    }

    #[test]
    fn international_domains_are_sent_in_ascii() {
        let mail = assembled(&message());

        assert!(mail.contains("To: ana@xn--obina-iya.si\r\n"), "{mail}");
    }

    #[test]
    fn the_two_unsubscribe_headers_come_together_and_unfolded() {
        let mut message = message();
        let url = format!("https://posvet.example.org/sl/{}", "x".repeat(120));
        message.unsubscribe_url = Some(url.clone());

        let mail = assembled(&message);

        assert!(
            mail.contains(&format!("List-Unsubscribe: <{url}>\r\n")),
            "{mail}"
        );
        assert!(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
        assert!(mail.contains("Auto-Submitted: auto-generated\r\n"));
        assert!(mail.contains("Message-ID: <7.abc@posvet.example.org>\r\n"));
    }
}
