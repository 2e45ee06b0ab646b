//! The whole database, and the files its rows name, as one file, the same for SQLite and PostgreSQL, and back into either.
//!
//! A gzip stream of JSON lines, readable with `zcat` and `jq`:
//!
//! ```text
//! {"format":"posvet-backup","version":1,"created_at":…,"schema":[migrations],"tables":[{"name":…,"columns":[…]},…]}
//! {"table":"authorities"}
//! ["01920000-…","kranj","Mestna občina Kranj",…,"2026-11-21T22:00:00.000000Z"]
//! {"table":"staff"}
//! …
//! {"file":{"place":"3f/3f…","bytes":48210}}
//! "JVBERi0xLjcK…"
//! {"end":{"rows":{"authorities":1,…},"header_sha256":…,"content_sha256":…}}
//! ```
//!
//! Tables come in the order of their foreign keys and rows in the order of their primary keys, so databases with equal
//! content have equal `content_sha256`, whatever their backend. A backup is read in one snapshot while others write
//! ([`save`]); a restore is one transaction or one rename, after everything was verified ([`restore`]).

mod format;
mod place;
mod restore;
mod save;
mod tables;

pub use format::Rows;
pub use place::Replace;
pub use restore::{Restored, restore};
pub use save::{Saved, save};
pub(in crate::db) use tables::{Column, Kind, Table};

use super::DbConnection;

/// What lies beside the database and belongs to it: the content of files.
pub trait Beside {
    /// Shows every file the rows of this snapshot name.
    ///
    /// # Errors
    /// When one is missing or not as its row says, or `found` fails.
    fn each(
        &self,
        connection: &mut DbConnection,
        found: &mut dyn FnMut(&str, &[u8]) -> anyhow::Result<()>,
    ) -> anyhow::Result<()>;

    /// Keeps a file under this name.
    ///
    /// # Errors
    /// When it cannot be kept.
    fn put(&self, place: &str, content: Vec<u8>) -> anyhow::Result<()>;
}

/// How far a backup or a restore has come: rows when saving, bytes of the file when restoring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Done so far.
    pub done: u64,
    /// What it will be at the end.
    pub total: u64,
}
