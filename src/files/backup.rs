//! The files a backup holds beside the rows that name them.

use anyhow::{Context as _, anyhow, ensure};
use bytes::Bytes;
use sha2::{Digest as _, Sha256};
use tokio::runtime::{Builder, Runtime};

use super::{Files, store};
use crate::db::DbConnection;
use crate::db::backup::Beside;

/// Files named at once.
const AT_ONCE: i64 = 500;

/// The files as a backup sees them, which waits for each.
///
/// # Errors
/// When there is nothing left to wait with.
pub fn beside(files: Files) -> std::io::Result<impl Beside> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let runtime = Some(runtime);
    Ok(FilesBeside { files, runtime })
}

struct FilesBeside {
    files: Files,
    /// Its own, so that it may be used from anywhere; there until it is dropped.
    runtime: Option<Runtime>,
}

impl FilesBeside {
    /// Waits on another thread: this one may be in the middle of something async.
    fn wait<T: Send>(&self, work: impl Future<Output = T> + Send) -> anyhow::Result<T> {
        let runtime = self.runtime.as_ref().context("the backup has ended")?;
        std::thread::scope(|scope| scope.spawn(|| runtime.block_on(work)).join())
            .map_err(|_panicked| anyhow!("the file store panicked"))
    }
}

impl Drop for FilesBeside {
    /// In the middle of something async nobody may wait for a runtime to end.
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Beside for FilesBeside {
    fn each(
        &self,
        conn: &mut DbConnection,
        found: &mut dyn FnMut(&str, &[u8]) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let mut last = String::new();
        loop {
            let places = store::list_places(conn, &last, AT_ONCE)?;
            let Some((end, _digest)) = places.last() else {
                return Ok(());
            };
            last.clone_from(end);
            for (place, digest) in &places {
                let content = self
                    .wait(self.files.read(place))?
                    .with_context(|| format!("the file {place} is not in the store"))?;
                ensure!(
                    Sha256::digest(&content).as_slice() == digest,
                    "the file {place} was changed after it was kept"
                );
                found(place, &content)?;
            }
        }
    }

    fn put(&self, place: &str, content: Vec<u8>) -> anyhow::Result<()> {
        self.wait(self.files.put(place, Bytes::from(content)))?
            .with_context(|| format!("the file {place} cannot be kept"))
    }
}
