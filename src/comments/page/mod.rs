//! Pages of the slice: submitting and following a comment, and the public register.

mod register;
mod submission;

pub use register::{
    BarPart, ChannelCount, Figures, Pair, Register, RegisterFilter, RegisterPrint, SectionFigures,
};
pub use submission::{
    AddressForm, CommentForm, CommentValues, ConfirmSubmission, Outcome, TrackedComment, Tracking,
};
