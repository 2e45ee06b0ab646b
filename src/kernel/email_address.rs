//! An e-mail address that does not leak: `Debug` and `Display` print it masked, [`EmailAddress::expose`] gives it out.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer};

/// A syntactically valid address (RFC 5321 length, RFC 5322 syntax), trimmed, at most 254 bytes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress(String);

/// The text is not an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an e-mail address")]
pub struct InvalidEmailAddress;

impl EmailAddress {
    /// Parses what a person typed.
    ///
    /// # Errors
    /// [`InvalidEmailAddress`] when it is empty, too long, has no domain with a dot, or holds control characters.
    pub fn parse(text: &str) -> Result<Self, InvalidEmailAddress> {
        let text = text.trim();
        if text.len() > 254 || text.chars().any(char::is_control) {
            return Err(InvalidEmailAddress);
        }
        let options = email_address::Options::default()
            .with_required_tld()
            .without_display_text()
            .without_domain_literal();
        email_address::EmailAddress::parse_with_options(text, options)
            .map(|address| Self(address.to_string()))
            .map_err(|_invalid| InvalidEmailAddress)
    }

    /// The address in clear, for the outbox and the mail header only.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// The form two spellings of one mailbox share: lower case throughout.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }

    /// Enough to recognise one's own address, not enough to learn somebody else's: `a…1@example.org`.
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.split_once('@').unwrap_or((&self.0, ""));
        let mut letters = local.chars();
        match (letters.next(), letters.next_back()) {
            (Some(first), Some(last)) => format!("{first}…{last}@{domain}"),
            _ => format!("…@{domain}"),
        }
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl FromStr for EmailAddress {
    type Err = InvalidEmailAddress;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl<'de> Deserialize<'de> for EmailAddress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_print_masked() {
        let address = EmailAddress::parse(" ana.novak@example.org ").expect("valid");

        assert_eq!(
            format!("{address} {address:?}"),
            "a…k@example.org a…k@example.org"
        );
        assert_eq!(address.expose(), "ana.novak@example.org");
    }

    #[test]
    fn what_is_not_an_address_is_refused() {
        for text in [
            "",
            "ana",
            "ana@",
            "@example.org",
            "a(at)example.org",
            "a@b c.org",
            "a@b.org\r\nBcc: x@y.org",
            "Ana <a@b.org>",
        ] {
            assert_eq!(
                EmailAddress::parse(text),
                Err(InvalidEmailAddress),
                "{text:?}"
            );
        }
    }
}
