//! What the response form sends, and what is said about it.

use actix_web::http::StatusCode;
use serde::Deserialize;

use crate::desk::page::ResponseValues;
use crate::http::Error;
use crate::http::render::FieldError;
use crate::kernel::limits;
use crate::responses::{AnswerError, DraftError, ResponseDraft, TextChange};

/// The response form. Without a `version` nothing can be compared, so it alone has no default.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ResponseForm {
    pub(super) version: Option<String>,
    pub(super) disposition: String,
    pub(super) reason: String,
    pub(super) text_change: String,
    pub(super) new_text: String,
    /// `save` or `submit`.
    pub(super) action: String,
    /// `present` or `proposed`: the text to put into the field of the new one.
    pub(super) take: String,
}

/// A text the new one can start with.
#[derive(Clone, Copy, Debug)]
pub(super) enum Taken {
    /// As it stands in the draft.
    Present,
    /// As the submitter proposes it.
    Proposed,
}

/// The forms of what is done with a finished response.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct ApprovalForm {
    pub(super) version: Option<String>,
    pub(super) note: String,
}

impl ResponseForm {
    /// The text to start with, if that is what the form was sent for.
    pub(super) fn taken(&self) -> Option<Taken> {
        match self.take.as_str() {
            "present" => Some(Taken::Present),
            "proposed" => Some(Taken::Proposed),
            _ => None,
        }
    }

    /// What was typed, as the domain sees it.
    pub(super) fn draft(&self) -> ResponseDraft {
        ResponseDraft {
            disposition: self.disposition.parse().ok(),
            reason: self.reason.clone(),
            text_change: self.text_change.parse().unwrap_or_default(),
            changed_text: self.new_text.clone(),
        }
    }

    /// What was typed, to be shown again as it was.
    pub(super) fn values(&self) -> ResponseValues {
        values(&self.draft())
    }
}

/// A draft as the form shows it.
pub(super) fn values(draft: &ResponseDraft) -> ResponseValues {
    ResponseValues {
        disposition: draft
            .disposition
            .map_or_else(String::new, |disposition| disposition.into_str().to_owned()),
        reason: draft.reason.clone(),
        text_change: match draft.text_change {
            TextChange::Undecided => String::new(),
            decided => decided.into_str().to_owned(),
        },
        new_text: draft.changed_text.clone(),
    }
}

/// The version a form was made from.
///
/// # Errors
/// 428 when the form does not say (RFC 6585, section 3), 400 when it says something else.
pub(super) fn version(sent: Option<&str>) -> Result<i32, Error> {
    let missing = || Error::new(StatusCode::PRECONDITION_REQUIRED, "desk-error-version");
    let sent = sent.ok_or_else(missing)?;
    sent.trim()
        .parse()
        .map_err(|_not_a_number| Error::bad_request())
}

/// What is wrong with a draft, beside its fields.
pub(super) fn draft_errors(errors: &[DraftError]) -> Vec<FieldError> {
    errors.iter().copied().map(draft_error).collect()
}

fn draft_error(error: DraftError) -> FieldError {
    let field = match error.field() {
        "changed_text" => "new_text",
        same => same,
    };
    let message_key = match error {
        DraftError::MissingDisposition => "desk-error-disposition-missing",
        DraftError::MissingReason => "desk-error-reason-missing",
        DraftError::NotAcceptedWithoutReason => "desk-error-not-accepted-without-reason",
        DraftError::UndecidedTextChange => "desk-error-text-change-missing",
        DraftError::MissingChangedText => "desk-error-new-text-missing",
        DraftError::SameText => "desk-error-new-text-same",
        DraftError::ReasonTooLong => "desk-error-reason-too-long",
        DraftError::ChangedTextTooLong => "desk-error-new-text-too-long",
    };
    let told = FieldError::new(field, message_key);
    match error {
        DraftError::ReasonTooLong | DraftError::ChangedTextTooLong => {
            told.with("max", limits::TEXT.most)
        }
        _ => told,
    }
}

/// What is said about any other refusal.
pub(super) fn refusal(error: &AnswerError) -> FieldError {
    match error {
        AnswerError::OwnResponse => FieldError::new("", "desk-error-own-response"),
        AnswerError::Locked { .. } => FieldError::new("", "desk-error-locked"),
        AnswerError::NotAuthor => FieldError::new("", "desk-error-not-author"),
        AnswerError::NotInApproval | AnswerError::NotApproved => {
            FieldError::new("", "desk-error-conflict")
        }
        AnswerError::MissingNote => FieldError::new("note", "desk-error-note-missing"),
        AnswerError::NoteTooLong => {
            FieldError::new("note", "desk-error-note-too-long").with("max", limits::NOTE.most)
        }
        AnswerError::NoSuchComment
        | AnswerError::NotAllowed(_)
        | AnswerError::Conflict
        | AnswerError::Incomplete(_) => FieldError::new("", "desk-error-conflict"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_that_does_not_say_its_version_is_refused() {
        assert!(version(None).is_err());
        assert!(version(Some("abc")).is_err());
        assert!(matches!(version(Some("0")), Ok(0)));
    }
}
