//! Rows of `comments`. Their only writer.

mod insert;
mod state;
mod words;

use super::domain::{CommentKind, CommentState, Disposition, SubmitterKind, TextChange};
use crate::db::stored_as_text;

stored_as_text!(
    CommentKind,
    CommentState,
    Disposition,
    SubmitterKind,
    TextChange
);

pub use insert::{ReceivedComment, ReceivedWith, insert_comments};
pub use state::{
    Answered, approve_new, make_new, release_answered, set_answered, set_first_answered,
};
pub use words::{words_of, write_missing_words};
