//! Where a restore happens: a new SQLite file that takes the place of the old one when it is complete, or one PostgreSQL
//! transaction. A restore that is killed leaves what was there before.

use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};

use super::tables;
use crate::db::dialect::{self, backup};
use crate::db::migrations::{self, SchemaState};
use crate::db::{DatabaseUrl, DbConnection};

/// Whether a database with content may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// Only an empty one.
    Empty,
    /// Any, but one of a newer version.
    Any,
}

/// Lets `fill` fill a database that then takes the place of the file at `path`.
pub(super) fn in_file<T>(
    path: &Path,
    replace: Replace,
    fill: impl FnOnce(&mut DbConnection) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let path = std::fs::canonicalize(path).unwrap_or_else(|_missing| path.to_owned());
    let folder = folder_of(&path)?;
    folder
        .try_lock()
        .with_context(|| format!("another restore is under way beside {}", path.display()))?;
    if path.exists() {
        check(&mut DatabaseUrl::Sqlite(path.clone()).connect()?, replace)?;
        retire(&path)?;
    }
    let fresh = beside(&path, ".restoring");
    remove(&fresh)?;
    let outcome = fill_file(&fresh, fill).and_then(|filled| {
        if path.exists() {
            retire(&path)?;
            std::fs::set_permissions(&fresh, std::fs::metadata(&path)?.permissions())?;
        }
        File::open(&fresh)?.sync_all()?;
        std::fs::rename(&fresh, &path)?;
        folder.sync_all()?;
        Ok(filled)
    });
    if outcome.is_err() {
        // What is left is removed by the next restore.
        let _removed = remove(&fresh);
    }
    outcome
}

/// Refuses to replace what must not be.
pub(super) fn check(connection: &mut DbConnection, replace: Replace) -> anyhow::Result<()> {
    if let SchemaState::Newer(names) = migrations::state(connection)? {
        return Err(migrations::newer(&names));
    }
    if replace == Replace::Empty
        && let Some(table) = occupied(connection)?
    {
        bail!(
            "the database is not empty (there is something in {table}); --force replaces all of it"
        );
    }
    Ok(())
}

/// The first table with content, or one that is not ours.
fn occupied(connection: &mut DbConnection) -> anyhow::Result<Option<String>> {
    let mut names: Vec<String> = dialect::columns(connection)?
        .iter()
        .filter_map(|column| {
            column
                .split_once('.')
                .map(|(table, _column)| table.to_owned())
        })
        .filter(|table| {
            table != "__diesel_schema_migrations" && !table.starts_with("comments_search")
        })
        .collect();
    names.dedup();
    let ours = tables::all();
    for name in names {
        let is_ours = ours.iter().any(|table| table.name == name);
        if !is_ours || backup::has_rows(connection, &name)? {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

fn fill_file<T>(
    path: &Path,
    fill: impl FnOnce(&mut DbConnection) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let mut connection = DatabaseUrl::Sqlite(path.to_owned()).connect()?;
    backup::relax_durability(&mut connection)?;
    let filled = fill(&mut connection)?;
    ensure!(
        backup::close_journal(&mut connection)?,
        "{} is open elsewhere",
        path.display()
    );
    Ok(filled)
}

/// Folds the journal of the old file into it: left beside the new one it would be taken for the new one's.
fn retire(path: &Path) -> anyhow::Result<()> {
    let mut connection = DatabaseUrl::Sqlite(path.to_owned()).connect()?;
    ensure!(
        backup::close_journal(&mut connection)?,
        "{} is in use by another process: stop the server first",
        path.display()
    );
    Ok(())
}

fn remove(path: &Path) -> anyhow::Result<()> {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let path = beside(path, suffix);
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("{} cannot be removed", path.display()));
            }
            _removed_or_missing => {}
        }
    }
    Ok(())
}

/// The path with a longer name.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// The folder a file is in, opened so that it can be flushed: only then is a new name in it there to stay.
pub(super) fn folder_of(path: &Path) -> anyhow::Result<File> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _none => Path::new("."),
    };
    File::open(folder).with_context(|| format!("{} cannot be opened", folder.display()))
}
