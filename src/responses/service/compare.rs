//! Compares every response with what the audit chain says of it.

use std::collections::HashSet;

use uuid::Uuid;

use crate::audit::{self, Deviation, DeviationKind, Recorded};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::{CommentId, ResponseId};
use crate::responses::domain::ResponseState;
use crate::responses::evidence::{content, subject};
use crate::responses::service::release;
use crate::responses::store::{self, AnsweredRow, Kept};

/// Rows held in memory at a time, with texts of up to 40,000 letters each.
const PAGE: i64 = 250;

/// Every response that is not as it was decided: changed, decided or released by no act, or gone. A draft belongs to its
/// writer and is in no act.
///
/// # Errors
/// When the database refuses.
pub fn compare_with_chain(connection: &mut DbConnection) -> StoreResult<Vec<Deviation>> {
    let mut found = Vec::new();
    let mut last = ResponseId::new(Uuid::nil());
    loop {
        let page = store::list_kept(connection, last, PAGE)?;
        let Some(end) = page.last() else { break };
        last = end.response.id;
        let mut subjects: Vec<String> = page.iter().map(|kept| subject(kept.response.id)).collect();
        let consultations: HashSet<String> = page.iter().map(consultation).collect();
        subjects.extend(consultations);
        let recorded = audit::list_about(connection, &subjects)?;
        let about = |subject: &str| recorded.get(subject).map_or(&[][..], Vec::as_slice);
        let under_way = store::list_under_way(connection)?;
        for kept in &page {
            let subject = subject(kept.response.id);
            let is_released = about(&consultation(kept))
                .iter()
                .any(|entry| entry.action == release::RELEASED)
                || under_way.contains(&kept.consultation_id);
            if let Some(kind) = deviation(kept, about(&subject), is_released) {
                let reference = name(&kept.answered, kept.response.id);
                found.push(Deviation {
                    subject,
                    reference,
                    kind,
                });
            }
        }
    }
    find_missing(connection, &mut found)?;
    Ok(found)
}

fn deviation(kept: &Kept, entries: &[Recorded], may_be_released: bool) -> Option<DeviationKind> {
    let response = &kept.response;
    let is_draft = response.state == ResponseState::Drafted;
    let follow = |row: &AnsweredRow| row.work == response.state.work();
    if !kept.answered.iter().all(follow) {
        return Some(DeviationKind::Changed);
    }
    if is_draft {
        return None;
    }
    let is_released = response.state == ResponseState::Released;
    let Some(latest) = entries.last() else {
        return Some(DeviationKind::Unrecorded);
    };
    let answered: Vec<CommentId> = kept.answered.iter().map(|row| row.id).collect();
    let after = content(response.state, response.version, &response.draft, &answered);
    if is_released && !may_be_released {
        return Some(DeviationKind::Unrecorded);
    }
    (!latest.says(&after)).then_some(DeviationKind::Changed)
}

fn consultation(kept: &Kept) -> String {
    release::subject(kept.consultation_id)
}

/// The reference numbers of what a response answers; its own id when nothing refers to it any more.
fn name(answered: &[AnsweredRow], id: ResponseId) -> String {
    let mut references: Vec<&str> = answered.iter().map(|row| row.reference.as_str()).collect();
    references.dedup();
    if references.is_empty() {
        subject(id)
    } else {
        references.join(", ")
    }
}

/// Walks the chain for responses that are gone.
fn find_missing(connection: &mut DbConnection, found: &mut Vec<Deviation>) -> StoreResult<()> {
    let mut last = 0;
    let mut seen = HashSet::new();
    loop {
        let page = audit::list_subjects(connection, "response:", last, 1_000)?;
        let Some((sequence, _subject)) = page.last() else {
            return Ok(());
        };
        last = *sequence;
        let ids: Vec<ResponseId> = page
            .iter()
            .filter_map(|(_, subject)| subject.strip_prefix("response:")?.parse().ok())
            .collect();
        let there: HashSet<ResponseId> =
            store::list_present(connection, &ids)?.into_iter().collect();
        let gone: Vec<ResponseId> = ids
            .into_iter()
            .filter(|id| !there.contains(id) && seen.insert(*id))
            .collect();
        let answered = store::list_answered_by(connection, &gone)?;
        for id in gone {
            found.push(Deviation {
                subject: subject(id),
                reference: name(answered.get(&id).map_or(&[][..], Vec::as_slice), id),
                kind: DeviationKind::Missing,
            });
        }
    }
}
