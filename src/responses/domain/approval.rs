//! What is done with a finished response: a second member approves it or sends it back, its author takes it back, a
//! coordinator reopens it.

use super::response::{AnswerError, Response};
use super::words::ResponseState;
use crate::kernel::ids::StaffId;
use crate::kernel::limits;
use crate::kernel::plain_text;

/// Whether `actor` may approve `response` as it stands.
///
/// # Errors
/// It does not wait for approval, or `actor` wrote it.
pub fn approve(response: &Response, actor: StaffId) -> Result<(), AnswerError> {
    check_waiting(response)?;
    if response.author_id == actor {
        return Err(AnswerError::OwnResponse);
    }
    Ok(())
}

/// Whether `response` may be sent back with `note`.
///
/// # Errors
/// It does not wait for approval, or the note does not say why.
pub fn send_back(response: &Response, note: &str) -> Result<(), AnswerError> {
    check_waiting(response)?;
    check_note(note)
}

/// Whether `actor` may take back `response` to write on.
///
/// # Errors
/// It does not wait for approval any more, or `actor` did not write it.
pub fn take_back(response: &Response, actor: StaffId) -> Result<(), AnswerError> {
    check_waiting(response)?;
    if response.author_id != actor {
        return Err(AnswerError::NotAuthor);
    }
    Ok(())
}

/// Whether what was approved may be written again, for the reason that `note` gives.
///
/// # Errors
/// It is not approved, it is public already, or the note does not say why.
pub fn reopen(response: &Response, note: &str) -> Result<(), AnswerError> {
    check_approved(response)?;
    check_note(note)
}

/// Whether `response` is approved and not public yet.
///
/// # Errors
/// It is neither.
pub const fn check_approved(response: &Response) -> Result<(), AnswerError> {
    match response.state {
        ResponseState::Approved => Ok(()),
        ResponseState::Released => Err(AnswerError::Locked {
            state: response.state,
        }),
        _ => Err(AnswerError::NotApproved),
    }
}

fn check_note(note: &str) -> Result<(), AnswerError> {
    if plain_text::is_blank(note) {
        return Err(AnswerError::MissingNote);
    }
    if !limits::NOTE.allows(note) {
        return Err(AnswerError::NoteTooLong);
    }
    Ok(())
}

fn check_waiting(response: &Response) -> Result<(), AnswerError> {
    match response.state {
        ResponseState::InApproval => Ok(()),
        ResponseState::Released => Err(AnswerError::Locked {
            state: response.state,
        }),
        _ => Err(AnswerError::NotInApproval),
    }
}

#[cfg(test)]
#[path = "approval_tests.rs"]
mod tests;
