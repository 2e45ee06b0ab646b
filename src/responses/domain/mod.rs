//! How a response comes to be, who may do what with it, and when all of them become public. Pure: no clock, no
//! database, no HTTP.

mod approval;
mod release;
mod response;
mod rights;
mod words;

pub use approval::{approve, check_approved, reopen, send_back, take_back};
pub use release::{ReleaseError, Totals, check_release};
pub use response::{
    AnswerError, DraftError, Response, ResponseDraft, check_complete, check_draft, check_editable,
    check_version, without_present_text, writer_of,
};
pub use rights::{COORDINATORS, WORKING_GROUP};
pub use words::ResponseState;

pub use crate::comments::TextChange;
