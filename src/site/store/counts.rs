//! How much has come in.

use diesel::dsl::{count_star, not};
use diesel::prelude::*;

use crate::comments::{Standing, Work};
use crate::consultations::Consultation;
use crate::db::schema::comments;
use crate::db::{DbConnection, StoreResult};
use crate::drafts::count_goals;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, SectionId};
use crate::submissions::{Standings, count_submissions};

/// Confirmed comments whose response is not marked as released yet (ADR 0019).
const BEFORE_RELEASE: [Work; 5] = [
    Work::New,
    Work::Drafted,
    Work::InApproval,
    Work::Returned,
    Work::Approved,
];

/// Totals of a consultation; only what was confirmed and came in time counts.
#[derive(Clone, Debug, Default)]
pub struct CommentCounts {
    pub standings: Standings,
    pub by_section: Vec<(Option<SectionId>, i64)>,
    /// Comments whose response is approved or released.
    pub answered: i64,
    pub goals: i64,
}

impl CommentCounts {
    /// All comments.
    pub fn comments(&self) -> i64 {
        self.by_section.iter().map(|(_section, count)| count).sum()
    }

    /// Comments on one section.
    pub fn on(&self, section: SectionId) -> i64 {
        self.by_section
            .iter()
            .find(|(id, _)| *id == Some(section))
            .map_or(0, |(_, count)| *count)
    }
}

/// Counts what has come in, but for what is known to be `released`.
///
/// # Errors
/// When the database refuses.
pub fn count_comments(
    connection: &mut DbConnection,
    consultation: &Consultation,
    released: Option<&ReleasedCounts>,
    now: Instant,
) -> StoreResult<CommentCounts> {
    let rows = count_in_time(connection, consultation.id, released)?;
    let goals = count_goals(connection, consultation.draft_id)?;
    let is_answered = |state: Work| matches!(state, Work::Approved | Work::Released);
    let answered = rows
        .iter()
        .filter(|(_, state, _)| is_answered(*state))
        .map(|(_, _, count)| count)
        .sum();
    Ok(CommentCounts {
        standings: count_submissions(connection, consultation.id, now)?,
        by_section: by_section(rows),
        answered,
        goals,
    })
}

/// Released comments that came in time, by section. They never change until something is published.
#[derive(Clone, Debug, Default)]
pub struct ReleasedCounts(Vec<SectionCount>);

/// Section, state, and how many comments.
type SectionCount = (Option<SectionId>, Work, i64);

/// Counts what is released.
///
/// # Errors
/// When the database refuses.
pub fn count_released(
    connection: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<ReleasedCounts> {
    let mut rows = count_all(connection, consultation)?;
    rows.retain(|(_section, state, _count)| *state == Work::Released);
    Ok(ReleasedCounts(rows))
}

/// Comments by section and state; only what was confirmed and came in time. What is known to be `released` is not counted
/// again.
///
/// # Errors
/// When the database refuses.
pub fn count_in_time(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    released: Option<&ReleasedCounts>,
) -> StoreResult<Vec<SectionCount>> {
    let Some(released) = released else {
        return count_all(connection, consultation);
    };
    let others: Vec<(Option<SectionId>, Work)> = comments::table
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::standing.eq(Standing::Counted))
        .filter(comments::work.eq_any(BEFORE_RELEASE.to_vec()))
        .filter(not(comments::is_late))
        .select((comments::section_id, comments::work))
        .load(connection)?;
    let mut rows = released.0.clone();
    rows.extend(
        others
            .into_iter()
            .map(|(section, state)| (section, state, 1)),
    );
    Ok(rows)
}

/// All are counted along an index that does not hold whether they are late, and the late ones, few, taken off: to look at
/// each of a hundred thousand rows would take ten times as long.
fn count_all(
    connection: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<Vec<SectionCount>> {
    let mut rows: Vec<SectionCount> = comments::table
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::standing.eq(Standing::Counted))
        .group_by((comments::section_id, comments::work))
        .select((comments::section_id, comments::work, count_star()))
        .load(connection)?;
    let late: Vec<(Option<SectionId>, Work)> = comments::table
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::standing.eq(Standing::Counted))
        .filter(comments::is_late)
        .select((comments::section_id, comments::work))
        .load(connection)?;
    for (section, state) in late {
        let row = rows
            .iter_mut()
            .find(|(of, at, _count)| *of == section && *at == state);
        if let Some((_, _, count)) = row {
            *count -= 1;
        }
    }
    Ok(rows)
}

fn by_section(rows: Vec<SectionCount>) -> Vec<(Option<SectionId>, i64)> {
    let mut sums: Vec<(Option<SectionId>, i64)> = Vec::new();
    for (section, _state, count) in rows {
        match sums.iter_mut().find(|(id, _)| *id == section) {
            Some((_, sum)) => *sum += count,
            None => sums.push((section, count)),
        }
    }
    sums
}
