//! Compares every submission with what the audit chain says of it.

use std::collections::HashSet;

use uuid::Uuid;

use crate::audit::{self, Deviation, DeviationKind, Recorded};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::SubmissionId;
use crate::submissions::evidence::{CONFIRMED, RECEIVED, confirmation, subject};
use crate::submissions::store::{self, Kept};

/// Rows held in memory at a time, with texts of up to 40,000 letters each.
const PAGE: i64 = 250;

/// Every submission that is not as it was received: changed, received by no act, or gone.
///
/// # Errors
/// When the database refuses.
pub fn compare_with_chain(connection: &mut DbConnection) -> StoreResult<Vec<Deviation>> {
    let mut found = Vec::new();
    let (mut last, mut intact) = (SubmissionId::new(Uuid::nil()), 0);
    loop {
        let page = store::list_kept(connection, last, PAGE)?;
        let Some(end) = page.last() else { break };
        last = end.id();
        let subjects: Vec<String> = page.iter().map(|kept| subject(kept.reference())).collect();
        let recorded = audit::list_about(connection, &subjects)?;
        for (kept, subject) in page.iter().zip(subjects) {
            let entries = recorded.get(&subject).map_or(&[][..], Vec::as_slice);
            match deviation(kept, entries) {
                None => intact += 1,
                Some(kind) => found.push(Deviation {
                    subject,
                    reference: kept.reference().to_owned(),
                    kind,
                }),
            }
        }
    }
    if intact != audit::count_acts(connection, RECEIVED)? {
        find_missing(connection, &mut found)?;
    }
    Ok(found)
}

fn deviation(kept: &Kept, entries: &[Recorded]) -> Option<DeviationKind> {
    let find = |action| entries.iter().find(|entry| entry.action == action);
    let Some(received) = find(RECEIVED) else {
        return Some(DeviationKind::Unrecorded);
    };
    let confirmed = find(CONFIRMED);
    let confirmed_at = kept.confirmed_at();
    let at_receipt = confirmed_at.filter(|_at| confirmed.is_none());
    let is_received = received.says(&kept.evidence(at_receipt).value())
        || received.says(&kept.first_evidence(at_receipt));
    let is_intact = is_received
        && received.is_in(kept.consultation_id())
        && confirmed.is_none_or(|entry| entry.says(&confirmation(kept.reference(), confirmed_at)))
        && kept.is_consistent();
    (!is_intact).then_some(DeviationKind::Changed)
}

/// Walks the chain for submissions that are gone. Costs a search of the table for each page, so only when the counts differ.
fn find_missing(connection: &mut DbConnection, found: &mut Vec<Deviation>) -> StoreResult<()> {
    let (kind, mut last) = (subject(""), 0);
    let mut seen = HashSet::new();
    loop {
        let page = audit::list_subjects(connection, &kind, last, 1_000)?;
        let Some((sequence, _subject)) = page.last() else {
            return Ok(());
        };
        last = *sequence;
        let references: Vec<&str> = page
            .iter()
            .filter_map(|(_sequence, subject)| subject.strip_prefix(&kind))
            .collect();
        let there: HashSet<String> = store::list_references(connection, &references)?
            .into_iter()
            .collect();
        for reference in references {
            if !there.contains(reference) && seen.insert(reference.to_owned()) {
                found.push(Deviation {
                    subject: subject(reference),
                    reference: reference.to_owned(),
                    kind: DeviationKind::Missing,
                });
            }
        }
    }
}
