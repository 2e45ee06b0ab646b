//! An e-mail address that does not leak: `Debug` and `Display` print it masked, [`EmailAddress::expose`] gives it out.
//!
//! One mailbox has one identity however it is written (ADR 0011): everything that counts, limits or must be unique looks
//! at [`EmailAddress::folded`] or [`EmailAddress::mailbox`]. What [`EmailAddress::parse`] accepts, every mail server can be
//! told.

mod pasted;
mod refusal;
#[cfg(test)]
pub(crate) mod tests;

use std::fmt;
use std::str::FromStr;

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use serde::{Deserialize, Deserializer};

pub use refusal::InvalidEmailAddress;

use crate::kernel::limits;

/// Longest address (RFC 5321), longest part before the `@`, and what nobody types by hand, in bytes.
const LONGEST: usize = limits::ADDRESS.most;
const LONGEST_LOCAL: usize = 64;
const LONGEST_TYPED: usize = 2_000;

/// An address any mail server can be told: a part of ASCII letters, digits and signs before the `@`, a domain after it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress {
    /// Before the `@`, as it was typed.
    local: String,
    /// In ASCII and lower case: `xn--obina-iya.example`.
    domain: String,
    /// The whole address with the domain in its own letters: `bor@občina.example`.
    readable: String,
}

impl EmailAddress {
    /// Parses what a person typed or pasted: spaces around it, characters nobody sees, `mailto:`, `Name <a@b.si>` and the
    /// full stop of a sentence are not part of the address.
    ///
    /// # Errors
    /// [`InvalidEmailAddress`] names what stands in the way.
    pub fn parse(text: &str) -> Result<Self, InvalidEmailAddress> {
        if text.len() > LONGEST_TYPED {
            return Err(InvalidEmailAddress::TooLong);
        }
        let meant = pasted::meant(text)?;
        let (local, domain) = parts(&meant)?;
        check_local(local)?;
        let domain = ascii_domain(domain)?;
        if local.len() > LONGEST_LOCAL || local.len() + 1 + domain.len() > LONGEST {
            return Err(InvalidEmailAddress::TooLong);
        }
        Ok(Self {
            readable: format!("{local}@{}", readable_domain(&domain)),
            local: local.to_owned(),
            domain,
        })
    }

    /// The address in clear, as its owner reads it, for the outbox, the mail and pages of the owner only.
    pub fn expose(&self) -> &str {
        &self.readable
    }

    /// The two parts of the address as mail servers are told: ASCII throughout.
    pub fn wire(&self) -> (&str, &str) {
        (&self.local, &self.domain)
    }

    /// What all spellings of one address share. Parsing it again gives the same.
    pub fn folded(&self) -> String {
        format!("{}@{}", self.local.to_ascii_lowercase(), self.domain)
    }

    /// What all addresses of one mailbox share, as far as can be seen from outside: `ana+posvet@` arrives where `ana@`
    /// does. For limits; two of them may be different people where a server knows no such tags.
    pub fn mailbox(&self) -> String {
        let folded = self.folded();
        match folded.split_once('@') {
            Some((local, domain)) => {
                let untagged = local.split('+').next().filter(|name| !name.is_empty());
                format!("{}@{domain}", untagged.unwrap_or(local))
            }
            None => folded,
        }
    }

    /// Enough to recognise one's own address, not enough to learn somebody else's: `a…1@example.org`.
    pub fn masked(&self) -> String {
        let domain = readable_domain(&self.domain);
        let mut letters = self.local.chars();
        match (letters.next(), letters.next_back()) {
            (Some(first), Some(last)) => format!("{first}…{last}@{domain}"),
            _ => format!("…@{domain}"),
        }
    }
}

/// Before and after the one `@`.
fn parts(address: &str) -> Result<(&str, &str), InvalidEmailAddress> {
    use InvalidEmailAddress as No;
    if address.is_empty() {
        return Err(No::Missing);
    }
    let (local, domain) = address.split_once('@').ok_or(No::NoAt)?;
    if domain.contains('@') {
        return Err(No::Several);
    }
    if address.contains(char::is_whitespace) {
        return Err(No::Space);
    }
    if local.is_empty() {
        return Err(No::NoName);
    }
    if domain.is_empty() {
        return Err(No::NoDomain);
    }
    Ok((local, domain))
}

/// Words of letters, digits and signs with single dots between them. Quotes and comments are ways to write the same
/// mailbox twice; `%`, `!`, `/` and `|` once meant routes and pipes, and servers in their usual settings refuse them. A
/// letter outside ASCII needs SMTPUTF8 of every server on the way, which nobody can promise.
fn check_local(local: &str) -> Result<(), InvalidEmailAddress> {
    use InvalidEmailAddress as No;
    for sign in local.chars() {
        if !sign.is_ascii() {
            return Err(No::Letter(sign));
        }
        if !sign.is_ascii_alphanumeric() && !".#$&'*+-=?^_`{}~".contains(sign) {
            return Err(No::Sign(sign));
        }
    }
    if local.split('.').any(str::is_empty) {
        return Err(No::Dots);
    }
    Ok(())
}

/// The domain as the DNS has it: UTS-46, so that full-width letters, capitals and `xn--` all become one.
fn ascii_domain(domain: &str) -> Result<String, InvalidEmailAddress> {
    use InvalidEmailAddress as No;
    if domain.starts_with('[') {
        return Err(No::Literal);
    }
    let is_strange = |sign: &char| sign.is_ascii() && !sign.is_ascii_alphanumeric();
    if let Some(sign) = domain
        .chars()
        .find(|sign| is_strange(sign) && !".-".contains(*sign))
    {
        return Err(No::Sign(sign));
    }
    let ascii = Uts46::new()
        .to_ascii(
            domain.as_bytes(),
            AsciiDenyList::STD3,
            Hyphens::CheckFirstLast,
            DnsLength::Verify,
        )
        .map_err(|_errors| No::Domain)?
        .into_owned();
    match ascii.rsplit_once('.') {
        None => Err(No::NoEnding),
        Some((_, last)) if last.bytes().all(|byte| byte.is_ascii_digit()) => Err(No::Literal),
        Some((_, last)) if last.len() < 2 => Err(No::NoEnding),
        Some(_) => Ok(ascii),
    }
}

/// The domain in its own letters, unless they would not lead back when somebody copies them: `xn--a-ghn.example` begins
/// with a quotation mark.
fn readable_domain(ascii: &str) -> String {
    let (readable, _errors) = idna::domain_to_unicode(ascii);
    match pasted::meant(&readable).and_then(|meant| ascii_domain(&meant)) {
        Ok(back) if back == ascii => readable,
        _ => ascii.to_owned(),
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
