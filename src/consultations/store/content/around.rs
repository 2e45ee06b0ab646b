//! Events and documents of a consultation.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::consultations::domain::{Document, Event, LOCAL_TIME, Revised};
use crate::db::schema::{documents, events};
use crate::db::{DatabaseError, DbConnection, StoreResult, insert_rows};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, FileId};

#[derive(Queryable, Selectable)]
#[diesel(table_name = events)]
struct EventRow {
    title: String,
    description: String,
    place: String,
    url: String,
    starts_at: String,
    ends_at: String,
    minutes: String,
    minutes_file_id: Option<FileId>,
    changed_at: Option<Instant>,
    times_changed: i32,
}

/// Workshops, round tables, hearings and sessions, the first one first.
///
/// # Errors
/// When the database refuses.
pub fn list_events(connection: &mut DbConnection, id: ConsultationId) -> StoreResult<Vec<Event>> {
    let rows: Vec<EventRow> = events::table
        .filter(events::consultation_id.eq(id))
        .order(events::position)
        .select(EventRow::as_select())
        .load(connection)?;
    rows.into_iter()
        .map(|row| {
            Ok(Event {
                starts_at: time(&row.starts_at)?,
                ends_at: match row.ends_at.as_str() {
                    "" => None,
                    text => Some(time(text)?),
                },
                title: row.title,
                description: row.description,
                place: row.place,
                url: row.url,
                minutes: row.minutes,
                minutes_file: row.minutes_file_id,
                revised: Revised {
                    at: row.changed_at,
                    times: row.times_changed,
                },
            })
        })
        .collect()
}

fn time(text: &str) -> StoreResult<NaiveDateTime> {
    NaiveDateTime::parse_from_str(text, LOCAL_TIME).map_err(DatabaseError::unreadable)
}

/// Puts events in the place of those there were.
pub(super) fn write_events(
    connection: &mut DbConnection,
    id: ConsultationId,
    list: &[Event],
) -> StoreResult<()> {
    let all = events::table.filter(events::consultation_id.eq(id));
    diesel::delete(all).execute(connection)?;
    let written = |at: NaiveDateTime| at.format(LOCAL_TIME).to_string();
    let rows: Vec<(i32, &Event)> = (0..).zip(list).collect();
    insert_rows!(connection, events::table, rows, |(position, one)| (
        events::consultation_id.eq(id),
        events::position.eq(position),
        events::title.eq(&one.title),
        events::description.eq(&one.description),
        events::place.eq(&one.place),
        events::url.eq(&one.url),
        events::starts_at.eq(written(one.starts_at)),
        events::ends_at.eq(one.ends_at.map(written).unwrap_or_default()),
        events::minutes.eq(&one.minutes),
        events::minutes_file_id.eq(one.minutes_file),
        events::changed_at.eq(one.revised.at),
        events::times_changed.eq(one.revised.times),
    ))?;
    Ok(())
}

/// What the draft is based on or goes with, in order.
///
/// # Errors
/// When the database refuses.
pub fn list_documents(
    connection: &mut DbConnection,
    id: ConsultationId,
) -> StoreResult<Vec<Document>> {
    let rows: Vec<(String, String, Option<FileId>)> = documents::table
        .filter(documents::consultation_id.eq(id))
        .order(documents::position)
        .select((documents::title, documents::url, documents::file_id))
        .load(connection)?;
    let document = |(title, url, file)| Document { title, url, file };
    Ok(rows.into_iter().map(document).collect())
}

/// The files among its documents and minutes.
///
/// # Errors
/// When the database refuses.
pub fn list_files(connection: &mut DbConnection, id: ConsultationId) -> StoreResult<Vec<FileId>> {
    let documents: Vec<Option<FileId>> = documents::table
        .filter(documents::consultation_id.eq(id))
        .select(documents::file_id)
        .load(connection)?;
    let minutes: Vec<Option<FileId>> = events::table
        .filter(events::consultation_id.eq(id))
        .select(events::minutes_file_id)
        .load(connection)?;
    Ok(documents.into_iter().chain(minutes).flatten().collect())
}

/// Puts documents in the place of those there were.
pub(super) fn write_documents(
    connection: &mut DbConnection,
    id: ConsultationId,
    list: &[Document],
) -> StoreResult<()> {
    let all = documents::table.filter(documents::consultation_id.eq(id));
    diesel::delete(all).execute(connection)?;
    let rows: Vec<(i32, &Document)> = (0..).zip(list).collect();
    insert_rows!(connection, documents::table, rows, |(position, one)| (
        documents::consultation_id.eq(id),
        documents::position.eq(position),
        documents::title.eq(&one.title),
        documents::url.eq(&one.url),
        documents::file_id.eq(one.file),
    ))?;
    Ok(())
}
