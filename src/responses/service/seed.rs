//! Responses by the hundred thousand, for load tests: recorded as those of people are.

use serde_json::json;
use uuid::Uuid;

use super::approve::APPROVED;
use super::release::record_release;
use crate::accounts::audit_name_of;
use crate::audit::{self, Entry};
use crate::consultations::{audit_scope, bump, mark_released};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{CommentId, ConsultationId, ResponseId, StaffId};
use crate::kernel::token::Tokens;
use crate::responses::domain::ResponseState;
use crate::responses::evidence::{content, subject};
use crate::responses::store;

/// Responses recorded at once.
const PAGE: i64 = 1_000;

/// Answers each new comment of a consultation with an approved response. With `is_released` they become public, without a
/// mail to anybody. Does nothing without two people who could have written and approved them.
///
/// # Errors
/// When the database refuses.
pub fn answer_all(
    connection: &mut DbConnection,
    tokens: &Tokens,
    consultation: ConsultationId,
    is_released: bool,
    now: Instant,
) -> StoreResult<()> {
    let Some((author, approver)) = store::answer_all(connection, consultation, now)? else {
        return Ok(());
    };
    record_approvals(connection, tokens, consultation, approver, now)?;
    if is_released {
        let responses = store::release_all(connection, consultation, author, now)?;
        mark_released(connection, consultation, now)?;
        bump(connection, consultation)?;
        let after = json!({ "released_at": now, "responses": responses, "mails": 0 });
        let actor = audit_name_of(author);
        record_release(connection, tokens, actor, consultation, now, &after)?;
    }
    Ok(())
}

/// Adds the approval of every response made at `now` to the audit chain.
fn record_approvals(
    connection: &mut DbConnection,
    tokens: &Tokens,
    consultation: ConsultationId,
    approver: StaffId,
    now: Instant,
) -> StoreResult<()> {
    let scope = audit_scope(connection, consultation)?;
    let mut last = ResponseId::new(Uuid::nil());
    loop {
        let page = store::list_kept(connection, last, PAGE)?;
        let Some(end) = page.last() else {
            return Ok(());
        };
        last = end.response.id;
        let made = page.iter().filter(|kept| {
            let response = &kept.response;
            kept.consultation_id == consultation
                && response.state == ResponseState::Approved
                && response.updated_at == now
        });
        let acts: Vec<(String, serde_json::Value)> = made
            .map(|kept| {
                let response = &kept.response;
                let answered: Vec<CommentId> = kept.answered.iter().map(|row| row.id).collect();
                let (state, version) = (response.state, response.version);
                let content = content(state, version, &response.draft, &answered);
                (subject(response.id), content)
            })
            .collect();
        let entries: Vec<Entry<'_>> = acts
            .iter()
            .map(|(subject, content)| Entry {
                actor: audit_name_of(approver),
                action: APPROVED,
                subject: subject.clone(),
                scope,
                before: None,
                after: content,
            })
            .collect();
        let entries: Vec<_> = entries.iter().map(|entry| (now, entry)).collect();
        audit::append_all(connection, tokens, &entries)?;
    }
}
