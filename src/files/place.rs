//! Opens the store the settings describe.

use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use object_store::ObjectStore;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use secrecy::ExposeSecret as _;
use tokio::sync::Semaphore;

use super::Files;
use super::settings::{FilesSettings, StoreKind};

const MEGABYTE: usize = 1 << 20;

impl Files {
    /// Opens the store, creating its folder below the data directory.
    ///
    /// # Errors
    /// When the folder cannot be made, or the address of the bucket is none. A bucket is not asked.
    pub fn open(settings: &FilesSettings, data: &Path) -> anyhow::Result<Self> {
        let objects: Arc<dyn ObjectStore> = match settings.store {
            StoreKind::Folder => Arc::new(folder(settings, data)?),
            StoreKind::S3 => Arc::new(bucket(settings)?),
        };
        Ok(Self {
            objects,
            largest: settings.largest_megabytes * MEGABYTE,
            encoding: Arc::new(Semaphore::new(1)),
        })
    }
}

fn folder(settings: &FilesSettings, data: &Path) -> anyhow::Result<LocalFileSystem> {
    let folder = match settings.folder.as_os_str().is_empty() {
        true => data.join("files"),
        false => settings.folder.clone(),
    };
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("{} cannot be created", folder.display()))?;
    // A file and the folder its name is in are on the disk before anybody is told that it is kept.
    Ok(LocalFileSystem::new_with_prefix(&folder)?.with_fsync(true))
}

fn bucket(settings: &FilesSettings) -> anyhow::Result<impl ObjectStore> {
    // Whoever connects first decides for the process; it is ring either way.
    let _already = rustls::crypto::ring::default_provider().install_default();
    AmazonS3Builder::new()
        .with_endpoint(&settings.endpoint)
        .with_allow_http(settings.endpoint.starts_with("http://"))
        .with_region(&settings.region)
        .with_bucket_name(&settings.bucket)
        .with_access_key_id(&settings.access_key)
        .with_secret_access_key(settings.secret_key.expose_secret())
        .build()
        .context("the bucket of files.bucket cannot be used")
}
