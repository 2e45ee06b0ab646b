//! Read models of the public register: figures that add up and pairs of comment and response.

use std::collections::HashMap;

use diesel::dsl::{count_star, not};
use diesel::prelude::*;
use strum::VariantArray as _;

use super::counts::{ReleasedCounts, count_in_time};
use super::released::ReleasedComments;
use crate::comments::{Disposition, Standing, SubmitterKind, Work, public_name};
use crate::db::schema::{comments, paragraph_texts, responses, submissions, submitters};
use crate::db::{DbConnection, StoreResult};
use crate::i18n::Language;
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, ParagraphId, SectionId};
use crate::kernel::search_text::Search;
use crate::submissions::{Channel, ResponseColumns, Standings, count_submissions};

/// How many comments of a section share a state and a disposition.
#[derive(Clone, Debug)]
pub struct FigureRow {
    pub section_id: Option<SectionId>,
    /// The public disposition; `None` without a released response.
    pub disposition: Option<Disposition>,
    pub count: i64,
}

/// Confirmed comments that came in time, by section and public disposition. What is `released` is known already.
///
/// # Errors
/// When the database refuses.
pub fn count_figures(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    released: &ReleasedComments,
) -> StoreResult<Vec<FigureRow>> {
    let waiting = waiting_states(released);
    let mut counts: HashMap<(Option<SectionId>, Option<Disposition>), i64> = HashMap::new();
    for place in released.in_time() {
        *counts.entry(place).or_default() += 1;
    }
    let known = released.is_public.then(ReleasedCounts::default);
    for (section, state, count) in count_in_time(connection, consultation, known.as_ref())? {
        if waiting.contains(&state) {
            *counts.entry((section, None)).or_default() += count;
        }
    }
    Ok(counts
        .into_iter()
        .map(|((section_id, disposition), count)| FigureRow {
            section_id,
            disposition,
            count,
        })
        .collect())
}

/// Confirmed and not public.
fn waiting_states(released: &ReleasedComments) -> Vec<Work> {
    let is_waiting = |state: &Work| match state {
        Work::Released => !released.is_public,
        _ => true,
    };
    Work::VARIANTS.iter().copied().filter(is_waiting).collect()
}

/// What the register names beside the figures.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// Confirmed submissions that came in time, by channel.
    pub channels: Vec<(Channel, i64)>,
    /// Where all submissions stand.
    pub standings: Standings,
    /// Comments that came after the window.
    pub late: i64,
}

/// Totals of submissions.
///
/// # Errors
/// When the database refuses.
pub fn count_totals(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    released: &ReleasedComments,
    now: Instant,
) -> StoreResult<Totals> {
    let of_consultation =
        || submissions::table.filter(submissions::consultation_id.eq(consultation));
    let mut channels: Vec<(Channel, i64)> = of_consultation()
        .filter(submissions::confirmed_at.is_not_null())
        .filter(not(submissions::is_late))
        .group_by(submissions::channel)
        .select((submissions::channel, count_star()))
        .load(connection)?;
    channels.sort_by_key(|(channel, _count)| channel.into_str());
    let late: i64 = comments::table
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::standing.eq(Standing::Counted))
        .filter(comments::work.eq_any(waiting_states(released)))
        .filter(comments::is_late)
        .count()
        .get_result(connection)?;
    Ok(Totals {
        standings: count_submissions(connection, consultation, now)?,
        channels,
        late: late + released.count_late(),
    })
}

/// What a reader of the register looks for.
#[derive(Clone, Debug, Default)]
pub struct RegisterQuery {
    pub search: Search,
    pub section: SectionFilter,
    pub disposition: Option<Disposition>,
    pub submitter: Option<SubmitterKind>,
}

/// Which sections.
#[derive(Clone, Copy, Debug, Default)]
pub enum SectionFilter {
    #[default]
    All,
    /// Comments on the whole draft.
    Draft,
    One(SectionId),
}

/// A released comment with its response.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = comments)]
pub struct PairRow {
    pub row_key: i64,
    pub position: i32,
    #[diesel(select_expression = submissions::reference)]
    pub reference: String,
    /// Language it was submitted in.
    #[diesel(select_expression = submissions::language)]
    pub language: Language,
    pub received_at: Instant,
    pub section_id: Option<SectionId>,
    pub paragraph_id: Option<ParagraphId>,
    pub body: String,
    pub proposed_text: String,
    #[diesel(embed)]
    pub submitter: SubmitterColumns,
    #[diesel(embed)]
    pub response: ResponseColumns,
    /// Markdown of the passage.
    #[diesel(select_expression = paragraph_texts::body.nullable())]
    pub passage: Option<String>,
}

/// Who submitted, as far as the public may be told.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = submitters)]
pub struct SubmitterColumns {
    kind: SubmitterKind,
    name: String,
    organisation: String,
    publish_name: bool,
}

impl SubmitterColumns {
    /// The name shown with the comment, if any is.
    pub fn public_name(&self) -> Option<&str> {
        public_name(self.kind, &self.name, &self.organisation, self.publish_name)
    }
}

/// Row key of the released comment with this reference (`KRANJ-2022-0042`) and position.
///
/// # Errors
/// When the database refuses.
pub fn find_released(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    reference: &str,
    position: i32,
) -> StoreResult<Option<i64>> {
    Ok(comments::table
        .inner_join(submissions::table.on(submissions::id.eq(comments::submission_id)))
        .filter(submissions::consultation_id.eq(consultation))
        .filter(submissions::reference.eq(reference))
        .filter(comments::position.eq(position))
        .filter(comments::work.eq(Work::Released))
        .select(comments::row_key)
        .first(connection)
        .optional()?)
}

/// The released comments with these row keys, in order.
///
/// # Errors
/// When the database refuses.
pub fn list_pairs(connection: &mut DbConnection, row_keys: &[i64]) -> StoreResult<Vec<PairRow>> {
    let passage = paragraph_texts::table.on(comments::paragraph_id
        .eq(paragraph_texts::paragraph_id.nullable())
        .and(paragraph_texts::revision_id.eq(comments::revision_id)));
    Ok(comments::table
        .inner_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .inner_join(submissions::table.on(submissions::id.eq(comments::submission_id)))
        .inner_join(submitters::table.on(submitters::submission_id.eq(comments::submission_id)))
        .left_join(passage)
        .filter(comments::row_key.eq_any(row_keys.to_vec()))
        .order(comments::row_key)
        .select(PairRow::as_select())
        .load(connection)?)
}
