//! Rows and queries of the slice. The only writer of its tables.

mod evidence;
mod follow;
mod numbers;
mod standings;
mod submission;

use super::domain::Channel;
use crate::db::stored_as_text;

stored_as_text!(Channel);

pub use evidence::{Kept, list_kept, list_references};
pub use follow::*;
pub use numbers::Numbers;
pub use standings::{Standings, count_submissions, count_unconfirmed};
pub use submission::*;
