//! What a second member may do.

use super::response::{AnswerError, LONGEST_NOTE, Response};
use super::words::ResponseState;
use crate::kernel::ids::StaffId;

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

/// Whether `response` may be sent back with `note`. The author may take it back as well.
///
/// # Errors
/// It does not wait for approval, or the note does not say why.
pub fn send_back(response: &Response, note: &str) -> Result<(), AnswerError> {
    check_waiting(response)?;
    if note.trim().is_empty() {
        return Err(AnswerError::MissingNote);
    }
    if note.chars().count() > LONGEST_NOTE {
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
