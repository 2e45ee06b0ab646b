//! Use cases of submitters: one file a verb.

mod confirm;
mod submit;

pub use confirm::{ConfirmError, confirm_submission};
pub use submit::{Receipt, submit_comment};
