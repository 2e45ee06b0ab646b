//! Database to file.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use diesel::Connection as _;

use super::format::{Header, Reader, Rows, Writer};
use super::{Beside, Progress, place, tables};
use crate::db::dialect::backup as dialect;
use crate::db::{DatabaseUrl, DbConnection, migrations};
use crate::kernel::clock::Instant;

/// Rows between two reports of progress.
const STEP: u64 = 1_000;

/// A backup that is on the disk.
#[derive(Clone, Debug)]
pub struct Saved {
    /// Rows of each table.
    pub rows: Rows,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// The same for equal content, whatever the backend.
    pub content_sha256: String,
    /// The migrations that had run.
    pub schema: Vec<String>,
}

/// Writes the state of this moment to `path`, with the files it names, while others go on writing to the database. The file appears under its name
/// when it is complete and on the disk; it is readable by its owner only, as it holds personal data.
///
/// # Errors
/// When the database cannot be read or the file not be written; or `path` is something else than an older backup.
pub fn save(
    url: &DatabaseUrl,
    path: &Path,
    beside: &impl Beside,
    now: Instant,
    progress: &mut dyn FnMut(Progress),
) -> anyhow::Result<Saved> {
    check_replaceable(path)?;
    let partial = Partial::create(path)?;
    let mut connection = url.connect()?;
    let saved = connection.transaction(|connection| {
        dialect::begin_snapshot(connection)?;
        let tables = tables::all();
        let header = Header::new(now, migrations::recorded(connection)?, tables.clone());
        let mut writer = Writer::start(partial.file.try_clone()?, &header)?;
        let rows = write_tables(connection, &tables, &mut writer, progress)?;
        beside.each(connection, &mut |place, content| {
            writer.file(place, content)
        })?;
        let end = writer.finish()?;
        ensure!(
            end.rows == rows,
            "rows are missing from the backup: {:?} of {rows:?} were read",
            end.rows
        );
        let bytes = partial.file.metadata()?.len();
        Ok(Saved {
            rows,
            bytes,
            content_sha256: end.content_sha256,
            schema: header.schema,
        })
    })?;
    partial.publish(path)?;
    Ok(saved)
}

/// Returns how many rows each table has in this snapshot.
fn write_tables(
    connection: &mut DbConnection,
    tables: &[super::Table],
    writer: &mut Writer,
    progress: &mut dyn FnMut(Progress),
) -> anyhow::Result<Rows> {
    let mut rows = Rows::new();
    for table in tables {
        rows.insert(
            table.name.clone(),
            dialect::count_rows(connection, table)?.try_into()?,
        );
    }
    let (mut done, total) = (0, rows.values().sum());
    progress(Progress { done, total });
    for table in tables {
        writer.table(&table.name)?;
        dialect::each_row(connection, table, |row| {
            done += 1;
            if done % STEP == 0 {
                progress(Progress { done, total });
            }
            writer.row(&table.name, row)
        })?;
    }
    progress(Progress { done, total });
    Ok(rows)
}

/// Nothing is lost by replacing nothing, an empty file or an older backup. A link, a device or a pipe is not even opened:
/// the backup would take its place, not go through it.
fn check_replaceable(path: &Path) -> anyhow::Result<()> {
    if !is_file_or_free(path)? {
        bail!(
            "{} is not a regular file; it stays as it is",
            path.display()
        );
    }
    let is_replaceable = match File::open(path) {
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
        Ok(file) => file.metadata()?.len() == 0 || Reader::open(file).is_ok(),
    };
    ensure!(
        is_replaceable,
        "{} exists and is not a backup; it stays as it is",
        path.display()
    );
    Ok(())
}

/// Whether there is a regular file under this name, or nothing.
fn is_file_or_free(path: &Path) -> anyhow::Result<bool> {
    match std::fs::symlink_metadata(path) {
        Ok(about) => Ok(about.is_file()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error).with_context(|| format!("{} cannot be used", path.display())),
    }
}

/// A file that is removed unless it was published.
struct Partial {
    file: File,
    path: PathBuf,
    is_published: bool,
}

impl Partial {
    fn create(wanted: &Path) -> anyhow::Result<Self> {
        let path = place::beside(wanted, ".partial");
        ensure!(
            is_file_or_free(&path)?,
            "{} is in the way and not a regular file",
            path.display()
        );
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .mode(0o600)
            .open(&path)
            .with_context(|| format!("{} cannot be written", path.display()))?;
        file.try_lock()
            .with_context(|| format!("another backup is being written to {}", path.display()))?;
        file.set_len(0)?;
        Ok(Self {
            file,
            path,
            is_published: false,
        })
    }

    fn publish(mut self, wanted: &Path) -> anyhow::Result<()> {
        std::fs::rename(&self.path, wanted)
            .with_context(|| format!("{} cannot be written", wanted.display()))?;
        self.is_published = true;
        Ok(place::folder_of(wanted)?.sync_all()?)
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        if !self.is_published {
            // A leftover is harmless: the next backup overwrites it.
            let _gone = std::fs::remove_file(&self.path);
        }
    }
}
