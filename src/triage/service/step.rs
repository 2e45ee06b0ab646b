//! What all acts on a response have in common: the version that was seen, one new version, the comments that follow.

use serde_json::{Value, json};

use crate::audit::{self, Entry};
use crate::comments::{self, Disposition};
use crate::db::{DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{CommentId, ConsultationId, StaffId};
use crate::kernel::token::Tokens;
use crate::triage::domain::{AnswerError, Response, ResponseDraft, ResponseState, check_version};
use crate::triage::store::{self, ResponseRecord};

/// Who acts on the response of which comment, and which version of it they saw.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    pub consultation: ConsultationId,
    pub comment: CommentId,
    /// 0 when there was no response yet.
    pub version: i32,
    pub staff: StaffId,
}

pub(super) type Outcome<T> = Result<T, Failure<AnswerError>>;

/// The response as it stands, if it is the version that was seen.
pub(super) fn seen(connection: &mut DbConnection, act: &Act) -> Outcome<Option<Response>> {
    let comment = store::find_response(connection, act.consultation, act.comment)?
        .ok_or(Failure::Refused(AnswerError::NoSuchComment))?;
    check_version(comment.response.as_ref(), act.version).map_err(Failure::Refused)?;
    Ok(comment.response)
}

/// The response that waits for a second member, if it is the version that was seen.
pub(super) fn waiting(connection: &mut DbConnection, act: &Act) -> Outcome<Response> {
    seen(connection, act)?.ok_or(Failure::Refused(AnswerError::NotInApproval))
}

/// The version that follows `stored`: nobody has approved it yet.
pub(super) fn following(
    act: &Act,
    stored: &Response,
    state: ResponseState,
    now: Instant,
) -> ResponseRecord {
    ResponseRecord {
        id: stored.id,
        consultation_id: act.consultation,
        state,
        version: stored.version + 1,
        draft: stored.draft.clone(),
        author_id: stored.author_id,
        approver_id: None,
        approved_at: None,
        released_at: None,
        updated_at: now,
    }
}

/// Stores a first version. Refused when a colleague's was attached to the comment a moment before.
pub(super) fn put_first(
    connection: &mut DbConnection,
    act: &Act,
    record: &ResponseRecord,
) -> Outcome<()> {
    store::insert_response(connection, record)?;
    if !comments::set_first_answered(connection, act.comment, record.answered())? {
        return Err(Failure::Refused(AnswerError::Conflict));
    }
    store::insert_version(connection, record, act.staff, "")?;
    Ok(())
}

/// Stores the next version and lets the comments follow. Refused when a colleague stored another one a moment before.
pub(super) fn put_next(
    connection: &mut DbConnection,
    act: &Act,
    record: &ResponseRecord,
    note: &str,
) -> Outcome<()> {
    if !store::update_response(connection, record)? {
        return Err(Failure::Refused(AnswerError::Conflict));
    }
    let answered = store::list_answered(connection, record.id)?;
    comments::set_answered(connection, &answered, record.answered())?;
    store::insert_version(connection, record, act.staff, note)?;
    Ok(())
}

/// Adds the act to the audit chain.
pub(super) fn record_act(
    connection: &mut DbConnection,
    tokens: &Tokens,
    action: &'static str,
    act: &Act,
    before: Option<&Response>,
    after: &ResponseRecord,
) -> StoreResult<()> {
    let before = before.map(|response| content(response.state, response.version, &response.draft));
    let content = content(after.state, after.version, &after.draft);
    let entry = Entry {
        actor: format!("staff:{}", act.staff),
        action,
        subject: format!("response:{}", after.id),
        before: before.as_ref(),
        after: &content,
    };
    audit::append(connection, tokens, after.updated_at, &entry)
}

fn content(state: ResponseState, version: i32, draft: &ResponseDraft) -> Value {
    json!({
        "state": state.code(),
        "version": version,
        "disposition": draft.disposition.map(Disposition::code),
        "reason": draft.reason,
        "text_change": draft.text_change.code(),
        "changed_text": draft.changed_text,
    })
}
