//! Where the comments of a submission are anchored, in words.

use crate::consultations::Consultation;
use crate::db::{DbConnection, StoreResult};
use crate::drafts::{Place, list_places};
use crate::kernel::ids::SubmissionId;
use crate::submissions::store::{self, TrackedRow};

/// The comments of a submission in order, each with its place.
///
/// # Errors
/// When the database refuses.
pub fn of_submission(
    connection: &mut DbConnection,
    consultation: &Consultation,
    id: SubmissionId,
) -> StoreResult<Vec<(TrackedRow, Place)>> {
    let places = list_places(connection, consultation.draft_id)?;
    let rows = store::list_comments(connection, id)?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let place = places.of(row.section_id, row.paragraph_id);
            (row, place)
        })
        .collect())
}
