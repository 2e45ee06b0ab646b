//! Hashing and checking passwords, slowly and a few at a time.
//!
//! argon2id with the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. Two hashes run
//! at once, so a flood of sign-ins costs 38 MiB and two threads and no more; the rest wait their turn for a while.

use std::sync::Arc;
use std::time::Duration;

use argon2::password_hash::phc;
use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
use secrecy::{ExposeSecret as _, SecretString};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::domain::PasswordHash;
use crate::kernel::ids::Ids;

/// Hashes that run at once.
const AT_ONCE: usize = 2;

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
            let hash: phc::PasswordHash = argon2()?
                .hash_password_with_salt(password.expose_secret().as_bytes(), &salt)
                .map_err(anyhow::Error::from)?;
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
            let hash = phc::PasswordHash::new(&hash).map_err(anyhow::Error::from)?;
            match argon2()?.verify_password(password.expose_secret().as_bytes(), &hash) {
                Ok(()) => Ok(true),
                Err(argon2::password_hash::Error::PasswordInvalid) => Ok(false),
                Err(error) => Err(error.into()),
            }
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

fn argon2() -> anyhow::Result<Argon2<'static>> {
    let params = Params::new(19_456, 2, 1, Some(32)).map_err(anyhow::Error::from)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
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
