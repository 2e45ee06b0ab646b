//! Hashing and checking passwords, slowly and a few at a time.
//!
//! argon2id with the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. Two hashes run
//! at once, so a flood of sign-ins costs 38 MiB and two threads and no more; the rest wait their turn for a while.

use std::sync::Arc;
use std::time::Duration;

use argon2::password_hash::phc;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use secrecy::{ExposeSecret as _, SecretString};
use subtle::ConstantTimeEq as _;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use unicode_normalization::UnicodeNormalization as _;

use super::domain::PasswordHash;
use crate::kernel::ids::Ids;

/// Hashes that run at once.
const AT_ONCE: usize = 2;

/// Length of a hash, in bytes.
const OUTPUT: usize = 32;

/// More than the 32 MiB up to which glibc lets its threshold for mapping grow (`mallopt(3)`, `M_MMAP_THRESHOLD`).
const ALWAYS_MAPPED: usize = 33 << 20;

/// How long one waits for its turn.
const PATIENCE: Duration = Duration::from_secs(8);

/// What an unknown account is checked against: the parameters of a real hash, and an output no password gives.
const NOBODY: &str = concat!(
    "$argon2id$v=19$m=19456,t=2,p=1",
    "$AAAAAAAAAAAAAAAAAAAAAA",
    "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
);

/// Why a password was neither hashed nor checked.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// Too many wait already; the same request may succeed in a moment.
    #[error("too many passwords are being hashed at the moment")]
    Busy,
    /// argon2 refused its parameters, or its thread died.
    #[error("the password could not be hashed")]
    Broken(#[source] anyhow::Error),
}

/// The one place that runs argon2. Cheap to clone; all clones share the bound.
#[derive(Clone, Debug)]
pub struct Passwords {
    turns: Arc<Semaphore>,
    patience: Duration,
}

impl Default for Passwords {
    fn default() -> Self {
        Self {
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            patience: PATIENCE,
        }
    }
}

impl Passwords {
    /// Hashes a password with a fresh salt.
    ///
    /// # Errors
    /// [`PasswordError::Busy`] when too many wait.
    pub async fn hash(
        &self,
        ids: &Ids,
        password: &SecretString,
    ) -> Result<PasswordHash, PasswordError> {
        let (password, salt) = (password.clone(), ids.bytes::<16>());
        self.run(move || {
            let params = Params::new(19_456, 2, 1, Some(OUTPUT))?;
            let hash = phc::PasswordHash {
                algorithm: Algorithm::Argon2id.ident(),
                version: Some(Version::V0x13.into()),
                params: phc::ParamsString::try_from(&params)?,
                salt: Some(phc::Salt::new(&salt)?),
                hash: Some(phc::Output::new(&argon2id(params, &password, &salt)?)?),
            };
            Ok(PasswordHash(hash.to_string()))
        })
        .await
    }

    /// Whether `password` belongs to `hash`. Without a hash, for an account that does not exist, it does the same work
    /// and says no.
    ///
    /// # Errors
    /// [`PasswordError::Busy`] when too many wait, [`PasswordError::Broken`] when the stored hash is not one.
    pub async fn verify(
        &self,
        password: &SecretString,
        hash: Option<&PasswordHash>,
    ) -> Result<bool, PasswordError> {
        let password = password.clone();
        let hash = hash.map_or_else(|| NOBODY.to_owned(), |hash| hash.0.clone());
        self.run(move || {
            let hash = phc::PasswordHash::new(&hash)?;
            let (Some(salt), Some(output)) = (&hash.salt, &hash.hash) else {
                anyhow::bail!("the stored hash has no salt or no output");
            };
            anyhow::ensure!(
                hash.algorithm == Algorithm::Argon2id.ident()
                    && hash.version == Some(Version::V0x13.into()),
                "the stored hash is not one of argon2id"
            );
            let computed = argon2id(Params::try_from(&hash.params)?, &password, salt)?;
            Ok(computed.ct_eq(output.as_bytes()).into())
        })
        .await
    }

