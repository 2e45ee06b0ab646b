//! File to database.

use std::fs::File;
use std::path::Path;

use anyhow::{Context as _, bail, ensure};
use diesel::Connection as _;

use super::format::{End, Item, Reader, Rows};
use super::place::{self, Replace};
use super::{Beside, Progress, Table};
use crate::db::dialect::{backup as dialect, is_transient};
use crate::db::{DatabaseUrl, DbConnection, migrations};
use crate::kernel::clock::Instant;

/// Size of the JSON that is inserted in one statement, in bytes.
const BATCH: usize = 1 << 20;

/// What was restored.
#[derive(Clone, Debug)]
pub struct Restored {
    /// When the backup was made.
    pub created_at: Instant,
    /// Rows of each table.
    pub rows: Rows,
    /// As [`super::Saved`] told when the backup was made.
    pub content_sha256: String,
    /// Migrations that ran after the rows were in, because the backup is older than this version.
    pub upgraded: Vec<String>,
}

/// Restores the backup at `path` into the database at `url`, its files into the store, and what `finish` adds to it in the same transaction. The
/// tables are first made as they were when the backup was made, and brought up to date afterwards.
///
/// # Errors
/// When the backup is damaged, changed or of a newer version, or the database may not be replaced. Nothing has happened
/// then; files that were put are named by no row and swept away.
pub fn restore<T>(
    url: &DatabaseUrl,
    path: &Path,
    beside: &impl Beside,
    replace: Replace,
    progress: &mut dyn FnMut(Progress),
    finish: impl FnOnce(&mut DbConnection) -> anyhow::Result<T>,
) -> anyhow::Result<(Restored, T)> {
    let open = || File::open(path).with_context(|| format!("{} cannot be opened", path.display()));
    let about =
        std::fs::metadata(path).with_context(|| format!("{} cannot be opened", path.display()))?;
    // It is read twice, to be verified before anything is done with it; a pipe would also be waited for.
    ensure!(about.is_file(), "{} is not a regular file", path.display());
    let total = about.len();
    Reader::open(open()?)?.verify()?;
    let mut reader = Reader::open(open()?)?;
    let unknown = migrations::unknown(&reader.header.schema)?;
    ensure!(
        !migrations::are_before_the_first(&unknown)?,
        "the backup was made before the first version of Posvet was released; its data are not carried over"
    );
    ensure!(
        unknown.is_empty(),
        "the backup was made by a newer version of Posvet (unknown here: {}); restore it with that version",
        unknown.join(", ")
    );
    let mut report = |done| progress(Progress { done, total });
    match url {
        DatabaseUrl::Sqlite(file) => place::in_file(file, replace, |connection| {
            connection.transaction(|connection| {
                fill(connection, &mut reader, beside, &mut report, finish)
            })
        }),
        DatabaseUrl::Postgres(_) => {
            let mut connection = url.connect()?;
            connection.transaction(|connection| {
                dialect::begin_restore(connection)?;
                place::check(connection, replace)?;
                migrations::revert_all(connection)?;
                fill(connection, &mut reader, beside, &mut report, finish)
            })
        }
    }
}

fn fill<T>(
    connection: &mut DbConnection,
    reader: &mut Reader,
    beside: &impl Beside,
    progress: &mut dyn FnMut(u64),
    finish: impl FnOnce(&mut DbConnection) -> anyhow::Result<T>,
) -> anyhow::Result<(Restored, T)> {
    migrations::run_only(connection, &reader.header.schema)?;
    let end = insert_all(connection, reader, beside, progress)?;
    dialect::continue_row_keys(connection)?;
    let upgraded = migrations::run(connection)?;
    let finished = finish(connection)?;
    dialect::refresh_statistics(connection)?;
    let restored = Restored {
        created_at: reader.header.created_at,
        rows: end.rows,
        content_sha256: end.content_sha256,
        upgraded,
    };
    Ok((restored, finished))
}

