//! The `[files]` table of the settings.

use std::path::PathBuf;

use anyhow::ensure;
use secrecy::SecretString;
use serde::Deserialize;

/// Where files that people bring are kept.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilesSettings {
    pub store: StoreKind,
    /// For `folder`: which; empty is `files` in the data directory. Nodes on one database need one that all of them see.
    pub folder: PathBuf,
    /// The largest file, in megabytes.
    pub largest_megabytes: usize,
    /// For `s3`: where it answers.
    pub endpoint: String,
    pub region: String,
    pub bucket: String,
    pub access_key: String,
    pub secret_key: SecretString,
}

impl FilesSettings {
    /// Refuses a bucket that is not named.
    ///
    /// # Errors
    /// The key that is missing.
    pub fn check(&self) -> anyhow::Result<()> {
        let needed = [
            ("files.endpoint", &self.endpoint),
            ("files.region", &self.region),
            ("files.bucket", &self.bucket),
            ("files.access_key", &self.access_key),
        ];
        for (key, value) in needed {
            let is_given = self.store == StoreKind::Folder || !value.is_empty();
            ensure!(is_given, "{key} is missing");
        }
        Ok(())
    }
}

/// Which store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StoreKind {
    Folder,
    S3,
}
