//! Writing a notice. Nothing is sent.

use super::{Edit, coordinator, editable, keep_text};
use crate::accounts::By;
use crate::consultations::Consultation;
use crate::context::Context;
use crate::db::Failure;
use crate::kernel::ids::NoticeId;
use crate::notices::domain::{EditNoticeError, NoticeText};
use crate::notices::store;

/// Stores a new draft.
///
/// # Errors
/// When the database fails.
pub async fn create_notice(
    context: &Context,
    by: &By,
    consultation: &Consultation,
    text: NoticeText,
) -> Result<NoticeId, Failure<EditNoticeError>> {
    let author = coordinator(by, consultation)?.staff_id;
    let (now, consultation) = (context.now(), consultation.id);
    let id: NoticeId = context.ids.next(now);
    context
        .db
        .write(move |conn| store::insert_notice(conn, id, consultation, author, &text, now))
        .await
        .map_err(Failure::Database)?;
    Ok(id)
}

/// Replaces the text of a draft and returns the version it is at now.
///
/// # Errors
/// The notice was sent, or somebody else saved another text in the meantime.
pub async fn save_notice(
    context: &Context,
    by: &By,
    consultation: &Consultation,
    edit: Edit,
) -> Result<i32, Failure<EditNoticeError>> {
    coordinator::<EditNoticeError>(by, consultation)?;
    let (now, consultation) = (context.now(), consultation.id);
    context
        .db
        .write(move |conn| {
            let notice = editable(conn, consultation, &edit)?;
            keep_text(conn, &notice, &edit.text, now)
        })
        .await
}
