//! Use cases of submitters: one file a verb.

mod confirm;
mod intake;
mod receive;
mod submit;

pub use confirm::{ConfirmError, confirm_submission};
pub use intake::Intake;
pub use submit::{Receipt, submit_comment};
