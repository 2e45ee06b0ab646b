//! Comments: the points the working group resolves one by one, the words they are found by, and how far each has got.
//!
//! Owns `comments`. They come in with a submission ([`crate::submissions`]) and move on the word of
//! [`crate::responses`].
//!
//! ```text
//! new → drafted → in_approval → approved → released
//!          ↑ returned ←┘
//! ```

mod domain;
mod store;

pub use domain::{
    CommentKind, Disposition, Standing, SubmitterKind, TextChange, Work, public_name,
};
pub use store::*;
