//! Walks the whole chain and names the first thing that is not as it was written.

use serde::Serialize;

use super::domain::{Link, seal};
use super::store;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::token::{Tokens, hex};

/// What the walk found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Entries read.
    pub entries: i64,
    /// Hash of the last entry, to be compared with one noted elsewhere.
    pub head: String,
    /// The first fault, if any.
    pub fault: Option<Fault>,
}

/// How the chain is broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Fault {
    /// An entry is missing before this one, or its number was changed.
    Gap { sequence: i64 },
    /// The entry no longer has the content its hash was made of.
    Changed { sequence: i64 },
    /// The entry does not continue the one before it.
    Unlinked { sequence: i64 },
    /// Entries at the end are missing, or the head was changed.
    Truncated { last: i64, head: i64 },
    /// The head was not written by an installation with this key.
    Seal,
}

/// Verifies every entry, its link to the one before, and the sealed end.
///
/// # Errors
/// When the database cannot be read.
pub fn verify(connection: &mut DbConnection, tokens: &Tokens) -> StoreResult<Report> {
    let (mut last, mut hash) = (0, Vec::new());
    loop {
        let links = store::list_after(connection, last, 1_000)?;
        if links.is_empty() {
            break;
        }
        for link in links {
            if let Some(fault) = fault_of(&link, last, &hash) {
                return Ok(Report {
                    entries: last,
                    head: hex(&hash),
                    fault: Some(fault),
                });
            }
            last = link.sequence;
            hash = link.hash;
        }
    }
    let head = store::head(connection)?;
    let fault = match head {
        None if last == 0 => None,
        None => Some(Fault::Truncated { last, head: 0 }),
        Some(head) if head.seal != seal(head.sequence, &head.hash, tokens) => Some(Fault::Seal),
        Some(head) if head.sequence != last || head.hash != hash => Some(Fault::Truncated {
            last,
            head: head.sequence,
        }),
        Some(_intact) => None,
    };
    Ok(Report {
        entries: last,
        head: hex(&hash),
        fault,
    })
}

fn fault_of(link: &Link, last: i64, previous: &[u8]) -> Option<Fault> {
    let sequence = link.sequence;
    if sequence != last + 1 {
        Some(Fault::Gap { sequence })
    } else if !link.is_intact() {
        Some(Fault::Changed { sequence })
    } else if link.previous_hash != previous {
        Some(Fault::Unlinked { sequence })
    } else {
        None
    }
}
