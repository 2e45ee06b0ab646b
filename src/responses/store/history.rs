//! Every version a response has had. Rows are only ever added.

use diesel::prelude::*;

use super::response::ResponseRecord;
use crate::comments::Disposition;
use crate::db::schema::{response_versions, staff};
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ResponseId, StaffId};
use crate::responses::domain::ResponseState;

/// Most entries shown of one history.
const LONGEST_HISTORY: i64 = 100;

/// One entry of a history.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = response_versions)]
pub struct HistoryRow {
    /// The state after the act, which tells what the act was.
    pub state: ResponseState,
    pub disposition: Option<Disposition>,
    /// What the second member wrote.
    pub note: String,
    #[diesel(select_expression = staff::display_name)]
    pub staff_name: String,
    pub recorded_at: Instant,
}

/// Records that `staff` made `record` what it is.
pub fn insert_version(
    connection: &mut DbConnection,
    record: &ResponseRecord,
    staff: StaffId,
    note: &str,
) -> StoreResult<()> {
    diesel::insert_into(response_versions::table)
        .values((
            response_versions::response_id.eq(record.id),
            response_versions::version.eq(record.version),
            response_versions::state.eq(record.state),
            response_versions::disposition.eq(record.draft.disposition),
            response_versions::reason.eq(&record.draft.reason),
            response_versions::text_change.eq(record.draft.text_change),
            response_versions::changed_text.eq(&record.draft.changed_text),
            response_versions::staff_id.eq(staff),
            response_versions::note.eq(note),
            response_versions::recorded_at.eq(record.updated_at),
        ))
        .execute(connection)?;
    Ok(())
}

/// What happened to a response, newest first.
pub fn list_history(
    connection: &mut DbConnection,
    response: ResponseId,
) -> StoreResult<Vec<HistoryRow>> {
    Ok(response_versions::table
        .inner_join(staff::table.on(staff::id.eq(response_versions::staff_id)))
        .filter(response_versions::response_id.eq(response))
        .order(response_versions::version.desc())
        .limit(LONGEST_HISTORY)
        .select(HistoryRow::as_select())
        .load(connection)?)
}

/// How colleagues call a person.
pub fn find_name(connection: &mut DbConnection, id: StaffId) -> StoreResult<Option<String>> {
    Ok(staff::table
        .find(id)
        .select(staff::display_name)
        .first(connection)
        .optional()?)
}
