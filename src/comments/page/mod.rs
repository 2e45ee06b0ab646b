//! Pages of the slice: submitting and following a comment, and the public register.

mod register;
mod submission;

pub use register::{
    BarPart, ChannelCount, Figures, Pair, Register, RegisterFilter, SectionFigures,
};
pub use submission::{
    CommentForm, CommentValues, ConfirmSubmission, Outcome, TrackedComment, Tracking,
};
