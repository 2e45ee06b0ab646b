//! Rows and queries of the slice. The only writer of its tables.

mod evidence;
mod follow;
mod numbers;
mod standings;
mod state;
mod submission;
mod words;

use super::domain::{Channel, CommentKind, CommentState, Disposition, SubmitterKind, TextChange};
use crate::db::stored_as_text;

stored_as_text!(
    Channel,
    CommentKind,
    CommentState,
    Disposition,
    SubmitterKind,
    TextChange
);

pub use evidence::{Kept, list_kept, list_references};
pub use follow::*;
pub use numbers::Numbers;
pub use standings::{Standings, count_submissions, count_unconfirmed};
pub use state::{Answered, approve_new, release_answered, set_answered, set_first_answered};
pub use submission::*;
pub use words::{words_of, write_missing_words};