    /// Runs `work` on a blocking thread when it is its turn. The turn is held by the work, not by the caller, so a
    /// visitor who hangs up does not make room for a third hash.
    async fn run<T, F>(&self, work: F) -> Result<T, PasswordError>
    where
        T: Send + 'static,
        F: FnOnce() -> anyhow::Result<T> + Send + 'static,
    {
        let turn = self.turn().await?;
        tokio::task::spawn_blocking(move || {
            let outcome = work();
            drop(turn);
            outcome
        })
        .await
        .map_err(|error| PasswordError::Broken(error.into()))?
        .map_err(PasswordError::Broken)
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit, PasswordError> {
        tokio::time::timeout(self.patience, Arc::clone(&self.turns).acquire_owned())
            .await
            .map_err(|_elapsed| PasswordError::Busy)?
            .map_err(|closed| PasswordError::Broken(closed.into()))
    }
}

/// What is hashed: keyboards and systems send `č` as one character or as two, and both are the same password (RFC 8265).
fn composed(password: &SecretString) -> Vec<u8> {
    let composed: String = password.expose_secret().nfc().collect();
    composed.into_bytes()
}

/// The hash of a password. The memory goes back to the system at once: glibc keeps a freed block of 19 MiB in the arena of
/// whichever thread hashed, one for each, but always unmaps what was allocated with more than [`ALWAYS_MAPPED`]; pages that
/// are never touched cost nothing. The system clears what it takes back.
fn argon2id(params: Params, password: &SecretString, salt: &[u8]) -> anyhow::Result<[u8; OUTPUT]> {
    let blocks = params.block_count();
    let mut memory = Vec::with_capacity(blocks.max(ALWAYS_MAPPED / Block::SIZE));
    memory.resize(blocks, Block::new());
    let mut output = [0; OUTPUT];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
        &composed(password),
        salt,
        &mut output,
        memory,
    )?;
    Ok(output)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> SecretString {
        SecretString::from(text)
    }

    #[tokio::test]
    async fn a_password_belongs_to_its_own_hash_only() {
        let passwords = Passwords::default();
        let hash = passwords
            .hash(&Ids::seeded(1), &secret("lipa kraj vode"))
            .await
            .expect("hashed");

        let right = passwords
            .verify(&secret("lipa kraj vode"), Some(&hash))
            .await;
        let wrong = passwords
            .verify(&secret("lipa kraj vod"), Some(&hash))
            .await;

        assert!(right.expect("checked"));
        assert!(!wrong.expect("checked"));
    }

    #[tokio::test]
    async fn a_password_is_the_same_however_its_letters_are_composed() {
        let passwords = Passwords::default();
        let hash = passwords
            .hash(&Ids::seeded(1), &secret("lipa čez vodo"))
            .await
            .expect("hashed");

        let apart = secret("lipa c\u{30c}ez vodo");

        assert!(
            passwords
                .verify(&apart, Some(&hash))
                .await
                .expect("checked")
        );
    }

    #[tokio::test]
    async fn an_unknown_account_costs_as_much_as_a_known_one_and_lets_nobody_in() {
        let passwords = Passwords::default();
        let hash = passwords
            .hash(&Ids::seeded(1), &secret("lipa kraj vode"))
            .await
            .expect("hashed");
        let params = |hash: &str| hash.rsplitn(3, '$').last().map(str::to_owned);

        assert_eq!(params(&hash.0), params(NOBODY));
        assert!(!passwords.verify(&secret(""), None).await.expect("checked"));
    }

    #[tokio::test]
    async fn equal_passwords_have_different_hashes() {
        let (passwords, ids) = (Passwords::default(), Ids::seeded(1));

        let one = passwords.hash(&ids, &secret("lipa kraj vode")).await;
        let other = passwords.hash(&ids, &secret("lipa kraj vode")).await;

        assert_ne!(one.expect("hashed"), other.expect("hashed"));
    }

    #[tokio::test]
    async fn who_waits_too_long_for_a_turn_is_told_so() {
        let passwords = Passwords {
            patience: Duration::ZERO,
            ..Passwords::default()
        };
        let _one = passwords.turn().await.expect("free");
        let _two = passwords.turn().await.expect("free");

        let third = passwords.verify(&secret("lipa kraj vode"), None).await;

        assert!(matches!(third, Err(PasswordError::Busy)));
    }

    #[tokio::test]
    async fn a_stored_hash_that_is_none_is_reported_and_lets_nobody_in() {
        let checked = Passwords::default()
            .verify(&secret("x"), Some(&PasswordHash("x".to_owned())))
            .await;

        assert!(matches!(checked, Err(PasswordError::Broken(_))));
    }
}
