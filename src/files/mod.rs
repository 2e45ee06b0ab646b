//! Files people bring: kept in a folder or in an S3 bucket, under random names, on the disk before anybody is told so.
//!
//! Owns `files`. [`Files::keep`] looks at what a file is, not at what it is called, and stores it; the use case then inserts
//! its row in the same write as whatever refers to it. A file whose use case failed has no row and is swept away after a
//! day ([`sweep_files`]). A backup holds the files its rows name.

mod backup;
mod kind;
mod name;
mod picture;
mod place;
mod settings;
mod store;
mod sweep;

use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt as _};
use sha2::{Digest as _, Sha256};
use tokio::sync::Semaphore;

pub use backup::beside;
pub use kind::FileKind;
pub use settings::FilesSettings;
pub use store::{StoredFile, delete_file, find_file, insert_file};
pub use sweep::{sweep_files, sweep_once};

use crate::kernel::ids::Ids;
use crate::kernel::token::hex;

/// Where files are kept. Cheap to clone.
#[derive(Clone)]
pub struct Files {
    objects: Arc<dyn ObjectStore>,
    /// The largest file, in bytes.
    largest: usize,
    /// One picture is re-encoded at a time: each takes as much memory as it has pixels.
    encoding: Arc<Semaphore>,
}

/// What is taken in one place.
#[derive(Clone, Copy, Debug)]
pub struct Accepted {
    pub kinds: &'static [FileKind],
    /// A picture that is larger is made smaller: width and height, in pixels.
    pub within: Option<(u32, u32)>,
}

/// A file that is in the store and has no row yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its name in the store: random, so that nobody guesses it and nothing of what people call it gets there.
    pub place: String,
    /// What it was called, for people.
    pub name: String,
    pub kind: FileKind,
    /// Its size.
    pub bytes: i64,
    pub sha256: Vec<u8>,
}

impl Accepted {
    /// Files of these kinds, pictures of any size.
    pub const fn kinds(kinds: &'static [FileKind]) -> Self {
        Self {
            kinds,
            within: None,
        }
    }
}

/// Why a file is not kept.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    #[error("the file is empty")]
    Empty,
    #[error("the file has more than {most} bytes")]
    TooLarge { most: usize },
    /// It is none of the kinds that are taken here, whatever its name says.
    #[error("the file is of another kind than those that are taken here")]
    OtherKind,
    /// A document that brings a program along.
    #[error("the file holds macros")]
    HasMacros,
    #[error("the picture cannot be read")]
    BrokenPicture(#[source] image::ImageError),
    #[error("the picture has too many pixels")]
    TooManyPixels,
    #[error("the picture could not be re-encoded")]
    NotReencoded(#[from] tokio::task::JoinError),
    #[error("the file store cannot be reached at the moment")]
    Away(#[from] object_store::Error),
}

impl Files {
    /// Keeps a file if it is one of the kinds that are `accepted`; a picture is [re-encoded](picture::reencode). It is on the
    /// disk, or the bucket has confirmed it, when this returns.
    ///
    /// # Errors
    /// See [`KeepError`]; nothing is kept then.
    pub async fn keep(
        &self,
        ids: &Ids,
        name: &str,
        content: Bytes,
        accepted: Accepted,
    ) -> Result<NewFile, KeepError> {
        if content.is_empty() {
            return Err(KeepError::Empty);
        }
        if content.len() > self.largest {
            let most = self.largest;
            return Err(KeepError::TooLarge { most });
        }
        let kind = FileKind::of(&content)?;
        if !accepted.kinds.contains(&kind) {
            return Err(KeepError::OtherKind);
        }
        let (kind, content) = match kind.picture() {
            Some(format) => {
                let _turn = self.encoding.acquire().await;
                let encode = move || picture::reencode(format, &content, accepted.within);
                tokio::task::spawn_blocking(encode).await??
            }
            None => (kind, content),
        };
        let random = hex(&ids.bytes::<16>());
        let (shelf, _rest) = random.split_at(2);
        let file = NewFile {
            place: format!("{shelf}/{random}"),
            name: name::of_kind(name, kind),
            kind,
            bytes: i64::try_from(content.len()).unwrap_or(i64::MAX),
            sha256: Sha256::digest(&content).to_vec(),
        };
        self.put(&file.place, content).await?;
        Ok(file)
    }

    /// The largest file that is kept, in bytes.
    pub fn largest(&self) -> usize {
        self.largest
    }

    /// The content of a file.
    ///
    /// # Errors
    /// When it is not there, or the store is away.
    pub async fn read(&self, place: &str) -> Result<Bytes, object_store::Error> {
        self.objects.get(&Path::from(place)).await?.bytes().await
    }

    /// The content of a file, piece by piece.
    ///
    /// # Errors
    /// When it is not there, or the store is away.
    pub async fn stream(
        &self,
        place: &str,
    ) -> Result<BoxStream<'static, Result<Bytes, object_store::Error>>, object_store::Error> {
        Ok(self.objects.get(&Path::from(place)).await?.into_stream())
    }

    async fn put(&self, place: &str, content: Bytes) -> Result<(), object_store::Error> {
        self.objects
            .put(&Path::from(place), content.into())
            .await
            .map(|_put| ())
    }
}
