//! Read models of the public register: figures that add up and pairs of comment and response.

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::comments::domain::{CommentState, Disposition, SubmitterKind};
use crate::db::schema::{comments, paragraphs, responses, submissions, submitters};
use crate::db::{DbConnection, MultiBackend, StoreResult, dialect};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{CommentId, ConsultationId, ParagraphId, SectionId};

/// How many comments of a section share a state and a disposition.
#[derive(Clone, Debug)]
pub struct FigureRow {
    pub section_id: Option<SectionId>,
    /// The public disposition; `None` without a released response.
    pub disposition: Option<Disposition>,
    pub count: i64,
}

/// Confirmed comments that came in time, by section and public disposition.
///
/// # Errors
/// When the database refuses.
pub fn count_figures(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    closes_at: Instant,
) -> StoreResult<Vec<FigureRow>> {
    let rows: Vec<(Option<SectionId>, String, Option<String>, i64)> = comments::table
        .left_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::state.ne(CommentState::Unconfirmed.code()))
        .filter(comments::received_at.lt(closes_at))
        .group_by((
            comments::section_id,
            comments::state,
            responses::disposition,
        ))
        .select((
            comments::section_id,
            comments::state,
            responses::disposition.nullable(),
            count_star(),
        ))
        .load(connection)?;
    Ok(rows
        .into_iter()
        .map(|(section_id, state, disposition, count)| FigureRow {
            section_id,
            disposition: disposition
                .filter(|_disposition| state == CommentState::Released.code())
                .and_then(|code| Disposition::parse(&code)),
            count,
        })
        .collect())
}

/// What the register names beside the figures.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// Confirmed submissions that came in time.
    pub submissions: i64,
    /// Those by channel.
    pub channels: Vec<(String, i64)>,
    /// Submissions whose address was never confirmed.
    pub unconfirmed: i64,
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
    closes_at: Instant,
) -> StoreResult<Totals> {
    let of_consultation =
        || submissions::table.filter(submissions::consultation_id.eq(consultation));
    let mut channels: Vec<(String, i64)> = of_consultation()
        .filter(submissions::confirmed_at.is_not_null())
        .filter(submissions::received_at.lt(closes_at))
        .group_by(submissions::channel)
        .select((submissions::channel, count_star()))
        .load(connection)?;
    channels.sort();
    let unconfirmed = of_consultation()
        .filter(submissions::confirmed_at.is_null())
        .count()
        .get_result(connection)?;
    let late = comments::table
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::state.ne(CommentState::Unconfirmed.code()))
        .filter(comments::received_at.ge(closes_at))
        .count()
        .get_result(connection)?;
    Ok(Totals {
        submissions: channels.iter().map(|(_channel, count)| count).sum(),
        channels,
        unconfirmed,
        late,
    })
}

/// What a reader of the register looks for.
#[derive(Clone, Debug, Default)]
pub struct RegisterQuery {
    /// Stems of the words looked for; empty for all.
    pub stems: String,
    pub section: SectionFilter,
    pub disposition: Option<Disposition>,
    pub submitter: Option<SubmitterKind>,
    /// Row key of the last comment of the page before.
    pub after: i64,
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
#[derive(Clone, Debug, Queryable)]
pub struct PairRow {
    pub row_key: i64,
    pub id: CommentId,
    pub position: i32,
    pub reference: String,
    pub received_at: Instant,
    pub section_id: Option<SectionId>,
    pub paragraph_id: Option<ParagraphId>,
    pub body: String,
    pub proposed_text: String,
    pub submitter_kind: String,
    pub name: String,
    pub organisation: String,
    pub publish_name: bool,
    pub disposition: Option<String>,
    pub reason: String,
    pub text_change: String,
    pub changed_text: String,
    /// Markdown of the passage.
    pub passage: Option<String>,
}

/// Row keys of all released comments that match, in the order they were received.
///
/// The register shows how many match, so all keys are read: eight bytes each, and a consultation has thousands.
///
/// # Errors
/// When the database refuses.
pub fn list_matching(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    query: &RegisterQuery,
) -> StoreResult<Vec<i64>> {
    let mut matching = comments::table
        .inner_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .inner_join(submitters::table.on(submitters::submission_id.eq(comments::submission_id)))
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::state.eq(CommentState::Released.code()))
        .into_boxed::<MultiBackend>();
    match query.section {
        SectionFilter::All => {}
        SectionFilter::Draft => matching = matching.filter(comments::section_id.is_null()),
        SectionFilter::One(section) => matching = matching.filter(comments::section_id.eq(section)),
    }
    if let Some(disposition) = query.disposition {
        matching = matching.filter(responses::disposition.eq(disposition.code()));
    }
    if let Some(kind) = query.submitter {
        matching = matching.filter(submitters::kind.eq(kind.code()));
    }
    let keys: Vec<i64> = matching
        .order(comments::row_key)
        .select(comments::row_key)
        .load(connection)?;
    if query.stems.is_empty() {
        return Ok(keys);
    }
    let found = dialect::search_comments(connection, consultation, &query.stems)?;
    Ok(keys
        .into_iter()
        .filter(|key| found.binary_search(key).is_ok())
        .collect())
}

/// The released comments with these row keys, in order.
///
/// # Errors
/// When the database refuses.
pub fn list_pairs(connection: &mut DbConnection, row_keys: &[i64]) -> StoreResult<Vec<PairRow>> {
    let passage = paragraphs::table.on(comments::paragraph_id
        .eq(paragraphs::id.nullable())
        .and(paragraphs::revision_id.eq(comments::revision_id)));
    Ok(comments::table
        .inner_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .inner_join(submissions::table.on(submissions::id.eq(comments::submission_id)))
        .inner_join(submitters::table.on(submitters::submission_id.eq(comments::submission_id)))
        .left_join(passage)
        .filter(comments::row_key.eq_any(row_keys.to_vec()))
        .order(comments::row_key)
        .select((
            comments::row_key,
            comments::id,
            comments::position,
            submissions::reference,
            comments::received_at,
            comments::section_id,
            comments::paragraph_id,
            comments::body,
            comments::proposed_text,
            submitters::kind,
            submitters::name,
            submitters::organisation,
            submitters::publish_name,
            responses::disposition,
            responses::reason,
            responses::text_change,
            responses::changed_text,
            paragraphs::body.nullable(),
        ))
        .load(connection)?)
}
