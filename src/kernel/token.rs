//! Tokens of mail links. Each is an HMAC-SHA256 (RFC 2104) of what it permits, under the installation's secret key, so
//! no token is ever stored: it is derived when the mail is rendered and again when the link comes back (ADR 0006).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// What a link may do. A token made for one flow is refused by every other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Follow one submission.
    Submission,
    /// Confirm one submission. Only the mail holds it: the receipt page must not let anyone confirm for another.
    Confirmation,
    /// Confirm or end one subscription.
    Subscription,
    /// Tie a form to the moment it was served.
    Form,
    /// Accept one invitation.
    Invitation,
    /// Set another password, once.
    Password,
    /// Prove another address of an account.
    Address,
    /// Look at one consultation before it is public.
    Preview,
}

impl Flow {
    fn label(self) -> &'static [u8] {
        match self {
            Self::Submission => b"submission:",
            Self::Confirmation => b"confirmation:",
            Self::Subscription => b"subscription:",
            Self::Form => b"form:",
            Self::Invitation => b"invitation:",
            Self::Password => b"password:",
            Self::Address => b"address:",
            Self::Preview => b"preview:",
        }
    }
}

/// Mints and checks tokens with one secret key.
#[derive(Clone)]
pub struct Tokens {
    key: Hmac<Sha256>,
}

impl Tokens {
    /// Tokens under `secret`, which may be of any length (RFC 2104, section 2).
    #[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
    pub fn new(secret: &[u8]) -> Self {
        let key = Hmac::<Sha256>::new_from_slice(secret).expect("HMAC takes keys of any length");
        Self { key }
    }

    /// The token that permits `flow` on `subject`: 32 bytes in base64url, 43 characters.
    pub fn mint(&self, flow: Flow, subject: Uuid) -> String {
        URL_SAFE_NO_PAD.encode(self.mac(&[flow.label(), subject.as_bytes()]))
    }

    /// Whether `token` permits `flow` on `subject`; compares in constant time.
    pub fn permits(&self, token: &str, flow: Flow, subject: Uuid) -> bool {
        let expected = self.mac(&[flow.label(), subject.as_bytes()]);
        URL_SAFE_NO_PAD
            .decode(token)
            .is_ok_and(|given| given.as_slice().ct_eq(&expected).into())
    }

    /// HMAC-SHA256 over the parts, one after another.
    pub fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut mac = self.key.clone();
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

/// SHA-256 of the parts, each preceded by its length so that no two lists collide.
pub fn digest(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_opens_only_its_own_door() {
        let tokens = Tokens::new(b"secret");
        let subject = Uuid::from_u128(1);
        let token = tokens.mint(Flow::Submission, subject);

        assert!(tokens.permits(&token, Flow::Submission, subject));
        assert!(!tokens.permits(&token, Flow::Subscription, subject));
        assert!(!tokens.permits(&token, Flow::Submission, Uuid::from_u128(2)));
        assert!(!Tokens::new(b"other").permits(&token, Flow::Submission, subject));
        assert!(!tokens.permits("", Flow::Submission, subject));
    }
}
