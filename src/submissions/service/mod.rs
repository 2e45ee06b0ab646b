//! Use cases of submitters: one file a verb.

mod address;
mod arrival;
mod compare;
mod confirm;
mod confirmation_mail;
mod intake;
pub mod place;
mod receive;
mod record;
mod remind;
mod submit;

pub use address::{AddressError, correct_address, send_again};
pub use arrival::{Arrival, Point, Sent};
pub use compare::compare_with_chain;
pub use confirm::{ConfirmError, confirm_submission};
pub use intake::Intake;
pub use record::{Door, record_submission};
pub use remind::{remind_due, remind_submitters};
pub use submit::{Receipt, submit_comment};
