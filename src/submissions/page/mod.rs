//! Pages of the slice: submitting and following a comment.

mod submission;

pub use submission::{
    AddressForm, CommentForm, CommentValues, ConfirmSubmission, Outcome, TrackedComment, Tracking,
};
