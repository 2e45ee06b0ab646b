//! What all acts on a response have in common: who may act, the version that was seen, one new version, the comments that
//! follow.

use crate::accounts::{By, audit_name_of};
use crate::audit::{self, Entry};
use crate::comments;
use crate::consultations::{audit_scope, find_by_id};
use crate::context::Context;
use crate::db::{DbConnection, Failure, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{CommentId, ConsultationId, StaffId};
use crate::kernel::role::Role;
use crate::kernel::token::Tokens;
use crate::responses::domain::{AnswerError, Response, ResponseState, check_version};
use crate::responses::evidence::{content, subject};
use crate::responses::store::{self, ResponseRecord};

/// What is acted on: the response of which comment, and which version of it was seen.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    pub consultation: ConsultationId,
    pub comment: CommentId,
    /// 0 when there was no response yet.
    pub version: i32,
}

/// A kind of act.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// As the audit chain calls it.
    pub(super) action: &'static str,
    /// Who may do it.
    pub(super) roles: &'static [Role],
}

/// An act that may go ahead: who acts, and the response as they saw it.
#[derive(Debug)]
pub(super) struct Turn {
    pub(super) act: Act,
    pub(super) staff: StaffId,
    pub(super) stored: Option<Response>,
}

pub(super) type Outcome<T> = Result<T, Failure<AnswerError>>;

/// Lets an act go ahead if whoever acts holds one of `roles`, and the response is the version that was seen.
pub(super) fn begin(
    connection: &mut DbConnection,
    by: &By,
    roles: &[Role],
    act: Act,
) -> Outcome<Turn> {
    let consultation = find_by_id(connection, act.consultation)?
        .ok_or(Failure::Refused(AnswerError::NoSuchComment))?;
    let staff = by
        .holder_in(roles, consultation.authority.id, consultation.id)
        .map_err(|refused| Failure::Refused(refused.into()))?
        .staff_id;
    let comment = store::find_response(connection, act.consultation, act.comment)?
        .ok_or(Failure::Refused(AnswerError::NoSuchComment))?;
    if store::find_under_way(connection, act.consultation)?.is_some() {
        let state = ResponseState::Released;
        return Err(Failure::Refused(AnswerError::Locked { state }));
    }
    check_version(comment.response.as_ref(), act.version).map_err(Failure::Refused)?;
    Ok(Turn {
        act,
        staff,
        stored: comment.response,
    })
}

impl Turn {
    /// The version that follows `stored`: nobody has approved it yet.
    pub(super) fn following(
        &self,
        stored: &Response,
        state: ResponseState,
        now: Instant,
    ) -> ResponseRecord {
        ResponseRecord {
            id: stored.id,
            consultation_id: self.act.consultation,
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
        &self,
        connection: &mut DbConnection,
        record: &ResponseRecord,
    ) -> Outcome<()> {
        store::insert_response(connection, record)?;
        if !comments::set_first_answered(connection, self.act.comment, &record.answered())? {
            return Err(Failure::Refused(AnswerError::Conflict));
        }
        store::insert_version(connection, record, self.staff, "")?;
        Ok(())
    }

    /// Stores the next version and lets the comments follow. Refused when a colleague stored another one a moment before.
    pub(super) fn put_next(
        &self,
        connection: &mut DbConnection,
        record: &ResponseRecord,
        note: &str,
    ) -> Outcome<()> {
        if !store::update_response(connection, record)? {
            return Err(Failure::Refused(AnswerError::Conflict));
        }
        let answered = store::list_answered(connection, record.id)?;
        comments::set_answered(connection, &answered, &record.answered())?;
        store::insert_version(connection, record, self.staff, note)?;
        Ok(())
    }

    /// Adds the act to the audit chain.
    pub(super) fn record(
        &self,
        connection: &mut DbConnection,
        tokens: &Tokens,
        action: &'static str,
        after: &ResponseRecord,
    ) -> StoreResult<()> {
        let act = (audit_name_of(self.staff), action);
        record_act(connection, tokens, act, self.stored.as_ref(), after)
    }
}

/// Puts the next version of a response in the place of the one that was seen, as `decide` has it.
pub(super) async fn go_on(
    context: &Context,
    by: &By,
    act: Act,
    step: Step,
    note: String,
    decide: impl Fn(&Turn, &str, Instant) -> Result<ResponseRecord, AnswerError> + Send + 'static,
) -> Outcome<()> {
    let (now, tokens, by) = (context.now(), context.tokens.clone(), by.clone());
    context
        .db
        .write(move |connection| {
            let turn = begin(connection, &by, step.roles, act)?;
            let after = decide(&turn, &note, now).map_err(Failure::Refused)?;
            turn.put_next(connection, &after, &note)?;
            turn.record(connection, &tokens, step.action, &after)?;
            Ok(())
        })
        .await
}

/// Adds what somebody did to a response to the audit chain: who (see [`Entry::actor`]) and what.
///
/// # Errors
/// When the database refuses.
pub fn record_act(
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
    let scope = audit_scope(connection, after.consultation_id)?;
    let entry = Entry {
        actor,
        action,
        subject: subject(after.id),
        scope,
        before: before.as_ref(),
        after: &content,
    };
    audit::append(connection, tokens, after.updated_at, &entry)
}
