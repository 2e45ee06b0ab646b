//! Rows of `comments`. Their only writer.

mod insert;
mod state;
mod words;

use super::domain::{CommentKind, Disposition, Standing, SubmitterKind, TextChange, Work};
use crate::db::stored_as_text;

stored_as_text!(
    CommentKind,
    Work,
    Disposition,
    Standing,
    SubmitterKind,
    TextChange
);

pub use insert::{ReceivedComment, ReceivedWith, insert_comments};
pub use state::{
    Answered, approve_new, release_answered, set_answered, set_first_answered, set_standing,
};
pub use words::{words_of, write_missing_words};
