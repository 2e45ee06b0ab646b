//! What the audit chain holds of a response, in one form: made when somebody acts on it, and made again from the rows
//! when somebody asks whether they are still what was decided.

use serde_json::{Value, json};

use crate::audit::text_hash;
use crate::kernel::ids::{CommentId, ResponseId};
use crate::responses::domain::{ResponseDraft, ResponseState};

/// What stands in the chain. The release is one act for all responses, so a released one stands there as it was approved.
pub fn content(
    state: ResponseState,
    version: i32,
    draft: &ResponseDraft,
    answered: &[CommentId],
) -> Value {
    let (state, version) = match state {
        ResponseState::Released => (ResponseState::Approved, version - 1),
        state => (state, version),
    };
    let mut comments = answered.to_vec();
    comments.sort();
    json!({
        "state": state.into_str(),
        "version": version,
        "disposition": draft.disposition.map(|one| one.into_str()),
        "reason": text_hash(&draft.reason),
        "text_change": draft.text_change.into_str(),
        "changed_text": text_hash(&draft.changed_text),
        "comments": comments,
    })
}

/// What the chain calls a response.
pub fn subject(id: ResponseId) -> String {
    format!("response:{id}")
}
