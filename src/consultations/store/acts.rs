//! What was done to a consultation: the ledger of its window, its adoption, the history of its parts.

use diesel::prelude::*;

use crate::consultations::domain::{Adoption, Change, Part, Values, WindowEvent};
use crate::db::schema::{adoptions, consultation_changes, consultations, staff, window_events};
use crate::db::{DatabaseError, DbConnection, JsonDoc, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{AdoptionId, ConsultationId, EventId, StaffId};

/// Adds an entry to the ledger.
pub fn insert_window_event(
    connection: &mut DbConnection,
    (id, consultation): (EventId, ConsultationId),
    event: &WindowEvent,
) -> StoreResult<()> {
    diesel::insert_into(window_events::table)
        .values((
            window_events::id.eq(id),
            window_events::consultation_id.eq(consultation),
            window_events::kind.eq(event.kind),
            window_events::opens_at.eq(event.window.opens_at),
            window_events::closes_at.eq(event.window.closes_at),
            window_events::reason.eq(&event.reason),
            window_events::recorded_at.eq(event.recorded_at),
        ))
        .execute(connection)?;
    Ok(())
}

/// Notes from when on the public may know of it.
pub fn set_announced_at(
    connection: &mut DbConnection,
    id: ConsultationId,
    at: Instant,
) -> StoreResult<()> {
    diesel::update(consultations::table.find(id))
        .set(consultations::announced_at.eq(Some(at)))
        .execute(connection)?;
    Ok(())
}

/// Forgets an announcement that has not come yet, with its entry in the ledger.
pub fn take_back_announcement(
    connection: &mut DbConnection,
    id: ConsultationId,
) -> StoreResult<()> {
    let entries = window_events::table.filter(window_events::consultation_id.eq(id));
    diesel::delete(entries).execute(connection)?;
    diesel::update(consultations::table.find(id))
        .set(consultations::announced_at.eq(None::<Instant>))
        .execute(connection)?;
    Ok(())
}

/// Notes that it was withdrawn.
pub fn set_withdrawn_at(
    connection: &mut DbConnection,
    id: ConsultationId,
    at: Instant,
) -> StoreResult<()> {
    diesel::update(consultations::table.find(id))
        .set(consultations::withdrawn_at.eq(Some(at)))
        .execute(connection)?;
    Ok(())
}

/// Adds what is known of the adoption, in the place of what was said before; that stays.
pub fn insert_adoption(
    connection: &mut DbConnection,
    (id, consultation): (AdoptionId, ConsultationId),
    adoption: &Adoption,
    adopted_at: Instant,
) -> StoreResult<()> {
    diesel::insert_into(adoptions::table)
        .values((
            adoptions::id.eq(id),
            adoptions::consultation_id.eq(consultation),
            adoptions::body.eq(&adoption.body),
            adoptions::session.eq(&adoption.session),
            adoptions::adopted_on.eq(adoption.adopted_on.to_string()),
            adoptions::document_title.eq(&adoption.document_title),
            adoptions::document_url.eq(&adoption.document_url),
            adoptions::reason.eq(&adoption.reason),
            adoptions::recorded_at.eq(adoption.recorded_at),
        ))
        .execute(connection)?;
    diesel::update(consultations::table.find(consultation))
        .set(consultations::adopted_at.eq(Some(adopted_at)))
        .execute(connection)?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = adoptions)]
struct AdoptionRow {
    body: String,
    session: String,
    adopted_on: String,
    document_title: String,
    document_url: String,
    reason: String,
    recorded_at: Instant,
}

/// What was said of the adoption, oldest first; the last counts.
pub fn list_adoptions(
    connection: &mut DbConnection,
    id: ConsultationId,
) -> StoreResult<Vec<Adoption>> {
    let rows: Vec<AdoptionRow> = adoptions::table
        .filter(adoptions::consultation_id.eq(id))
        .order((adoptions::recorded_at, adoptions::id))
        .select(AdoptionRow::as_select())
        .load(connection)?;
    rows.into_iter()
        .map(|row| {
            Ok(Adoption {
                adopted_on: row.adopted_on.parse().map_err(DatabaseError::unreadable)?,
                body: row.body,
                session: row.session,
                document_title: row.document_title,
                document_url: row.document_url,
                reason: row.reason,
                recorded_at: row.recorded_at,
            })
        })
        .collect()
}

/// Notes what a part said before and after somebody changed it.
pub fn insert_change(
    connection: &mut DbConnection,
    id: ConsultationId,
    part: Part,
    (before, after): (&Values, &Values),
    (by, at): (Option<StaffId>, Instant),
) -> StoreResult<()> {
    diesel::insert_into(consultation_changes::table)
        .values((
            consultation_changes::consultation_id.eq(id),
            consultation_changes::part.eq(part),
            consultation_changes::before.eq(JsonDoc::of(before)),
            consultation_changes::after.eq(JsonDoc::of(after)),
            consultation_changes::staff_id.eq(by),
            consultation_changes::changed_at.eq(at),
        ))
        .execute(connection)?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = consultation_changes)]
struct ChangeRow {
    row_key: i64,
    part: Part,
    before: JsonDoc,
    after: JsonDoc,
    changed_at: Instant,
    #[diesel(select_expression = staff::display_name.nullable())]
    who: Option<String>,
}

/// Up to `limit` changes before `row_key`, the last one first.
pub fn list_changes(
    connection: &mut DbConnection,
    id: ConsultationId,
    row_key: Option<i64>,
    limit: i64,
) -> StoreResult<Vec<(i64, Change)>> {
    let rows: Vec<ChangeRow> = consultation_changes::table
        .left_join(staff::table.on(consultation_changes::staff_id.eq(staff::id.nullable())))
        .filter(consultation_changes::consultation_id.eq(id))
        .filter(consultation_changes::row_key.lt(row_key.unwrap_or(i64::MAX)))
        .order(consultation_changes::row_key.desc())
        .limit(limit)
        .select(ChangeRow::as_select())
        .load(connection)?;
    changes(rows)
}

/// Every change of a part after a moment, the last one first.
pub fn list_changes_of(
    connection: &mut DbConnection,
    id: ConsultationId,
    part: Part,
    after: Instant,
) -> StoreResult<Vec<Change>> {
    let rows: Vec<ChangeRow> = consultation_changes::table
        .left_join(staff::table.on(consultation_changes::staff_id.eq(staff::id.nullable())))
        .filter(consultation_changes::consultation_id.eq(id))
        .filter(consultation_changes::part.eq(part))
        .filter(consultation_changes::changed_at.gt(after))
        .order(consultation_changes::row_key.desc())
        .select(ChangeRow::as_select())
        .load(connection)?;
    let changes = changes(rows)?;
    Ok(changes.into_iter().map(|(_key, change)| change).collect())
}

fn changes(rows: Vec<ChangeRow>) -> StoreResult<Vec<(i64, Change)>> {
    rows.into_iter()
        .map(|row| {
            let change = Change {
                part: row.part,
                before: row.before.read().map_err(DatabaseError::unreadable)?,
                after: row.after.read().map_err(DatabaseError::unreadable)?,
                who: row.who,
                changed_at: row.changed_at,
            };
            Ok((row.row_key, change))
        })
        .collect()
}
