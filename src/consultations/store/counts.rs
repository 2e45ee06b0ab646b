//! How much has come in: a read model over the tables of `comments`, which this slice never writes.

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::consultations::domain::{Consultation, ParagraphKind};
use crate::db::schema::{comments, paragraphs, revisions, submissions};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::ids::SectionId;

/// Totals of a consultation; only what was confirmed and came in time counts.
#[derive(Clone, Debug, Default)]
pub struct CommentCounts {
    pub submissions: i64,
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

/// Counts what has come in.
///
/// # Errors
/// When the database refuses.
pub fn count_comments(
    connection: &mut DbConnection,
    consultation: &Consultation,
) -> StoreResult<CommentCounts> {
    let in_time = consultation.window.closes_at;
    let submissions = submissions::table
        .filter(submissions::consultation_id.eq(consultation.id))
        .filter(submissions::confirmed_at.is_not_null())
        .filter(submissions::received_at.lt(in_time))
        .count()
        .get_result(connection)?;
    let rows: Vec<(Option<SectionId>, String, i64)> = comments::table
        .filter(comments::consultation_id.eq(consultation.id))
        .filter(comments::state.ne("unconfirmed"))
        .filter(comments::received_at.lt(in_time))
        .group_by((comments::section_id, comments::state))
        .select((comments::section_id, comments::state, count_star()))
        .load(connection)?;
    let goals = paragraphs::table
        .inner_join(revisions::table.on(revisions::id.eq(paragraphs::revision_id)))
        .filter(revisions::consultation_id.eq(consultation.id))
        .filter(paragraphs::kind.eq(ParagraphKind::Goal.code()))
        .select(paragraphs::id)
        .distinct()
        .load::<crate::kernel::ids::ParagraphId>(connection)?
        .len();
    let is_answered = |state: &str| state == "approved" || state == "released";
    let answered = rows
        .iter()
        .filter(|(_, state, _)| is_answered(state))
        .map(|(_, _, count)| count)
        .sum();
    Ok(CommentCounts {
        submissions,
        by_section: by_section(rows),
        answered,
        goals: i64::try_from(goals).unwrap_or_default(),
    })
}

fn by_section(rows: Vec<(Option<SectionId>, String, i64)>) -> Vec<(Option<SectionId>, i64)> {
    let mut sums: Vec<(Option<SectionId>, i64)> = Vec::new();
    for (section, _state, count) in rows {
        match sums.iter_mut().find(|(id, _)| *id == section) {
            Some((_, sum)) => *sum += count,
            None => sums.push((section, count)),
        }
    }
    sums
}
