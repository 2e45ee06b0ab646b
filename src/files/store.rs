//! The only writer of `files`.

use diesel::prelude::*;

use super::{FileKind, NewFile};
use crate::db::schema::files;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::FileId;

/// A file that somebody may refer to.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = files)]
pub struct StoredFile {
    pub id: FileId,
    /// Its name in the store.
    pub place: String,
    /// What it was called.
    pub name: String,
    pub kind: FileKind,
    pub bytes: i64,
    pub sha256: Vec<u8>,
    pub created_at: Instant,
}

/// Adds the row of a file that is in the store, in the write that refers to it.
///
/// # Errors
/// When the database refuses.
pub fn insert_file(
    conn: &mut DbConnection,
    id: FileId,
    file: &NewFile,
    now: Instant,
) -> StoreResult<()> {
    diesel::insert_into(files::table)
        .values((
            files::id.eq(id),
            files::place.eq(&file.place),
            files::name.eq(&file.name),
            files::kind.eq(file.kind),
            files::bytes.eq(file.bytes),
            files::sha256.eq(&file.sha256),
            files::created_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Removes the row of a file nothing refers to any more; the file itself is swept away afterwards.
///
/// # Errors
/// When the database refuses, also because something refers to it.
pub fn delete_file(conn: &mut DbConnection, id: FileId) -> StoreResult<()> {
    diesel::delete(files::table.find(id)).execute(conn)?;
    Ok(())
}

/// A file.
///
/// # Errors
/// When the database refuses.
pub fn find_file(conn: &mut DbConnection, id: FileId) -> StoreResult<Option<StoredFile>> {
    Ok(files::table
        .find(id)
        .select(StoredFile::as_select())
        .first(conn)
        .optional()?)
}

/// Where the next files after `after` are, in the order of their places, with their digests.
pub(super) fn list_places(
    conn: &mut DbConnection,
    after: &str,
    limit: i64,
) -> StoreResult<Vec<(String, Vec<u8>)>> {
    Ok(files::table
        .filter(files::place.gt(after))
        .order(files::place)
        .limit(limit)
        .select((files::place, files::sha256))
        .load(conn)?)
}

/// Those of `places` that have a row.
pub(super) fn list_known(conn: &mut DbConnection, places: &[String]) -> StoreResult<Vec<String>> {
    Ok(files::table
        .filter(files::place.eq_any(places.to_vec()))
        .select(files::place)
        .load(conn)?)
}
