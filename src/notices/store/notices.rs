//! Reading `notices`.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::db::schema::{notices, staff};
use crate::db::{DatabaseError, DbConnection, JsonDoc, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, MailContentId, NoticeId};
use crate::notices::domain::{Audience, AudienceFigure, Notice, NoticeText, Queued};

/// Most notices a list shows.
const LONGEST_LIST: i64 = 50;

/// The document in `notices.audience`.
#[derive(Serialize, Deserialize)]
struct AudienceDocument {
    chosen: Vec<Audience>,
    /// Recipients by reason, once sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    recipients: Vec<AudienceFigure>,
}

/// A row with the name of who sent it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = notices)]
struct NoticeRow {
    id: NoticeId,
    version: i32,
    subject: String,
    body: String,
    audience: JsonDoc,
    tested_at: Option<Instant>,
    updated_at: Instant,
    content_id: Option<MailContentId>,
    recipient_count: i64,
    queued_at: Option<Instant>,
    #[diesel(select_expression = staff::display_name.nullable())]
    queued_by: Option<String>,
}

impl TryFrom<NoticeRow> for Notice {
    type Error = DatabaseError;

    fn try_from(row: NoticeRow) -> Result<Self, DatabaseError> {
        let audience: AudienceDocument = row.audience.read().map_err(unreadable)?;
        let queued = row.content_id.zip(row.queued_at);
        Ok(Self {
            id: row.id,
            version: row.version,
            text: NoticeText {
                subject: row.subject,
                body: row.body,
                audience: audience.chosen,
            },
            tested_at: row.tested_at,
            updated_at: row.updated_at,
            queued: queued.map(|(content_id, at)| Queued {
                content_id,
                recipients: row.recipient_count,
                by_audience: audience.recipients,
                by: row.queued_by.unwrap_or_default(),
                at,
            }),
        })
    }
}

fn unreadable(error: serde_json::Error) -> DatabaseError {
    DatabaseError::Query(diesel::result::Error::DeserializationError(error.into()))
}

pub(super) fn document(text: &NoticeText, recipients: &[AudienceFigure]) -> JsonDoc {
    JsonDoc::of(&AudienceDocument {
        chosen: text.audience.clone(),
        recipients: recipients.to_vec(),
    })
}

#[diesel::dsl::auto_type]
fn rows() -> _ {
    notices::table.left_join(staff::table.on(staff::id.nullable().eq(notices::queued_by)))
}

/// The notice of this consultation with this id.
pub(in crate::notices) fn find_notice(
    conn: &mut DbConnection,
    consultation: ConsultationId,
    id: NoticeId,
) -> StoreResult<Option<Notice>> {
    let row: Option<NoticeRow> = rows()
        .select(NoticeRow::as_select())
        .filter(notices::id.eq(id))
        .filter(notices::consultation_id.eq(consultation))
        .first(conn)
        .optional()?;
    row.map(Notice::try_from).transpose()
}

/// The newest notices of a consultation, newest first.
pub(in crate::notices) fn list_notices(
    conn: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<Vec<Notice>> {
    let found: Vec<NoticeRow> = rows()
        .select(NoticeRow::as_select())
        .filter(notices::consultation_id.eq(consultation))
        .order((notices::created_at.desc(), notices::id.desc()))
        .limit(LONGEST_LIST)
        .load(conn)?;
    found.into_iter().map(Notice::try_from).collect()
}

/// When the last notice of a consultation was sent.
pub(in crate::notices) fn last_queued_at(
    conn: &mut DbConnection,
    consultation: ConsultationId,
) -> StoreResult<Option<Instant>> {
    let last: Option<Option<Instant>> = notices::table
        .filter(notices::consultation_id.eq(consultation))
        .filter(notices::queued_at.is_not_null())
        .order(notices::queued_at.desc())
        .select(notices::queued_at)
        .first(conn)
        .optional()?;
    Ok(last.flatten())
}
