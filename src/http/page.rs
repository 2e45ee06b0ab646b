//! Pages that belong to no slice: errors and the standing texts.

use serde::Serialize;

use super::render::Page;

/// What went wrong, what to do next, and whatever had been typed.
#[derive(Clone, Debug, Serialize)]
pub struct ErrorPage {
    /// The HTTP status.
    pub status: u16,
    /// Start of two Fluent ids: `{message_key}-title` says what happened, `{message_key}-next` what to do.
    pub message_key: String,
    /// Where to try again or read on, besides the home page.
    pub back_url: Option<String>,
    /// Fluent id of what that is called.
    pub back_key: String,
    /// Long texts of the refused form, given back so that nothing is lost.
    pub typed: Vec<TypedText>,
    /// The refused form, to be sent again.
    pub again: Option<SentForm>,
    /// Number under which the operator finds the request in the log.
    pub request_id: Option<String>,
}

/// One text a person had typed.
#[derive(Clone, Debug, Serialize)]
pub struct TypedText {
    /// Fluent id of the label the field had.
    pub label_key: String,
    /// The text as it was typed.
    pub text: String,
}

/// A form as it was sent.
#[derive(Clone, Debug, Serialize)]
pub struct SentForm {
    /// Where it goes.
    pub action: String,
    /// Names and values.
    pub fields: Vec<(String, String)>,
}

impl Page for ErrorPage {
    const TEMPLATE: &'static str = "errors/error.html";
}

/// One of the standing texts: `how`, `privacy`, `accessibility`.
#[derive(Clone, Debug, Serialize)]
pub struct StaticPage {
    /// Which of the texts.
    pub name: String,
}

impl Page for StaticPage {
    const TEMPLATE: &'static str = "http/static.html";
}
