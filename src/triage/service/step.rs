//! What all acts on a response have in common: the version that was seen, one new version, the comments that follow.

use crate::audit::{self, Entry};
use crate::comments;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::http::AppState;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{CommentId, ConsultationId, StaffId};
use crate::kernel::token::Tokens;
use crate::triage::domain::{AnswerError, Response, ResponseState, check_version};
use crate::triage::evidence::{content, subject};
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
    if store::find_under_way(connection, act.consultation)?.is_some() {
        let state = ResponseState::Released;
        return Err(Failure::Refused(AnswerError::Locked { state }));
    }
    check_version(comment.response.as_ref(), act.version).map_err(Failure::Refused)?;
    Ok(comment.response)
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

/// Puts the next version of a response in the place of the one that was seen, as `decide` has it.
pub(super) async fn go_on(
    state: &AppState,
    act: Act,
    action: &'static str,
    note: String,
    decide: impl Fn(Option<&Response>, &str, Instant) -> Result<ResponseRecord, AnswerError>
    + Send
    + 'static,
) -> Outcome<()> {
    let (now, tokens) = (state.now(), state.tokens.clone());
    state
        .db
        .write(move |connection| {
            let stored = seen(connection, &act)?;
            let after = decide(stored.as_ref(), &note, now).map_err(Failure::Refused)?;
            put_next(connection, &act, &after, &note)?;
            record_act(connection, &tokens, action, &act, stored.as_ref(), &after)?;
            Ok(())
        })
        .await
}

/// Stores a first version. Refused when a colleague's was attached to the comment a moment before.
pub(super) fn put_first(
    connection: &mut DbConnection,
    act: &Act,
    record: &ResponseRecord,
) -> Outcome<()> {
    store::insert_response(connection, record)?;
    if !comments::set_first_answered(connection, act.comment, &record.answered())? {
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
    comments::set_answered(connection, &answered, &record.answered())?;
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
    let actor = format!("staff:{}", act.staff);
    record(connection, tokens, (actor, action), before, after)
}

/// Adds what somebody did to a response to the audit chain: who (see [`Entry::actor`]) and what.
///
/// # Errors
/// When the database refuses.
pub fn record(
    connection: &mut DbConnection,
    tokens: &Tokens,
    (actor, action): (String, &'static str),
    before: Option<&Response>,
    after: &ResponseRecord,
) -> StoreResult<()> {
    let answered = store::list_answered(connection, after.id)?;
    let before =
        before.map(|before| content(before.state, before.version, &before.draft, &answered));
    let content = content(after.state, after.version, &after.draft, &answered);
    let entry = Entry {
        actor,
        action,
        subject: subject(after.id),
        before: before.as_ref(),
        after: &content,
    };
    audit::append(connection, tokens, after.updated_at, &entry)
}
