//! One comment and its response.

use serde::Serialize;

use super::Matching;
use crate::drafts::Place;
use crate::http::render::{FieldError, Page};
use crate::kernel::clock::Instant;
use crate::kernel::ids::CommentId;

/// One comment and its response. Posts `version`, `disposition`, `reason`, `text_change` (`changed`, `unchanged`),
/// `new_text` and `action` (`save`, `submit`); the second member posts to `/approve` or, with `note`, to `/return`,
/// the author to `/take-back`, a coordinator, with `note`, to `/reopen`, all with `version`.
#[derive(Clone, Debug, Serialize)]
pub struct Answer {
    /// Which comment.
    pub comment_id: CommentId,
    /// Such as `KRANJ-2022-0042/3`.
    pub reference: String,
    /// What it is about.
    pub place: Place,
    /// `general`, `content`, `wording`.
    pub kind: String,
    /// The comment as it was received.
    pub body: String,
    /// How the passage should read.
    pub proposed_text: Option<String>,
    /// Sanitised HTML: the proposal against the draft with `ins` and `del`.
    pub proposed_diff_html: Option<String>,
    /// `individual` or `organisation`.
    pub submitter_kind: String,
    /// The name that will be public; `None` when it will not.
    pub public_name: Option<String>,
    /// When it was received.
    pub received_at: Instant,
    /// `web`, `email`, `post`, `in_person`, `hearing`, `import`.
    pub channel: String,
    /// The passage and its neighbours.
    pub context: Vec<ContextParagraph>,
    /// Number of the revision commented on.
    pub revision: i32,
    /// State of the comment.
    pub state: String,
    /// Version of the response the form was made from; 0 when there is none.
    pub version: i64,
    /// What stands in the form.
    pub values: ResponseValues,
    /// Whether the draft has one text that a new one would replace.
    pub has_present_text: bool,
    /// Sanitised HTML: the new text against the draft with `ins` and `del`.
    pub change_html: Option<String>,
    /// What was refused.
    pub errors: Vec<FieldError>,
    /// What a colleague saved in the meantime (409).
    pub conflict: Option<Conflict>,
    /// Whether this person may write now.
    pub can_edit: bool,
    /// Whether this person may approve or return now.
    pub can_approve: bool,
    /// Whether this person may take the response back now.
    pub can_take_back: bool,
    /// Whether this person may open the approved response again.
    pub can_reopen: bool,
    /// Who wrote the response last.
    pub author_name: Option<String>,
    /// Why it has to be written again.
    pub return_note: Option<ReturnNote>,
    /// What happened, newest first.
    pub history: Vec<HistoryEntry>,
    /// The list the person came from.
    pub list: Option<AnswerList>,
}

/// The list a comment is read from, and what stands before and after it there.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerList {
    /// `mine`, `waiting`, `new` or `all`.
    pub view: String,
    /// Query string of the page of the list.
    pub query: String,
    /// 1 for the first; `None` when the comment has left the list or is too far down to be counted.
    pub position: Option<usize>,
    /// How many comments the list has.
    pub matching: Matching,
    /// The comment before this one.
    pub previous: Option<Listed>,
    /// The comment after this one.
    pub next: Option<Listed>,
}

/// A comment of a list.
#[derive(Clone, Debug, Serialize)]
pub struct Listed {
    /// Which comment.
    pub comment_id: CommentId,
    /// Query string of the page of the list that shows it.
    pub query: String,
}

/// A paragraph beside the comment.
#[derive(Clone, Debug, Serialize)]
pub struct ContextParagraph {
    /// Sanitised HTML.
    pub body_html: String,
    /// Whether it is the one commented on.
    pub is_target: bool,
}

/// The values of the response form.
#[derive(Clone, Debug, Default, Serialize)]
pub struct ResponseValues {
    /// A disposition, empty when not chosen.
    pub disposition: String,
    /// The public reason.
    pub reason: String,
    /// `changed`, `unchanged`, empty when not chosen.
    pub text_change: String,
    /// The new text of the passage.
    pub new_text: String,
}

/// The version a colleague saved while the form was open.
#[derive(Clone, Debug, Serialize)]
pub struct Conflict {
    /// Its version, sent with the next try.
    pub version: i64,
    /// Who saved it.
    pub author_name: String,
    /// When.
    pub saved_at: Instant,
    /// What it says.
    pub values: ResponseValues,
}

/// Why a response has to be written again.
#[derive(Clone, Debug, Serialize)]
pub struct ReturnNote {
    /// `returned` by a second member or `reopened` by a coordinator.
    pub action: String,
    /// What they wrote.
    pub note: String,
}

/// One entry of the history of a response.
#[derive(Clone, Debug, Serialize)]
pub struct HistoryEntry {
    /// When.
    pub at: Instant,
    /// Who, as colleagues call them; `None` for the submitter or the system.
    pub who: Option<String>,
    /// `received`, `confirmed`, `assigned`, `saved`, `submitted`, `taken_back`, `approved`, `returned`, `reopened`,
    /// `released`.
    pub action: String,
    /// The disposition at that time.
    pub disposition: Option<String>,
    /// The note that came with it.
    pub note: Option<String>,
}

impl Page for Answer {
    const TEMPLATE: &'static str = "desk/answer.html";
}
