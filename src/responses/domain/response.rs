//! A response: what it says, where it stands, who may write it.

use super::words::ResponseState;
use crate::accounts::NotAllowed;
use crate::comments::{Disposition, TextChange};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ResponseId, StaffId};
use crate::kernel::limits;
use crate::kernel::plain_text;

/// What a response says, finished or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResponseDraft {
    pub disposition: Option<Disposition>,
    /// Public.
    pub reason: String,
    pub text_change: TextChange,
    /// How the passage reads from now on.
    pub changed_text: String,
}

/// A response as it is stored.
#[derive(Clone, Debug)]
pub struct Response {
    pub id: ResponseId,
    pub state: ResponseState,
    /// Grows by one with every act; whoever acts says which one they saw.
    pub version: i32,
    pub draft: ResponseDraft,
    /// Who wrote the text last.
    pub author_id: StaffId,
    pub updated_at: Instant,
}

/// What a response lacks before a second member can judge it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    #[error("no disposition is chosen")]
    MissingDisposition,
    #[error("no reason is given")]
    MissingReason,
    #[error("a comment is not accepted without a reason")]
    NotAcceptedWithoutReason,
    #[error("it is not said whether the text changes")]
    UndecidedTextChange,
    #[error("the text changes, but the new text is missing")]
    MissingChangedText,
    #[error("the text changes, but the new text is the present one")]
    SameText,
    #[error("the reason is too long")]
    ReasonTooLong,
    #[error("the new text is too long")]
    ChangedTextTooLong,
}

impl DraftError {
    /// The field of [`ResponseDraft`] that has to be put right.
    pub const fn field(self) -> &'static str {
        match self {
            Self::MissingDisposition => "disposition",
            Self::MissingReason | Self::NotAcceptedWithoutReason | Self::ReasonTooLong => "reason",
            Self::UndecidedTextChange => "text_change",
            Self::MissingChangedText | Self::SameText | Self::ChangedTextTooLong => "changed_text",
        }
    }
}

/// Why an act on a response is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    #[error("there is no such comment in this consultation")]
    NoSuchComment,
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    #[error("a colleague saved another version in the meantime")]
    Conflict,
    #[error("the response is {} and cannot be written", .state.into_str())]
    Locked { state: ResponseState },
    #[error("the response is not finished")]
    Incomplete(Vec<DraftError>),
    #[error("the author of a response cannot approve it")]
    OwnResponse,
    #[error("the response does not wait for approval")]
    NotInApproval,
    #[error("only the author of a response can take it back")]
    NotAuthor,
    #[error("the response is not approved")]
    NotApproved,
    #[error("a response is sent back or reopened with a note that says why")]
    MissingNote,
    #[error("the note is too long")]
    NoteTooLong,
}

/// Whether the version a person saw is the stored one; 0 means there was no response yet.
///
/// # Errors
/// [`AnswerError::Conflict`] when somebody has acted since.
pub fn check_version(stored: Option<&Response>, seen: i32) -> Result<(), AnswerError> {
    if stored.map_or(0, |response| response.version) == seen {
        Ok(())
    } else {
        Err(AnswerError::Conflict)
    }
}

/// Whether the text may be written now.
///
/// # Errors
/// [`AnswerError::Locked`] while a second member judges it, and once it is approved.
pub fn check_editable(stored: Option<&Response>) -> Result<(), AnswerError> {
    match stored {
        Some(response) if !response.state.is_editable() => Err(AnswerError::Locked {
            state: response.state,
        }),
        _ => Ok(()),
    }
}

/// The draft as it is stored: the present text, with which the form starts, is not a new one until it is said to be.
pub fn without_present_text(draft: ResponseDraft, present: &str) -> ResponseDraft {
    let is_untouched =
        draft.text_change != TextChange::Changed && draft.changed_text.trim() == present.trim();
    ResponseDraft {
        changed_text: if is_untouched {
            String::new()
        } else {
            draft.changed_text
        },
        ..draft
    }
}

/// Whether a draft may be put aside: its texts fit, and nothing is refused without a reason, however unfinished.
///
/// # Errors
/// [`AnswerError::Incomplete`] names what is wrong.
pub fn check_draft(draft: &ResponseDraft) -> Result<(), AnswerError> {
    let mut errors = Vec::new();
    if draft.disposition == Some(Disposition::NotAccepted) && plain_text::is_blank(&draft.reason) {
        errors.push(DraftError::NotAcceptedWithoutReason);
    }
    errors.extend(too_long(draft));
    refuse_if_any(errors)
}

/// Whether a second member can judge this: a disposition and a reason always, and a word on the text of the draft
/// where the comment is accepted. `present` is how the passage reads now; empty when the comment is on more than one.
///
/// # Errors
/// [`AnswerError::Incomplete`] names everything that is missing, in the order of the form.
pub fn check_complete(draft: &ResponseDraft, present: &str) -> Result<(), AnswerError> {
    let mut errors = Vec::new();
    if draft.disposition.is_none() {
        errors.push(DraftError::MissingDisposition);
    }
    if plain_text::is_blank(&draft.reason) {
        errors.push(match draft.disposition {
            Some(Disposition::NotAccepted) => DraftError::NotAcceptedWithoutReason,
            _ => DraftError::MissingReason,
        });
    }
    errors.extend(text_change_error(draft, present));
    errors.extend(too_long(draft));
    refuse_if_any(errors)
}

fn text_change_error(draft: &ResponseDraft, present: &str) -> Option<DraftError> {
    let is_accepted = matches!(
        draft.disposition,
        Some(Disposition::Accepted | Disposition::AcceptedInPart)
    );
    let new_text = draft.changed_text.trim();
    match draft.text_change {
        TextChange::Undecided if is_accepted => Some(DraftError::UndecidedTextChange),
        TextChange::Changed if plain_text::is_blank(new_text) => {
            Some(DraftError::MissingChangedText)
        }
        TextChange::Changed if new_text == present.trim() => Some(DraftError::SameText),
        _ => None,
    }
}

fn too_long(draft: &ResponseDraft) -> Vec<DraftError> {
    let is_long = |text: &str| !limits::TEXT.allows(text);
    let mut errors = Vec::new();
    if is_long(&draft.reason) {
        errors.push(DraftError::ReasonTooLong);
    }
    if is_long(&draft.changed_text) {
        errors.push(DraftError::ChangedTextTooLong);
    }
    errors
}

fn refuse_if_any(errors: Vec<DraftError>) -> Result<(), AnswerError> {
    if errors.is_empty() {
        Ok(())
    } else {
        Err(AnswerError::Incomplete(errors))
    }
}

/// Who counts as the author once `actor` has stored `draft`: whoever wrote the text last. Passing on a colleague's
/// text unchanged makes nobody its author, so the colleague still cannot approve it.
pub fn writer_of(stored: Option<&Response>, draft: &ResponseDraft, actor: StaffId) -> StaffId {
    match stored {
        Some(response) if response.draft == *draft => response.author_id,
        _ => actor,
    }
}

#[cfg(test)]
#[path = "response_tests.rs"]
mod tests;
