//! What the public register is asked for, over and over: read once for each published version, and looked through in
//! memory. Nothing released ever changes, and a comment takes a few bytes.

use diesel::prelude::*;

use super::{RegisterQuery, SectionFilter};
use crate::comments::{Disposition, Standing, SubmitterKind, Work};
use crate::db::schema::{comments, responses, submitters};
use crate::db::{DbConnection, StoreResult, dialect};
use crate::kernel::ids::{ConsultationId, SectionId};
use crate::kernel::search_text::Search;

/// All released comments of a consultation as far as the register filters and counts them, in the order they were
/// received.
pub struct ReleasedComments {
    comments: Vec<ReleasedComment>,
    /// Whether the release is public. While it is under way, comments are marked already and none is shown (ADR 0019).
    pub(super) is_public: bool,
}

struct ReleasedComment {
    row_key: i64,
    section: Option<SectionId>,
    disposition: Option<Disposition>,
    submitter: SubmitterKind,
    is_late: bool,
}

/// Reads them all, if the release of the consultation is public.
///
/// # Errors
/// When the database refuses.
pub fn list_released(
    connection: &mut DbConnection,
    consultation: ConsultationId,
    is_public: bool,
) -> StoreResult<ReleasedComments> {
    if !is_public {
        let comments = Vec::new();
        return Ok(ReleasedComments {
            comments,
            is_public,
        });
    }
    type Row = (
        i64,
        Option<SectionId>,
        bool,
        Option<Disposition>,
        SubmitterKind,
    );
    let rows: Vec<Row> = comments::table
        .inner_join(responses::table.on(comments::response_id.eq(responses::id.nullable())))
        .inner_join(submitters::table.on(submitters::submission_id.eq(comments::submission_id)))
        .filter(comments::consultation_id.eq(consultation))
        .filter(comments::standing.eq(Standing::Counted))
        .filter(comments::work.eq(Work::Released))
        .select((
            comments::row_key,
            comments::section_id,
            comments::is_late,
            responses::disposition,
            submitters::kind,
        ))
        .load(connection)?;
    let mut released: Vec<ReleasedComment> = rows
        .into_iter()
        .map(
            |(row_key, section, is_late, disposition, submitter)| ReleasedComment {
                row_key,
                section,
                disposition,
                submitter,
                is_late,
            },
        )
        .collect();
    released.sort_unstable_by_key(|one| one.row_key);
    Ok(ReleasedComments {
        comments: released,
        is_public,
    })
}

impl ReleasedComments {
    /// Row keys of those that match.
    ///
    /// # Errors
    /// When the index of words cannot be read.
    pub fn find(
        &self,
        connection: &mut DbConnection,
        query: &RegisterQuery,
    ) -> StoreResult<Vec<i64>> {
        let asked_for = self.comments.iter().filter(|one| one.is_asked_for(query));
        let keys = asked_for.map(|one| one.row_key);
        let Search::Words(words) = &query.search else {
            return Ok(keys.collect());
        };
        if self.comments.is_empty() {
            return Ok(Vec::new());
        }
        let found = dialect::search_comments(connection, words)?;
        Ok(keys
            .filter(|key| found.binary_search(key).is_ok())
            .collect())
    }

    /// Those that came in time, by section and disposition.
    pub(super) fn in_time(
        &self,
    ) -> impl Iterator<Item = (Option<SectionId>, Option<Disposition>)> + '_ {
        self.comments
            .iter()
            .filter(|one| !one.is_late)
            .map(|one| (one.section, one.disposition))
    }

    /// How many came after the window.
    pub(super) fn count_late(&self) -> i64 {
        let late = self.comments.iter().filter(|one| one.is_late).count();
        i64::try_from(late).unwrap_or(i64::MAX)
    }
}

impl ReleasedComment {
    fn is_asked_for(&self, query: &RegisterQuery) -> bool {
        let in_section = match query.section {
            SectionFilter::All => true,
            SectionFilter::Draft => self.section.is_none(),
            SectionFilter::One(section) => self.section == Some(section),
        };
        in_section
            && (query.disposition.is_none() || query.disposition == self.disposition)
            && (query.submitter.is_none() || query.submitter == Some(self.submitter))
    }
}