/// Inserts every row up to the verified end.
fn insert_all(
    connection: &mut DbConnection,
    reader: &mut Reader,
    beside: &impl Beside,
    progress: &mut dyn FnMut(u64),
) -> anyhow::Result<End> {
    let tables = reader.header.tables.clone();
    let mut inserted = Rows::new();
    let (mut batch, mut files): (Option<Batch<'_>>, u64) = (None, 0);
    loop {
        match (reader.next()?, &mut batch) {
            (Item::Row(row), Some(batch)) => {
                if batch.add(&row) {
                    batch.insert(connection)?;
                    progress(reader.position());
                }
            }
            (Item::Row(_), None) => bail!("the backup is damaged: a row belongs to no table"),
            (Item::Table(name), previous) => {
                Batch::close(previous.take(), connection, &mut inserted)?;
                batch = Some(Batch::of(&tables, &name)?);
            }
            (Item::File { place, content }, _) => {
                ensure!(
                    is_place(&place),
                    "the backup is damaged: {place:?} is no name of a file"
                );
                beside.put(&place, content)?;
                files += 1;
                progress(reader.position());
            }
            (Item::End(end), previous) => {
                Batch::close(previous.take(), connection, &mut inserted)?;
                ensure!(
                    files == inserted.get("files").copied().unwrap_or(0),
                    "the backup is damaged: it holds other files than its rows name"
                );
                ensure!(
                    end.rows == inserted,
                    "the backup is damaged: it counts other rows than it has"
                );
                return Ok(end);
            }
        }
    }
}

/// Whether this is a name as the file store gives them, and no way out of it.
fn is_place(place: &str) -> bool {
    place
        .bytes()
        .all(|byte| byte.is_ascii_hexdigit() || byte == b'/')
}

/// What a database says of a row may quote it; only what passes by itself is told in its words.
fn without_content(error: &diesel::result::Error) -> anyhow::Error {
    match error {
        diesel::result::Error::DatabaseError(kind, _) if !is_transient(error) => {
            anyhow::anyhow!("the database refuses one ({kind:?})")
        }
        other => anyhow::anyhow!("{other}"),
    }
}

/// Rows of one table on their way into the database.
struct Batch<'a> {
    table: &'a Table,
    rows: String,
    inserted: u64,
}

impl<'a> Batch<'a> {
    fn of(tables: &'a [Table], name: &str) -> anyhow::Result<Self> {
        let table = tables.iter().find(|table| table.name == name);
        let table =
            table.with_context(|| format!("the backup is damaged: it does not describe {name}"))?;
        let names = table
            .columns
            .iter()
            .map(|column| &column.name)
            .chain([&table.name]);
        for name in names {
            let plain = name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
            ensure!(
                plain,
                "the backup is damaged: {name:?} is no name of a table or column"
            );
        }
        Ok(Self {
            table,
            rows: String::new(),
            inserted: 0,
        })
    }

    /// Returns whether it is time to insert.
    fn add(&mut self, row: &str) -> bool {
        self.rows.push(if self.rows.is_empty() { '[' } else { ',' });
        self.rows.push_str(row.trim_end());
        self.rows.len() >= BATCH
    }

    fn insert(&mut self, connection: &mut DbConnection) -> anyhow::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        self.rows.push(']');
        let inserted = dialect::insert_rows(connection, self.table, &self.rows)
            .map_err(|error| without_content(&error))
            .with_context(|| format!("rows of {} cannot be restored", self.table.name))?;
        self.inserted += u64::try_from(inserted)?;
        self.rows.clear();
        Ok(())
    }

    fn close(
        batch: Option<Self>,
        connection: &mut DbConnection,
        inserted: &mut Rows,
    ) -> anyhow::Result<()> {
        if let Some(mut batch) = batch {
            batch.insert(connection)?;
            inserted.insert(batch.table.name.clone(), batch.inserted);
        }
        Ok(())
    }
}
