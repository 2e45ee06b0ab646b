//! The form of a notice as it was sent, and what to say about what was wrong with it.

use crate::http::render::FieldError;
use crate::kernel::limits;
use crate::notices::domain::{NoticeFault, NoticeInput, SendNoticeError};
use crate::notices::page::NoticeValues;
use crate::notices::service::Confirmation;

/// What the button that was pressed asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Save,
    Test,
    Send,
}

/// Everything the form holds.
#[derive(Debug)]
pub(super) struct NoticeFields {
    pub(super) input: NoticeInput,
    /// `None` when it is no number: not our form.
    pub(super) version: Option<i32>,
    /// `None` when it is none of the buttons.
    pub(super) action: Option<Action>,
    pub(super) confirmation: Confirmation,
}

impl NoticeFields {
    /// Reads the pairs of a form, in which `audience` may come several times.
    pub(super) fn read(pairs: Vec<(String, String)>) -> Self {
        let mut fields = Self {
            input: NoticeInput::default(),
            version: None,
            action: None,
            confirmation: Confirmation::Missing,
        };
        for (name, value) in pairs {
            match name.as_str() {
                "subject" => fields.input.subject = value,
                "body" => fields.input.body = value,
                "audience" => fields.input.audience.push(value),
                "version" => fields.version = value.parse().ok(),
                "action" => fields.action = action(&value),
                "confirm" if !value.is_empty() => fields.confirmation = Confirmation::Given,
                _ => {}
            }
        }
        fields
    }

    /// What was typed, to be shown again.
    pub(super) fn values(&self) -> NoticeValues {
        NoticeValues {
            subject: self.input.subject.clone(),
            body: self.input.body.clone(),
            audience: self.input.audience.clone(),
        }
    }
}

fn action(code: &str) -> Option<Action> {
    match code {
        "save" => Some(Action::Save),
        "test" => Some(Action::Test),
        "send" => Some(Action::Send),
        _ => None,
    }
}

/// What is said beside the fields.
pub(super) fn errors(faults: &[NoticeFault]) -> Vec<FieldError> {
    faults.iter().map(|fault| error(*fault)).collect()
}

fn error(fault: NoticeFault) -> FieldError {
    let field = fault.field();
    match fault {
        NoticeFault::SubjectMissing => FieldError::new(field, "notices-error-subject-missing"),
        NoticeFault::SubjectTooLong => FieldError::new(field, "notices-error-subject-too-long")
            .with("max", limits::SUBJECT.most),
        NoticeFault::BodyMissing => FieldError::new(field, "notices-error-body-missing"),
        NoticeFault::BodyTooLong => {
            FieldError::new(field, "notices-error-body-too-long").with("max", limits::TEXT.most)
        }
        NoticeFault::AudienceMissing | NoticeFault::AudienceUnknown => {
            FieldError::new(field, "notices-error-audience-missing")
        }
    }
}

/// What is said beside the button that sends.
pub(super) fn send_error(error: SendNoticeError) -> FieldError {
    let key = match error {
        SendNoticeError::Edit(_) => "notices-error-changed",
        SendNoticeError::NotConfirmed => "notices-error-confirm-missing",
        SendNoticeError::NotRehearsed => "notices-error-not-rehearsed",
        SendNoticeError::NotAnnounced => "notices-error-not-announced",
        SendNoticeError::NoRecipients => "notices-rehearsal-nobody",
    };
    FieldError::new(error.field(), key)
}
