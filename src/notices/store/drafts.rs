//! Writing `notices`: a draft changes as often as one likes and is sent once.

use diesel::prelude::*;

use super::notices::document;
use crate::db::schema::notices;
use crate::db::{DbConnection, StoreResult};
use crate::kernel::clock::Instant;
use crate::kernel::ids::{ConsultationId, MailContentId, NoticeId, StaffId};
use crate::notices::domain::{AudienceFigure, NoticeState, NoticeText};

/// Stores a draft, at version 1.
pub(in crate::notices) fn insert_notice(
    conn: &mut DbConnection,
    id: NoticeId,
    consultation: ConsultationId,
    author: StaffId,
    text: &NoticeText,
    now: Instant,
) -> StoreResult<()> {
    diesel::insert_into(notices::table)
        .values((
            notices::id.eq(id),
            notices::consultation_id.eq(consultation),
            notices::state.eq(NoticeState::Draft),
            notices::version.eq(1),
            notices::subject.eq(&text.subject),
            notices::body.eq(&text.body),
            notices::audience.eq(document(text, &[])),
            notices::author_id.eq(author),
            notices::recipient_count.eq(0),
            notices::created_at.eq(now),
            notices::updated_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

/// Replaces the text of the draft that is still at `version`; a test of the old text counts no more. Returns whether it
/// was.
pub(in crate::notices) fn update_text(
    conn: &mut DbConnection,
    id: NoticeId,
    version: i32,
    text: &NoticeText,
    now: Instant,
) -> StoreResult<bool> {
    let draft = notices::table
        .find(id)
        .filter(notices::state.eq(NoticeState::Draft))
        .filter(notices::version.eq(version));
    let updated = diesel::update(draft)
        .set((
            notices::subject.eq(&text.subject),
            notices::body.eq(&text.body),
            notices::audience.eq(document(text, &[])),
            notices::version.eq(notices::version + 1),
            notices::tested_at.eq(None::<Instant>),
            notices::updated_at.eq(now),
        ))
        .execute(conn)?;
    Ok(updated == 1)
}

/// Notes that a test of the draft was sent.
pub(in crate::notices) fn mark_tested(
    conn: &mut DbConnection,
    id: NoticeId,
    now: Instant,
) -> StoreResult<()> {
    diesel::update(notices::table.find(id))
        .set(notices::tested_at.eq(now))
        .execute(conn)?;
    Ok(())
}

/// Takes the draft that is still at `version` out of everybody's hands. Returns whether it was: of two who confirm at
/// once, on whatever node, one gets it.
pub(in crate::notices) fn mark_queued(
    conn: &mut DbConnection,
    (id, version): (NoticeId, i32),
    by: StaffId,
    content: MailContentId,
    now: Instant,
) -> StoreResult<bool> {
    let draft = notices::table
        .find(id)
        .filter(notices::state.eq(NoticeState::Draft))
        .filter(notices::version.eq(version));
    let updated = diesel::update(draft)
        .set((
            notices::state.eq(NoticeState::Queued),
            notices::version.eq(notices::version + 1),
            notices::queued_by.eq(by),
            notices::content_id.eq(content),
            notices::queued_at.eq(now),
            notices::updated_at.eq(now),
        ))
        .execute(conn)?;
    Ok(updated == 1)
}

/// Keeps how many mails were put into the outbox, and why.
pub(in crate::notices) fn record_recipients(
    conn: &mut DbConnection,
    id: NoticeId,
    text: &NoticeText,
    recipients: &[AudienceFigure],
) -> StoreResult<()> {
    let count: i64 = recipients.iter().map(|figure| figure.count).sum();
    diesel::update(notices::table.find(id))
        .set((
            notices::recipient_count.eq(count),
            notices::audience.eq(document(text, recipients)),
        ))
        .execute(conn)?;
    Ok(())
}
